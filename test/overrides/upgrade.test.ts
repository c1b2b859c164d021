import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Diagnosis, diagnose, FAILING, type State } from "../../plugins/overrides/diagnose.ts";
import { firstRelease, nextRelease, Owner } from "./releases.ts";

/** Two invented releases on what the theme is today. */
const first = firstRelease();
const second = nextRelease(first, "1.1.0", {
  edits: {
    "layouts/article.njk": [
      ["view.keyFacts.length", "view.facts.length"],
      [
        "{%- block afterBody %}{% endblock -%}",
        '{%- block afterBody %}{% endblock -%}\n{%- block trust %}<p class="trust">{{ view.minutesText }}</p>{% endblock -%}',
      ],
    ],
    "layouts/home.njk": [
      ['<p class="meta">{{ view.countText }}</p>', '<p class="meta count">{{ view.countText }}</p>'],
    ],
    "partials/footer.njk": [['<p class="owner">', '<p class="owner" translate="no">']],
    "partials/topics.njk": [['<dl class="topics">', '<dl class="topics" data-pagefind-ignore>']],
    "partials/key-facts.njk": [
      ["view.keyFacts %}", "view.facts %}"],
      ["view.keyFacts (", "view.facts ("],
    ],
    "feeds/atom.njk": [
      [
        "<subtitle>{{ home.chrome.siteDescription }}</subtitle>",
        "<subtitle>{{ home.chrome.siteDescription }}</subtitle>\n<generator>Vervain</generator>",
      ],
    ],
    "styles/_tokens.scss": [
      ['"mark": (#ffe58a, #5c4a00),', '"mark": (#ffe070, #5c4a00),\n  "calm": (#e8f0ee, #1c2a28),'],
    ],
    "styles/parts/_footer.scss": [["padding-block: 2rem 3rem;", "padding-block: 2rem;"]],
    "scripts/theme.ts": [
      ["function copyLinks(text: string)", "function copyAnchors(text: string)"],
      ["copyLinks(", "copyAnchors("],
    ],
  },
  renames: [["partials/byline.njk", "partials/head/byline.njk"]],
  models: ({ ArticlePage = [], ...models }) => ({
    ...models,
    ArticlePage: [...ArticlePage.filter((field) => field !== "keyFacts"), "facts"],
  }),
});
const third = nextRelease(second, "1.2.0", {
  edits: {
    "layouts/home.njk": [
      ["{%- block browse %}", "{%- block browser %}"],
      ["Blocks: masthead latest browse.", "Blocks: masthead latest browser."],
    ],
    "partials/share.njk": null,
    "partials/sources.njk": [["<ol>{% for source", '<ol class="numbered">{% for source']],
    "texts/en.json": [
      ['    "skip": "Skip to content",\n', ""],
      ['"home": "Home"', '"home": "Front page"'],
    ],
  },
  renames: [["pages/matrix", "pages/overview"]],
});

/** Ten copies and what their owner changed in each, and what else an owner has. */
function owner(): Owner {
  const own = new Owner();
  own.eject("layouts/article.njk", first, [
    ['<article class="page article"', '<article class="page article mine"'],
  ]);
  own.eject("partials/footer.njk", first, [['<p class="disclaimer">', '<p class="disclaimer mine">']]);
  own.eject("partials/byline.njk", first, [['<dl class="byline"', '<dl class="byline mine"']]);
  own.eject("partials/topics.njk", first, [["{{ t.tags }}", "Mine"]]);
  own.eject("partials/key-facts.njk", first, [["<li>{{ fact }}</li>", "<li>{{ fact }}.</li>"]]);
  own.eject("feeds/atom.njk", first, [["<published>", "<!-- mine -->\n<published>"]]);
  own.eject("styles/_tokens.scss", first, [['"paper": (#fafcfb', '"paper": (#ffffff']]);
  own.eject("styles/parts/_footer.scss", first, [["max-inline-size: 40em;", "max-inline-size: 50em;"]]);
  own.eject("scripts/theme.ts", first, [["  // The choice lasts for this page only.", "  // Mine."]]);
  own.eject("partials/sources.njk", first, [["</ol></section>", "</ol><!-- mine --></section>"]]);
  own.eject("partials/share.njk", first, [['<p class="share"', '<p class="share mine"']]);
  own.eject("partials/pager.njk", first, []);
  own.files.set(
    "layouts/home.njk",
    '{% extends "@theme/layouts/home.njk" %}\n{% block browse %}<p>Mine</p>{{ super() }}{% endblock %}\n',
  );
  own.files.set(
    "layouts/page.njk",
    '{% extends "@theme/layouts/page.njk" %}\n{% block content %}{{ super() }}{% endblock %}\n',
  );
  own.files.set("texts/en.json", '{ "texts": { "skip": "Jump", "tags": "Labels" } }\n');
  own.files.set("pages/matrix", "# My own table\n");
  return own;
}

