import { folded } from "../escape.ts";
import type { Tree } from "../folders/tree.ts";
import { nameOf, stemOf } from "../folders/tree.ts";
import type { LeftItem, Part, Source, SourceDocument } from "../model.ts";
import { documentWith, wholeSource } from "../whole.ts";
import { documentOf } from "./html-pieces.ts";

/** Whether a page is one of a Medium export. */
export function isMediumPage(html: string): boolean {
  return /class="[^"]*\bgraf\b/.test(html) && /class="[^"]*\b(?:p-canonical|e-content|h-entry)\b/.test(html);
}

/** Texts of a Medium export: the archive, or pages of it. null where there are none. */
export function openMedium(tree: Tree): Source | null {
  const pages = tree.files.filter(
    (path) => /\.html?$/i.test(path) && (/(?:^|\/)posts\//.test(path) || !path.includes("/")),
  );
  const documents: SourceDocument[] = [];
  const left: LeftItem[] = [];
  for (const path of pages) {
    const html = tree.text(path) ?? "";
    if (!isMediumPage(html)) {
      if (/(?:^|\/)posts\//.test(path))
        left.push({
          key: path,
          title: nameOf(path),
          file: path,
          line: 1,
          why: "no text of Medium's",
          parts: [],
        });
    } else documents.push(textOf(path, html));
  }
  if (documents.length === 0) return null;
  const authors = [...new Set(documents.flatMap((document) => document.authors))];
  const others = tree.files.length - pages.length;
  return wholeSource({
    source: `a Medium export (${tree.name})`,
    url: ownHost(documents),
    title: null,
    lang: null,
    authors: authors.map((name) => ({ key: name, name, description: null })),
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
              why: "claps, lists and settings of the account",
              count: others,
            },
          ],
    sums: { item: documents.length + left.length, author: authors.length, comment: 0, field: 0, term: 0 },
    addresses: new Set(),
  });
}

/** Medium's own hosts: nobody's site can answer for them. */
const MEDIUMS = /(?:^|\.)medium\.com$/i;

function isOwn(address: string): boolean {
  return URL.canParse(address) && !MEDIUMS.test(new URL(address).hostname);
}

function ownHost(documents: readonly SourceDocument[]): string | null {
  const found = documents.find(({ url }) => url !== null)?.url;
  return found ? new URL(found).origin : null;
}

function textOf(path: string, html: string): SourceDocument {
  const document = documentOf(html);
  const parts: Part[] = [];
  const name = stemOf(nameOf(path));
  const isDraft = name.startsWith("draft_");
  const canonical = document.querySelector(".p-canonical")?.getAttribute("href") ?? "";
  const body = document.querySelector(".e-content, [data-field=body]") ?? document.querySelector("body")!;
  const title = folded(
    document.querySelector(".p-name")?.textContent ?? document.querySelector("title")?.textContent ?? "",
  );
  const subtitle = folded(document.querySelector(".p-summary")?.textContent ?? "");
  const time = document.querySelector("time.dt-published")?.getAttribute("datetime") ?? null;
  const author = folded(document.querySelector(".p-author")?.textContent ?? "");
  withoutSecondTitle(body, title, subtitle, parts);
  raised(body);
  // The line over the first part is Medium's own; text between its rules is code.
  for (const line of [...body.querySelectorAll(".section--first .section-divider")]) line.remove();
  for (const pre of [...body.querySelectorAll("pre")])
    if (pre.querySelector("code") === null) pre.innerHTML = `<code>${pre.innerHTML}</code>`;
  const slug = name.replace(/^(?:draft|\d{4}-\d{2}-\d{2})_/, "").replace(/-+[0-9a-f]{8,12}$/, "");
  const id = /([0-9a-f]{8,12})$/.exec(name)?.[1];
  const links = [canonical, id === undefined ? "" : `https://medium.com/p/${id}`].filter((one) =>
    /^https?:/.test(one),
  );
  const time0 =
    time === null
      ? (/^(\d{4}-\d{2}-\d{2})_/.exec(name)?.[1] ?? null)
      : `${new Date(Date.parse(time)).toISOString().slice(0, 19)}Z`;
  return documentWith({
    key: path,
    file: path,
    title,
    slug,
    url: !isDraft && isOwn(canonical) ? canonical : null,
    linkUrls: isDraft ? [] : links,
    state: isDraft ? "draft" : "published",
    date: time0,
    authors: author === "" ? [] : [author],
    description: subtitle || null,
    body: body.innerHTML,
    feedId: isDraft || id === undefined ? null : `https://medium.com/p/${id}`,
    parts,
  });
}

/** The title and the subtitle stand in the text again. */
function withoutSecondTitle(body: Element, title: string, subtitle: string, parts: Part[]): void {
  const first = [...body.querySelectorAll("h1, h2, h3, h4, p")].slice(0, 2);
  for (const element of first) {
    const words = folded(element.textContent ?? "");
    if (words === "" || (words !== title && words !== subtitle)) continue;
    element.remove();
    parts.push({
      kind: "text",
      what: "the title in the text",
      outcome: "changed",
      why: "it stands above the text already",
    });
  }
}

/** Medium sets headings as h3 and h4; below the page's title they are h2 and h3. */
function raised(body: Element): void {
  for (const [from, to] of [
    ["h3", "h2"],
    ["h4", "h3"],
  ] as const)
    for (const heading of [...body.querySelectorAll(from)]) {
      const other = heading.ownerDocument.createElement(to);
      other.innerHTML = heading.innerHTML;
      heading.replaceWith(other);
    }
}
