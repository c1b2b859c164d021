import { test } from "uvu";
import * as assert from "uvu/assert";
import { formatFinding, rules } from "../../plugins/check/index.ts";
import { checkFiles, HERE, pageOf } from "./pages.ts";

/** Families that judge a graph by itself. */
const STRUCTURE = new Set(
  rules
    .filter(({ family }) =>
      ["json", "vocabulary", "values", "identity", "google", "honesty"].includes(family),
    )
    .map(({ name }) => name),
);

/** Graphs as decent sites write them: nothing to say about their structure. */
const graphs: Readonly<Record<string, object>> = {
  "a person with an address": {
    "@type": "Person",
    name: "Jane Doe",
    address: {
      "@type": "PostalAddress",
      addressLocality: "Leeds",
      postalCode: "LS1 1AA",
      streetAddress: "1 High Street",
    },
    email: "mailto:jane@example.org",
    telephone: "(0113) 496 0000",
    colleague: ["https://example.org/alice/", "https://example.org/bob/"],
  },
  "a shop with opening hours": {
    "@type": ["Store", "MedicalBusiness"],
    name: "Rest Store",
    openingHours: ["Mo-Sa 11:00-14:30"],
    priceRange: "££",
    geo: { "@type": "GeoCoordinates", latitude: "53.79", longitude: -1.54 },
    openingHoursSpecification: {
      "@type": "OpeningHoursSpecification",
      dayOfWeek: ["https://schema.org/Monday", "https://schema.org/Friday"],
      opens: "09:00",
      closes: "17:00:00",
    },
  },
  "a product with an offer": {
    "@type": "Product",
    name: "Foot bath",
    offers: {
      "@type": "Offer",
      price: "19.90",
      priceCurrency: "GBP",
      availability: "https://schema.org/InStock",
      itemCondition: "http://schema.org/NewCondition",
      priceValidUntil: "2027-01-01",
    },
    aggregateRating: { "@type": "AggregateRating", ratingValue: "4.4", reviewCount: "89" },
  },
  "an event": {
    "@type": "Event",
    name: "Rest day",
    startDate: "2026-07-21T19:00-05:00",
    endDate: "2026-07-21T23:00-05:00",
    eventStatus: "https://schema.org/EventScheduled",
    eventAttendanceMode: { "@id": "https://schema.org/OnlineEventAttendanceMode" },
    location: { "@type": "VirtualLocation", url: "https://example.org/live/" },
  },
  "a recipe": {
    "@type": "Recipe",
    name: "Lime tea",
    prepTime: "PT5M",
    cookTime: "PT1H30M",
    recipeYield: "2 cups",
    recipeIngredient: ["water", "lime"],
    nutrition: { "@type": "NutritionInformation", calories: "2 calories" },
    suitableForDiet: "https://schema.org/VeganDiet",
    recipeInstructions: [{ "@type": "HowToStep", text: "Boil." }],
    author: "Jane",
  },
  "a role": {
    "@type": "Organization",
    name: "Rest",
    member: {
      "@type": "OrganizationRole",
      member: { "@type": "Person", name: "Jane" },
      startDate: "1977",
      roleName: "founder",
    },
  },
  "a medical condition": {
    "@type": "MedicalCondition",
    name: "Insomnia",
    alternateName: ["Sleeplessness"],
    associatedAnatomy: { "@type": "AnatomicalSystem", name: "Nervous system" },
    cause: [{ "@type": "MedicalCause", name: "Stress" }],
    differentialDiagnosis: {
      "@type": "DDxElement",
      diagnosis: { "@type": "MedicalCondition", name: "Sleep apnoea" },
      distinguishingSign: [{ "@type": "MedicalSymptom", name: "Snoring" }],
    },
    secondaryPrevention: [{ "@type": "LifestyleModification", name: "Regular hours" }],
    possibleTreatment: [
      { "@type": "Drug", name: "Melatonin" },
      { "@type": "DrugClass", name: "Hypnotics" },
    ],
  },
  "a guideline": {
    "@type": "MedicalGuidelineRecommendation",
    evidenceLevel: "https://schema.org/EvidenceLevelA",
    evidenceOrigin: "multiple trials",
    recommendationStrength: "Strong",
    guidelineSubject: [{ "@type": "Drug", name: "x" }],
  },
  "a scholarly article": {
    "@type": ["MedicalScholarlyArticle", "CreativeWork"],
    headline: "A trial",
    author: [{ "@type": "Person", name: "Doe, J", url: "https://example.org/doe/" }],
    datePublished: "2019",
    publicationType: "Clinical trial",
    isPartOf: {
      "@type": "PublicationIssue",
      issueNumber: 3,
      isPartOf: {
        "@type": ["PublicationVolume", "Periodical"],
        volumeNumber: "12",
        issn: "1234-5678",
        name: "Sleep",
      },
    },
    pagination: "1-9",
  },
  "text in another language": {
    "@type": "Book",
    name: { "@value": "Slaap", "@language": "nl" },
    inLanguage: "nl",
    bookFormat: "https://schema.org/EBook",
    datePublished: { "@value": "1991-05-01", "@type": "Date" },
    numberOfPages: 224,
  },
  "a list and a reverse property": {
    "@type": "ItemList",
    "@id": "https://example.org/page/#list",
    name: "Things",
    itemListElement: { "@list": ["One", "Two"] },
    "@reverse": { mainEntity: { "@type": "WebPage", "@id": HERE, name: "Massage for sleep" } },
  },
  "a search action": {
    "@type": "WebSite",
    "@id": "https://example.org/#website",
    url: "https://example.org/",
    name: "Rest",
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: "https://example.org/?s={search_term_string}" },
      "query-input": "required name=search_term_string",
    },
  },
  "terms of other vocabularies": {
    "@type": ["Person", "foaf:Person"],
    name: "Jane",
    "foaf:nick": "J",
    "https://example.com/terms#x": 1,
    "schema:jobTitle": "Nurse",
  },
  "a dataset": {
    "@type": "Dataset",
    name: "Sleep",
    license: "https://creativecommons.org/publicdomain/zero/1.0/",
    temporalCoverage: "1950-01-01/2013-12-18",
    distribution: [
      { "@type": "DataDownload", encodingFormat: "CSV", contentUrl: "https://example.com/a.csv" },
    ],
    isAccessibleForFree: "True",
    spatialCoverage: "Leeds",
  },
  "a video with a clip": {
    "@type": "VideoObject",
    name: "How",
    description: "x",
    thumbnailUrl: ["https://example.com/1.jpg"],
    uploadDate: "2026-05-31T08:00:00+08:00",
    duration: "PT1M54S",
    interactionStatistic: {
      "@type": "InteractionCounter",
      interactionType: { "@type": "WatchAction" },
      userInteractionCount: 5647018,
    },
    hasPart: {
      "@type": "Clip",
      name: "Bowl",
      startOffset: 30,
      endOffset: 45,
      url: "https://example.com/v?t=30",
    },
  },
  "a clinic": {
    "@type": "MedicalClinic",
    name: "Rest Clinic",
    medicalSpecialty: ["https://schema.org/Physiotherapy", "https://schema.org/Nursing"],
    availableService: { "@type": "MedicalTest", name: "Sleep study" },
    isAcceptingNewPatients: true,
    currenciesAccepted: "GBP",
  },
  "a drug": {
    "@type": "Drug",
    name: "Melatonin",
    activeIngredient: "melatonin",
    nonProprietaryName: "melatonin",
    prescriptionStatus: "https://schema.org/PrescriptionOnly",
    dosageForm: "tablet",
    warning: "https://example.org/warning/",
    legalStatus: {
      "@type": "DrugLegalStatus",
      applicableLocation: { "@type": "AdministrativeArea", name: "UK" },
    },
  },
};

