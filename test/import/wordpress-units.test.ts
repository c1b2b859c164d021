import { test } from "uvu";
import * as assert from "uvu/assert";
import { noteAddress, withoutAddresses, withoutMail } from "../../plugins/import/addresses.ts";
import { detect } from "../../plugins/import/detect.ts";
import { type ExactText, readExact } from "../../plugins/import/exact.ts";
import type { Part } from "../../plugins/import/model.ts";
import { fileSlug } from "../../plugins/import/transfer/file-slug.ts";
import { addressKey, permalinkOf } from "../../plugins/import/transfer/old-address.ts";
import { withBreaks } from "../../plugins/import/wordpress/autop.ts";
import { type BlockContextOfPost, blocksHtml } from "../../plugins/import/wordpress/blocks.ts";
import { wordpressDate } from "../../plugins/import/wordpress/dates.ts";
import { encodingOf } from "../../plugins/import/wordpress/decode.ts";
import { fieldParts, seoFacts } from "../../plugins/import/wordpress/fields.ts";
import { withoutShortcodes } from "../../plugins/import/wordpress/shortcodes.ts";
import { XmlRefusal, xmlRecords } from "../../plugins/import/wordpress/xml.ts";

const ZEROS = "0000-00-00 00:00:00";

for (const [local, gmt, expected] of [
  ["2015-01-02 10:00:00", "2015-01-02 15:00:00", "2015-01-02T10:00:00-05:00"],
  ["2015-01-02 10:00:00", "2015-01-02 04:15:00", "2015-01-02T10:00:00+05:45"],
  ["2015-01-02 10:00:00", "2015-01-02 10:00:00", "2015-01-02T10:00:00Z"],
  ["2015-01-02 10:00:00", ZEROS, "2015-01-02T10:00:00"],
  [ZEROS, "2015-01-02 10:00:00", "2015-01-02T10:00:00Z"],
  [ZEROS, ZEROS, null],
  ["2015-02-30 10:00:00", ZEROS, null],
  ["soon", "", null],
] as const) {
  test(`wordpressDate: ${local} beside ${gmt}`, () => assert.is(wordpressDate(local, gmt, []), expected));
}

test("wordpressDate: without UTC the offset of the nearest moment is taken", () => {
  const known = [
    { time: Date.UTC(2015, 0, 10), offset: 60 },
    { time: Date.UTC(2015, 6, 10), offset: 120 },
  ];
  assert.is(wordpressDate("2015-07-01 10:00:00", ZEROS, known), "2015-07-01T10:00:00+02:00");
});

for (const [text, expected] of [
  ["One\ntwo", "One<br>\ntwo"],
  ["One\n\ntwo", "One<br><br>\ntwo"],
  ["One<br />\ntwo", "One<br /> two"],
  ["<ul>\n<li>One</li>\n</ul>\ntext", "<ul>\n<li>One</li>\n</ul>\ntext"],
  ["<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"],
  ["<em>a</em>\n<em>b</em>", "<em>a</em><br>\n<em>b</em>"],
] as const) {
  test(`withBreaks: ${JSON.stringify(text)}`, () => assert.is(withBreaks(text), expected));
}

const MEDIA = {
  key: "attachment 7",
  file: "x.xml",
  line: 1,
  path: null,
  title: "Tea",
  alt: "A cup",
  caption: "Warm",
  parent: null,
  pageUrl: null,
  parts: [],
} as const;

const parts: Part[] = [];
const context: BlockContextOfPost = {
  mediaById: (id) => (id === "7" ? { ...MEDIA, url: "https://old.example/tea.jpg" } : null),
  ownPictures: [],
  note: (part) => parts.push(part),
  reusable: (id) => (id === "9" ? "<!-- wp:paragraph -->\n<p>Shared</p>\n<!-- /wp:paragraph -->" : null),
  footnotes: [],
};

for (const [text, expected] of [
  ["as he said [sic] and [1] or [link](x)", "as he said [sic] and [1] or [link](x)"],
  ["[[gallery]]", "[gallery]"],
  ["<pre>[gallery]</pre>", "<pre>[gallery]</pre>"],
  ['<a title="[x y=1]">t</a>', '<a title="[x y=1]">t</a>'],
  [
    '[caption width="3"]<img src="a.jpg"> Words[/caption]',
    '<figure><img src="a.jpg"><figcaption>Words</figcaption></figure>',
  ],
  [
    '[caption caption="Old"]<img src="a.jpg">[/caption]',
    '<figure><img src="a.jpg"><figcaption>Old</figcaption></figure>',
  ],
  [
    '[gallery ids="7"]',
    '<figure><img src="https://old.example/tea.jpg" alt="A cup"><figcaption>Warm</figcaption></figure>',
  ],
  ["[embed]https://a.example/x[/embed]", '<p><a href="https://a.example/x">https://a.example/x</a></p>'],
  [
    "[youtube=https://youtu.be/abcdefghijk]",
    '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a></p>',
  ],
  [
    '[audio mp3="https://a.example/x.mp3"][/audio]',
    '<p><a href="https://a.example/x.mp3">https://a.example/x.mp3</a></p>',
  ],
  [
    '[box type="info"]Inside[/box]',
    '<vervain-note data-text="[box type=&quot;info&quot;]"></vervain-note>Inside',
  ],
  ["Words\n[sitemap]\nmore", 'Words\n<vervain-note data-text="[sitemap]"></vervain-note>\nmore'],
] as const) {
  test(`withoutShortcodes: ${text}`, () => assert.is(withoutShortcodes(text, context), expected));
}

