import type { Book, CreativeWork, MedicalScholarlyArticle, WebPage } from "schema-dts";
import type { ArticleFacts } from "../facts.ts";
import { type GraphNode, present } from "../types.ts";

/** Writers' words for a published study and the MeSH publication type each stands for. */
const PUBLICATION_TYPES: Readonly<Record<string, string | undefined>> = {
  "meta-analysis": "Meta-Analysis",
  "systematic review": "Systematic Review",
  review: "Review",
  "randomized controlled trial": "Randomized Controlled Trial",
  "randomised controlled trial": "Randomized Controlled Trial",
  rct: "Randomized Controlled Trial",
  trial: "Clinical Trial",
  "clinical trial": "Clinical Trial",
  "observational study": "Observational Study",
  "case report": "Case Reports",
  "case reports": "Case Reports",
};

/** Words for a published study that MeSH has no publication type for. */
const STUDIES = new Set([
  "study",
  "journal article",
  "paper",
  "article",
  "cohort study",
  "survey",
  "pilot study",
]);

/** A source of the article: a study, a book, or a page that says so. */
export function citationNode({
  title,
  url,
  publisher,
  year,
  type,
}: ArticleFacts["sources"][number]): GraphNode {
  const kind = (type ?? "").trim().toLowerCase();
  const shared = {
    name: title,
    url: present(url),
    datePublished: year === null ? undefined : String(year),
    publisher: publisher === null ? undefined : ({ "@type": "Organization", name: publisher } as const),
  };
  const publicationType = PUBLICATION_TYPES[kind];
  if (publicationType !== undefined || STUDIES.has(kind))
    return {
      "@type": "MedicalScholarlyArticle",
      ...shared,
      publicationType,
    } satisfies MedicalScholarlyArticle;
  if (kind === "book") return { "@type": "Book", ...shared } satisfies Book;
  if (url === null) return { "@type": "CreativeWork", ...shared } satisfies CreativeWork;
  return { "@type": "WebPage", ...shared } satisfies WebPage;
}
