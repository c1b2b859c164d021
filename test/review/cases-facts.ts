import { benefit, waiting } from "./article.ts";
import type { Cases } from "./cases.ts";

const THERAPY = { therapies: ["massage-therapy"] };
/** Line of the file on which a line of the body stands: the front matter of these articles takes 14. */
const lineOfBody = (line: number): number => 14 + line;
const REVIEWED = { reviewedBy: "checker", reviewed: "2026-04-01" };

/** Rules that read front matter. */
export const FACT_CASES: Readonly<Record<string, Cases>> = {
  author: {
    fires: {
      "no author": { front: { author: undefined } },
      "an author nobody knows": { front: { author: "ghost" } },
      "an id that hides who wrote": { front: { author: "admin" } },
    },
    quiet: { "a publication": {}, "a person": { front: { author: "writer" } } },
  },
  "author-profile": {
    fires: {
      "a person without a role": { front: { author: "bare-writer" } },
      "a publication without a description": { front: { author: "bare-house" } },
    },
    quiet: { "a person with a role": { front: { author: "writer" } }, "a described publication": {} },
  },
  reviewer: {
    fires: {
      "the author": { front: { author: "checker", ...REVIEWED } },
      "nobody known": { front: { reviewedBy: "dr-nobody", reviewed: "2026-04-01" } },
      "no date": { front: { reviewedBy: "checker" } },
      "a date without a reviewer": { front: { reviewed: "2026-04-01" } },
      "no credential": { front: { reviewedBy: "bare-checker", reviewed: "2026-04-01" } },
      "a publication": { front: { author: "writer", reviewedBy: "field-notes", reviewed: "2026-04-01" } },
    },
    quiet: { "a person with a credential and a date": { front: REVIEWED }, "no review claimed": {} },
  },
  "not-reviewed": {
    fires: { "health advice without a review": { facts: { therapies: ["massage-therapy"] } } },
    quiet: {
      "a reviewed article": { front: REVIEWED, facts: { therapies: ["massage-therapy"] } },
      "news of the site": {
        front: { title: "We moved to a new address" },
        body: "The boxes are still in the hall.",
      },
    },
  },
  dates: {
    fires: {
      "updated tomorrow": { front: { updated: "2026-09-02" } },
      "reviewed tomorrow": { front: { reviewedBy: "checker", reviewed: "2026-09-02" } },
      "published tomorrow": { front: { date: "2026-09-02" } },
    },
    quiet: {
      "updated today": { front: { updated: "2026-09-01" } },
      "updated on the day of publication": { front: { date: "2026-03-01T18:00", updated: "2026-03-01" } },
      "reviewed before publication": { front: { reviewedBy: "checker", reviewed: "2026-02-20" } },
      "a draft for next month": { front: { date: "2026-10-01", draft: true } },
    },
  },
  "review-age": {
    fires: {
      "more than two years": { front: { date: "2024-01-01", reviewedBy: "checker", reviewed: "2024-08-31" } },
      "more than the site's six months": {
        front: { date: "2026-01-01", reviewedBy: "checker", reviewed: "2026-02-28" },
        context: { reviewMonths: 6 },
      },
    },
    quiet: {
      "two years to the day": {
        front: { date: "2024-01-01", reviewedBy: "checker", reviewed: "2024-09-01" },
      },
      "never reviewed": {},
    },
  },
  sources: {
    fires: {
      none: { front: { sources: [] }, facts: { therapies: ["yoga"] } },
      "a title without link": {
        front: { sources: ["A book on sleep", { title: "Sleep", url: "https://www.nhs.uk/x" }] },
      },
      "shops and blogs only": { front: { sources: [{ title: "A shop", url: "https://shop.example/tea" }] } },
      "a host that only looks primary": {
        front: { sources: [{ title: "A shop", url: "https://nih.gov.example/tea" }] },
      },
    },
    quiet: {
      "a health service": {},
      "a subdomain of research": {
        front: { sources: [{ title: "A review", url: "https://pmc.ncbi.nlm.nih.gov/articles/1" }] },
      },
      "the site's own list of hosts": {
        front: { sources: [{ title: "A register", url: "https://trials.example/1" }] },
        context: { primaryHosts: ["trials.example"] },
      },
      "a list at the end of the text": {
        front: { sources: [] },
        facts: { therapies: ["yoga"] },
        body: "Yoga may calm.\n\n## References\n\n- [A review](https://doi.org/10.1000/1)",
      },
      "a link to research in the text": {
        front: { sources: [] },
        facts: { therapies: ["yoga"] },
        body: "Yoga [may calm](https://pubmed.ncbi.nlm.nih.gov/1/).",
      },
      "news of the site": {
        front: { title: "We moved", sources: [] },
        body: "The boxes are still in the hall.",
      },
    },
  },
  "see-doctor": {
    fires: {
      "a condition without it": {
        facts: { conditions: ["insomnia"] },
        body: "Ask your doctor first if you are pregnant.",
      },
    },
    quiet: {
      "a section": {
        facts: { conditions: ["insomnia"] },
        body: "Rest.\n\n## When to see a doctor\n\nAfter a month.",
      },
      "a sentence with the signs": {
        facts: { conditions: ["insomnia"] },
        body: "See a doctor if it lasts longer than a month.",
      },
      "no condition": { body: "Rest well." },
    },
  },
  "safety-section": {
    fires: { "benefits only": { benefits: [{}, { heading: "Lifts mood" }], body: "It helps." } },
    quiet: {
      "a section on care": {
        benefits: [{}, {}],
        body: "It helps.\n\n## Who should take care\n\nPregnant women.",
      },
      "a bold line for a heading": {
        benefits: [{}, {}],
        body: "It helps.\n\n**Side effects**\n\nFew are known.",
      },
      "benefits told in passing": { benefits: [{ kind: "prose" }, { kind: "prose" }], body: "It helps." },
      "one benefit in passing": { benefits: [{}], body: "It helps." },
    },
  },
  "title-count": {
    fires: { "nine promised, one found": { facts: { benefitCount: 9 }, benefits: [{}] } },
    quiet: {
      "as many as promised": { facts: { benefitCount: 2 }, benefits: [{}, {}] },
      "prose beside them": { facts: { benefitCount: 1 }, benefits: [{}, { kind: "prose" }] },
      "nothing promised": { benefits: [{}] },
      "one that waits for the writer": {
        facts: { benefitCount: 2 },
        benefits: [{}],
        context: { proposals: [waiting({ line: 20, heading: "Lifts the mood" })] },
      },
      "one of which the writer dropped what was read": {
        facts: { benefitCount: 2 },
        benefits: [{}],
        context: { droppedCount: 1 },
      },
      "one too many that may be misread": {
        facts: { benefitCount: 1 },
        benefits: [{}],
        context: { proposals: [waiting({ line: 20, heading: "Lifts the mood" })] },
      },
      "one heading, half of it waiting": {
        facts: { benefitCount: 1 },
        benefits: [{}],
        context: { proposals: [waiting({ canonicals: ["reduce:depression"] })] },
      },
    },
  },
  "empty-benefits": {
    fires: {
      "without a number in the title": { body: "## Benefits of tea\n\nIt is warm.", facts: THERAPY },
      "with one": { body: "## Health Benefits\n\nIt is warm.", facts: { ...THERAPY, benefitCount: 9 } },
      "one found elsewhere": {
        body: "## Benefits\n\nIt is warm.\n\n## Sleep\n\nIt calms.",
        facts: THERAPY,
        benefits: [{ line: 200 }],
      },
    },
    quiet: {
      "one found below it": {
        body: "## Benefits\n\n### Eases stress\n\nIt calms.",
        facts: THERAPY,
        benefits: [{ line: lineOfBody(3) }],
      },
      "one that waits": {
        body: "## Benefits\n\nIt calms.",
        facts: THERAPY,
        context: { proposals: [waiting({ line: lineOfBody(3) })] },
      },
      "one that is denied": {
        body: "## Benefits\n\nIt does not calm.",
        facts: THERAPY,
        context: {
          against: [
            {
              canonical: "reduce:stress",
              evidence: "It does not calm.",
              line: lineOfBody(3),
              anchor: "",
              kind: "denied",
            },
          ],
        },
      },
      "the insurer's": { body: "## Insurance benefits\n\nAsk them.", facts: THERAPY },
      "turned down": { body: "## Benefits it does not have\n\nMany.", facts: THERAPY },
      "added by the writer": {
        body: "## Benefits\n\nIt is warm.",
        facts: THERAPY,
        benefits: [{ kind: "writer", line: 1 }],
      },
    },
  },
  "plain-title": {
    fires: {
      fear: { front: { title: "The deadly truth about your pillow" } },
      hype: { front: { title: "This amazing tea changes everything" } },
      capitals: { front: { title: "MASSAGE HEALS everything" } },
      "shouted words": { front: { title: "STOP sleeping on your back" } },
      "what they hide": { front: { title: "What doctors don't tell you about sleep" } },
    },
    quiet: {
      plain: { front: { title: "Massage for better sleep" } },
      "a name in capitals": { front: { title: "EMDR for PTSD: what happens in a session" } },
      "a doubted word": { front: { title: "Is turmeric a miracle spice?" } },
      "a denied word": { front: { title: "Honey is no miracle" } },
      "sudden infant": { front: { title: "Instant soup for one" } },
    },
  },
  "ai-declared": {
    fires: { "said in the text only": { body: "This article was written with the help of ChatGPT." } },
    quiet: {
      declared: {
        front: { madeWithAi: "Drafted with a language model." },
        body: "This article was written with the help of ChatGPT.",
      },
      denied: { body: "No text on this site is written by AI." },
      "another subject": { body: "Some apps use AI to count steps." },
    },
  },
  comments: {
    fires: {
      "a comment without name": { context: { comments: [{ author: "", date: "2026-04-01" }] } },
      "a comment as a source": {
        front: { sources: [{ title: "A reader", url: "https://www.nhs.uk/page/#comment-12" }] },
      },
    },
    quiet: { "a named comment": { context: { comments: [{ author: "A. Reader", date: "2026-04-01" }] } } },
  },
  headings: {
    fires: {
      "a level left out": { body: "## Sleep\n\nText.\n\n#### Deep sleep\n\nText." },
      "the same words twice": { body: "## Sleep\n\nText.\n\n## Sleep\n\nText." },
      "a second h1": { body: "# Sleep\n\nText." },
      "a benefit without id": { benefits: [benefit({ anchor: "" })], body: "## Eases stress\n\nText." },
    },
    quiet: {
      "steps down one at a time": {
        body: "## Sleep\n\nText.\n\n### Deep sleep\n\nText.\n\n## Waking\n\nText.",
      },
      "the same words under other headings": {
        body: "## Cat\n\n### How to do it\n\nText.\n\n## Cow\n\n### How to do it\n\nText.",
      },
    },
  },
};
