import type { Article } from "../article/types.ts";
import { closest } from "../closest.ts";
import { type Problem, quote } from "../problem.ts";
import { type AddressBook, articleAt, type InternalLink, readInternalLink } from "./addresses.ts";

/** What links on a site may lead to. */
export interface LinkTargets {
  readonly addresses: AddressBook;
  /** Articles by id with their address, for their anchors. */
  readonly articles: ReadonlyMap<string, { readonly article: Article; readonly url: string }>;
  /** Paths of other pages ("/about/", "/therapies/reiki/"): known to be there, their anchors are not. */
  readonly otherPaths: ReadonlySet<string>;
}

/** Links in an article to a page or a place on a page that is not there, as warnings in order of line. */
export function checkLinks(id: string, targets: LinkTargets): Problem[] {
  const own = targets.articles.get(id);
  if (!own) return [];
  const { article, url } = own;
  return article.blocks.flatMap(({ links }) =>
    links.flatMap(({ href, line }) => {
      const link = readInternalLink(href, { url, file: article.file }, targets.addresses);
      const message = link && faultOf(link, href, id, targets);
      return message
        ? [{ file: article.file, line, field: "link", message, severity: "warning" as const }]
        : [];
    }),
  );
}

function faultOf(link: InternalLink, href: string, id: string, targets: LinkTargets): string | null {
  const target = href.trim().startsWith("#") ? id : articleAt(targets.addresses, link);
  if (target === null) return isElsewhere(link, targets) ? null : missingPage(link, href, targets);
  if (link.anchor === "" || link.anchor === "top") return null;
  const anchors = anchorsOf(targets.articles.get(target)?.article);
  if (anchors === null || anchors.has(link.anchor)) return null;
  const near = closest(link.anchor, anchors);
  const advice = near === null ? "" : ` Did you mean ${quote(`#${near}`)}?`;
  return `expected a heading of ${quote(targets.articles.get(target)!.article.title)}, received ${quote(`#${link.anchor}`)}.${advice}`;
}

/** A page of another kind, or a file (an image, a PDF) that the build does not look into. */
function isElsewhere({ path, file }: InternalLink, { otherPaths }: LinkTargets): boolean {
  if (file !== null) return false;
  return path === "/" || otherPaths.has(path) || otherPaths.has(`${path}/`) || /\.[a-z0-9]{1,5}$/i.test(path);
}

function missingPage({ path, file }: InternalLink, href: string, { addresses }: LinkTargets): string {
  const near =
    file === null ? closest(path, addresses.byPath.keys()) : closest(file, addresses.byFile.keys());
  const suggested = file === null && near !== null && near !== "/" ? `${near}/` : near;
  const advice = suggested === null ? "" : ` Did you mean ${quote(suggested)}?`;
  return `expected the address of a page, received ${quote(href)}.${advice}`;
}

function anchorsOf(article: Article | undefined): Set<string> | null {
  if (!article) return null;
  return new Set([...article.sections, ...article.blocks].map(({ anchor }) => anchor).filter(Boolean));
}
