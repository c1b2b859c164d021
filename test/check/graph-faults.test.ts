import { test } from "uvu";
import * as assert from "uvu/assert";
import { checkFiles } from "./pages.ts";
import type { Fault } from "./site/fault.ts";
import { seeded } from "./site/fault.ts";
import { IDS, ROOT, ref } from "./site/graphs.ts";
import { ARTICLE, filesOf, type SmallSite, smallSite } from "./site/site.ts";

type GraphNodes = Record<string, unknown>[];
const CONDITION = "conditions/insomnia/index.html";
const PROFILE = "authors/ben-example/index.html";
const top = ({ graphs }: SmallSite, id: string) => graphs[ARTICLE]!.find((node) => node["@id"] === id)!;
const items = (list: Record<string, unknown>) => list.itemListElement as GraphNodes;
const drop = (nodes: GraphNodes, type: string) =>
  nodes.splice(
    nodes.findIndex((node) => node["@type"] === type),
    1,
  );
const set =
  (type: string, more: object, path?: string): Fault["seed"] =>
  (site) =>
    void Object.assign(site.node(type, path), more);
const unset =
  (type: string, property: string, path?: string): Fault["seed"] =>
  (site) =>
    void delete site.node(type, path)[property];

const faults: readonly Fault[] = [
  // Terms
  {
    what: "a type in lower case",
    rules: ["unknown-type"],
    seed: set("MedicalAudience", { "@type": "medicalAudience" }),
  },
  {
    what: "a type that does not exist",
    rules: ["unknown-type"],
    seed: set("MedicalAudience", { "@type": "HealthAudience" }),
  },
  {
    what: "a property in the wrong case",
    rules: ["unknown-property"],
    seed: set("MedicalAudience", { audiencetype: "x" }),
  },
  {
    what: "a property that does not exist",
    rules: ["unknown-property"],
    seed: set("BlogPosting", { medicalDisclaimer: "See a doctor." }),
  },
  { what: "a node without type", rules: ["missing-type"], seed: unset("MedicalAudience", "@type") },
  {
    what: "a superseded property",
    rules: ["superseded"],
    seed: set("MedicalWebPage", { significantLinks: `${ROOT}/policy/` }),
  },
  { what: "aspect on the page", rules: ["superseded"], seed: set("MedicalWebPage", { aspect: "Benefits" }) },
  {
    what: "benefits on a therapy",
    rules: ["domain"],
    seed: set("MedicalTherapy", { benefits: "Better sleep" }),
  },
  {
    what: "an indication on a therapy",
    rules: ["unknown-property"],
    seed: set("MedicalTherapy", { indication: { "@type": "MedicalCondition", name: "Insomnia" } }),
  },
  {
    what: "reviewedBy on the article",
    rules: ["domain"],
    seed: set("BlogPosting", { reviewedBy: ref(IDS.ben), lastReviewed: "2026-05-01" }),
  },
  {
    what: "hasHealthAspect on the page",
    rules: ["domain"],
    seed: set("MedicalWebPage", { hasHealthAspect: ref("https://schema.org/BenefitsHealthAspect") }),
  },
  {
    what: "a code on the page",
    rules: ["domain"],
    seed: set("MedicalWebPage", {
      code: { "@type": "MedicalCode", codeValue: "D007319", codingSystem: "MeSH" },
    }),
  },
  {
    what: "possibleTreatment on a therapy",
    rules: ["domain", "treatment-page"],
    seed: set("MedicalTherapy", { possibleTreatment: { "@type": "Drug", name: "x" } }),
  },
  {
    what: "jobTitle on an organization",
    rules: ["domain"],
    seed: set("Organization", { jobTitle: "Publisher" }),
  },
  { what: "@Type for @type", rules: ["keyword"], seed: set("BlogPosting", { "@Type": "Article" }) },
  // Values
  {
    what: "an enumeration member that does not exist",
    rules: ["enumeration-member"],
    seed: set("HealthTopicContent", { hasHealthAspect: ref("https://schema.org/DiagnosisHealthAspect") }),
  },
  {
    what: "a member of another enumeration",
    rules: ["enumeration-member"],
    seed: set("HealthTopicContent", { hasHealthAspect: ref("https://schema.org/ItemListUnordered") }),
  },
  {
    what: "a misspelt member as text",
    rules: ["enumeration-member"],
    seed: set("ItemList", { itemListOrder: "https://schema.org/ItemListUnorderd" }),
  },
  {
    what: "a member without its address",
    rules: ["enumeration-address"],
    seed: set("HealthTopicContent", { hasHealthAspect: "OverviewHealthAspect" }),
  },
  {
    what: "a date that does not exist",
    rules: ["date-invalid"],
    seed: set("MedicalScholarlyArticle", { datePublished: "2019-02-30" }),
  },
  {
    what: "a date in words",
    rules: ["date-invalid"],
    seed: set("MedicalScholarlyArticle", { datePublished: "May 2019" }),
  },
  {
    what: "a thirteenth month",
    rules: ["date-invalid"],
    seed: set("BlogPosting", { dateModified: "2026-13-02T10:30:00+01:00" }),
  },
  {
    what: "lastReviewed with a time",
    rules: ["date-only"],
    seed: set("MedicalWebPage", { lastReviewed: "2026-05-01T09:00:00+01:00" }),
  },
  {
    what: "a time without zone",
    rules: ["date-zone"],
    seed: set("BlogPosting", { datePublished: "2026-03-02T09:00:00" }),
  },
  {
    what: "dates swapped",
    rules: ["date-order", "page-dates-agree"],
    seed: set("BlogPosting", {
      datePublished: "2026-05-02T10:30:00+01:00",
      dateModified: "2026-03-02T09:00:00+00:00",
    }),
  },
  {
    what: "dates swapped on page and article",
    rules: ["date-order"],
    seed: (site) => {
      for (const type of ["MedicalWebPage", "BlogPosting"])
        Object.assign(site.node(type), {
          datePublished: "2026-05-02T10:30:00+01:00",
          dateModified: "2026-03-02T09:00:00+00:00",
        });
    },
  },
  {
    what: "a duration in words",
    rules: ["duration-invalid"],
    seed: set("BlogPosting", { timeRequired: "1 min" }),
  },
  {
    what: "a duration without T",
    rules: ["duration-invalid"],
    seed: set("BlogPosting", { timeRequired: "P6H" }),
  },
  {
    what: "a word count in words",
    rules: ["number-invalid"],
    seed: set("BlogPosting", { wordCount: "many" }),
  },
  { what: "half a word", rules: ["number-invalid"], seed: set("BlogPosting", { wordCount: 120.5 }) },
  {
    what: "a negative word count",
    rules: ["number-negative"],
    seed: set("BlogPosting", { wordCount: -120 }),
  },
  {
    what: "yes for true",
    rules: ["boolean-invalid"],
    seed: set("BlogPosting", { isAccessibleForFree: "yes" }),
  },
  { what: "true for a text", rules: ["literal-type"], seed: set("BlogPosting", { publisher: true }) },
  { what: "a relative address", rules: ["url-relative"], seed: set("Person", { sameAs: "/authors/ada/" }) },
  {
    what: "an address without scheme",
    rules: ["url-invalid"],
    seed: set("Person", { sameAs: "www.example.org/ada" }),
  },
  { what: "words for an address", rules: ["url-invalid"], seed: set("Person", { sameAs: "Ada on the web" }) },
  {
    what: "a node for a text",
    rules: ["node-for-text"],
    seed: set("BlogPosting", { articleSection: { "@type": "Thing", name: "Sleep" } }),
  },
  {
    what: "a therapy as author",
    rules: ["node-type"],
    seed: set("BlogPosting", { contributor: ref(IDS.therapy) }),
  },
  {
    what: "a place as the publisher",
    rules: ["node-type"],
    seed: set("BlogPosting", { publisher: { "@type": "Place", name: "Leeds" } }),
  },
  {
    what: "a Thing as treatment",
    rules: ["node-type"],
    seed: (site) => {
      (site.node("MedicalCondition", CONDITION).possibleTreatment as GraphNodes)[0]!["@type"] = "Thing";
    },
  },
  {
    what: "a psychological treatment out of range",
    rules: ["node-type"],
    seed: (site) => {
      (site.node("MedicalCondition", CONDITION).possibleTreatment as GraphNodes)[0]!["@type"] =
        "PsychologicalTreatment";
    },
  },
  {
    what: "an organization as breadcrumb",
    rules: ["node-type"],
    seed: set("MedicalWebPage", { mainContentOfPage: ref(IDS.organization) }),
  },
  {
    what: "text where an audience belongs",
    rules: ["text-for-node"],
    seed: set("MedicalWebPage", { medicalAudience: "General public" }),
  },
  {
    what: "[object Object]",
    rules: ["leak"],
    seed: set("BlogPosting", { alternativeHeadline: "[object Object]" }),
  },
  {
    what: "undefined in a text",
    rules: ["leak"],
    seed: set("MedicalWebPage", { description: "Three ways undefined may help." }),
  },
  {
    what: "a template that was not filled",
    rules: ["leak"],
    seed: set("MedicalWebPage", { description: "{{ description }}" }),
  },
  { what: "NaN", rules: ["leak"], seed: set("BlogPosting", { wordCount: "NaN" }) },
  {
    what: "undefined in an address",
    rules: ["address-leak"],
    seed: set("Person", { sameAs: "https://example.com/undefined" }),
  },
  { what: "an empty text", rules: ["empty-value"], seed: set("BlogPosting", { alternativeHeadline: "" }) },
  { what: "an empty list", rules: ["empty-value"], seed: set("BlogPosting", { keywords: [] }) },
  { what: "null", rules: ["empty-value"], seed: set("BlogPosting", { keywords: null }) },
  { what: "an empty object", rules: ["empty-value"], seed: set("BlogPosting", { editor: {} }) },
  {
    what: "an entity in a name",
    rules: ["markup-in-text"],
    seed: set("BlogPosting", { alternativeHeadline: "Feet &amp; sleep" }),
  },
  {
    what: "a date in the future",
    rules: ["date-future", "date-visible"],
    seed: (site) => {
      for (const type of ["MedicalWebPage", "BlogPosting"])
        site.node(type).dateModified = "2031-05-02T10:30:00+01:00";
    },
  },
  // Ids
  {
    what: "a reference that leads nowhere",
    rules: ["dangling-id", "unconnected"],
    seed: set("BlogPosting", { author: ref(`${ROOT}/authors/ada/#person`) }),
  },
  {
    what: "a reference by http",
    rules: ["dangling-id", "insecure-own-address"],
    seed: set("BlogPosting", { publisher: ref("http://example.org/#organization") }),
  },
  {
    what: "a stub left out",
    rules: ["dangling-id"],
    seed: (site) => void drop(site.site.graphs[ARTICLE]!, "Organization"),
  },
  {
    what: "a node described twice, with two names",
    rules: ["conflicting-id"],
    seed: set("MedicalWebPage", {
      about: [{ "@type": "MedicalTherapy", "@id": IDS.therapy, name: "Hand baths" }, ref(IDS.condition)],
    }),
  },
  {
    what: "a node at the top twice",
    rules: ["repeated-id"],
    seed: ({ site, node }) => void site.graphs[ARTICLE]!.push({ ...node("WebSite") }),
  },
  {
    what: "another name on another page",
    rules: ["conflicting-definition"],
    seed: set("WebSite", { name: "Rest Notices" }),
  },
  {
    what: "another type on another page",
    rules: ["conflicting-definition"],
    seed: set("MedicalTherapy", { "@type": "MedicalDevice" }, "therapies/foot-baths/index.html"),
  },
  {
    what: "a node that nothing leads to",
    rules: ["unconnected"],
    seed: unset("MedicalWebPage", "breadcrumb"),
  },
  {
    what: "a person that nothing leads to",
    rules: ["unconnected"],
    seed: ({ site }) =>
      void site.graphs[ARTICLE]!.push({
        "@type": "Person",
        "@id": `${ROOT}/authors/cy/#person`,
        name: "Cy",
        worksFor: ref(IDS.organization),
      }),
  },
  { what: "a circle of parts", rules: ["part-cycle"], seed: set("WebSite", { isPartOf: ref(IDS.page) }) },
  {
    what: "a page about itself",
    rules: ["self-reference"],
    seed: set("MedicalWebPage", { about: [ref(IDS.page), ref(IDS.therapy), ref(IDS.condition)] }),
  },
  {
    what: "a page that does not name its article",
    rules: ["main-entity"],
    seed: unset("MedicalWebPage", "mainEntity"),
  },
  {
    what: "the address of another page",
    rules: ["page-address"],
    seed: set("MedicalWebPage", { url: `${ROOT}/policy/` }),
  },
  {
    what: "the page by http",
    rules: ["page-address", "insecure-own-address"],
    seed: set("MedicalWebPage", { url: "http://example.org/foot-baths-for-sleep/" }),
  },
  { what: "a relative id", rules: ["id-relative"], seed: set("ItemList", { "@id": "#benefits-list" }) },
  // Google
  {
    what: "an author as text",
    rules: ["author-type", "text-for-node", "unconnected"],
    seed: set("BlogPosting", { author: "Ada Example" }),
  },
  { what: "no author", rules: ["article-author", "unconnected"], seed: unset("BlogPosting", "author") },
  {
    what: "an author without name",
    rules: ["author-type", "name-missing"],
    seed: (site) => void delete top(site.site, IDS.ada).name,
  },
  {
    what: "two authors in one name",
    rules: ["author-name", "author-visible"],
    seed: (site) => {
      site.node("BlogPosting").author = {
        "@type": "Person",
        name: "Ada Example and Kim",
        url: `${ROOT}/authors/ada-example/`,
      };
      drop(site.site.graphs[ARTICLE]!, "Person");
    },
  },
  {
    what: "no headline",
    rules: ["article-headline", "name-missing"],
    seed: unset("BlogPosting", "headline"),
  },
  { what: "no date", rules: ["article-date"], seed: unset("BlogPosting", "datePublished") },
  {
    what: "the logo as image",
    rules: ["image-logo", "image-visible"],
    seed: set("BlogPosting", { image: `${ROOT}/img/logo.png` }),
  },
  {
    what: "a breadcrumb of one",
    rules: ["breadcrumb-count", "breadcrumb-links"],
    seed: (site) =>
      void Object.assign(site.node("BreadcrumbList"), {
        itemListElement: items(site.node("BreadcrumbList")).slice(0, 1),
      }),
  },
  {
    what: "a crumb without item",
    rules: ["breadcrumb-item", "breadcrumb-links"],
    seed: (site) => void delete items(site.node("BreadcrumbList"))[1]!.item,
  },
  {
    what: "a crumb without position",
    rules: ["breadcrumb-item", "list-positions"],
    seed: (site) => void delete items(site.node("BreadcrumbList"))[1]!.position,
  },
  {
    what: "crumbs from zero",
    rules: ["list-positions"],
    seed: (site) => {
      for (const [at, crumb] of items(site.node("BreadcrumbList")).entries()) crumb.position = at * 2;
    },
  },
  {
    what: "two items with one position",
    rules: ["list-positions"],
    seed: (site) => void Object.assign(items(site.node("ItemList"))[2]!, { position: 2 }),
  },
  {
    what: "a count that is not the count",
    rules: ["list-count"],
    seed: set("ItemList", { numberOfItems: 9 }),
  },
  {
    what: "an item twice",
    rules: ["list-names", "list-complete"],
    seed: (site) =>
      void Object.assign(items(site.node("ItemList"))[1]!, {
        name: "Helps you fall asleep",
        url: `${IDS.page}#fall-asleep`,
      }),
  },
  {
    what: "a profile of nobody",
    rules: ["profile", "unconnected"],
    seed: unset("ProfilePage", "mainEntity", PROFILE),
  },
  {
    what: "a publisher without name",
    rules: ["organization", "name-missing"],
    seed: unset("Organization", "name"),
  },
  { what: "a site without name", rules: ["site-name"], seed: unset("WebSite", "name") },
  {
    what: "a site at another address",
    rules: ["site-address", "conflicting-definition"],
    seed: set("WebSite", { url: "https://example.com/" }),
  },
  {
    what: "rights without contentUrl",
    rules: ["image-licence"],
    seed: (site) => {
      const image = top(site.site, IDS.image);
      delete image.contentUrl;
    },
  },
  {
    what: "speakable by two ways",
    rules: ["speakable"],
    seed: set("SpeakableSpecification", { xpath: ["/html/body/main"] }),
  },
  { what: "a question without answer", rules: ["question"], seed: unset("Question", "acceptedAnswer") },
  {
    what: "an FAQPage without questions",
    rules: ["faq-page"],
    seed: set("MedicalWebPage", { "@type": ["MedicalWebPage", "FAQPage"] }),
  },
  {
    what: "HowTo",
    rules: ["how-to"],
    seed: set("BlogPosting", { mentions: { "@type": "HowTo", name: "A foot bath" } }),
  },
  {
    what: "a rating of the site",
    rules: ["self-rating"],
    seed: set("Organization", {
      aggregateRating: { "@type": "AggregateRating", ratingValue: 5, ratingCount: 9 },
    }),
  },
  {
    what: "a review of a therapy",
    rules: ["self-rating"],
    seed: set("BlogPosting", {
      review: {
        "@type": "Review",
        author: ref(IDS.ada),
        reviewRating: { "@type": "Rating", ratingValue: 5 },
      },
    }),
  },
  { what: "a comment without date", rules: ["comment-parts"], seed: unset("Comment", "datePublished") },
  {
    what: "fewer comments than there are",
    rules: ["comment-count"],
    seed: set("BlogPosting", { commentCount: 0 }),
  },
  // Honesty
  {
    what: "a reviewer without a date",
    rules: ["review-pair"],
    seed: unset("MedicalWebPage", "lastReviewed"),
  },
  {
    what: "a review by nobody",
    rules: ["review-pair", "unconnected"],
    seed: unset("MedicalWebPage", "reviewedBy"),
  },
  {
    what: "an author who reviews",
    rules: ["self-review", "reviewer-label", "unconnected"],
    seed: set("MedicalWebPage", { reviewedBy: ref(IDS.ada) }),
  },
  {
    what: "a review in the future",
    rules: ["future-review", "date-visible"],
    seed: set("MedicalWebPage", { lastReviewed: "2026-11-01" }),
  },
  {
    what: "a reviewer as text",
    rules: ["reviewer-record", "text-for-node", "unconnected"],
    seed: set("MedicalWebPage", { reviewedBy: "Ben Example" }),
  },
  {
    what: "a second review date",
    rules: ["one-review-date"],
    seed: set("MedicalWebPage", { lastReviewed: ["2026-05-01", "2026-02-01"] }),
  },
  {
    what: "an author called admin",
    rules: ["author-anonymous", "author-visible"],
    seed: (site) => {
      site.node("BlogPosting").author = {
        "@type": "Person",
        name: "admin",
        url: `${ROOT}/authors/ada-example/`,
      };
      drop(site.site.graphs[ARTICLE]!, "Person");
    },
  },
  {
    what: "a treatment claimed by a list of benefits",
    rules: ["treatment-page"],
    seed: set("MedicalCondition", { possibleTreatment: ref(IDS.therapy) }),
  },
  {
    what: "a treatment without source",
    rules: ["treatment-source"],
    seed: unset("MedicalWebPage", "citation", CONDITION),
  },
  {
    what: "a treatment the page does not name",
    rules: ["treatment-visible"],
    seed: (site) =>
      void (site.node("MedicalCondition", CONDITION).possibleTreatment as GraphNodes).push({
        "@type": "MedicalTherapy",
        name: "Foot baths in milk",
      }),
  },
  {
    what: "a section without aspect",
    rules: ["health-aspect"],
    seed: unset("HealthTopicContent", "hasHealthAspect"),
  },
  {
    what: "an ICD code said to be MeSH",
    rules: ["medical-code", "code-same-as"],
    seed: set("MedicalCode", { codeValue: "G47.00" }),
  },
  {
    what: "the MeSH code of something else",
    rules: ["code-same-as"],
    seed: set("MedicalCode", { codeValue: "D008405" }),
  },
  // Against the page
  {
    what: "another headline",
    rules: ["headline-visible"],
    seed: set("BlogPosting", { headline: "Ten wonders of foot baths" }),
  },
  {
    what: "another author",
    rules: ["author-visible", "job-title-visible", "unconnected"],
    seed: (site) => {
      site.site.graphs[ARTICLE]!.push({
        "@type": "Person",
        "@id": `${ROOT}/policy/#cy`,
        name: "Cy Example",
        url: `${ROOT}/therapies/foot-baths/`,
        jobTitle: "Poet",
      });
      site.node("BlogPosting").author = ref(`${ROOT}/policy/#cy`);
    },
  },
  {
    what: "a credential nobody sees",
    rules: ["credential-visible", "conflicting-definition"],
    seed: (site) => void Object.assign(top(site.site, IDS.ben), { honorificSuffix: "MD" }),
  },
  {
    what: "another publishing date",
    rules: ["date-visible"],
    seed: (site) => {
      for (const type of ["MedicalWebPage", "BlogPosting"])
        site.node(type).datePublished = "2026-03-01T09:00:00+00:00";
    },
  },
  {
    what: "another review date",
    rules: ["date-visible"],
    seed: set("MedicalWebPage", { lastReviewed: "2026-04-01" }),
  },
  { what: "another language", rules: ["language"], seed: set("BlogPosting", { inLanguage: "de" }) },
  {
    what: "a crumb readers do not see",
    rules: ["breadcrumb-visible"],
    seed: (site) => void Object.assign(items(site.node("BreadcrumbList"))[1]!, { name: "Water cures" }),
  },
  {
    what: "a crumb to another page",
    rules: ["breadcrumb-links"],
    seed: (site) => void Object.assign(items(site.node("BreadcrumbList"))[1]!, { item: `${ROOT}/policy/` }),
  },
  {
    what: "a benefit readers do not see",
    rules: ["list-item-visible"],
    seed: (site) => void Object.assign(items(site.node("ItemList"))[1]!, { name: "Cures gout" }),
  },
  {
    what: "a benefit left out",
    rules: ["list-complete", "headline-count"],
    seed: (site) => {
      const list = site.node("ItemList");
      items(list).splice(1, 1);
      items(list)[1]!.position = 2;
      list.numberOfItems = 2;
    },
  },
  {
    what: "anchors of two benefits swapped",
    rules: ["list-item-anchor"],
    seed: (site) => {
      const [a, b] = items(site.node("ItemList"));
      [a!.url, b!.url] = [b!.url, a!.url];
    },
  },
  {
    what: "an anchor that is not there",
    rules: ["anchor-exists"],
    seed: (site) => void Object.assign(items(site.node("ItemList"))[0]!, { url: `${IDS.page}#asleep` }),
  },
  {
    what: "a section by another name",
    rules: ["section-name"],
    seed: set("HealthTopicContent", { name: "Overview" }),
  },
  {
    what: "a question nobody asks",
    rules: ["question-visible"],
    seed: set("Question", { name: "Does it cure insomnia?" }),
  },
  {
    what: "an answer nobody gives",
    rules: ["question-visible"],
    seed: set("Answer", { text: "As hot as you can bear." }),
  },
  {
    what: "a source nobody sees",
    rules: ["source-visible"],
    seed: set("MedicalScholarlyArticle", {
      "@id": "https://doi.org/10.1000/example2",
      url: "https://doi.org/10.1000/example2",
    }),
  },
  {
    what: "a related page that is not linked",
    rules: ["related-visible", "graph-address"],
    seed: set("MedicalWebPage", { relatedLink: [`${ROOT}/hand-baths/`] }),
  },
  {
    what: "an image that is not shown",
    rules: ["image-visible", "graph-address"],
    seed: (site) =>
      void Object.assign(top(site.site, IDS.image), {
        url: `${ROOT}/img/other.jpg`,
        contentUrl: `${ROOT}/img/other.jpg`,
      }),
  },
  {
    what: "a caption that is not shown",
    rules: ["image-caption"],
    seed: (site) => void Object.assign(top(site.site, IDS.image), { caption: "A mountain lake" }),
  },
  {
    what: "a credit that is not shown",
    rules: ["image-caption"],
    seed: (site) => void Object.assign(top(site.site, IDS.image), { creditText: "Photo: Sam Lens" }),
  },
  {
    what: "a selector that matches nothing",
    rules: ["speakable-matches"],
    seed: set("SpeakableSpecification", { cssSelector: ["#key-points"] }),
  },
  {
    what: "a comment nobody sees",
    rules: ["comment-visible"],
    seed: set("Comment", { text: "Best site ever!" }),
  },
  {
    what: "an anchor missing on another page",
    rules: ["graph-anchor"],
    seed: set("Organization", { correctionsPolicy: `${ROOT}/policy/#errata` }),
  },
  {
    what: "an address that is not there",
    rules: ["graph-address"],
    seed: set("Organization", { publishingPrinciples: `${ROOT}/principles/` }),
  },
  {
    what: "an empty graph",
    rules: ["json-object", "page-node-missing"],
    seed: ({ site }) => void site.graphs["policy/index.html"]!.splice(0),
  },
  {
    what: "a language by its name",
    rules: ["language-code"],
    seed: set("BlogPosting", { inLanguage: "English" }),
  },
  {
    what: "an article of another page",
    rules: ["main-entity", "page-address"],
    seed: set("BlogPosting", { mainEntityOfPage: `${ROOT}/policy/` }),
  },
  {
    what: "spaces around an address",
    rules: ["url-invalid"],
    seed: set("BlogPosting", { isBasedOn: "https://example.com/ " }),
  },
  {
    what: "a space for the T of a time",
    rules: ["date-invalid"],
    seed: set("Comment", { datePublished: "2026-05-03 08:00:00" }),
  },
  {
    what: "a reviewer with the author's profile",
    rules: ["self-review", "conflicting-definition"],
    seed: (site) => void Object.assign(top(site.site, IDS.ben), { url: `${ROOT}/authors/ada-example/` }),
  },
  {
    what: "a reviewer with the author's name",
    rules: ["self-review", "conflicting-definition", "reviewer-label"],
    seed: (site) => void Object.assign(top(site.site, IDS.ben), { name: "Ada Example" }),
  },
  {
    what: "more promised than listed",
    rules: ["headline-count", "headline-visible"],
    seed: set("BlogPosting", { headline: "7 benefits of foot baths for sleep" }),
  },
  {
    what: "a condition the page does not name",
    rules: ["entity-visible", "conflicting-definition"],
    seed: (site) =>
      void Object.assign(site.site.graphs[CONDITION]!.find((node) => node["@id"] === IDS.condition)!, {
        name: "Narcolepsy",
      }),
  },
  {
    what: "an anchor by http",
    rules: ["insecure-own-address"],
    seed: set("HealthTopicContent", { "@id": "http://example.org/foot-baths-for-sleep/#summary" }),
  },
  { what: "a section without name", rules: ["name-missing"], seed: unset("HealthTopicContent", "name") },
  { what: "a section without address", rules: ["url-missing"], seed: unset("HealthTopicContent", "url") },
  { what: "a therapy without address", rules: ["url-missing"], seed: unset("MedicalTherapy", "url") },
  {
    what: "a benefit without name",
    rules: ["list-item"],
    seed: (site) => void delete items(site.node("ItemList"))[1]!.name,
  },
  {
    what: "a coding system nobody knows",
    rules: ["medical-code-system"],
    seed: set("MedicalCode", { codingSystem: "Meesh" }),
  },
  {
    what: "a source by another name",
    rules: ["source-name"],
    seed: set("MedicalScholarlyArticle", { name: "Trial of something else" }),
  },
  {
    what: "sameAs to the site itself",
    rules: ["same-as"],
    seed: set("Organization", { sameAs: `${ROOT}/policy/` }),
  },
  {
    what: "an article that does not name its page",
    rules: ["main-entity"],
    seed: unset("BlogPosting", "mainEntityOfPage"),
  },
  {
    what: "a graph without its page",
    rules: ["page-node-missing"],
    seed: ({ site }) => void site.graphs["policy/index.html"]!.splice(0, 1),
  },
];

const problems = (files: Record<string, string>) =>
  checkFiles(files).filter((finding) => finding.severity !== "note");

test("small site: has no error and no warning", () => {
  assert.equal(problems(filesOf(smallSite())), []);
});

for (const fault of faults) {
  test(`graph fault: ${fault.what} is caught by ${fault.rules[0]}`, () => {
    const found = problems(seeded(fault));
    const names = [...new Set(found.map((finding) => finding.rule))].sort();
    assert.equal(
      names,
      [...fault.rules].sort(),
      found.map((finding) => `${finding.rule}: ${finding.message}`).join("\n"),
    );
  });
}

test.run();