for (const [text, address] of [
  ["[slideshare id=304526&amp;doc=nights]", "https://www.slideshare.net/slideshow/embed_code/304526"],
  ["[dailymotion id=x8oma9]", "https://www.dailymotion.com/video/x8oma9"],
  ["[wpvideo OO1thna4]", "https://videopress.com/v/OO1thna4"],
  ["[spotify https://open.spotify.com/track/6o]", "https://open.spotify.com/track/6o"],
] as const)
  test(`withoutShortcodes: ${text}`, () =>
    assert.is(withoutShortcodes(text, context), `<p><a href="${address}">${address}</a></p>`));

for (const [text, expected] of [
  [
    '[et_pb_section fb_built="1"][et_pb_row][et_pb_text admin_label="Intro"]<p>Go to bed.</p>[/et_pb_text][/et_pb_row][/et_pb_section]',
    "<div><div><div><p>Go to bed.</p></div></div></div>",
  ],
  [
    '[et_pb_blurb title="Warm &amp; dark" header_level="h2" image="https://a.example/bed.jpg" alt="A bed"]Sixteen degrees.[/et_pb_blurb]',
    '<div><h2>Warm &amp; dark</h2>\n<p><img src="https://a.example/bed.jpg" alt="A bed"></p>\nSixteen degrees.</div>',
  ],
  [
    '[et_pb_button button_url="https://a.example/tea/" button_text="On tea"][/et_pb_button]',
    '<div><p><a href="https://a.example/tea/">On tea</a></p></div>',
  ],
  [
    '[et_pb_testimonial author="Jo" job_title="Baker"]It helped.[/et_pb_testimonial]',
    "<div><blockquote>It helped.<p>— Jo, Baker</p></blockquote></div>",
  ],
  [
    "[et_pb_code]<b>One</b><!-- [et_pb_line_break_holder] --><i>two</i>[/et_pb_code]",
    "<div><b>One</b>\n<i>two</i></div>",
  ],
  [
    '[et_pb_video src="https://youtu.be/abcdefghijk"][/et_pb_video]',
    '<div><p><a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a></p></div>',
  ],
  [
    '[vc_row][vc_column width="1/2"][vc_custom_heading text="Where" font_container="tag:h4|text_align:left"][vc_empty_space][/vc_column][/vc_row]',
    "<div><div><div><h4>Where</h4></div></div></div>",
  ],
  [
    '[vc_btn title="Read" link="url:https%3A%2F%2Fa.example%2Ftea%2F|title:T|"]',
    '<div><p><a href="https://a.example/tea/">Read</a></p></div>',
  ],
  ["[vc_raw_html]JTNDcCUzRVJhdyUzQyUyRnAlM0U=[/vc_raw_html]", "<div><p>Raw</p></div>"],
  ["Words [vc_separator] go on", "Words  go on"],
  [
    '[fusion_title size="2"]A title[/fusion_title][fusion_imageframe]https://a.example/x.jpg[/fusion_imageframe]',
    '<div><h2>A title</h2></div><p><img src="https://a.example/x.jpg" alt=""></p>',
  ],
  [
    '[vc_basic_grid post_type="post"]',
    '<vervain-note data-text="[vc_basic_grid post_type=&quot;post&quot;]"></vervain-note>',
  ],
] as const) {
  test(`withoutShortcodes: a page builder's ${text}`, () =>
    assert.is(withoutShortcodes(text, context), expected));
}

test("withoutShortcodes: a builder's layout and what it shows are told apart", () => {
  parts.length = 0;
  withoutShortcodes('[vc_row]Words[/vc_row][vc_toggle title="How far?"]Two miles.[/vc_toggle]', context);
  assert.equal(
    parts.map(({ what, outcome, why }) => [what, outcome, why]),
    [
      ["[vc_row]", "changed", "a page builder's layout; what it held stays"],
      ["[vc_toggle]", "changed", "a page builder's component; its words, picture and link stand in the text"],
    ],
  );
});

