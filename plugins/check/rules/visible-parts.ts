import { quote } from "../../article/problem.ts";
import { addresses, all, has, isOf, nodesOf, textOf, textsOf, valuesOf } from "../graph/main.ts";
import { isNode } from "../graph/read.ts";
import type { Graph, Node } from "../graph/types.ts";
import type { Heading, PageFacts } from "../page/facts.ts";
import { imageShown, linksTo } from "../page/lookup.ts";
import { matchesAny } from "../page/selector.ts";
import { family, type PageContext } from "../rule.ts";
import { fragmentOf, pageKey, parseUrl } from "../urls.ts";
import { bare, sharesWords, showsTitle, withoutMarkup } from "../words.ts";

const PAGE = {
  "@type": "MedicalWebPage",
  "@id": "https://example.org/page/",
  url: "https://example.org/page/",
  name: "Massage for sleep",
};
const ARTICLE = {
  "@type": "BlogPosting",
  "@id": "https://example.org/page/#article",
  headline: "Massage for sleep",
};
const TITLE = "<h1>Massage for sleep</h1>";
const section = (name: string, anchor: string) => ({
  graph: {
    ...ARTICLE,
    hasPart: {
      "@type": "HealthTopicContent",
      name,
      url: `https://example.org/page/#${anchor}`,
      hasHealthAspect: { "@id": "https://schema.org/BenefitsHealthAspect" },
    },
  },
});
const item = (position: number, name: string, anchor: string) => ({
  "@type": "ListItem",
  position,
  name,
  url: `https://example.org/page/#${anchor}`,
});
const list = (...items: object[]) => ({
  graph: { "@type": "ItemList", name: "Benefits", itemListElement: items },
});
const BENEFITS = `${TITLE}<h2>Benefits</h2><h3 id="rest">Better rest</h3><p>…</p><h3 id="mood">Better mood</h3><p>…</p>`;
const TWO = list(item(1, "Better rest", "rest"), item(2, "Better mood", "mood"));
const QUESTION = {
  "@type": "Question",
  name: "How often?",
  acceptedAnswer: { "@type": "Answer", text: "Two sessions a week." },
};
const CRUMBS = {
  graph: {
    "@type": "BreadcrumbList",
    itemListElement: [
      { "@type": "ListItem", position: 1, name: "Home", item: "https://example.org/" },
      { "@type": "ListItem", position: 2, name: "Massage for sleep" },
    ],
  },
};
const TRAIL = `<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li>Massage for sleep</li></ol></nav>${TITLE}`;
const SOURCE = {
  ...ARTICLE,
  citation: { "@type": "WebPage", name: "Insomnia", url: "https://www.nhs.uk/conditions/insomnia/" },
};
const PICTURE = {
  "@type": "ImageObject",
  url: "https://example.org/img/hands-1600.jpg",
  contentUrl: "https://example.org/img/hands-1600.jpg",
  caption: "Two hands",
  creditText: "Photo: Pat Camera",
};
const FIGURE = `${TITLE}<figure><img src="/img/hands-800.jpg" alt="Two hands on a back" width="8" height="5"><figcaption>Two hands. Photo: Pat Camera</figcaption></figure>`;

function listItems(node: Node): readonly Node[] {
  return valuesOf(node, "itemListElement").filter(isNode);
}

function itemName(graph: Graph, listItem: Node): string | null {
  const inner = nodesOf(graph, listItem, "item")[0];
  return (
    textOf(listItem, "name") ??
    (inner === undefined ? null : (textOf(inner, "name") ?? textOf(inner, "headline")))
  );
}

/** Fragment of an address on this page; "" when it is elsewhere or has none. */
function ownAnchor(address: string | null, url: string | null): string {
  if (address === null || url === null || pageKey(address) !== pageKey(url)) return "";
  return fragmentOf(address);
}

function headingAt(page: PageFacts, anchor: string): Heading | undefined {
  return anchor === "" ? undefined : page.headings.find((heading) => heading.ids.includes(anchor));
}

