import { ELEMENT_RULES, type ElementRule } from "./chrome.ts";
import { folded } from "./escape.ts";
import { elementsOf, lineOf, namesOf } from "./page.ts";
import type { Stripped } from "./types.ts";

/** Longest class or id word that is looked at. */
const NAME_LIMIT = 60;
/** An element that holds more of the page's words than this share is not chrome, whatever it is called. */
const MOST_OF_PAGE = 0.5;
/** Words left when comments go; fewer, and the "comments" were the article. */
const ARTICLE_MINIMUM = 200;

/** Takes the elements that are chrome out of the page and says which. */
export function stripElements(root: Element): Stripped[] {
  const total = lengthOf(root);
  const stripped: Stripped[] = [];
  for (const [rule, element] of chromeElements(root)) {
    if (!root.contains(element) || isArticle(element, rule, total)) continue;
    const text = folded(element.textContent ?? "");
    if (text !== "") stripped.push({ rule, text, line: lineOf(element) });
    element.remove();
  }
  return stripped;
}

function* chromeElements(root: Element): Generator<readonly [rule: string, element: Element]> {
  for (const { rule, selector } of ELEMENT_RULES) {
    if (selector) for (const element of [...root.querySelectorAll(selector)]) yield [rule, element];
  }
  for (const element of [...elementsOf(root)]) {
    const rule = ruleByName(element) ?? ruleByTag(element);
    if (rule) yield [rule, element];
  }
}

const BY_NAME: readonly (ElementRule & { readonly names: RegExp })[] = ELEMENT_RULES.flatMap((rule) =>
  rule.names ? [{ ...rule, names: rule.names }] : [],
);

function ruleByName(element: Element): string | null {
  if (/^(?:BODY|HTML|MAIN|H[1-6]|P)$/.test(element.tagName)) return null;
  const names = namesOf(element).filter((name) => name.length <= NAME_LIMIT);
  return BY_NAME.find((rule) => names.some((name) => rule.names.test(name)))?.rule ?? null;
}

/** Tags that are chrome in some places only. */
function ruleByTag(element: Element): string | null {
  switch (element.tagName) {
    case "HEADER":
      return !inArticle(element) && !element.querySelector("h1, h2") ? "page-header" : null;
    case "FOOTER":
      return !inArticle(element) || !hasProse(element) ? "page-footer" : null;
    case "ASIDE":
      return !inArticle(element) || linkShare(element) > 0.4 ? "sidebar" : null;
    case "FORM":
      return hasProse(element) ? null : "form-field";
    case "BUTTON":
      return isAccordion(element) ? null : "form-field";
    default:
      return isHidden(element) ? "hidden" : null;
  }
}

function inArticle(element: Element): boolean {
  return element.parentElement?.closest("article, main, [role=main]") != null;
}

function hasProse(element: Element): boolean {
  return [...element.querySelectorAll("p, li")].some((part) => lengthOf(part) > 200 && linkShare(part) < 0.5);
}

/** A button that opens a section is that section's heading. */
function isAccordion(button: Element): boolean {
  const names = namesOf(button).join(" ");
  const heading = button.closest("h1, h2, h3, h4, h5, h6, summary");
  if (heading) return lengthOf(heading) <= lengthOf(button) + 2;
  return button.hasAttribute("aria-expanded") || /accordion|collaps|toggle-title|question/.test(names);
}

/** Names of panels that a click opens: hidden on the saved page, and the author's text. */
const PANEL = /accordion|panel|answer|collaps|tab|content|toggle|faq|more/;

function isPanel(element: Element): boolean {
  return element.querySelector("p, li") !== null || PANEL.test(namesOf(element).join(" "));
}

/** Not shown, short, and not the panel of an accordion. */
function isHidden(element: Element): boolean {
  const style = element.getAttribute("style") ?? "";
  const isDecoration = element.getAttribute("aria-hidden") === "true";
  const isUnseen = /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) && !isPanel(element);
  return (isDecoration || isUnseen) && lengthOf(element) < 80;
}

function linkShare(element: Element): number {
  const length = lengthOf(element);
  const linked = [...element.querySelectorAll("a")].reduce((sum, link) => sum + lengthOf(link), 0);
  return length === 0 ? 0 : linked / length;
}

/** Characters of an element's text, white space folded. */
export function lengthOf(element: Element): number {
  return (element.textContent ?? "").replace(/\s+/g, " ").length;
}

function isArticle(element: Element, rule: string, total: number): boolean {
  const length = lengthOf(element);
  if (rule === "comments" || rule === "comment-form") return total - length < ARTICLE_MINIMUM;
  return (
    length > total * MOST_OF_PAGE ||
    (length > 40 && element.querySelector("h1") !== null && rule !== "hidden")
  );
}
