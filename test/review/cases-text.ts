import type { Given } from "./article.ts";
import type { Cases } from "./cases.ts";

function said(...bodies: readonly string[]): Readonly<Record<string, Given>> {
  return Object.fromEntries(bodies.map((body) => [body.slice(0, 70), { body }]));
}

const PLAIN =
  "You lie down. The room is warm. Somebody rubs your back for ten minutes. You breathe out and your jaw lets go. ".repeat(
    8,
  );
const HARD =
  "Physiological investigations demonstrate considerable heterogeneity regarding parasympathetic reactivity following therapeutic interventions. ".repeat(
    12,
  );
const LONG =
  "You lie down on the table while the warm room and the soft light and the slow hands on your back and on your feet make the long day feel far away from you. ";

/** Rules that read the text and its marks. */
export const TEXT_CASES: Readonly<Record<string, Cases>> = {
  "reading-level": {
    fires: { "words of the trade": { body: HARD } },
    quiet: { "short words": { body: PLAIN }, "too short to tell": { body: HARD.slice(0, 140) } },
  },
  "sentence-length": { fires: { "31 words": { body: LONG } }, quiet: { "short ones": { body: PLAIN } } },
  jargon: {
    fires: said(
      "It lowers cortisol within minutes.",
      "Massage wakes the parasympathetic nervous system.",
      "Ischemia may follow.",
      "The doctor measured cortisol the next day.",
    ),
    quiet: {
      ...said(
        "It lowers cortisol (a stress hormone) within minutes.",
        "It lowers the stress hormone cortisol within minutes.",
        "Cortisol, which wakes you in the morning, falls.",
        "Cortisol, the slower stress hormone, falls.",
        "It lowers [cortisol](/words/#cortisol) within minutes.",
        "The best care is CBT-I. The letters stand for a talking therapy.",
        "A brisk walk warms you.",
      ),
      "a word that the site explains elsewhere": {
        body: "It lowers cortisol.",
        context: { knownWords: ["Cortisol"] },
      },
    },
  },
  disclosure: {
    fires: {
      ...said(
        "Try [this oil](https://shop.example/oil?aff=12).",
        "Try [this oil](https://amzn.to/3abc).",
        "Try [this oil](https://www.amazon.com/dp/B01?tag=calm-20).",
        'Try <a href="https://shop.example/oil" rel="nofollow sponsored">this oil</a>.',
      ),
      "a notice that comes too late": {
        body: "Try [this oil](https://amzn.to/3abc).\n\nWe earn a commission on sales.",
      },
    },
    quiet: said(
      "Some links here are affiliate links.\n\nTry [this oil](https://amzn.to/3abc).",
      "Read [the study](https://doi.org/10.1000/1).",
      "See [the tag page](https://blog.example/?tag=sleep).",
      "See [the shop](https://shop.example/offer).",
    ),
  },
  images: {
    fires: {
      "no alt": { body: "![](/hands.png)" },
      "no alt in HTML": { body: '<img src="/hands.png">' },
      "a file name": { body: '![IMG_1234.jpg](/hands.png "Photo: A. Maker")' },
      "no credit": { body: "![Two hands on a back](/hands.png)" },
      "no credit in front matter": { front: { image: { src: "/hands.png", alt: "Two hands" } } },
      "before and after": { body: '![A knee before and after](/knee.png "Photo: A. Maker")' },
    },
    quiet: {
      "alt and credit": { body: '![Two hands on a back](/hands.png "Photo: A. Maker, CC BY 4.0")' },
      "credit in the line below": { body: "![Two hands on a back](/hands.png)\n*Photo: A. Maker*" },
      "decoration in HTML": { body: '<img src="/line.png" alt="">' },
      "in front matter": {
        front: { image: { src: "/hands.png", alt: "Two hands", credit: "Photo: A. Maker" } },
      },
      "before and after with a note": {
        body: '![A knee before and after](/knee.png "Photo: A. Maker")\n\nResults vary.',
      },
      "in a code block": { body: "```\n![](/hands.png)\n```" },
    },
  },
  leftovers: {
    fires: said(
      "Skip to content",
      "Text.\n\n## Leave a Reply\n\nText.",
      "Your email address will not be published. Required fields are marked *",
      "About Author",
      "Post a Comment",
      "Share this post:",
      "This introduction sets the stage by naming the benefits.",
      "This detailed exploration of each benefit shows how it works.",
      "As an AI language model, I cannot feel tired.",
      "Rest. [Insert image here]",
      "Text.\n\nRead more",
      "Text.\n\n## Read more",
    ),
    quiet: said(
      "Text.\n\n## Read more\n\n- [On baths](https://www.nhs.uk/baths)",
      "Skip the coffee, and be content.",
      "You can leave a reply on the therapist's answering machine.",
      "Ask about the author of the course.",
      "Share this post with a friend who sleeps badly and see what they say.",
      "In this introduction we set out the basics.",
      "```\nSkip to content\n```",
    ),
  },
  embeds: {
    fires: said(
      'Health, sleep and stress.\n\n<iframe src="https://video.example/1"></iframe>',
      'Health, sleep and stress.\n\n<script src="//cdn.example/w.js"></script>',
    ),
    quiet: said(
      'Health, sleep and stress. The video loads from a third party.\n\n<iframe src="https://video.example/1"></iframe>',
      'Health, sleep and stress.\n\n<iframe src="/videos/1.html"></iframe>',
      "Health, sleep and stress.",
    ),
  },
  silence: {
    fires: {
      "a comment without reason": { body: "Rest.\n\n<!-- vervain-review: jargon -->" },
      "a rule that does not exist": { front: { silence: { jargoon: "Our readers are nurses." } } },
    },
    quiet: {
      "a rule with a reason": { front: { silence: { jargon: "Our readers are nurses." } } },
      "a comment with a reason": { body: "<!-- vervain-review: jargon: our readers are nurses -->\n\nRest." },
    },
  },
};