for (const [name, graph] of Object.entries(graphs)) {
  test(`structure: nothing to say about ${name}`, () => {
    const found = checkFiles({ "page/index.html": pageOf({ graph }) }).filter(
      (finding) => finding.severity !== "note" && STRUCTURE.has(finding.rule),
    );
    const allowed = found.filter(
      (finding) => !(finding.rule === "text-for-node" || finding.rule === "graph-address"),
    );
    assert.equal(allowed.map(formatFinding), []);
  });
}

/** The graph that the most widely used plugin for WordPress writes, in shape. */
const WORDPRESS = [
  {
    "@type": "Article",
    "@id": `${HERE}#article`,
    isPartOf: { "@id": HERE },
    author: { name: "Jo Writer", "@id": "https://example.org/#/schema/person/1" },
    headline: "Massage for sleep",
    datePublished: "2026-05-01T10:00:00+00:00",
    dateModified: "2026-05-01T10:00:00+00:00",
    mainEntityOfPage: { "@id": HERE },
    wordCount: 20,
    publisher: { "@id": "https://example.org/#organization" },
    image: { "@id": `${HERE}#primaryimage` },
    thumbnailUrl: "https://example.org/hands-1024x576.jpg",
    articleSection: ["Sleep"],
    inLanguage: "en",
  },
  {
    "@type": "WebPage",
    "@id": HERE,
    url: HERE,
    name: "Massage for sleep - Rest",
    isPartOf: { "@id": "https://example.org/#website" },
    primaryImageOfPage: { "@id": `${HERE}#primaryimage` },
    image: { "@id": `${HERE}#primaryimage` },
    datePublished: "2026-05-01T10:00:00+00:00",
    dateModified: "2026-05-01T10:00:00+00:00",
    breadcrumb: { "@id": `${HERE}#breadcrumb` },
    inLanguage: "en",
    potentialAction: [{ "@type": "ReadAction", target: [HERE] }],
  },
  {
    "@type": "ImageObject",
    inLanguage: "en",
    "@id": `${HERE}#primaryimage`,
    url: "https://example.org/hands.jpg",
    contentUrl: "https://example.org/hands.jpg",
    width: 1920,
    height: 1080,
  },
  {
    "@type": "BreadcrumbList",
    "@id": `${HERE}#breadcrumb`,
    itemListElement: [
      { "@type": "ListItem", position: 1, name: "Home", item: "https://example.org/" },
      { "@type": "ListItem", position: 2, name: "Massage for sleep" },
    ],
  },
  {
    "@type": "WebSite",
    "@id": "https://example.org/#website",
    url: "https://example.org/",
    name: "Rest",
    description: "",
    publisher: { "@id": "https://example.org/#organization" },
    inLanguage: "en",
  },
  {
    "@type": "Organization",
    "@id": "https://example.org/#organization",
    name: "Rest",
    url: "https://example.org/",
    logo: {
      "@type": "ImageObject",
      "@id": "https://example.org/#/schema/logo/",
      url: "https://example.org/logo.png",
      contentUrl: "https://example.org/logo.png",
      caption: "Rest",
    },
    image: { "@id": "https://example.org/#/schema/logo/" },
    sameAs: ["https://social.example.com/rest"],
  },
  {
    "@type": "Person",
    "@id": "https://example.org/#/schema/person/1",
    name: "Jo Writer",
    image: {
      "@type": "ImageObject",
      "@id": "https://example.org/#/schema/person/image/",
      url: "https://avatar.example.com/1",
      contentUrl: "https://avatar.example.com/1",
      caption: "Jo Writer",
    },
    url: "https://example.org/author/jo/",
  },
];

