/** A graph of the small site, open to change by a test. */
export type GraphNode = Record<string, unknown>;

export const ROOT = "https://example.org";
const at = (path: string) => `${ROOT}${path}`;
export const ref = (id: string) => ({ "@id": id });

export const IDS = {
  website: at("/#website"),
  organization: at("/#organization"),
  ada: at("/authors/ada-example/#person"),
  ben: at("/authors/ben-example/#person"),
  therapy: at("/therapies/foot-baths/#therapy"),
  condition: at("/conditions/insomnia/#condition"),
  page: at("/foot-baths-for-sleep/"),
  article: at("/foot-baths-for-sleep/#article"),
  image: at("/foot-baths-for-sleep/#primaryimage"),
};

const website = (): GraphNode => ({
  "@type": "WebSite",
  "@id": IDS.website,
  url: at("/"),
  name: "Rest Notes",
  inLanguage: "en-GB",
  publisher: ref(IDS.organization),
});
const organization = (): GraphNode => ({
  "@type": "Organization",
  "@id": IDS.organization,
  name: "Rest Notes",
  url: at("/"),
  logo: {
    "@type": "ImageObject",
    url: at("/img/logo.png"),
    contentUrl: at("/img/logo.png"),
    width: 512,
    height: 512,
  },
  publishingPrinciples: at("/policy/"),
  correctionsPolicy: at("/policy/#corrections"),
});
const ada = (): GraphNode => ({
  "@type": "Person",
  "@id": IDS.ada,
  name: "Ada Example",
  url: at("/authors/ada-example/"),
  jobTitle: "Health writer",
  worksFor: ref(IDS.organization),
});
const ben = (): GraphNode => ({
  "@type": "Person",
  "@id": IDS.ben,
  name: "Ben Example",
  honorificSuffix: "RN",
  url: at("/authors/ben-example/"),
  jobTitle: "Registered nurse",
});
const therapy = (): GraphNode => ({
  "@type": "MedicalTherapy",
  "@id": IDS.therapy,
  name: "Foot baths",
  url: at("/therapies/foot-baths/"),
});
const condition = (): GraphNode => ({
  "@type": "MedicalCondition",
  "@id": IDS.condition,
  name: "Insomnia",
  url: at("/conditions/insomnia/"),
  code: { "@type": "MedicalCode", codeValue: "D007319", codingSystem: "MeSH" },
  sameAs: "https://id.nlm.nih.gov/mesh/D007319",
});

const crumbs = (path: string, ...items: (readonly [string, string | null])[]): GraphNode => ({
  "@type": "BreadcrumbList",
  "@id": at(`${path}#breadcrumb`),
  itemListElement: items.map(([name, item], index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    ...(item === null ? {} : { item: at(item) }),
  })),
});

const aspect = (name: string) => ref(`https://schema.org/${name}HealthAspect`);
const SECTION = at("/foot-baths-for-sleep/#");
export const BENEFITS = [
  ["Helps you fall asleep", "fall-asleep"],
  ["Warms cold feet", "cold-feet"],
  ["Calms a busy mind", "busy-mind"],
] as const;

/** /foot-baths-for-sleep/: an article with everything. */
export function articleGraph(): GraphNode[] {
  const about = [ref(IDS.therapy), ref(IDS.condition)];
  return [
    {
      "@type": "MedicalWebPage",
      "@id": IDS.page,
      url: IDS.page,
      name: "3 benefits of foot baths for sleep",
      description: "Three ways a warm foot bath may help you sleep.",
      inLanguage: "en-GB",
      isPartOf: ref(IDS.website),
      breadcrumb: ref(at("/foot-baths-for-sleep/#breadcrumb")),
      primaryImageOfPage: ref(at("/foot-baths-for-sleep/#primaryimage")),
      datePublished: "2026-03-02T09:00:00+00:00",
      dateModified: "2026-05-02T10:30:00+01:00",
      lastReviewed: "2026-05-01",
      reviewedBy: ref(IDS.ben),
      about,
      mainEntity: ref(IDS.article),
      medicalAudience: { "@type": "MedicalAudience", audienceType: "General public" },
      speakable: { "@type": "SpeakableSpecification", cssSelector: ["#summary"] },
      relatedLink: [at("/therapies/foot-baths/")],
    },
    {
      "@type": "BlogPosting",
      "@id": IDS.article,
      mainEntityOfPage: ref(IDS.page),
      isPartOf: ref(IDS.website),
      headline: "3 benefits of foot baths for sleep",
      description: "Three ways a warm foot bath may help you sleep.",
      inLanguage: "en-GB",
      datePublished: "2026-03-02T09:00:00+00:00",
      dateModified: "2026-05-02T10:30:00+01:00",
      author: ref(IDS.ada),
      publisher: ref(IDS.organization),
      image: ref(at("/foot-baths-for-sleep/#primaryimage")),
      articleSection: "Sleep",
      wordCount: 120,
      timeRequired: "PT1M",
      isAccessibleForFree: true,
      about,
      commentCount: 1,
      comment: [
        {
          "@type": "Comment",
          author: { "@type": "Person", name: "Kim" },
          datePublished: "2026-05-03T08:00:00+01:00",
          text: "The towel tip helped.",
        },
      ],
      citation: [
        {
          "@type": "MedicalScholarlyArticle",
          "@id": "https://doi.org/10.1000/example1",
          name: "Placeholder trial of foot bathing",
          url: "https://doi.org/10.1000/example1",
          datePublished: "2019",
        },
      ],
      hasPart: [
        {
          "@type": "HealthTopicContent",
          "@id": `${SECTION}summary`,
          url: `${SECTION}summary`,
          name: "In short",
          hasHealthAspect: aspect("Overview"),
          about: ref(IDS.therapy),
        },
        {
          "@type": "HealthTopicContent",
          "@id": `${SECTION}benefits`,
          url: `${SECTION}benefits`,
          name: "Benefits of foot baths",
          hasHealthAspect: aspect("Benefits"),
          about,
          mainEntity: {
            "@type": "ItemList",
            "@id": `${SECTION}benefits-list`,
            name: "Benefits of foot baths",
            numberOfItems: 3,
            itemListOrder: "https://schema.org/ItemListUnordered",
            itemListElement: BENEFITS.map(([name, anchor], index) => ({
              "@type": "ListItem",
              position: index + 1,
              name,
              url: `${SECTION}${anchor}`,
            })),
          },
        },
        {
          "@type": "HealthTopicContent",
          "@id": `${SECTION}doctor`,
          url: `${SECTION}doctor`,
          name: "When to see a doctor",
          hasHealthAspect: aspect("SeeDoctor"),
          about: ref(IDS.condition),
        },
        {
          "@type": "Question",
          "@id": `${SECTION}how-warm`,
          url: `${SECTION}how-warm`,
          name: "How warm should the water be?",
          answerCount: 1,
          acceptedAnswer: { "@type": "Answer", text: "Warm, not hot: test it with your elbow first." },
        },
      ],
    },
    therapy(),
    condition(),
    ada(),
    ben(),
    {
      "@type": "ImageObject",
      "@id": at("/foot-baths-for-sleep/#primaryimage"),
      url: at("/img/foot-bath-1600.jpg"),
      contentUrl: at("/img/foot-bath-1600.jpg"),
      width: 1600,
      height: 900,
      caption: "Two feet in a bowl of warm water",
      creditText: "Photo: Pat Camera",
      license: "https://creativecommons.org/licenses/by/4.0/",
    },
    crumbs(
      "/foot-baths-for-sleep/",
      ["Home", "/"],
      ["Foot baths", "/therapies/foot-baths/"],
      ["3 benefits of foot baths for sleep", null],
    ),
    website(),
    organization(),
  ];
}

