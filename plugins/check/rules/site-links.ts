import { didYouMean } from "../../closest.ts";
import { quote } from "../../problem.ts";
import { family, type SiteReport } from "../rule.ts";
import type { SiteFacts, Target } from "../site/facts.ts";
import { hasAnchor, knownPaths, resolve } from "../site/resolve.ts";
import { fragmentOf } from "../urls.ts";

const TITLE = "<h1>Massage for sleep</h1>";

const other = (head: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}</head><body><h1>Rest</h1></body></html>`;

const REST = other(
  `<title>Rest</title><meta name="description" content="How to rest well after a long day of work."><link rel="canonical" href="https://example.org/rest/">`,
);

/** Reports every page that leads to a target for which `fault` has a message. */
function eachTarget(
  site: SiteFacts,
  kind: Target["kind"],
  report: SiteReport,
  fault: (target: Target) => ((as: string, where: string) => string) | null,
): void {
  for (const target of site.targets) {
    if (target.kind !== kind) continue;
    const message = fault(target);
    if (message === null) continue;
    for (const { path, as, where } of target.from) report(path, message(as, where), as);
  }
}

function isMissing(site: SiteFacts, address: string): boolean {
  return resolve(site, address).kind === "missing";
}

export const siteLinkRules = family("site", [
  {
    name: "link-broken",
    severity: "error",
    what: "Every link to the site itself leads to a page, a file or a redirect of it.",
    why: "A dead link helps no reader (WCAG 2.2, 2.4.4; Google, crawlable links).",
    good: { html: `${TITLE}<a href="/rest/">Rest</a>`, files: { "rest/index.html": REST } },
    bad: { html: `${TITLE}<a href="/rests/">Rest</a>`, files: { "rest/index.html": REST } },
    checkSite(site, report) {
      eachTarget(site, "link", report, ({ address }) => {
        if (!isMissing(site, address)) return null;
        const meant = didYouMean(address.replace(/[?#].*$/s, ""), knownPaths(site));
        return (as) =>
          `expected a page or file of the site, received a link to ${quote(as)}, which is not there.${meant || " Correct or remove the link."}`;
      });
    },
  },
  {
    name: "anchor-broken",
    severity: "error",
    what: 'Every link with "#" leads to an element with that id.',
    why: "The reader lands at the top of the page instead (HTML, section 7.4.6.4).",
    good: { html: `${TITLE}<a href="#more">More</a><h2 id="more">More</h2>` },
    bad: { html: `${TITLE}<a href="#mores">More</a><h2 id="more">More</h2>` },
    checkSite(site, report) {
      eachTarget(site, "link", report, ({ address }) => {
        const found = resolve(site, address);
        if (found.kind !== "page" || found.page.refreshTo !== null || hasAnchor(found.page, address))
          return null;
        const meant = didYouMean(fragmentOf(address), found.page.ids.split("\n"));
        return (as) =>
          `expected an element with id=${quote(fragmentOf(address))} in ${found.page.path}, received a link to ${quote(as)} without one.${meant || " Correct the link or give the element its id."}`;
      });
    },
  },
  {
    name: "resource-broken",
    severity: "error",
    what: "Every image, style sheet, script, feed and preview that a page names exists.",
    why: "A missing file is a hole in the page.",
    good: { html: `${TITLE}<img src="/img/a.jpg" alt="Two hands">`, files: { "img/a.jpg": "" } },
    bad: { html: `${TITLE}<img src="/img/b.jpg" alt="Two hands">`, files: { "img/a.jpg": "" } },
    checkSite(site, report) {
      eachTarget(site, "resource", report, ({ address, from }) => {
        if (!isMissing(site, address) || from.every((each) => each.where === "form action")) return null;
        return (as, where) =>
          `expected a file of the site in ${where}, received ${quote(as)}, which is not there. Add the file or correct the address.`;
      });
    },
  },
  {
    name: "graph-address",
    severity: "error",
    what: "Every address of the site in a graph leads to a page, an anchor or a file of it.",
    why: "Google, general guidelines: images and pages named in markup can be fetched.",
    good: {
      html: `${TITLE}<p><a href="/rest/">Rest</a></p>`,
      graph: { "@type": "WebPage", name: "Massage for sleep", relatedLink: "https://example.org/rest/" },
      files: { "rest/index.html": REST },
    },
    bad: {
      html: `${TITLE}<p>Rest</p>`,
      graph: { "@type": "WebPage", name: "Massage for sleep", relatedLink: "https://example.org/rests/" },
      files: { "rest/index.html": REST },
    },
    checkSite(site, report) {
      eachTarget(site, "graph", report, ({ address }) => {
        if (/\{.*\}|%7B/i.test(address)) return null;
        const found = resolve(site, address);
        if (found.kind === "missing")
          return (as, where) =>
            `${where}: expected an address of the site, received ${quote(as)}, which is not there. Correct it or leave it out.`;
        return null;
      });
    },
  },
  {
    name: "graph-anchor",
    severity: "error",
    what: 'An address in a graph with "#" on another page of the site leads to an element there.',
    why: "Honest-markup rule 2: every anchor in the graph exists.",
    good: {
      html: TITLE,
      graph: {
        "@type": "Organization",
        name: "Rest",
        correctionsPolicy: "https://example.org/rest/#corrections",
      },
      files: { "rest/index.html": REST.replace("<h1>", `<h1 id="corrections">`) },
    },
    bad: {
      html: TITLE,
      graph: {
        "@type": "Organization",
        name: "Rest",
        correctionsPolicy: "https://example.org/rest/#corrections",
      },
      files: { "rest/index.html": REST },
    },
    checkSite(site, report) {
      for (const target of site.targets) {
        if (target.kind !== "graph" || fragmentOf(target.address) === "") continue;
        const found = resolve(site, target.address);
        if (found.kind !== "page" || hasAnchor(found.page, target.address)) continue;
        for (const { path, as, where } of target.from) {
          if (path !== found.page.path && !site.definitions.has(as))
            report(
              path,
              `${where}: expected an element with id=${quote(fragmentOf(target.address))} in ${found.page.path}, received ${quote(as)}. Correct the address or give the element its id.`,
            );
        }
      }
    },
  },
]);