test("withoutShortcodes: an unknown one is named", () => {
  parts.length = 0;
  withoutShortcodes('[slider id="3"]', context);
  assert.equal(parts, [
    {
      kind: "shortcode",
      what: '[slider id="3"]',
      outcome: "left-out",
      why: "not known here; it stays as a note that readers do not see",
    },
  ]);
});

test("blocksHtml: a reusable block stands where it is used", () => {
  assert.match(blocksHtml('<!-- wp:block {"ref":9} /-->', context), "<p>Shared</p>");
});

test("blocksHtml: a block without words of its own is named", () => {
  parts.length = 0;
  assert.is(blocksHtml('<!-- wp:latest-posts {"postsToShow":3} /-->', context), "");
  assert.equal(
    parts.map(({ what, outcome }) => [what, outcome]),
    [["core/latest-posts", "left-out"]],
  );
});

test("blocksHtml: the classic editor's text between blocks keeps its paragraphs", () => {
  assert.is(
    blocksHtml("One\n\ntwo<!-- wp:separator -->\n<hr/>\n<!-- /wp:separator -->", context),
    "One<br><br>\ntwo\n<hr/>\n",
  );
});

const exact = (html: string): ExactText =>
  readExact(html, { base: null, link: (href) => href, linkedPicture: () => null, image: (src) => src });

for (const [html, expected] of [
  ["H<sub>2</sub>O and E = mc<sup>2</sup>", "H<sub>2</sub>O and E = mc<sup>2</sup>"],
  ["<p>a {{ b }} {% c %}</p>", "a &#123;{ b }} &#123;% c %}"],
  ["<del>no</del> yes", "~~no~~ yes"],
  ["<code>a`b</code>", "``a`b``"],
  ['<pre><code class="language-js">a {{ b }}\n\nc</code></pre>', "```js\na {{ b }}\n\nc\n```"],
  ["<h1>T</h1><h2>U</h2>", "## T\n\n### U"],
  [
    '<figure><img src="/a.jpg" alt="x"><figcaption>Cap <b>b</b></figcaption></figure>',
    "<figure>\n\n![x](/a.jpg)\n\n<figcaption>\n\nCap **b**\n\n</figcaption>\n</figure>",
  ],
  [
    "<details><summary>More</summary><p>Text</p></details>",
    "<details>\n<summary>More</summary>\n\nText\n\n</details>",
  ],
  [
    "<table><tr><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
    '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>',
  ],
  ['<a href="#n">1</a><p id="n">Note</p>', '[1](#n)\n\n<div id="n"></div>\n\nNote'],
  [
    '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
    "[https://www.youtube.com/watch?v=abcdefghijk](https://www.youtube.com/watch?v=abcdefghijk)",
  ],
  ['<vervain-note data-text="[x -- y]"></vervain-note>', "<!-- [x – y] -->"],
] as const) {
  test(`readExact: ${html}`, () => assert.is(exact(html).markdown, expected));
}

test("readExact: scripts and forms are named, and nothing of them runs", () => {
  const read = exact(
    '<script>x()</script><form><label>Name</label><input name="n"></form><p onclick="x()">Words</p>',
  );
  assert.equal(read.markdown, "Name\n\nWords");
  assert.equal(
    read.parts.map(({ what, outcome }) => [what, outcome]),
    [
      ["script x()", "left-out"],
      ["form", "left-out"],
    ],
  );
});

async function* chunksOf(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function recordsOf(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { name, text: words } of xmlRecords(chunksOf(text), { messages: new Map() }))
    found.push(`${name}=${words}`);
  return found;
}

test("xmlRecords: names go by namespace, whatever the prefix; CDATA cut in two is one text", async () => {
  const xml =
    '<rss xmlns:w="https://wordpress.org/export/1.2/"><channel><w:tag>a<![CDATA[b]]]]><![CDATA[>c]]></w:tag></channel></rss>';
  assert.equal(await recordsOf(xml), ["wp:tag=ab]]>c"]);
});

