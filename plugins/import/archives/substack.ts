import { folded } from "../escape.ts";
import { nameOf, stemOf, type Tree } from "../folders/tree.ts";
import { linkParagraph } from "../frames.ts";
import {
  type DocumentState,
  type LeftItem,
  type Part,
  type Source,
  type SourceDocument,
  UNKNOWN_SITE,
} from "../model.ts";
import { documentWith, leftParts, wholeSource } from "../whole.ts";
import { csvRows } from "./csv.ts";
import { documentOf, withoutElements } from "./html-pieces.ts";

type Row = Readonly<Record<string, string>>;

/** Columns of posts.csv that go into the article, and where. */
const TAKEN: Readonly<Record<string, string>> = {
  post_date: "date",
  title: "title",
  subtitle: "description",
  is_published: "who sees it",
  audience: "who sees it",
  podcast_url: "the text",
  post_id: "the address",
  type: "who sees it",
};

/** The export of a Substack newsletter: posts.csv and a page for each. Lists of subscribers are not opened. null for other archives. */
export function openSubstack(tree: Tree, siteUrl: string | null): Source | null {
  const table = tree.files.find((path) => nameOf(path) === "posts.csv");
  if (table === undefined) return null;
  const rows = csvRows(tree.text(table) ?? "");
  const pages = new Map(
    tree.files.filter((path) => /\.html?$/i.test(path)).map((path) => [stemOf(nameOf(path)), path]),
  );
  const documents: SourceDocument[] = [];
  const left: LeftItem[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const id = row.post_id ?? "";
    const page = pages.get(id) ?? pages.get(id.split(".")[0] ?? "");
    const why = seen.has(id)
      ? "stands twice in the table; the first is taken"
      : page === undefined
        ? "the archive holds no page of it"
        : null;
    if (why === null) documents.push(textOf(row, page!, tree.text(page!) ?? "", siteUrl));
    else
      left.push({
        key: `${id || "row"} (${index + 2})`,
        title: folded(row.title ?? ""),
        file: table,
        line: index + 2,
        why,
        parts: leftParts("field", Object.keys(row).length, why),
      });
    seen.add(id);
  }
  const used = new Set(documents.map(({ file }) => file));
  for (const path of pages.values())
    if (!used.has(path) && /(?:^|\/)posts\//.test(path))
      left.push({
        key: path,
        title: nameOf(path),
        file: path,
        line: 1,
        why: "in no row of the table of posts",
        parts: [],
      });
  const others = tree.files.filter((path) => path !== table && !/\.html?$/i.test(path)).length;
  return wholeSource({
    source: `a Substack export (${tree.name})`,
    url: siteUrl,
    title: null,
    lang: null,
    authors: [],
    documents,
    left,
    parts:
      others === 0
        ? []
        : [
            {
              kind: "file",
              what: "other files",
              outcome: "left-out",
              why: "lists of subscribers and of who read what; not opened",
              count: others,
            },
          ],
    sums: {
      item: documents.length + left.length,
      author: 0,
      comment: 0,
      field: rows.reduce((sum, row) => sum + Object.keys(row).length, 0),
      term: 0,
    },
    addresses: new Set(),
  });
}

function textOf(row: Row, page: string, html: string, siteUrl: string | null): SourceDocument {
  const parts: Part[] = [];
  const document = documentOf(html);
  const body = document.querySelector("body")!;
  parts.push(
    ...withoutElements(
      body,
      ".subscription-widget-wrap, .subscription-widget-wrap-editor, .subscription-widget",
      "form to subscribe",
      "a form needs a server that takes it",
    ),
    ...withoutElements(
      body,
      ".paywall-jump, [data-component-name=PaywallToDOM]",
      "mark of the paywall",
      "nothing is paid for here",
    ),
  );
  const slug = (row.post_id ?? "").replace(/^\d+\.?/, "");
  const { state, why } = stateOf(row);
  const time = Date.parse(row.post_date ?? "");
  return documentWith({
    key: `post ${row.post_id ?? page}`,
    kind: row.type === "page" ? "page" : "article",
    file: page,
    title: folded(row.title ?? ""),
    slug,
    url: slug === "" || state === "draft" ? null : `${siteUrl ?? UNKNOWN_SITE}/p/${encodeURIComponent(slug)}`,
    state,
    ...(why === null ? {} : { hiddenWhy: why }),
    date: Number.isFinite(time) ? `${new Date(time).toISOString().slice(0, 19)}Z` : null,
    body: heard(row) + body.innerHTML,
    description: folded(row.subtitle ?? "") || null,
    parts: [...parts, ...columnParts(row)],
  });
}

/** A link to what an episode lets hear. */
function heard({ podcast_url: address = "", title = "" }: Row): string {
  return /^https?:\/\/\S+$/i.test(address) ? linkParagraph(address, folded(title) || address) : "";
}

/** Who may read a text; what only some could is hidden. */
function stateOf({ is_published: isPublished = "", audience = "everyone" }: Row): {
  readonly state: DocumentState;
  readonly why: string | null;
} {
  if (!/^(?:true|1)$/i.test(isPublished)) return { state: "draft", why: null };
  return /^(?:everyone|public|)$/i.test(audience)
    ? { state: "published", why: null }
    : { state: "private", why: `for ${audience.replaceAll("_", " ")} at the source` };
}

function columnParts(row: Row): readonly Part[] {
  return Object.entries(row).map(([name, value]) => {
    const to = TAKEN[name];
    if (to !== undefined && value !== "") return { kind: "field", what: name, outcome: "kept", to };
    return {
      kind: "field",
      what: name,
      outcome: "left-out",
      why: value === "" ? "empty" : "of the newsletter by mail",
    };
  });
}