/** /conditions/insomnia/ */
export function conditionGraph(): GraphNode[] {
  const url = at("/conditions/insomnia/");
  return [
    {
      "@type": "MedicalWebPage",
      "@id": url,
      url,
      name: "Insomnia",
      inLanguage: "en-GB",
      isPartOf: ref(IDS.website),
      breadcrumb: ref(`${url}#breadcrumb`),
      about: ref(IDS.condition),
      mainEntity: ref(IDS.condition),
      citation: [{ "@type": "WebPage", name: "Insomnia", url: "https://www.nhs.uk/conditions/insomnia/" }],
    },
    {
      ...condition(),
      description: "Regular trouble falling asleep or staying asleep.",
      signOrSymptom: [{ "@type": "MedicalSymptom", name: "Waking several times in the night" }],
      possibleTreatment: [{ "@type": "MedicalTherapy", name: "Cognitive behavioural therapy for insomnia" }],
    },
    crumbs("/conditions/insomnia/", ["Home", "/"], ["Insomnia", null]),
    website(),
    organization(),
  ];
}

/** /therapies/foot-baths/ */
export function therapyGraph(): GraphNode[] {
  const url = at("/therapies/foot-baths/");
  return [
    {
      "@type": ["CollectionPage", "MedicalWebPage"],
      "@id": url,
      url,
      name: "Foot baths",
      inLanguage: "en-GB",
      isPartOf: ref(IDS.website),
      breadcrumb: ref(`${url}#breadcrumb`),
      about: ref(IDS.therapy),
      mainEntity: ref(`${url}#list`),
    },
    { ...therapy(), description: "Sitting with the feet in warm water." },
    {
      "@type": "ItemList",
      "@id": `${url}#list`,
      name: "Articles on foot baths",
      numberOfItems: 1,
      itemListElement: [
        { "@type": "ListItem", position: 1, name: "3 benefits of foot baths for sleep", url: IDS.page },
      ],
    },
    crumbs("/therapies/foot-baths/", ["Home", "/"], ["Foot baths", null]),
    website(),
    organization(),
  ];
}

/** /authors/ben-example/ */
export function profileGraph(): GraphNode[] {
  const url = at("/authors/ben-example/");
  return [
    {
      "@type": "ProfilePage",
      "@id": url,
      url,
      name: "Ben Example",
      inLanguage: "en-GB",
      isPartOf: ref(IDS.website),
      breadcrumb: ref(`${url}#breadcrumb`),
      mainEntity: ref(IDS.ben),
    },
    {
      ...ben(),
      description: "Ben checks our articles.",
      hasCredential: {
        "@type": "EducationalOccupationalCredential",
        name: "Registered Nurse",
        recognizedBy: { "@type": "Organization", name: "Example Nursing Council" },
      },
    },
    crumbs("/authors/ben-example/", ["Home", "/"], ["Ben Example", null]),
    website(),
    organization(),
  ];
}

/** / */
export function homeGraph(): GraphNode[] {
  return [
    {
      "@type": "WebPage",
      "@id": at("/"),
      url: at("/"),
      name: "Rest Notes",
      inLanguage: "en-GB",
      isPartOf: ref(IDS.website),
      about: ref(IDS.organization),
    },
    website(),
    organization(),
  ];
}

/** A page that is only a page: /policy/ and /authors/ada-example/. */
export function plainGraph(path: string, name: string): GraphNode[] {
  const url = at(path);
  return [
    {
      "@type": "WebPage",
      "@id": url,
      url,
      name,
      inLanguage: "en-GB",
      isPartOf: ref(IDS.website),
      breadcrumb: ref(`${url}#breadcrumb`),
    },
    crumbs(path, ["Home", "/"], [name, null]),
    website(),
    organization(),
  ];
}