/** Parts of the page's own article and page node, sections and questions alike, at any depth. */
function partsOf(graph: Graph, nodes: readonly Node[]): readonly Node[] {
  const found = new Set<Node>();
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const part of [...nodesOf(graph, node, "hasPart"), ...nodesOf(graph, node, "mainEntity")]) {
      if (found.has(part)) continue;
      found.add(part);
      open.push(part);
    }
  }
  return [...found];
}

/** Images of the page itself, not those of people or things it refers to. */
function ownImages({ graph, main }: PageContext): readonly Node[] {
  const isProfile = main.page !== null && isOf(main.page, "ProfilePage");
  const holders = [...main.both, ...(isProfile ? nodesOf(graph, main.page, "mainEntity") : [])];
  const found = holders.flatMap((node) => [
    ...nodesOf(graph, node, "image"),
    ...nodesOf(graph, node, "primaryImageOfPage"),
  ]);
  return [...new Set(found)].filter((node) => isOf(node, "ImageObject"));
}

/** Headings of the list's level that stand between its first and last but are not in it. */
function headingsLeftOut(page: PageFacts, anchors: readonly string[]): readonly Heading[] {
  const places = anchors.map((anchor) => page.headings.findIndex((heading) => heading.ids.includes(anchor)));
  if (places.length < 2 || places.includes(-1)) return [];
  const level = page.headings[places[0]!]!.level;
  if (places.some((place) => page.headings[place]!.level !== level)) return [];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const next = page.headings.findIndex((heading, at) => at > last && heading.level < level);
  const end = level > 2 ? (next === -1 ? page.headings.length : next) : last;
  return page.headings
    .slice(first, end)
    .filter((heading, at) => heading.isVisible && heading.level === level && !places.includes(first + at));
}

/** Names of crumbs that the visible trail (the whole page, where no trail is recognised) does not show in their order. */
function crumbsUnseen(
  graph: Graph,
  page: PageFacts,
  list: Node,
): readonly (readonly [at: number, name: string])[] {
  const names = listItems(list).map((each) => itemName(graph, each) ?? "");
  const isTrail = page.trails.length > 0;
  const shown = ` ${bare(isTrail ? page.trails[0]!.text : page.text.raw())} `;
  let from = 0;
  return [...names.entries()].filter(([at, name]) => {
    const words = bare(name);
    const found = words === "" ? from : shown.indexOf(` ${words} `, isTrail ? from : 0);
    if (found !== -1) {
      from = found + words.length;
      return false;
    }
    // The last crumb is the page itself: its heading shows it.
    return (
      at < names.length - 1 ||
      !page.headings.some((heading) => heading.isVisible && showsTitle(heading.text, name))
    );
  });
}

/** True when the pages of the crumbs are linked one after the other somewhere on the page. */
function hasRunOfLinks(graph: Graph, page: PageFacts, list: Node, url: string): boolean {
  const wanted = listItems(list)
    .flatMap((each) => addresses(graph, each, "item").slice(0, 1))
    .filter((address) => !isHere(address, url))
    .map(pageKey);
  const linked = page.links
    .filter((link) => link.isVisible)
    .map((link) => pageKey(parseUrl(link.href, url)?.href ?? ""));
  return (
    wanted.length === 0 || linked.some((_, from) => wanted.every((key, at) => linked[from + at] === key))
  );
}

