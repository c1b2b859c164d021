import { quote } from "../../problem.ts";
import { nameOf } from "../graph/label.ts";
import { all, has, isOf, nodesOf, textOf } from "../graph/main.ts";
import { missing } from "../graph/missing.ts";
import { family } from "../rule.ts";
import { pageKey } from "../urls.ts";

const ADA = { "@type": "Person", name: "Ada Example", url: "https://example.org/authors/ada/" };

const ORGANIZATION = { "@type": "Organization", name: "Rest", url: "https://example.org/" };

export const googleSiteRules = family("google", [
  {
    name: "profile",
    severity: "error",
    what: "A ProfilePage has a Person or Organization with a name as its mainEntity.",
    why: "Google, Profile page structured data: required properties.",
    good: { graph: { "@type": "ProfilePage", name: "Ada Example", mainEntity: ADA } },
    bad: { graph: { "@type": "ProfilePage", name: "Ada Example", about: ADA } },
    check({ graph }, report) {
      for (const node of all(graph, "ProfilePage")) {
        const entities = nodesOf(graph, node, "mainEntity").filter((entity) => !entity.isReference);
        const isFine = entities.some(
          (entity) =>
            (isOf(entity, "Person") || isOf(entity, "Organization")) &&
            (has(entity, "name") || has(entity, "alternateName")),
        );
        if (!isFine)
          report(
            `${node.path}: expected a mainEntity of type Person or Organization with a name, received ${entities.map(nameOf).join(", ") || "none"}. Name whose profile it is.`,
          );
      }
    },
  },
  {
    name: "organization",
    severity: "error",
    what: "The publisher has a name.",
    why: "Google, Organization structured data; a publisher without name names nobody.",
    good: {
      graph: { "@type": "WebSite", name: "Rest", url: "https://example.org/", publisher: ORGANIZATION },
    },
    bad: {
      graph: {
        "@type": "WebSite",
        name: "Rest",
        url: "https://example.org/",
        publisher: { "@type": "Organization", url: "https://example.org/" },
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "CreativeWork")) {
        for (const publisher of nodesOf(graph, node, "publisher")) {
          if (
            !publisher.isReference &&
            publisher.types.length > 0 &&
            !has(publisher, "name") &&
            !has(publisher, "legalName")
          )
            report(`${publisher.path}: expected a name, received ${nameOf(publisher)}. Name the publisher.`);
        }
      }
    },
  },
  {
    name: "organization-logo",
    severity: "note",
    what: "The site's Organization has an address and a logo.",
    why: "Google, Organization structured data: url and logo are recommended.",
    good: { graph: { ...ORGANIZATION, logo: "https://example.org/logo.png" } },
    bad: { graph: ORGANIZATION },
    check({ graph }, report) {
      for (const node of graph.nodes) {
        if (!node.isTop || node.isReference || !isOf(node, "Organization")) continue;
        for (const property of missing(node, ["url", "logo"]))
          report(
            `${node.path}: expected ${property}, received ${nameOf(node)} without. Add it where there is one.`,
          );
      }
    },
  },
  {
    name: "site-name",
    severity: "error",
    what: "A WebSite node has name and url.",
    why: "Google, Site names: both are required on the home page.",
    good: { graph: { "@type": "WebSite", name: "Rest", url: "https://example.org/" } },
    bad: {
      graph: { "@type": "WebSite", "@id": "https://example.org/#website", url: "https://example.org/" },
    },
    check({ graph }, report) {
      for (const node of all(graph, "WebSite")) {
        if (!node.isTop) continue;
        for (const property of missing(node, ["name", "url"]))
          report(`${node.path}: expected ${property}, received ${nameOf(node)} without. Add it.`);
      }
    },
  },
  {
    name: "site-address",
    severity: "error",
    what: "The WebSite's url is the address of the home page.",
    why: "Google, Site names: url is the canonical address of the home page.",
    good: { graph: { "@type": "WebSite", name: "Rest", url: "https://example.org/" } },
    bad: { graph: { "@type": "WebSite", name: "Rest", url: "https://example.com/" } },
    check({ graph, options }, report) {
      if (options.siteUrl === null) return;
      for (const node of all(graph, "WebSite")) {
        const url = node.isTop ? textOf(node, "url") : null;
        if (
          url !== null &&
          /^https?:/i.test(url) &&
          !`${pageKey(options.siteUrl)}/`.startsWith(`${pageKey(url)}/`)
        )
          report(
            `${node.path}.url: expected ${quote(options.siteUrl)}, received ${quote(url)}. Write the address of the home page.`,
          );
      }
    },
  },
  {
    name: "search-action",
    severity: "note",
    what: "No SearchAction.",
    why: "Google ended the sitelinks search box in November 2024.",
    good: { graph: { "@type": "WebSite", name: "Rest", url: "https://example.org/" } },
    bad: {
      graph: {
        "@type": "WebSite",
        name: "Rest",
        url: "https://example.org/",
        potentialAction: { "@type": "SearchAction", target: "https://example.org/?q={q}" },
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "SearchAction"))
        report(`${node.path}: expected none, received SearchAction. It can go; it brings nothing any more.`);
    },
  },
]);
