import { pick, seeded } from "./random.ts";
import type { MadeComment, MadeFile, MadePost, MadeSite } from "./wxr.ts";

/** What a made-up export is mostly made of. */
export interface MadeShape {
  /** Posts and pages. */
  readonly count: number;
  /** Words of a text. */
  readonly words: number;
  /** Most comments of a text, and words of one. */
  readonly comments?: number;
  readonly commentWords?: number;
  /** Pictures of a text, each a file of the media library. */
  readonly pictures?: number;
}

const WORDS = "warm bath sleep rest tea breath walk slow evening 睡眠 чай café quiet C# hand foot".split(" ");
const SITE = "https://old.example";

/** A made-up site that holds what real ones do: equal slugs, zones, zeros for dates, serialised PHP, CDATA in CDATA, threads with addresses in them. The same for a seed. */
export function madeSite(seed: number, shape: MadeShape): MadeSite {
  const random = seeded(seed);
  const posts = Array.from({ length: shape.count }, (_, index) => madePost(index, shape, random));
  const people = ["Ann", "Bo", "睡眠"].map((name, at) => ({
    login: `user${at}`,
    name,
    mail: `user${at}@desk.example`,
  }));
  return {
    url: SITE,
    version: pick(["1.0", "1.1", "1.2"], random),
    prefix: "wp",
    permalinks: pick(["date", "name", "plain", "html"], random),
    people,
    posts,
    files: posts.flatMap((_, index) => filesOf(index, shape)),
  };
}

function textOf(length: number, random: () => number): string {
  return Array.from({ length }, () => pick(WORDS, random)).join(" ");
}

function filesOf(index: number, { pictures = 0 }: MadeShape): MadeFile[] {
  return Array.from({ length: pictures }, (_, at) => ({
    path: `2020/0${1 + (index % 9)}/a-picture-of-a-warm-evening-${index}-${at}.jpg`,
    alt: "A cup of tea on a table beside a window",
    parent: index,
  }));
}

function madePost(index: number, shape: MadeShape, random: () => number): MadePost {
  const paragraphs = Array.from({ length: Math.max(1, Math.round(shape.words / 60)) }, () =>
    textOf(60, random),
  );
  const extras = pick(
    [
      "",
      '[gallery ids="1,2"]',
      "<ul>\n<li>one\n<li>two</ul>",
      '[box a="]"]x[/box]',
      "<!-- wp:paragraph --><p>b</p><!-- /wp:paragraph -->",
      "a ]]> b",
      "<table><tr><td>a</td><td>b</td></tr></table>",
    ],
    random,
  );
  const pictures = filesOf(index, shape).map(
    ({ path, alt }) => `<img src="${SITE}/wp-content/uploads/${path}" alt="${alt}">`,
  );
  const isPage = random() < 0.05;
  return {
    type: isPage ? "page" : "post",
    status: pick(
      ["publish", "publish", "publish", "publish", "draft", "private", "future", "pending", "trash"],
      random,
    ),
    password: random() < 0.02 ? "sesame99" : "",
    title: textOf(4, random),
    slug: random() < 0.05 ? "same" : `${textOf(3, random).replace(/[ #]/g, "-")}-${index}`,
    date: `20${10 + (index % 14)}-0${1 + (index % 9)}-1${index % 10} 1${index % 10}:30:00`,
    offset: pick([null, 0, 60, -300, 345], random),
    author: index % 3,
    content: [...paragraphs, ...pictures, extras].join("\n\n"),
    categories: [pick(["Sleep", "Rest", "Uncategorized"], random)],
    tags: [pick(WORDS, random)],
    fields: [
      ["_edit_last", "1"],
      ["x", 'a:1:{s:1:"k";s:5:"a]]>b";}'],
    ],
    comments: madeComments(index, shape, random),
  };
}

function madeComments(
  index: number,
  { comments = 3, commentWords = 20 }: MadeShape,
  random: () => number,
): readonly MadeComment[] {
  return Array.from({ length: Math.floor(random() * (comments + 1)) }, (_, at) => ({
    author: textOf(2, random),
    mail: `reader${index}.${at}@mail.example`,
    network: `203.0.113.${index % 250}`,
    approved: pick(["1", "1", "0", "spam"] as const, random),
    type: "comment",
    parent: at > 0 ? at - 1 : null,
    words: random() < 0.1 ? `mail reader${index}.${at}@mail.example` : textOf(commentWords, random),
  }));
}