const told = (own: Owner, theme: typeof first): ReadonlyMap<string, Diagnosis> =>
  new Map(diagnose(own, theme).map((one) => [one.path, one]));

/** State, and words that must be said, by path. */
type Expected = Readonly<Record<string, readonly [State, ...string[]]>>;

function holds(found: ReadonlyMap<string, Diagnosis>, expected: Expected): void {
  assert.equal(
    Object.fromEntries([...found].map(([path, { state }]) => [path, state])),
    Object.fromEntries(Object.entries(expected).map(([path, [state]]) => [path, state])),
  );
  for (const [path, [, ...words]] of Object.entries(expected)) {
    const one = found.get(path) as Diagnosis;
    const text = [...one.facts, one.todo].join(" | ");
    for (const word of words) assert.ok(text.includes(word), `${path}: ${word}\n${text}`);
  }
}

const SAFE: Expected = {
  "feeds/atom.njk": ["safe"],
  "layouts/article.njk": ["safe"],
  "layouts/home.njk": ["safe", "builds on the theme's file"],
  "layouts/page.njk": ["safe"],
  "pages/matrix": ["safe", "in the place of a generated page"],
  "partials/byline.njk": ["safe"],
  "partials/footer.njk": ["safe", "made from the theme's file of 1.0.0, which has not changed"],
  "partials/key-facts.njk": ["safe"],
  "partials/pager.njk": ["identical", "word for word", "Delete it."],
  "partials/share.njk": ["safe"],
  "partials/sources.njk": ["safe"],
  "partials/topics.njk": ["safe"],
  "scripts/theme.ts": ["safe"],
  "styles/_tokens.scss": ["safe"],
  "styles/parts/_footer.scss": ["safe"],
  "texts/en.json": ["safe"],
};

const AFTER_SECOND: Expected = {
  ...SAFE,
  "layouts/article.njk": [
    "broken",
    'since 1.0.0: the block "trust" is new',
    'the field "view.minutesText" is new',
    "`vervain theme merge layouts/article.njk`",
  ],
  "partials/footer.njk": ["stale", "1 line came (line 9 ", "1 line went"],
  "partials/byline.njk": [
    "moved",
    "the theme moved it to partials/head/byline.njk in 1.1.0; the old path counts until the next major version",
    "Rename it",
  ],
  "partials/topics.njk": ["stale", '"<dl class="topics" data-pagefind-ignore>"'],
  "partials/key-facts.njk": [
    "broken",
    'it reads "view.keyFacts", which no view model has (ArticlePage had it)',
    'the field "view.facts" is new',
  ],
  "feeds/atom.njk": ["stale", '"<generator>Vervain</generator>"'],
  "styles/_tokens.scss": [
    "stale",
    '"calm" is new',
    '"mark" was (#ffe58a, #5c4a00) and is (#ffe070, #5c4a00)',
  ],
  "styles/parts/_footer.scss": ["stale", "padding-block: 2rem;"],
  "scripts/theme.ts": ["stale", 'the function "copyLinks" is gone', 'the function "copyAnchors" is new'],
};

test("overrides: what was just taken is safe, the unchanged one is named", () =>
  holds(told(owner(), first), SAFE));

test("overrides: after a release each that fell behind is named, with what changed, and no other", () =>
  holds(told(owner(), second), AFTER_SECOND));

test("overrides: after two releases nothing is lost in silence: removed files, renamed blocks, texts and pages are named", () =>
  holds(told(owner(), third), {
    ...AFTER_SECOND,
    "layouts/home.njk": [
      "dead",
      'the theme has no block "browse" there, so what it holds is printed nowhere. Did you mean "browser"?',
    ],
    "pages/matrix": ["moved", "the theme moved it to pages/overview in 1.2.0"],
    "partials/share.njk": [
      "dead",
      "it was made from the theme's file of 1.0.0, and 1.2.0 has none of that path",
    ],
    "partials/sources.njk": ["stale", '<ol class="numbered">'],
    "texts/en.json": ["dead", 'the theme has no text "skip".'],
  }));

test("overrides: with the next major version an old path no longer counts, and that is said", () => {
  const fourth = nextRelease(third, "2.0.0", { edits: {} });
  const found = told(owner(), fourth);
  assert.is(found.get("partials/byline.njk")?.state, "dead");
  assert.equal(found.get("partials/byline.njk")?.facts, [
    "the theme moved it to partials/head/byline.njk in 1.1.0, and the old path no longer counts",
  ]);
});

