import { openPlace } from "../article/open-places.ts";
import type { Answers } from "./answers.ts";

interface OwnerPage {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly lines: readonly string[];
}

/**
 * The pages that a health site owes its readers, as far as anybody but their
 * owner can write them. Each is a draft, and an open place in one that is none
 * stops the build: none is published unfilled.
 */
export function ownerPages({ title }: Answers): readonly (readonly [path: string, text: string])[] {
  return pages(title).map(({ name, title: heading, description, lines }) => [
    `src/pages/${name}.md`,
    `---\ntitle: ${JSON.stringify(heading)}\ndescription: ${JSON.stringify(description)}\npermalink: /${name}/\n# Fill in the open places, then take out this line:\ndraft: true\n---\n\n${lines.join("\n")}\n`,
  ]);
}

function pages(title: string): readonly OwnerPage[] {
  return [
    {
      name: "about",
      title: `About ${title}`,
      description: "Who is behind this site, and what it cannot do for you.",
      lines: [
        openPlace("what this blog is about, and for whom"),
        "",
        "## Who writes",
        "",
        openPlace(
          "who you are, and what you know of the subject; name no training or title that you do not have",
        ),
        "",
        "## Who pays",
        "",
        openPlace("who pays for this site and what is sold on it, or that nobody does and nothing is"),
        "",
        "## What it cannot do",
        "",
        "Nobody here can tell you what is wrong with you or what you should take. If you are unwell or worried, ask a doctor, nurse, midwife or pharmacist.",
      ],
    },
    {
      name: "contact",
      title: "Contact",
      description:
        "How to report a mistake or ask a question, and where to turn with a health problem instead.",
      lines: [
        "## Mistakes and questions",
        "",
        openPlace("how you can be reached: an address that you read"),
        "",
        "## Please send no health questions",
        "",
        "We cannot give advice about your health. If somebody is in danger, call your local emergency number now.",
      ],
    },
    {
      name: "privacy",
      title: "Privacy",
      description: "What this site and its host learn of you.",
      lines: [
        "The pages of this site set no cookies and load nothing from other companies. If you choose a light or dark look, your own browser remembers it.",
        "",
        "## What the host keeps",
        "",
        openPlace("who hosts the site, what its log holds and for how long"),
        "",
        "## Who is responsible",
        "",
        openPlace("your name and address, as the law of your country asks"),
      ],
    },
    {
      name: "disclaimer",
      title: "Disclaimer",
      description: "The articles on this site are general reading and no medical advice.",
      lines: [
        "The articles on this site are general reading. They are not medical advice, and they do not replace a doctor, nurse, midwife or pharmacist who can see you and knows your history.",
        "",
        "- Do not delay care because of something you read here.",
        "- Speak to your doctor before changing any medicine.",
        "- Ask before you try something new if you are pregnant, have a long-term illness or are choosing for a child.",
        "- If somebody is in danger, call your local emergency number.",
        "",
        openPlace("what the law of your country asks of such a notice"),
      ],
    },
    {
      name: "editorial-policy",
      title: "Editorial policy",
      description: "How articles are written, checked and corrected here.",
      lines: [
        "## How we write",
        "",
        openPlace("how an article comes about: what you read for it, whether a tool drafts any of it"),
        "",
        "## Who checks",
        "",
        openPlace("who reviews articles and what they are qualified in, or that nobody does"),
        "",
        "## Corrections",
        "",
        openPlace("how a mistake is reported, mended and told of"),
      ],
    },
  ];
}