for (const [name, xml] of [
  ["a document type", '<!DOCTYPE x [<!ENTITY a "b">]><rss><channel><t>&a;</t></channel></rss>'],
  ["an entity bomb", `<!DOCTYPE x [${"<!ENTITY a 'aaaaaaaaaa'>".repeat(50)}]><rss></rss>`],
  ["elements without end", `<rss><channel>${"<a>".repeat(200)}`],
  ["a file that stops inside an item", "<rss><channel><item><title>T</title>"],
] as const) {
  test(`xmlRecords: ${name} is refused`, async () => {
    try {
      await recordsOf(xml);
    } catch (error) {
      assert.instance(error, XmlRefusal);
      return;
    }
    assert.unreachable();
  });
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

for (const [text, expected] of [
  ['<?xml version="1.0"?><!-- x --><rss xmlns:wp="http://wordpress.org/export/1.2/">', "wordpress"],
  ['<!-- x --><rss xmlns:wp="http://wordpress.org/export/1.0/">', "wordpress"],
  ['<?xml version="1.0"?><rss version="2.0"><channel>', "feed"],
  [
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><generator>Blogger</generator>',
    "blogger",
  ],
  ['{"db":[{"data":{"posts":[]}}]}', "ghost"],
  ['{"a":1}', "JSON that is no Ghost export"],
  ["<?xml version='1.0'?><urlset>", "a sitemap, which lists addresses and holds no texts"],
  ["<?xml version='1.0'?><kml>", "XML whose outermost element is <kml>"],
  ["<?xml version='1.0'?><!DOCTYPE html><html>", "page"],
  ["---\ntitle: x\n---\n", "markdown"],
  ["+++\ntitle = 'x'\n+++\n", "markdown"],
  ["PK\u0003\u0004", "zip"],
  ["a\u0000b", "a binary file"],
  ["", "an empty file"],
  ["Warm feet\n\nwords", "text"],
] as const) {
  test(`detect: ${JSON.stringify(text.slice(0, 50))}`, () => {
    const found = detect(bytes(text));
    assert.is("kind" in found ? found.kind : found.found, expected);
  });
}

test("encodingOf: the declaration's, else UTF-8", () => {
  assert.is(encodingOf(bytes('<?xml version="1.0" encoding="ISO-8859-1"?>')), "ISO-8859-1");
  assert.is(encodingOf(bytes("<rss>")), "utf-8");
});

test("withoutAddresses: those of people go, others stay", () => {
  const addresses = new Set<string>();
  for (const one of ["Ann@Mail.example", "203.0.113.9", "2001:db8::7", "127.0.0.1", "nobody"])
    noteAddress(one, addresses);
  assert.equal([...addresses], ["ann@mail.example", "203.0.113.9", "2001:db8::7"]);
  const text =
    "mailto:ann@mail.example, (ANN@MAIL.EXAMPLE) 203.0.113.9 2001:db8::7 127.0.0.1 desk@clinic.example 12:30:05";
  assert.equal(withoutAddresses(text, addresses), {
    text: "mailto:(address removed), ((address removed)) (address removed) (address removed) 127.0.0.1 desk@clinic.example 12:30:05",
    count: 4,
  });
  assert.is(withoutMail("to a@b.example or @name").text, "to (address removed) or @name");
});

for (const [address, key, path] of [
  ["https://www.old.example/2019/03/tea/", "old.example/2019/03/tea", "/2019/03/tea/"],
  ["http://old.example/tea", "old.example/tea", "/tea/"],
  ["https://old.example/a/tea.html", "old.example/a/tea.html", "/a/tea.html"],
  ["https://old.example/a/tea.php", "old.example/a/tea.php", "/a/tea/"],
  ["https://old.example/%E7%9D%A1%E7%9C%A0/", "old.example/睡眠", "/睡眠/"],
  ["https://old.example/?p=12&x=1", "old.example?p=12", null],
  ["https://old.example/", "old.example", null],
  ["https://old.example/a%3Ab/", "old.example/a:b", null],
] as const) {
  test(`old addresses: ${address}`, () => {
    assert.is(addressKey(address), key);
    assert.is(permalinkOf(address), path);
  });
}

for (const [words, expected] of [
  ["Warm Feet: why?", "warm-feet-why"],
  ["Café crème", "cafe-creme"],
  ["睡眠", "睡眠"],
  ["Сон и чай", "сон-и-чай"],
  ["!!!", ""],
  ["con", "con-text"],
] as const) {
  test(`fileSlug: ${words}`, () => assert.is(fileSlug(words), expected));
}

test("seoFacts: of three plugins; texts of variables are none", () => {
  assert.equal(
    seoFacts([
      ["_yoast_wpseo_title", "%%title%% %%sep%%"],
      ["rank_math_title", "Better sleep"],
      ["_aioseo_description", "Words"],
      ["_yoast_wpseo_canonical", "javascript:x"],
      ["rank_math_robots", 'a:1:{i:0;s:7:"noindex";}'],
    ]),
    { title: "Better sleep", description: "Words", canonical: null, noindex: true },
  );
});

test("fieldParts: every field is counted once", () => {
  const fields = [
    ["_edit_last", "1"],
    ["_edit_lock", "1:1"],
    ["_thumbnail_id", "7"],
    ["x", 'a:1:{s:1:"a";s:1:"b";}'],
    ["x", "y"],
    ["empty", ""],
  ] as const;
  assert.is(
    fieldParts(fields).reduce((sum, { count = 1 }) => sum + count, 0),
    fields.length,
  );
});

test.run();