export const visiblePartRules = family("visible", [
  {
    name: "breadcrumb-visible",
    severity: "error",
    what: "The items of the BreadcrumbList are the breadcrumb that readers see, in the same order.",
    why: "Google, Breadcrumb structured data and sd-policies.",
    good: { ...CRUMBS, html: TRAIL },
    bad: { ...CRUMBS, html: TRAIL.replace(">Home<", ">Start<") },
    check({ graph, page, main, url }, report) {
      const own = main.page === null ? [] : nodesOf(graph, main.page, "breadcrumb");
      for (const node of own.length > 0 ? own : all(graph, "BreadcrumbList").slice(0, 1)) {
        for (const [at, name] of crumbsUnseen(graph, page, node)) {
          report(
            `${node.path}.itemListElement[${at}].name: expected ${quote(name)} in the visible breadcrumb, received ${page.trails.length > 0 ? quote(page.trails[0]!.text) : "no breadcrumb"}. Build both from one list.`,
          );
        }
        if (page.trails.length === 0 && url !== null && !hasRunOfLinks(graph, page, node, url)) {
          report(
            `${node.path}: expected a visible breadcrumb with links to its pages, received none. Show it, or take it from the graph.`,
          );
        }
      }
    },
  },
  {
    name: "breadcrumb-links",
    severity: "error",
    what: "The visible breadcrumb and the graph lead to the same pages, in the same number.",
    why: "Google, sd-policies: a true representation of the page content.",
    good: { ...CRUMBS, html: TRAIL },
    bad: {
      ...CRUMBS,
      html: TRAIL.replace(
        `<li><a href="/">Home</a></li>`,
        `<li><a href="/">Home</a></li><li><a href="/">Therapies</a></li>`,
      ),
    },
    check({ graph, page, url }, report) {
      const [trail, node] = [page.trails[0], all(graph, "BreadcrumbList")[0]];
      if (trail === undefined || node === undefined || url === null) return;
      const items = listItems(node);
      const shown = trail.links.filter(
        (link) =>
          link.isVisible && (parseUrl(link.href, url)?.pathname ?? "") !== "" && !isHere(link.href, url),
      );
      const named = items
        .flatMap((each) => addresses(graph, each, "item").slice(0, 1))
        .filter((address) => !isHere(address, url));
      if (shown.length !== named.length)
        return report(
          `${node.path}: expected ${shown.length} pages above this one, as the breadcrumb shows, received ${named.length}. Build both from one list.`,
        );
      shown.forEach((link, at) => {
        if (pageKey(parseUrl(link.href, url)!.href) !== pageKey(named[at]!))
          report(
            `${node.path}.itemListElement[${at}].item: expected ${quote(parseUrl(link.href, url)!.href)}, where the breadcrumb leads, received ${quote(named[at])}. Build both from one list.`,
          );
      });
    },
  },
  {
    name: "list-item-visible",
    severity: "error",
    what: "Every item of a list in the graph is on the page.",
    why: "Google, sd-policies: mark up only what readers see.",
    good: { ...TWO, html: BENEFITS },
    bad: { ...TWO, html: BENEFITS.replace("Better mood", "Good temper") },
    check({ graph, page }, report) {
      for (const node of all(graph, "ItemList")) {
        if (isOf(node, "BreadcrumbList") || isOf(node, "HowToStep")) continue;
        for (const [at, each] of listItems(node).entries()) {
          const name = itemName(graph, each);
          if (name !== null && name.trim() !== "" && !page.content.has(name))
            report(
              `${node.path}.itemListElement[${at}].name: expected ${quote(name)} in the visible text, received none. Show it, or take it from the list.`,
            );
        }
      }
    },
  },
  {
    name: "list-item-anchor",
    severity: "error",
    what: "An item's address leads to the heading that has its name.",
    why: "A reader who follows the item must find it (schema.org, ListItem.url).",
    good: { ...TWO, html: BENEFITS },
    bad: { ...list(item(1, "Better rest", "mood"), item(2, "Better mood", "rest")), html: BENEFITS },
    check({ graph, page, url }, report) {
      for (const node of all(graph, "ItemList")) {
        for (const each of listItems(node)) {
          const name = itemName(graph, each);
          const heading = headingAt(page, ownAnchor(textOf(each, "url"), url));
          if (name === null || heading === undefined || showsTitle(heading.text, name)) continue;
          const meant = page.headings.find((other) => other.ids.length > 0 && showsTitle(other.text, name));
          if (meant !== undefined)
            report(
              `${each.path}.url: expected #${meant.ids[0]}, where ${quote(name)} stands, received #${fragmentOf(textOf(each, "url")!)}. Correct the address.`,
            );
        }
      }
    },
  },
  {
    name: "list-complete",
    severity: "error",
    what: "A list in the graph leaves out none of the headings it is made from.",
    why: "Nine benefits on the page are nine in the list (Google, sd-policies; HONcode, honesty of titles).",
    good: { ...TWO, html: BENEFITS },
    bad: {
      ...TWO,
      html: BENEFITS.replace(`<h3 id="mood">`, `<h3 id="calm">More calm</h3><p>…</p><h3 id="mood">`),
    },
    check({ graph, page, url }, report) {
      for (const node of all(graph, "ItemList")) {
        if (isOf(node, "BreadcrumbList")) continue;
        const anchors = listItems(node).map((each) => ownAnchor(textOf(each, "url"), url));
        const left = anchors.includes("") ? [] : headingsLeftOut(page, anchors);
        if (left.length > 0)
          report(
            `${node.path}: expected all ${anchors.length + left.length} items that the page shows, received ${anchors.length}, without ${left.map((heading) => quote(heading.text)).join(", ")}. Add them to the list.`,
          );
      }
    },
  },
  {
    name: "list-item-link",
    severity: "error",
    what: "An item that is another page is linked from this one.",
    why: "Google, sd-policies: mark up only what readers see.",
    good: {
      ...list({ "@type": "ListItem", position: 1, name: "Rest", url: "https://example.org/rest/" }),
      html: `${TITLE}<a href="/rest/">Rest</a>`,
    },
    bad: {
      ...list({ "@type": "ListItem", position: 1, name: "Rest", url: "https://example.org/rest/" }),
      html: `${TITLE}<p>Rest</p>`,
    },
    check({ graph, page, url }, report) {
      if (url === null) return;
      for (const node of all(graph, "ItemList")) {
        if (isOf(node, "BreadcrumbList")) continue;
        for (const each of listItems(node)) {
          const address = textOf(each, "url");
          if (
            address !== null &&
            /^https?:/i.test(address) &&
            pageKey(address) !== pageKey(url) &&
            !linksTo(page, url, address)
          )
            report(
              `${each.path}.url: expected a visible link to ${quote(address)}, received none. Link it, or take it from the list.`,
            );
        }
      }
    },
  },
  {
    name: "section-name",
    severity: "error",
    what: "A section in the graph has the name of the heading at its anchor.",
    why: "Google, sd-policies: a true representation of the page content.",
    good: { ...section("Benefits", "benefits"), html: `${TITLE}<h2 id="benefits">Benefits</h2>` },
    bad: { ...section("Benefits", "benefits"), html: `${TITLE}<h2 id="benefits">What helps</h2>` },
    check({ graph, main, page, url }, report) {
      for (const part of partsOf(graph, main.both)) {
        const name = textOf(part, "name");
        if (
          name === null ||
          name.trim() === "" ||
          !(isOf(part, "WebContent") || isOf(part, "WebPageElement"))
        )
          continue;
        const heading = headingAt(page, ownAnchor(textOf(part, "url") ?? part.id, url));
        if (
          heading === undefined
            ? page.content.has(name)
            : heading.isVisible && sharesWords(heading.text, name)
        )
          continue;
        report(
          `${part.path}.name: expected ${heading === undefined ? "a heading on the page" : quote(heading.text)}, received ${quote(name)}. Take the name from the heading.`,
        );
      }
    },
  },
  {
    name: "question-visible",
    severity: "error",
    what: "Questions and their answers are on the page, word for word.",
    why: "Google, FAQ structured data: all content must be visible; text in a closed <details> is.",
    good: {
      graph: { ...ARTICLE, hasPart: QUESTION },
      html: `${TITLE}<details><summary>How often?</summary><p>Two sessions a week.</p></details>`,
    },
    bad: {
      graph: { ...ARTICLE, hasPart: QUESTION },
      html: `${TITLE}<details><summary>How often?</summary><p>Ask your therapist.</p></details>`,
    },
    check({ graph, page }, report) {
      for (const question of all(graph, "Question")) {
        const asked = textOf(question, "name") ?? textOf(question, "text");
        if (asked !== null && !page.text.has(withoutMarkup(asked)))
          report(
            `${question.path}.name: expected the question in the visible text, received ${quote(asked)}, which is not there. Take it from the page.`,
          );
        for (const answer of [
          ...nodesOf(graph, question, "acceptedAnswer"),
          ...nodesOf(graph, question, "suggestedAnswer"),
        ]) {
          const text = textOf(answer, "text");
          if (text !== null && !page.text.has(withoutMarkup(text)))
            report(
              `${answer.path}.text: expected the answer in the visible text, received ${quote(text)}, which is not there. Take it from the page.`,
            );
        }
      }
    },
  },
  {
    name: "source-visible",
    severity: "error",
    what: "Every source in the graph is linked on the page; one without address is named there.",
    why: 'JAMA benchmark "attribution"; honest-markup rule 1.',
    good: {
      graph: SOURCE,
      html: `${TITLE}<ul><li><a href="https://www.nhs.uk/conditions/insomnia/">Insomnia</a></li></ul>`,
    },
    bad: { graph: SOURCE, html: `${TITLE}<p>Insomnia</p>` },
    check({ graph, main, page, url }, report) {
      for (const node of main.both) {
        for (const text of textsOf(node, "citation")) {
          const isThere = /^https?:/i.test(text)
            ? url === null || linksTo(page, url, text)
            : page.text.has(text);
          if (!isThere && text.trim() !== "")
            report(
              `${node.path}.citation: expected the source on the page, received ${quote(text)}, which is not there. List it, or drop it.`,
            );
        }
        for (const source of nodesOf(graph, node, "citation")) {
          const address =
            textOf(source, "url") ?? (source.id !== null && /^https?:/i.test(source.id) ? source.id : null);
          const name = textOf(source, "name") ?? textOf(source, "headline");
          const isThere =
            address !== null && url !== null
              ? linksTo(page, url, address)
              : name === null || page.text.has(name);
          if (!isThere)
            report(
              `${source.path}: expected the source ${quote(name ?? address)} linked on the page, received no visible link${address === null ? "" : ` to ${quote(address)}`}. List it, or drop it.`,
            );
        }
      }
    },
  },
  {
    name: "related-visible",
    severity: "error",
    what: "Related links in the graph are links on the page.",
    why: 'schema.org, relatedLink: "a link related to this web page"; honest-markup rule 1.',
    good: {
      graph: { ...PAGE, relatedLink: "https://example.org/rest/" },
      html: `${TITLE}<a href="/rest/">Rest</a>`,
    },
    bad: { graph: { ...PAGE, relatedLink: "https://example.org/rest/" }, html: TITLE },
    check({ main, page, url }, report) {
      if (main.page === null || url === null) return;
      for (const address of [
        ...textsOf(main.page, "relatedLink"),
        ...textsOf(main.page, "significantLink"),
      ]) {
        if (!linksTo(page, url, address))
          report(
            `${main.page.path}.relatedLink: expected a visible link to ${quote(address)}, received none. Link it, or take it from the graph.`,
          );
      }
    },
  },
  {
    name: "image-visible",
    severity: "error",
    what: "An image of the page or its article is shown on it, in any size.",
    why: "Google, Article structured data: images must be relevant, and belong to the page.",
    good: { graph: { ...ARTICLE, image: PICTURE }, html: FIGURE },
    bad: { graph: { ...ARTICLE, image: PICTURE }, html: FIGURE.replace("hands-800", "feet-800") },
    check(context, report) {
      const { graph, main, page, url } = context;
      if (url === null) return;
      const holders = main.both.flatMap((node) => [
        ...addresses(graph, node, "image"),
        ...addresses(graph, node, "primaryImageOfPage"),
      ]);
      for (const address of new Set([
        ...holders,
        ...ownImages(context).flatMap((node) => textsOf(node, "contentUrl")),
      ])) {
        if (
          /^https?:/i.test(address) &&
          imageShown(page, url, address) === "absent" &&
          !isNodeId(graph, address)
        )
          report(
            `image: expected an image that the page shows, received ${quote(address)}, which it does not. Show it, or take it from the graph.`,
          );
      }
    },
  },
  {
    name: "image-caption",
    severity: "error",
    what: "Caption and credit of an image are on the page.",
    why: "Licences ask for the credit where the image is shown; honest-markup rule 1.",
    good: { graph: { ...ARTICLE, image: PICTURE }, html: FIGURE },
    bad: { graph: { ...ARTICLE, image: PICTURE }, html: FIGURE.replace("Photo: Pat Camera", "") },
    check(context, report) {
      for (const node of ownImages(context)) {
        for (const property of ["caption", "creditText", "copyrightNotice"]) {
          const text = textOf(node, property);
          if (text === null || text.trim() === "" || context.page.text.has(text)) continue;
          const isAlt =
            property === "caption" &&
            context.page.images.some((image) => image.isVisible && sharesWords(image.alt ?? "", text));
          if (!isAlt)
            report(
              `${node.path}.${property}: expected ${quote(text)} in the visible text, received none. Show it with the image.`,
            );
        }
      }
    },
  },
  {
    name: "anchor-exists",
    severity: "error",
    what: 'Every address in the graph with "#" on this page leads to an element that readers can see.',
    why: "Honest-markup rule 2; a part with an address that does not exist is not there.",
    good: { ...section("Benefits", "benefits"), html: `${TITLE}<h2 id="benefits">Benefits</h2>` },
    bad: { ...section("Benefits", "benefit"), html: `${TITLE}<h2 id="benefits">Benefits</h2>` },
    check({ graph, page, url }, report) {
      if (url === null) return;
      for (const entry of graph.entries) {
        const address =
          typeof entry.value === "string" && /^https?:\S+#./i.test(entry.value) ? entry.value : null;
        const anchor = ownAnchor(address, url);
        if (
          anchor === "" ||
          anchor.startsWith(":~:") ||
          (graph.byId.has(address!) && entry.property !== "url")
        )
          continue;
        const element = page.ids.get(anchor);
        if (element === undefined)
          report(
            `${entry.node.path}.${entry.key}: expected an element with id="${anchor}" on the page, received none. Correct the address or give the element its id.`,
          );
        else if (!element.isVisible)
          report(
            `${entry.node.path}.${entry.key}: expected a visible element with id="${anchor}", received a hidden one. Show it, or take it from the graph.`,
          );
      }
    },
  },
  {
    name: "speakable-matches",
    severity: "error",
    what: "Every speakable selector matches something that readers see.",
    why: "Google, Speakable structured data: the selectors address content of the page.",
    good: {
      graph: { ...PAGE, speakable: { "@type": "SpeakableSpecification", cssSelector: ["#summary"] } },
      html: `${TITLE}<p id="summary">In short.</p>`,
    },
    bad: {
      graph: { ...PAGE, speakable: { "@type": "SpeakableSpecification", cssSelector: ["#summary"] } },
      html: `${TITLE}<p id="in-short">In short.</p>`,
    },
    check({ graph, page }, report) {
      for (const node of all(graph, "SpeakableSpecification")) {
        for (const selector of textsOf(node, "cssSelector")) {
          if (selector.trim() !== "" && matchesAny(selector, page.elements) === false)
            report(
              `${node.path}.cssSelector: expected a selector that matches visible content, received ${quote(selector)}. Correct it or drop it.`,
            );
        }
        for (const path of textsOf(node, "xpath")) {
          const id = /\[@id=["']([^"']+)["']\]$/.exec(path)?.[1];
          if (id !== undefined && page.ids.get(id)?.isVisible !== true)
            report(
              `${node.path}.xpath: expected a path that matches visible content, received ${quote(path)}. Correct it or drop it.`,
            );
        }
      }
    },
  },
  {
    name: "treatment-visible",
    severity: "error",
    what: "What the graph calls a treatment, symptom, cause or risk of a condition is named in the visible text.",
    why: "Honest-markup rule 4: a claim that is not in the text is not made.",
    good: {
      graph: {
        ...PAGE,
        mainEntity: {
          "@type": "MedicalCondition",
          name: "Insomnia",
          possibleTreatment: { "@type": "MedicalTherapy", name: "Massage" },
        },
        citation: SOURCE.citation,
      },
      html: `${TITLE}<h2>Treatments</h2><p>Massage</p><a href="https://www.nhs.uk/conditions/insomnia/">NHS</a>`,
    },
    bad: {
      graph: {
        ...PAGE,
        mainEntity: {
          "@type": "MedicalCondition",
          name: "Insomnia",
          possibleTreatment: { "@type": "MedicalTherapy", name: "Acupuncture" },
        },
        citation: SOURCE.citation,
      },
      html: `${TITLE}<h2>Treatments</h2><p>Massage</p><a href="https://www.nhs.uk/conditions/insomnia/">NHS</a>`,
    },
    check({ graph, main, page }, report) {
      for (const entity of main.page === null ? [] : nodesOf(graph, main.page, "mainEntity")) {
        if (!isOf(entity, "MedicalEntity")) continue;
        for (const property of STATED) {
          const texts = [
            ...textsOf(entity, property),
            ...nodesOf(graph, entity, property).flatMap((node) => textsOf(node, "name").slice(0, 1)),
          ];
          for (const text of texts) {
            if (!/^https?:/.test(text) && !page.content.has(text))
              report(
                `${entity.path}.${property}: expected ${quote(text)} in the visible text, received none. Say it on the page with its source, or take it from the graph.`,
              );
          }
        }
      }
    },
  },
  {
    name: "comment-visible",
    severity: "error",
    what: "Comments in the graph are on the page, with their authors.",
    why: "Google, sd-policies: mark up only what readers see.",
    good: {
      graph: {
        ...ARTICLE,
        comment: {
          "@type": "Comment",
          author: { "@type": "Person", name: "Kim" },
          datePublished: "2026-05-03",
          text: "Thank you.",
        },
      },
      html: `${TITLE}<p>Kim: Thank you.</p>`,
    },
    bad: {
      graph: {
        ...ARTICLE,
        comment: {
          "@type": "Comment",
          author: { "@type": "Person", name: "Kim" },
          datePublished: "2026-05-03",
          text: "Thank you.",
        },
      },
      html: TITLE,
    },
    check({ graph, page }, report) {
      for (const node of graph.nodes) {
        if (node.isReference || !node.types.includes("Comment") || !has(node, "text")) continue;
        const names = nodesOf(graph, node, "author").flatMap((author) => textsOf(author, "name"));
        for (const words of [withoutMarkup(textOf(node, "text") ?? ""), ...names])
          if (!page.text.has(words))
            report(
              `${node.path}: expected ${quote(words)} in the visible text, received none. Show the comment, or take it from the graph.`,
            );
      }
    },
  },
]);

/** What a graph may state of a therapy or condition in the page's own words. */
const STATED = [
  "possibleTreatment",
  "primaryPrevention",
  "secondaryPrevention",
  "signOrSymptom",
  "riskFactor",
  "cause",
  "contraindication",
  "seriousAdverseOutcome",
];

function isHere(address: string, url: string): boolean {
  return pageKey(parseUrl(address, url)?.href ?? address) === pageKey(url);
}

/** An image given by reference to a node without address: another rule's business. */
function isNodeId(graph: Graph, address: string): boolean {
  return graph.byId.has(address) && fragmentOf(address) !== "";
}
