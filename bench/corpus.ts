import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pick, seeded } from "./random.ts";

/** Words of the made-up articles: enough variety that ranking and extraction do the work they do on real ones. */
const THERAPIES =
  "massage therapy,reflexology,acupuncture,yoga,meditation,tai chi,aromatherapy,chamomile tea,ginger,turmeric,lavender,green tea,breathing exercises,qigong,cold showers,sauna,walking,swimming,music therapy,journaling".split(
    ",",
  );
const CONDITIONS =
  "insomnia,stress,anxiety,back pain,headache,migraine,arthritis,high blood pressure,fatigue,depression,indigestion,allergies,asthma,menopause,neck pain".split(
    ",",
  );
const BENEFITS =
  "Reduces stress,Promotes relaxation,Improves sleep quality,Relieves muscle tension,Boosts mood,Supports digestion,Improves circulation,Eases headaches,Lowers blood pressure,Strengthens the immune system,Increases energy,Improves focus,Relieves joint pain,Improves flexibility,Reduces inflammation,Supports heart health,Calms anxiety,Improves balance".split(
    ",",
  );
const NOUNS =
  "evening,pillow,morning,practice,session,shoulder,breath,kettle,garden,routine,muscle,therapist,pressure,habit,window,chair,hour,week,friend,doctor,body,mind,kitchen,walk,notebook,blanket,oil,hand,foot,spine,rhythm,night,lamp,season,meal,cup".split(
    ",",
  );
const VERBS =
  "settles,warms,slows,follows,changes,softens,repeats,guides,needs,keeps,opens,rests,begins,helps,asks,shows,brings,leaves,holds,moves".split(
    ",",
  );
const ADJECTIVES =
  "quiet,slow,warm,regular,short,steady,gentle,plain,long,light,deep,early,late,careful,simple,familiar,tired,tense,calm,soft".split(
    ",",
  );
const TAG_COUNT = 224;

/**
 * Writes `count` articles of about 1,100 words to `folder`; the same bytes for
 * the same count.
 *
 * @param namesTerms true: `tags` name therapy, condition and benefits too, for a site that cannot find them
 */
export function writeCorpus(folder: string, count: number, namesTerms = false): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const random = seeded(20_261_121);
  const titles: string[] = [];
  for (let index = 0; index < count; index++) {
    writeFileSync(
      join(folder, `article-${String(index).padStart(5, "0")}.md`),
      article(index, titles, random, namesTerms),
    );
  }
}

function article(index: number, titles: string[], random: () => number, namesTerms: boolean): string {
  const therapy = pick(THERAPIES, random);
  const condition = pick(CONDITIONS, random);
  const benefitCount = 5 + Math.floor(random() * 5);
  const date = new Date(Date.UTC(2016, 0, 1) + Math.floor(random() * 3900) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const tags = [...new Set(Array.from({ length: 4 }, () => `topic-${Math.floor(random() * TAG_COUNT)}`))];
  const topics = [therapy, condition, ...Array.from({ length: 12 }, () => pick(NOUNS, random))];
  const benefits = shuffled(BENEFITS, random).slice(0, benefitCount);
  const title = `${benefitCount} Benefits of ${therapy} for ${condition}, part ${index}`;
  titles.push(title);
  const terms = [
    `therapies/${slug(therapy)}`,
    `conditions/${slug(condition)}`,
    ...benefits.map((name) => `benefits/${slug(name)}`),
  ];
  return [
    "---",
    `title: "${title}"`,
    `description: "What ${therapy} may do for ${condition}, in plain words, number ${index}."`,
    `date: ${date}`,
    "author: bench",
    `tags: [${(namesTerms ? [...tags.map((tag) => `tags/${tag}`), ...terms] : tags).join(", ")}]`,
    "---",
    paragraph(topics, random, 90),
    `## Benefits of ${therapy} for ${condition}`,
    ...benefits.flatMap((benefit, number) => [
      `### ${number + 1}. ${benefit}`,
      paragraph(topics, random, 95),
    ]),
    index > 0 ? `Also Read: ${offer(index, titles, random)}` : "",
    "## Safety",
    ...Array.from({ length: Math.max(1, 9 - benefitCount) }, () => paragraph(topics, random, 90)),
    "",
  ].join("\n\n");
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

/** An earlier article's title; one in fifty is of an article that is gone. */
function offer(index: number, titles: readonly string[], random: () => number): string {
  return random() < 0.02
    ? `An article that is no longer there, ${index}`
    : pick(titles.slice(0, index), random);
}

function paragraph(topics: readonly string[], random: () => number, words: number): string {
  const sentences: string[] = [];
  for (let count = 0; count < words; count += 12) sentences.push(sentence(topics, random));
  return sentences.join(" ");
}

function sentence(topics: readonly string[], random: () => number): string {
  const noun = (): string => pick(random() < 0.5 ? topics : NOUNS, random);
  return `The ${pick(ADJECTIVES, random)} ${noun()} ${pick(VERBS, random)} a ${pick(ADJECTIVES, random)} ${noun()} and the ${noun()} ${pick(VERBS, random)} it.`;
}

function shuffled<Item>(list: readonly Item[], random: () => number): Item[] {
  return list
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