test("overrides: at least eight of ten copies merge clean, keep the owner's words and have the theme's", () => {
  const own = owner();
  const copies = [...AFTER_SECOND_COPIES];
  const conflicts = copies.map(([path]) => own.merge(path, third));
  assert.ok(conflicts.filter((count) => count === 0).length >= 8, String(conflicts));
  for (const [at, [path, mine, theirs]] of copies.entries()) {
    const text = own.files.get(path === "partials/byline.njk" ? "partials/head/byline.njk" : path) ?? "";
    assert.ok(text.includes(mine) && text.includes(theirs), path);
    assert.is(text.includes("<<<<<<<"), conflicts[at] !== 0, path);
  }
});

const AFTER_SECOND_COPIES: readonly (readonly [path: string, mine: string, theirs: string])[] = [
  ["layouts/article.njk", "page article mine", "block trust"],
  ["partials/footer.njk", "disclaimer mine", 'translate="no"'],
  ["partials/byline.njk", "byline mine", "view.minutesText"],
  ["partials/topics.njk", "<dt>Mine</dt>", "data-pagefind-ignore"],
  ["partials/key-facts.njk", "{{ fact }}.", "view.facts"],
  ["feeds/atom.njk", "<!-- mine -->", "<generator>"],
  ["styles/_tokens.scss", "#ffffff", '"calm"'],
  ["styles/parts/_footer.scss", "50em", "padding-block: 2rem;"],
  ["scripts/theme.ts", "// Mine.", "copyAnchors"],
  ["partials/sources.njk", "<!-- mine -->", 'class="numbered"'],
];

test("overrides: after merging only what waits for its owner is left", () => {
  const own = owner();
  for (const [path] of AFTER_SECOND_COPIES) own.merge(path, third);
  const failing = [...told(own, third)]
    .filter(([, { state }]) => FAILING.includes(state))
    .map(([path, { state }]) => `${path} ${state}`);
  assert.equal(failing, [
    "layouts/home.njk dead",
    "pages/matrix moved",
    "partials/key-facts.njk conflict",
    "partials/share.njk dead",
    "texts/en.json dead",
  ]);
});

test("overrides: both sides of the same lines stand between marks, with what they were", () => {
  const own = owner();
  assert.is(own.merge("partials/key-facts.njk", third), 1);
  const text = own.files.get("partials/key-facts.njk") ?? "";
  assert.match(
    text,
    /<<<<<<< yours\n<ul>[\s\S]*\n\|\|\|\|\|\|\| the theme's, 1\.0\.0\n<ul>[\s\S]*\n=======\n<ul>[\s\S]*\n>>>>>>> the theme's, 1\.2\.0\n/,
  );
  assert.equal(told(own, third).get("partials/key-facts.njk")?.facts, [
    "line 3: marks of a merge that was not ended",
  ]);
});

test("overrides: lines that end as on Windows are the same lines, and end so after a merge", () => {
  const own = owner();
  const path = "partials/footer.njk";
  own.files.set(path, (own.files.get(path) as string).replaceAll("\n", "\r\n"));
  assert.is(told(own, first).get(path)?.state, "safe");
  assert.is(own.merge(path, second), 0);
  assert.not.match(own.files.get(path) ?? "", /[^\r]\n/);
});

for (const [path, near] of [
  ["partials/foter.njk", "partials/footer.njk"],
  ["layouts/articles.njk", "layouts/article.njk"],
  ["styles/_token.scss", "styles/_tokens.scss"],
  ["styles/parts/_byline.css.scss", null],
  ["partials/newsletter.njk", null],
  ["macros/footer.njk", null],
] as const) {
  test(`overrides: ${path} is ${near === null ? "the owner's own affair" : `asked about: ${near}`}`, () => {
    const own = new Owner();
    own.files.set(path, "<p>Mine</p>");
    const found = told(own, first).get(path);
    assert.is(found?.todo ?? null, near === null ? null : `Did you mean "${near}"? Rename it.`);
  });
}

test("overrides: a copy that nobody recorded is said to be one, and what it reads in vain is named all the same", () => {
  const own = new Owner();
  own.files.set("partials/share.njk", "<p>{{ view.title }}</p>");
  own.files.set("partials/sources.njk", "<p>{{ view.sorces }} {{ view.title }}</p>");
  const found = told(own, first);
  assert.is(found.get("partials/share.njk")?.state, "unrecorded");
  assert.is(found.get("partials/sources.njk")?.state, "broken");
  assert.match(found.get("partials/sources.njk")?.facts[0] ?? "", 'the nearest field is "sources"');
});

test("overrides: an original that was changed or lost in .vervain is not taken for one", () => {
  const own = owner();
  own.baseOf = () => null;
  const found = told(own, second).get("partials/footer.njk");
  assert.is(found?.state, "stale");
  assert.match(found?.facts[0] ?? "", "the changes cannot be named");
});

test.run();
