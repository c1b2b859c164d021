import { type AddressFacts, atCommas, type BlogKind, datedName, MARKDOWN, REPOSITORYS } from "./kind.ts";
import { folderOf, nameOf, stemOf, type Tree } from "./tree.ts";
import { field, wordsOf } from "./values.ts";

/** A folder of Markdown that belongs to no blog software that is known here. */
export function plainFolder(tree: Tree): BlogKind {
  return {
    source: "Markdown with front matter",
    url: null,
    title: null,
    lang: null,
    zone: "UTC",
    author: null,
    rules: { zone: "UTC", splits: (_name, text) => atCommas(text), isList: () => false },
    tags: "none",
    isKramdown: false,
    hidesFuture: true,
    entryOf: (path) => {
      if (!MARKDOWN.test(path)) return null;
      if (REPOSITORYS.test(nameOf(path)) && !/^(?:---|\+\+\+|\{)/.test(tree.text(path) ?? ""))
        return { why: "about the repository, without front matter" };
      const stem = stemOf(path);
      const { date, slug } = datedName(
        /^_?index$/.test(nameOf(stem)) ? nameOf(folderOf(stem)) || "index" : nameOf(stem),
      );
      return { path, kind: null, isDraft: /(?:^|\/)_?drafts\//.test(path), date, slug, lang: null };
    },
    defaultsOf: () => ({}),
    addressOf: ownAddress,
    servedAt: (path) => `/${path}`,
    nameOf: (author) => author,
    lookUp: () => null,
    includeOf: () => null,
    feedIdOf: () => null,
  };
}

/** The address that a text gives itself; a folder without software has none of its own. */
function ownAddress({ fields }: AddressFacts): string | null {
  const own = wordsOf(field(fields, "permalink", "url"));
  return own !== null && /^\/(?!\/)[^{}:]*$/.test(own) ? own : null;
}
