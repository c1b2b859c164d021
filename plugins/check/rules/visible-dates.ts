import { quote } from "../../problem.ts";
import { dayOf, isDayInText } from "../dates.ts";
import { isOf, textOf } from "../graph/main.ts";
import type { Node } from "../graph/types.ts";
import { family, type PageContext } from "../rule.ts";

const ARTICLE = {
  "@type": "BlogPosting",
  "@id": "https://example.org/page/#article",
  headline: "Massage for sleep",
};

const PAGE = {
  "@type": "MedicalWebPage",
  "@id": "https://example.org/page/",
  url: "https://example.org/page/",
  name: "Massage for sleep",
};

const TITLE = "<h1>Massage for sleep</h1>";

/** Properties that carry dates readers are meant to see. */
const SHOWN_DATES = ["datePublished", "dateModified", "lastReviewed"] as const;

/** True when the day is shown: in a visible `<time>`, or written out in the text. */
export function isDayShown({ page }: PageContext, date: string): boolean {
  const day = dayOf(date);
  if (day === null) return true;
  const isMarked = page.times.some(
    (time) => time.isVisible && time.text !== "" && time.datetime !== null && isSameDay(time.datetime, date),
  );
  return isMarked || isDayInText(day, page.text.plain(), page.lang ?? "en");
}

/** Same calendar day as written, or the same moment in another zone. */
function isSameDay(a: string, b: string): boolean {
  if (a.slice(0, 10) === b.slice(0, 10)) return true;
  return a.length > 10 && b.length > 10 && Date.parse(a) === Date.parse(b);
}

/** Names of the dates a page must show: all of an article and of a health page; none of a plain page. */
function shownDates(node: Node): readonly string[] {
  if (isOf(node, "Article") || isOf(node, "MedicalWebPage")) return SHOWN_DATES;
  return textOf(node, "lastReviewed") === null ? [] : ["lastReviewed"];
}

export const visibleDateRules = family("visible", [
  {
    name: "date-visible",
    severity: "error",
    what: "The dates of an article or a health page are shown: published, updated, reviewed.",
    why: 'JAMA benchmark "currency"; Google, Article structured data: dates in markup and on the page agree.',
    good: {
      graph: { ...ARTICLE, datePublished: "2026-05-02" },
      html: `${TITLE}<p><time datetime="2026-05-02">2 May 2026</time></p>`,
    },
    bad: {
      graph: { ...ARTICLE, datePublished: "2026-05-02" },
      html: `${TITLE}<p><time datetime="2026-05-03">3 May 2026</time></p>`,
    },
    check(context, report) {
      for (const node of context.main.both) {
        for (const property of shownDates(node)) {
          const date = textOf(node, property);
          if (date !== null && !isDayShown(context, date))
            report(
              `${node.path}.${property}: expected ${quote(date.slice(0, 10))} in a visible <time> or in the text, received none. Show the date, or correct it.`,
            );
        }
      }
    },
  },
  {
    name: "page-dates-agree",
    severity: "error",
    what: "The page node and its article give the same dates.",
    why: "They describe one text; two answers cannot both be shown.",
    good: {
      graph: [
        { ...PAGE, datePublished: "2026-05-02", mainEntity: { "@id": ARTICLE["@id"] } },
        { ...ARTICLE, datePublished: "2026-05-02" },
      ],
      html: `${TITLE}<p>2 May 2026</p>`,
    },
    bad: {
      graph: [
        { ...PAGE, datePublished: "2026-05-01", mainEntity: { "@id": ARTICLE["@id"] } },
        { ...ARTICLE, datePublished: "2026-05-02" },
      ],
      html: `${TITLE}<p>1 May 2026, 2 May 2026</p>`,
    },
    check({ main }, report) {
      if (main.page === null || main.article === null) return;
      for (const property of ["datePublished", "dateModified"]) {
        const [page, article] = [textOf(main.page, property), textOf(main.article, property)];
        if (
          page !== null &&
          article !== null &&
          dayOf(page) !== null &&
          dayOf(article) !== null &&
          !isSameDay(page, article)
        )
          report(
            `${main.article.path}.${property}: expected ${quote(page)} as at ${main.page.path}, received ${quote(article)}. Make them agree.`,
          );
      }
    },
  },
]);