test("site of another generator: only its empty description is told", () => {
  const html = `<p class="breadcrumbs"><a href="https://example.org/">Home</a> » Massage for sleep</p><article><header><h1>Massage for sleep</h1><p>By <a href="https://example.org/author/jo/">Jo Writer</a> | May 1, 2026</p></header><img src="https://example.org/hands-1024x576.jpg" srcset="https://example.org/hands-300x169.jpg 300w" alt="Hands"><p>Text.</p></article>`;
  const other = pageOf({})
    .replaceAll(HERE, "https://example.org/author/jo/")
    .replace("Massage for sleep</title>", "Jo</title>")
    .replace(
      /name="description" content=".*?"/,
      `name="description" content="Jo Writer writes about warm feet and about sleep."`,
    );
  const home = pageOf({})
    .replaceAll(HERE, "https://example.org/")
    .replace("Massage for sleep</title>", "Rest</title>")
    .replace(
      /name="description" content=".*?"/,
      `name="description" content="Notes on warm feet, baths, beds and quiet nights."`,
    );
  const files = {
    "page/index.html": pageOf({ graph: WORDPRESS, html }),
    "author/jo/index.html": other,
    "index.html": home,
    "hands.jpg": "",
    "logo.png": "",
    "hands-1024x576.jpg": "",
    "hands-300x169.jpg": "",
  };
  const found = checkFiles(files).filter((finding) => finding.severity !== "note");
  assert.equal(
    found.map((finding) => `${finding.rule} ${finding.message.slice(0, 19)}`),
    ["empty-value WebSite.description"],
  );
});

/** A site with .html files, relative links and a base path, without graphs. */
const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  ["index", "about", "posts/first"].map((name, at) => [
    `${name}.html`,
    `<!DOCTYPE html><html lang="en"><head><meta charset=utf-8><meta name=viewport content="width=device-width"><title>Page ${at}</title><meta name="description" content="Page number ${at} of a small site in plain files."><link rel="canonical" href="https://example.org/blog/${name === "index" ? "" : `${name}.html`}"></head><body><h1>Page ${at}</h1><p><a href="${name.includes("/") ? "../" : ""}about.html">About</a> <a href="${name.includes("/") ? "../" : "./"}">Home</a> <a href="/blog/posts/first">First</a> <a href="https://example.com/">Else</a> <a href="mailto:a@example.org">Mail</a></p></body></html>`,
  ]),
);

test("site in a folder: links and canonical addresses are found with and without the address given", () => {
  for (const url of [undefined, "https://example.org/blog/", "https://example.org/blog"]) {
    const found = checkFiles(PLAIN, { url }).filter((finding) => finding.severity !== "note");
    assert.equal(found.map(formatFinding), []);
  }
  const broken = {
    ...PLAIN,
    "about.html": PLAIN["about.html"]!.replace("/blog/posts/first", "/blog/posts/second"),
  };
  assert.equal(
    checkFiles(broken, { url: undefined })
      .filter((finding) => finding.severity === "error")
      .map((finding) => `${finding.page} ${finding.rule}`),
    ["about.html link-broken"],
  );
});

test("fragments and redirects: are not asked for titles", () => {
  const files = {
    "google123.html": "google-site-verification: google123.html",
    "part.html": "<p>part</p>",
    "old/index.html": `<!doctype html><html><head><title>Moved</title><meta http-equiv="refresh" content="0; url=/page/"><link rel="canonical" href="${HERE}"></head></html>`,
    "page/index.html": pageOf({}),
    "404.html": pageOf({})
      .replace(/<link rel="canonical".*?>/, "")
      .replace("Massage for sleep</title>", "Not found</title>")
      .replace(/<meta name="description".*?>/, ""),
  };
  assert.equal(
    checkFiles(files)
      .filter((finding) => finding.severity !== "note")
      .map(formatFinding),
    [],
  );
});

test.run();
