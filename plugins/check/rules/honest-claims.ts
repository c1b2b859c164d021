import { quote } from "../../problem.ts";
import { all, has, nodesOf, textOf, textsOf } from "../graph/main.ts";
import { family } from "../rule.ts";

const PAGE = {
  "@type": "MedicalWebPage",
  "@id": "https://example.org/page/",
  url: "https://example.org/page/",
  name: "Sleep",
};

const page = (more: object) => ({ graph: { ...PAGE, ...more } });

const INSOMNIA = {
  "@type": "MedicalCondition",
  "@id": "https://example.org/page/#condition",
  name: "Insomnia",
};

const MASSAGE = { "@type": "MedicalTherapy", name: "Massage" };

const SOURCE = { "@type": "WebPage", name: "Insomnia", url: "https://www.nhs.uk/conditions/insomnia/" };

/** Properties that claim that something works. */
const CLAIMS = ["possibleTreatment", "primaryPrevention", "secondaryPrevention"];

/** Systems of codes in use for conditions, therapies, drugs and tests. */
const CODE_SYSTEMS =
  /^(?:MeSH|ICD-?\d{1,2}(?:-[A-Z]{2,3})?|ICD-O(?:-3)?|ICF|ICHI|SNOMED[ -]?CT|RxNorm|RxCUI|LOINC|UMLS|OMIM|DiseasesDB|MedlinePlus|eMedicine|GARD|Orphanet|ORPHA|MONDO|DOID|HPO|MedDRA|ATC|CPT|HCPCS|NDC|UNII|ICPC-?\d?|DSM-?(?:IV|V|5)(?:-TR)?|NCIt?|ChEBI|DrugBank|OPCS-4|CIM-10|BTNR)$/i;

/** Forms of codes, by system (lower case): NLM MeSH unique ids, WHO and CDC codes. */
const CODE_FORMS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    mesh: /^[CDQ]\d{6,9}$/,
    "icd-10": /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/,
    "icd-10-cm": /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/,
    "icd-11": /^[0-9A-Z]{4}(?:\.[0-9A-Z]{1,3})?$/,
    "snomed-ct": /^\d{6,18}$/,
    "snomed ct": /^\d{6,18}$/,
  }),
);

