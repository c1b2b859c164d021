import { quote } from "../../problem.ts";
import type { PageFacts } from "../page/facts.ts";
import { family } from "../rule.ts";
import { onIndexed, onRead } from "./on-pages.ts";

/** Characters of a title that results show; more are cut. */
const TITLE_LIMIT = 70;

/** Characters of a description: fewer say little, more are cut. */
const DESCRIPTION_RANGE = [40, 200] as const;

const TITLE = "<h1>Massage for sleep</h1>";

function h1s(page: PageFacts): readonly string[] {
  return page.headings
    .filter((heading) => heading.level === 1 && heading.isVisible)
    .map((heading) => heading.text);
}

export const pageTitleRules = family("page", [
  {
    name: "title",
    severity: "error",
    what: "The page has one title with words in it.",
    why: "WCAG 2.2, 2.4.2; Google, title links.",
    good: { html: TITLE },
    bad: { html: TITLE, head: "<title> </title>" },
    check: onRead(({ page }, report) => {
      if (page.titles.length === 0) report("expected a <title>, received none. Add one that names the page.");
      else if (page.titles.length > 1)
        report(`expected one <title>, received ${page.titles.length}. Keep one.`);
      else if (page.titles[0] === "")
        report("expected a <title> with words, received an empty one. Name the page.");
    }),
  },
  {
    name: "title-length",
    severity: "note",
    what: `A title has at most ${TITLE_LIMIT} characters.`,
    why: "Google, title links: long ones are cut.",
    good: { html: TITLE },
    bad: { html: TITLE, head: `<title>${"Massage for sleep ".repeat(6)}</title>` },
    check: onIndexed(({ page }, report) => {
      const length = [...(page.titles[0] ?? "")].length;
      if (length > TITLE_LIMIT)
        report(
          `expected at most ${TITLE_LIMIT} characters in <title>, received ${length}. Put what matters first.`,
        );
    }),
  },
  {
    name: "description",
    severity: "warning",
    what: "The page has one meta description with words in it.",
    why: "Google, snippets.",
    good: { html: TITLE },
    bad: { html: TITLE, head: `<meta name="description" content="">` },
    check: onIndexed(({ page }, report) => {
      const found = page.metas.get("description") ?? [];
      if (found.length === 0)
        report(`expected <meta name="description">, received none. Say in a sentence what the page holds.`);
      else if (found.length > 1) report(`expected one meta description, received ${found.length}. Keep one.`);
      else if (found[0]!.trim() === "")
        report(
          "expected a meta description with words, received an empty one. Say in a sentence what the page holds.",
        );
    }),
  },
  {
    name: "description-length",
    severity: "note",
    what: `A meta description has ${DESCRIPTION_RANGE[0]} to ${DESCRIPTION_RANGE[1]} characters.`,
    why: "Google, snippets: short ones are replaced, long ones are cut.",
    good: { html: TITLE },
    bad: { html: TITLE, head: `<meta name="description" content="Sleep.">` },
    check: onIndexed(({ page }, report) => {
      const length = [...(page.metas.get("description")?.[0]?.trim() ?? "")].length;
      if (length > 0 && (length < DESCRIPTION_RANGE[0] || length > DESCRIPTION_RANGE[1]))
        report(
          `expected ${DESCRIPTION_RANGE[0]} to ${DESCRIPTION_RANGE[1]} characters in the meta description, received ${length}. Rewrite it.`,
        );
    }),
  },
  {
    name: "h1",
    severity: "error",
    what: "The page has exactly one visible h1, with words in it.",
    why: "WCAG 2.2, 1.3.1 and 2.4.6; one page, one title.",
    good: { html: TITLE },
    bad: { html: `${TITLE}<h1>And rest</h1>` },
    check: onRead(({ page }, report) => {
      const found = h1s(page);
      if (found.length !== 1)
        report(
          `expected one h1, received ${found.length === 0 ? "none" : found.map((text) => quote(text)).join(", ")}. ${found.length === 0 ? "Give the page a title." : "Make the others h2."}`,
        );
    }),
  },
  {
    name: "heading-empty",
    severity: "error",
    what: "No heading is empty.",
    why: "WCAG 2.2, 2.4.6: screen readers list headings.",
    good: { html: `${TITLE}<h2>Benefits</h2>` },
    bad: { html: `${TITLE}<h2> </h2>` },
    check: onRead(({ page }, report) => {
      for (const heading of page.headings)
        if (heading.isVisible && !heading.hasName)
          report(
            `expected words in every heading, received an empty h${heading.level}. Fill it or leave it out.`,
          );
    }),
  },
  {
    name: "heading-order",
    severity: "warning",
    what: "Headings go down one level at a time.",
    why: "WCAG 2.2, 1.3.1; a skipped level hides the structure from those who jump by headings.",
    good: { html: `${TITLE}<h2>Benefits</h2><h3>Sleep</h3>` },
    bad: { html: `${TITLE}<h3>Sleep</h3>` },
    check: onRead(({ page }, report) => {
      let last = 0;
      for (const { level, text, isVisible } of page.headings) {
        if (!isVisible) continue;
        if (last > 0 && level > last + 1)
          report(
            `expected h${last + 1} after h${last}, received h${level} ${quote(text)}. Do not skip levels.`,
          );
        last = level;
      }
    }),
  },
]);