export const claimRules = family("honesty", [
  {
    name: "treatment-page",
    severity: "error",
    what: "That something treats or prevents a condition is said only on the condition's own page.",
    why: "`possibleTreatment` is a claim of efficacy; a list of benefits does not carry it (health markup, honest-markup rule 4).",
    good: page({ mainEntity: { ...INSOMNIA, possibleTreatment: MASSAGE }, citation: SOURCE }),
    bad: page({
      mainEntity: { "@type": "BlogPosting", headline: "Massage" },
      about: { ...INSOMNIA, possibleTreatment: MASSAGE },
    }),
    check({ graph, main }, report) {
      if (main.page === null) return;
      const entities = nodesOf(graph, main.page, "mainEntity");
      for (const node of graph.nodes) {
        for (const property of CLAIMS) {
          if (
            has(node, property) &&
            !entities.some((entity) => entity === node || (entity.id !== null && entity.id === node.id))
          )
            report(
              `${node.path}.${property}: expected only on the page whose mainEntity is this condition, received on another. Leave it out here.`,
            );
        }
      }
    },
  },
  {
    name: "treatment-source",
    severity: "error",
    what: "A page that says what treats or prevents a condition cites a source.",
    why: 'HONcode, attribution and justifiability; JAMA benchmark "attribution".',
    good: page({ mainEntity: { ...INSOMNIA, possibleTreatment: MASSAGE }, citation: SOURCE }),
    bad: page({ mainEntity: { ...INSOMNIA, possibleTreatment: MASSAGE } }),
    check({ graph, main }, report) {
      if (main.page === null) return;
      const hasSource = graph.nodes.some(
        (node) =>
          has(node, "citation") || has(node, "isBasedOn") || has(node, "study") || has(node, "guideline"),
      );
      for (const entity of nodesOf(graph, main.page, "mainEntity")) {
        for (const property of CLAIMS)
          if (!hasSource && has(entity, property))
            report(
              `${entity.path}.${property}: expected a source beside it (citation), received none. Cite one, or leave the claim out.`,
            );
      }
    },
  },
  {
    name: "health-aspect",
    severity: "warning",
    what: "A HealthTopicContent says which aspect it is about.",
    why: 'schema.org, HealthTopicContent: "it has a specific health aspect".',
    good: {
      graph: {
        "@type": "HealthTopicContent",
        name: "Benefits",
        hasHealthAspect: { "@id": "https://schema.org/BenefitsHealthAspect" },
      },
    },
    bad: { graph: { "@type": "HealthTopicContent", name: "Benefits" } },
    check({ graph }, report) {
      for (const node of all(graph, "HealthTopicContent"))
        if (!has(node, "hasHealthAspect"))
          report(
            `${node.path}: expected hasHealthAspect, received none. Add the aspect, or use WebPageElement.`,
          );
    },
  },
  {
    name: "medical-code",
    severity: "error",
    what: "A MedicalCode has codeValue and codingSystem, and the value has the system's form.",
    why: "A code without its system means nothing; codes come from a checked table, not from guesses (NLM MeSH, WHO ICD).",
    good: {
      graph: { ...INSOMNIA, code: { "@type": "MedicalCode", codeValue: "D007319", codingSystem: "MeSH" } },
    },
    bad: {
      graph: { ...INSOMNIA, code: { "@type": "MedicalCode", codeValue: "G47.00", codingSystem: "MeSH" } },
    },
    check({ graph }, report) {
      for (const node of all(graph, "MedicalCode")) {
        const [value, system] = [
          textOf(node, "codeValue") ?? textOf(node, "code"),
          textOf(node, "codingSystem"),
        ];
        if (value === null && !has(node, "codeValue"))
          report(`${node.path}: expected codeValue, received none. Add it or drop the code.`);
        if (system === null)
          report(`${node.path}: expected codingSystem, received none. Say whose code it is.`);
        const form = CODE_FORMS.get((system ?? "").toLowerCase());
        if (value !== null && form !== undefined && !form.test(value))
          report(
            `${node.path}.codeValue: expected a code of ${system}, received ${quote(value)}. Look it up, or drop it.`,
          );
      }
    },
  },
  {
    name: "medical-code-system",
    severity: "warning",
    what: "A MedicalCode names a coding system that is known.",
    why: "A consumer looks the code up there; a system it does not know is no code (schema.org, MedicalCode.codingSystem).",
    good: {
      graph: { ...INSOMNIA, code: { "@type": "MedicalCode", codeValue: "D007319", codingSystem: "MeSH" } },
    },
    bad: {
      graph: { ...INSOMNIA, code: { "@type": "MedicalCode", codeValue: "D007319", codingSystem: "Mash" } },
    },
    check({ graph }, report) {
      for (const node of all(graph, "MedicalCode")) {
        const system = textOf(node, "codingSystem");
        if (system !== null && !/^https?:/i.test(system) && !CODE_SYSTEMS.test(system.trim()))
          report(
            `${node.path}.codingSystem: expected a known system such as MeSH, ICD-10-CM or SNOMED-CT, received ${quote(system)}. Correct it or drop the code.`,
          );
      }
    },
  },
  {
    name: "code-same-as",
    severity: "error",
    what: "A `sameAs` address of MeSH names the node's MeSH code.",
    why: "Two ids for one thing must be of one thing (NLM MeSH RDF).",
    good: {
      graph: {
        ...INSOMNIA,
        sameAs: "https://id.nlm.nih.gov/mesh/D007319",
        code: { "@type": "MedicalCode", codeValue: "D007319", codingSystem: "MeSH" },
      },
    },
    bad: {
      graph: {
        ...INSOMNIA,
        sameAs: "https://id.nlm.nih.gov/mesh/D008405",
        code: { "@type": "MedicalCode", codeValue: "D007319", codingSystem: "MeSH" },
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "MedicalEntity")) {
        const codes = nodesOf(graph, node, "code")
          .filter((code) => textOf(code, "codingSystem")?.toLowerCase() === "mesh")
          .flatMap((code) => textsOf(code, "codeValue"));
        for (const address of textsOf(node, "sameAs")) {
          const named = /id\.nlm\.nih\.gov\/mesh\/([A-Z]\d+)/.exec(address)?.[1];
          if (named !== undefined && codes.length > 0 && !codes.includes(named))
            report(
              `${node.path}.sameAs: expected the MeSH code ${codes.join(" or ")}, received ${quote(address)}. Make them agree.`,
            );
        }
      }
    },
  },
]);
