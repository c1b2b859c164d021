import { test } from "uvu";
import * as assert from "uvu/assert";
import { isSureList, type Listed } from "../../plugins/benefits/english/listed.ts";
import { LISTED_MODEL } from "../../plugins/benefits/english/listed-model.ts";
import { SAID_MODEL } from "../../plugins/benefits/english/said-model.ts";
import { SENTENCES_MODEL } from "../../plugins/benefits/english/sentences-model.ts";
import { headings, read } from "./reader.ts";

/** Weights for which everything is a list of benefits: what is still refused, no likeness outweighs. */
const EVERYTHING = {
  models: {
    lists: { bias: 20, weights: {} },
    sentences: SENTENCES_MODEL,
    listed: LISTED_MODEL,
    said: SAID_MODEL,
  },
};
const ITEMS = "### Better sleep\n\nNights grow calm.\n\n### Less stress\n\nDays do too.\n";

test("listed: a list is one for weights to which everything is", () => {
  assert.equal(headings(read("Yoga", `## Benefits of yoga\n\n${ITEMS}`, EVERYTHING)), [
    "Better sleep",
    "Less stress",
  ]);
});

/** Headings with numbers, of which a title may promise as many. */
const counted = (...names: readonly string[]): string =>
  names.map((name, index) => `## ${index + 1}. ${name}\n\nSome words on it, a sentence or two.\n\n`).join("");
const OF_BOXING = ["It teaches patience", "You learn how to lose", "No more fear", "A friend for life"];

test("listed: as many headings as the title promises, each with its number, are what it promises", () => {
  const boxing = "4 ways boxing will transform your life";
  assert.equal(headings(read(boxing, counted(...OF_BOXING))), OF_BOXING);
  assert.equal(headings(read(boxing, `## The start\n\nWords.\n\n${counted(...OF_BOXING)}`)), OF_BOXING);
  assert.equal(headings(read("5 ways boxing will transform your life", counted(...OF_BOXING))), []);
  assert.equal(headings(read("How boxing is", counted(...OF_BOXING))), []);
});

test("listed: a harm among what the title promises is none of it", () => {
  const rows = counted("Patience", "Calm", "Side effects and risks", "Friends");
  assert.not.ok(
    headings(read("4 ways boxing will transform your life", rows)).includes("Side effects and risks"),
  );
});

test("listed: what a title turns down, or tells as others tell it, is believed no more for its numbers", () => {
  const rows = counted("Pain relief", "Better sleep", "Detoxification", "Weight loss");
  const surest = (title: string): number =>
    Math.max(0, ...read(title, rows).benefits.map(({ confidence }) => confidence));
  assert.ok(surest("4 benefits of cupping") > 0.9);
  for (const title of ["4 supposed benefits of cupping", "4 benefits of cupping that are myths"])
    assert.ok(surest(title) <= 0.7, title);
});

test("listed: ills below a title that promises nothing good are relieved by nothing", () => {
  const rows = counted("Knee pain", "Fatigue", "Insomnia", "Stress");
  for (const title of [
    "4 ways running can make you feel worse",
    "4 reasons why running is bad for you",
    "4 reasons you should not run",
    "4 ways smoking helps cause cancer",
    "4 ways too much running can boost stress",
  ])
    assert.equal(headings(read(title, rows)), [], title);
  const plain = counted("Patience", "Focus", "Fewer friends", "Weight gain");
  assert.equal(
    headings(read("4 ways too much sugar can boost disease", plain)),
    [],
    "and plain names are no good",
  );
});

test("listed: who has an ill does not make harm of what helps them", () => {
  const list = "\n\n- Stress\n- Joint pain\n- Insomnia\n";
  const found = (before: string): number => headings(read("Yoga", `${before}${list}`)).length;
  assert.is(found("For those who suffer from a lack of exercise, yoga helps with:"), 3);
  assert.is(found("Yoga helps many, and those who skip it may suffer from:"), 0);
});

test("listed: a sentence that announces is heard below a heading that is beside the point", () => {
  const list = "- Better sleep\n- Less stress\n- Lower blood pressure\n";
  const found = (before: string): number =>
    headings(read("Yoga", `## Conclusion\n\n${before}\n\n${list}`, EVERYTHING)).length;
  assert.is(found("Yoga can help with:"), 3);
  assert.is(found("A look back."), 0);
});

test("listed: what does good is no second benefit, and what is improved is better", () => {
  const named = (heading: string): readonly string[] =>
    read("Honey", `## Benefits of honey\n\n- ${heading}\n- Better sleep\n- Less stress\n`).benefits.find(
      (one) => one.heading === heading,
    )?.canonicals ?? [];
  assert.equal(named("The antioxidants in it can lower blood pressure"), ["reduce:blood-pressure"]);
  assert.equal(named("Antioxidant, and can lower blood pressure"), [
    "reduce:oxidative-stress",
    "reduce:blood-pressure",
  ]);
  assert.equal(named("Improved blood pressure"), ["reduce:blood-pressure"]);
  assert.equal(named("Increased blood pressure"), []);
});

test("listed: leads that name nothing sort the lists below them", () => {
  const body =
    "## Benefits of yoga\n\n**For the body**\n\n- Lowers blood pressure\n- Eases muscle pain\n\n**For the mind**\n\n- Improves sleep\n- Reduces stress\n";
  assert.equal(headings(read("Yoga", body, EVERYTHING)), [
    "Lowers blood pressure",
    "Eases muscle pain",
    "Improves sleep",
    "Reduces stress",
  ]);
});

test("listed: what the sentence behind a list takes back is none", () => {
  const list = "Yoga is said to give:\n\n- Better sleep\n- Less stress\n\n";
  assert.is(headings(read("Yoga", `${list}Those who try it like it.\n`, EVERYTHING)).length, 2);
  assert.equal(headings(read("Yoga", `${list}I found no such benefits.\n`, EVERYTHING)), []);
});

test("listed: ills that something brings about are not relieved", () => {
  const ills = "- Asthma\n- Cough\n- Infections\n";
  assert.equal(
    headings(read("Diesel fumes", `## What diesel fumes do to your body\n\n${ills}`, EVERYTHING)),
    [],
  );
  assert.equal(headings(read("Thyme tea", `## What it helps with\n\n${ills}`, EVERYTHING)), [
    "Asthma",
    "Cough",
    "Infections",
  ]);
});

test("listed: the bare name of an ill is relieved only where relief was announced", () => {
  const list = "- Neck strain\n- Back pain\n- Better balance\n";
  assert.equal(headings(read("Yoga", `Common pitfalls:\n\n${list}`, EVERYTHING)), ["Better balance"]);
  assert.equal(headings(read("Yoga", `## Yoga helps with\n\n${list}`, EVERYTHING)), [
    "Neck strain",
    "Back pain",
    "Better balance",
  ]);
});

test("listed: what something does to the body, headed by troubles, is harm", () => {
  const troubles = "### Breathing problems\n\nx\n\n### Sleep disturbance\n\nx\n\n### Cell damage\n\nx\n";
  assert.equal(headings(read("Solvents at home", `## Health effects\n\n${troubles}`)), []);
  const goods = "### Better breathing\n\nx\n\n### Better sleep\n\nx\n\n### Less stress\n\nx\n";
  assert.is(headings(read("Solvents at home", `## Health effects\n\n${goods}`)).length, 3);
});

test("listed: sources are no benefits, whatever their titles name", () => {
  const sources =
    "- Berg, A., & Holm, P. L. (2000). Yoga eases back pain. Journal, 7(2), 60-75.\n- Lund, S. S. (1999). Yoga and better sleep. Journal, 21(1), 14-23.\n";
  assert.equal(headings(read("Yoga", `## Benefits of yoga\n\n${sources}`, EVERYTHING)), []);
});

test("listed: a row of numbered paragraphs is a list, and a new 1 begins a new one", () => {
  const body =
    "## Benefits of walking\n\nAt once:\n\n1\\. Less stress\n\n2\\. Better sleep\n\nWith time:\n\n1\\. Stronger bones\n\n2\\. Better mood\n";
  assert.equal(headings(read("Walking", body)), [
    "Less stress",
    "Better sleep",
    "Stronger bones",
    "Better mood",
  ]);
});

test("listed: a table is read cell by cell where several columns say what is done, else by one of them", () => {
  const table = (a: string, b: string): string =>
    `## Benefits of massage\n\n| Body | Mind |\n| --- | --- |\n| Eases pain | ${a} |\n| Improves circulation | ${b} |\n`;
  assert.equal(headings(read("Massage", table("Lifts mood", "Improves sleep"))), [
    "Eases pain",
    "Lifts mood",
    "Improves circulation",
    "Improves sleep",
  ]);
  assert.equal(headings(read("Massage", table("ten minutes", "an hour"))), [
    "Eases pain",
    "Improves circulation",
  ]);
});

test("listed: rows of one thing's properties are no benefits of it", () => {
  const sheet =
    "## Ginger\n\n| Part | What |\n| --- | --- |\n| Benefits | Eases pain |\n| Preparation | Slice |\n";
  assert.equal(headings(read("Ginger tea", sheet, EVERYTHING)), []);
});

test("listed: pieces of one line, and names behind the number of a benefit", () => {
  const goods = ["Eases pain", "Lifts mood", "Improves sleep"];
  for (const body of [
    "✅ Eases pain ✅ Lifts mood ✅ Improves sleep",
    "1. Eases pain 2. Lifts mood 3. Improves sleep",
    "-Eases pain\n-Lifts mood\n-Improves sleep",
    "**Eases pain:** it warms. **Lifts mood:** it smells good. **Improves sleep:** it calms.",
    "Benefit 1: Eases pain. It warms.\n\nBenefit 2: Lifts mood. It smells good.\n\nBenefit 3: Improves sleep. It calms.",
  ])
    assert.equal(headings(read("Massage", `## Benefits of massage\n\n${body}\n`)), goods, body);
});

test("listed: names before a colon alone, underlined, behind letters and in quotations", () => {
  const [goods, text] = [["Eases pain", "Lifts mood"], "It warms the hands."];
  for (const [first, second] of [
    ["Eases pain:", "Lifts mood:"],
    ["<u>Eases pain</u>", "<u>Lifts mood</u>"],
    ["A) Eases pain", "B) Lifts mood"],
    ["I. Eases pain", "II. Lifts mood"],
    ["> **Eases pain**\n> It calms.", "> **Lifts mood**\n> It smells good."],
  ] as const) {
    const body = `## Benefits of massage\n\n${first}\n\n${text}\n\n${second}\n\n${text}\n`;
    assert.equal(headings(read("Massage", body)), goods, first);
  }
});

test("listed: marked lines are items, not the line above them, however long they are", () => {
  const long = `Lifts mood ${"and the mood of those around ".repeat(9)}`.trim();
  const body = `Tea is old.\n\nBENEFITS OF MASSAGE\n• Massage eases pain\n• ${long}\n• Massage improves sleep\n`;
  const { benefits } = read("Massage", body);
  assert.equal(
    benefits.map(({ heading, line }) => [heading, line]),
    [
      ["Massage eases pain", 8],
      [long, 9],
      ["Massage improves sleep", 10],
    ],
  );
});

test("listed: the contents of what follows are no second list, and nothing else in them is a benefit", () => {
  const names = ["Eases pain", "Lifts mood", "Improves sleep"];
  const contents = ["What is massage?", ...names, "Tips for a massage"].map((one) => `- ${one}\n`).join("");
  const parts = names.map((one) => `### ${one}\n\nText.\n\n`).join("");
  const body = `## In this article\n\n${contents}\n## Benefits of massage\n\n${parts}`;
  const found = read("Massage", body).benefits;
  assert.equal(
    found.map(({ heading, line }) => [heading, line]),
    names.map((one, at) => [one, 15 + 4 * at]),
  );
});

test("listed: what stands above marked lines says what they are, with a colon or without", () => {
  const of = (above: string): string[] =>
    read("Massage", `## Benefits of massage\n\n${above}\n• nausea\n• headaches\n• anxiety\n`).benefits.map(
      ({ heading }) => heading ?? "",
    );
  assert.equal(of("Massage helps with"), ["nausea", "headaches", "anxiety"]);
  assert.equal(of("Too much massage can cause"), []);
});

test("listed: the line above many marked ones is none of them", () => {
  const goods = [
    "Eases pain",
    "Lifts mood",
    "Reduces stress",
    "Improves sleep",
    "Improves digestion",
    "Eases cramps",
  ];
  const body = `BENEFITS OF MASSAGE\n${goods.map((one) => `• ${one}`).join("\n")}\n`;
  assert.equal(headings(read("Massage", body)), goods);
});

test("listed: ills that something causes are not relieved, whatever stands above", () => {
  const of = (above: string): string[] =>
    headings(read("Massage", `## Benefits of massage\n\n${above}\n\n- nausea\n- headaches\n- anxiety\n`));
  assert.equal(of("Massage eases:"), ["nausea", "headaches", "anxiety"]);
  assert.equal(of("Too much massage can cause:"), []);
});

const LABELS = {
  ills: ["Migraine", "Asthma", "Low blood sugar"],
  goods: ["Weight loss", "Increased appetite", "Lower blood pressure"],
};

/** What is found below a label in a section on benefits, behind three of them. */
const below = (label: string, items: readonly string[], set = (one: string) => `${one}:`): string[] => {
  const list = (all: readonly string[]): string => all.map((one) => `- ${one}\n`).join("");
  const goods = ["Eases stress", "Calms the mind", "Improves focus"];
  const body = `## Benefits of massage\n\n${list(goods)}\n${set(label)}\n\n${list(items)}`;
  return headings(read("Massage", body)).slice(goods.length);
};
const SETTINGS = [
  (label: string) => `${label}:`,
  (label: string) => `**${label}:**`,
  (label: string) => `**${label}**`,
  (label: string) => `Massage is safe for most. ${label}:`,
];

for (const label of [
  "Contra-indications",
  "Contra indications",
  "Side effects",
  "Side-effects",
  "Possible side effects",
  "Unwanted effects",
  "Risks",
  "Safety",
  "Cautions",
  "Precautions",
  "Warnings",
  "Interactions",
  "Cons",
  "Drawbacks",
  "Who should not do it",
  "Symptoms",
  "Myths",
  "Lack of it causes",
])
  test(`listed: “${label}” right above a list says what it holds, whatever the heading announces`, () => {
    for (const set of SETTINGS)
      for (const items of Object.values(LABELS)) assert.equal(below(label, items, set), [], set(label));
  });

for (const label of [
  "Be careful with",
  "Avoid it if you have",
  "Do not use it with",
  "Please refrain in case of",
  "Unsuitable for",
  "It can aggravate",
  "What I suffered from",
  "Limitations",
])
  test(`listed: “${label}” above ills relieves none`, () => {
    for (const set of SETTINGS.slice(0, 2)) assert.equal(below(label, LABELS.ills, set), [], set(label));
  });

for (const label of [
  "It helps with",
  "Massage can relieve",
  "Best for",
  "It has been used for",
  "Conditions",
  "For the mind",
  "These include",
  "It helped me with",
  "Those who have massages have a 15% lower risk of",
  "It may reduce your risk of",
])
  test(`listed: ills below “${label}” are relieved where the heading announces benefits`, () => {
    assert.equal(below(label, LABELS.ills), LABELS.ills);
  });

test("listed: what helped the writer is a list of benefits", () => {
  const items = [
    "Hold my blood sugar steady all day",
    "Sleep better",
    "Exercise longer",
    "Balance my cholesterol",
  ];
  const of = (said: string): string[] =>
    headings(
      read(
        "Three years of keto",
        `A text.\n\n${said}:\n\n${[...items, "Avoid diabetes"].map((one) => `- ${one}\n`).join("")}`,
      ),
    );
  assert.equal(of("In my experience, a keto diet helped me to"), items);
  assert.equal(of("Keto did not help me to"), []);
});

const PUBLISHED_FROM = 0.95;
const surest = (label: string, items: readonly string[]): number => {
  const list = (all: readonly string[]): string => all.map((one) => `- ${one}\n`).join("");
  const body = `## Benefits of massage\n\n${list(["Eases stress", "Helps you sleep"])}\n${label}:\n\n${list(items)}`;
  const found = read("Massage", body).benefits.filter(({ line }) => line > 8);
  return Math.max(0, ...found.map(({ confidence }) => confidence));
};

for (const label of [
  "Millions of people live with",
  "Read more about",
  "In rare cases you may notice",
  "However, it has been looked at in",
  "My sister was told that it is about",
  "Before I began I had",
])
  test(`listed: ills below “${label}” wait for the writer`, () => {
    assert.ok(surest(label, LABELS.ills) < PUBLISHED_FROM);
  });

/** How many of the items below what `set` makes of a label are found, and how many of these are published. */
const fate = (above: string, items: readonly string[], topic = "Massage"): string => {
  const body = `## Benefits of ${topic.toLowerCase()}\n\n${above}\n\n${items.map((one) => `- ${one}\n`).join("")}`;
  const found = read(topic, body).benefits.filter(({ heading }) => items.includes(heading ?? ""));
  const count = found.filter(({ confidence }) => confidence >= PUBLISHED_FROM).length;
  return found.length === 0 ? "none" : count === 0 ? "waits" : count === found.length ? "published" : "both";
};
const ILLS = ["Headaches", "Migraine", "Insomnia"];
const GOODS = ["Better sleep", "More energy", "Less stress"];
const DONE = ["Lowers blood pressure", "Improves focus", "Eases stress"];

// What no word of is known to be harmless is no evidence, whatever it says.
for (const label of [
  "Debunked",
  "Fiction",
  "The ads promise",
  "I had hoped for",
  "What I expected",
  "Still being studied",
  "Watch out for",
  "Some people report",
  "Healing crisis",
  "Low levels show as",
  "Diagnoses",
  "Yoga",
  "In mice",
  "What ibuprofen is for",
  "A desk job gives you",
  "I was treated for",
  "Supported by nurses, I had",
  "More posts",
  "They say it will",
  "Nobody knows whether it",
  "Benefits of yoga",
  "Benefits in mice",
  "Benefits, allegedly",
  "People used to take it for",
  "It used to help me with",
])
  test(`listed: what stands below “${label}” is not published`, () => {
    for (const set of [`${label}:`, `**${label}**`, `**${label}:**`, `**${label}?**`])
      for (const items of [ILLS, GOODS, DONE]) assert.is.not(fate(set, items), "published", set);
    assert.is(fate(`${label}:`, GOODS), "waits");
  });

for (const label of [
  "There is not enough evidence that it helps with",
  "There is no proof that it helps with",
  "It is unlikely to help with",
  "Little evidence supports it for",
  "It failed to help me with",
  "It hardly helped with",
  "It is a myth that it lowers the risk of",
  "Experts doubt that it cuts the risk of",
  "Studies failed to find a lower risk of",
  "I hoped for a lower risk of",
  "Sleeping less raises the risk of",
  "People who are less at risk of",
  "If it is not treated, it can lead to",
  "Treating yourself can cause",
  "People treated with it had a higher risk of",
  "Eating cured meat is linked to",
])
  test(`listed: “${label}” relieves no ills`, () => {
    for (const set of [`${label}:`, `**${label}**`]) assert.is.not(fate(set, ILLS), "published", set);
  });

for (const label of [
  "Sleeping less raises the risk of",
  "If it is not treated, it can lead to",
  "Treating yourself can cause",
  "Eating cured meat is linked to",
])
  test(`listed: “${label}” brings ills about`, () => assert.is(fate(`${label}:`, ILLS), "none"));

for (const label of ["What did not change for me", "What it does not do", "Not for women", "Far from it"])
  test(`listed: goods below “${label}” are not published`, () => {
    for (const set of [`${label}:`, `**${label}**`]) assert.is.not(fate(set, GOODS), "published", set);
  });

for (const label of [
  "For the body",
  "After a month I noticed",
  "What changed for me",
  "My results",
  "In the short term",
  "Skin and hair",
  "What massage can do",
  "It also",
  "Effects according to research",
  "Studies show that it",
  "Massage may seem gentle, but it also",
])
  test(`listed: goods below “${label}” are published where the heading announces them, ills wait`, () => {
    for (const items of [GOODS, DONE]) assert.is(fate(`${label}:`, items), "published");
    assert.is.not(fate(`${label}:`, ILLS), "published");
  });

for (const label of [
  "I take it for",
  "Good for",
  "It has helped me with",
  "Research supports it for",
  "It not only helps with",
  "Massage eases",
  "Conditions treated",
  "It is used to relieve",
])
  test(`listed: ills below “${label}” are published`, () => assert.is(fate(`${label}:`, ILLS), "published"));

for (const label of ["Positive side effects", "Fewer risks", "Who should try it", "Highlights"])
  test(`listed: “${label}” takes nothing away`, () => assert.is(fate(`${label}:`, GOODS), "waits"));

for (const [what, above] of [
  ["a question", "**Any side effects?**"],
  ["a sentence between", "**Side effects:**\n\nThese are rare and pass soon."],
  ["a label below it", "**Risks:**\n\nIn the short term:"],
  ["a label below it, behind another list", "**Risks:**\n\nMild:\n\n- Fatigue\n- Nausea\n\nSevere:"],
  ["a list between", "Side effects:\n\n1. Fatigue\n2. Nausea"],
  ["a sentence before", "Massage has some side effects. These include:"],
] as const)
  test(`listed: what stands below a label of risks with ${what} is not published`, () => {
    for (const items of [ILLS, GOODS]) assert.is.not(fate(above, items), "published");
  });

/** What becomes of goods below a heading, in an article of another title. */
const fateIn = (title: string, heading = "Benefits"): string => {
  const list = GOODS.map((one) => `- ${one}\n`).join("");
  const found = read(title, `A text.\n\n## ${heading}\n\nI noticed much.\n\n${list}`).benefits;
  const count = found.filter(({ confidence }) => confidence >= PUBLISHED_FROM).length;
  return found.length === 0 ? "none" : count === 0 ? "waits" : "published";
};

for (const title of [
  "I quit running",
  "Why I stopped drinking green tea",
  "Life without yoga",
  "Coffee is not my friend",
  "Goodbye coffee",
  "A break from coffee",
  "A year away from running",
  "Less coffee, more life",
  "I cut out eggs",
  "Why I no longer eat oats",
  "Why I gave up yoga",
  "Why I am no longer sober",
  "Why collagen is a scam",
  "Collagen did nothing for me",
  "7 myths about celery juice",
])
  test(`listed: what is good in “${title}” is no benefit of what it names`, () => {
    assert.is(fateIn(title), "waits");
  });

for (const title of [
  "Benefits of quitting sugar",
  "A year without alcohol",
  "Stop stress with yoga",
  "Goodbye breakfast: six months of fasting",
  "Yoga is for all",
  "Yoga is not only stretching",
  "Giving yoga a try",
  "Never too old for yoga",
  "7 benefits of ginger you did not know",
])
  test(`listed: “${title}” is about what is good`, () => assert.is(fateIn(title), "published"));

test("listed: below a heading of relief a plain label parts ills, and another lets them wait", () => {
  const list = ILLS.map((one) => `- ${one}\n`).join("");
  const of = (heading: string, label: string): number => {
    const body = `## ${heading}\n\nIt is good.\n\n${label}\n\n${list}`;
    return Math.max(0, ...read("Massage", body).benefits.map(({ confidence }) => confidence));
  };
  assert.ok(of("What massage helps with", "**Physical**") >= PUBLISHED_FROM);
  assert.ok(of("What massage helps with", "**Watch out for**") < PUBLISHED_FROM);
  assert.ok(of("Benefits of massage", "**Physical**") < PUBLISHED_FROM);
});

test("listed: a heading says whose benefits stand below it", () => {
  assert.is(fateIn("Massage and me", "Benefits of yoga"), "waits");
  assert.is(fateIn("Massage and me", "Benefits of a day without massage"), "waits");
  assert.is(fateIn("Massage and me", "Benefits of massage and yoga"), "published");
  assert.is(fateIn("Massage and me", "Benefits for your sleep"), "published");
  assert.is(fateIn("My summer", "Benefits of yoga"), "published");
  assert.is(fateIn("Massage and me", "Benefits of avoiding it"), "waits");
  assert.is(fateIn("Massage and me", "Promised benefits"), "waits");
  assert.is(fateIn("Quitting sugar and me", "Benefits of quitting"), "published");
});

test("listed: below a label on benefits a label of a part turns nothing, and a picture is none", () => {
  assert.is(fate("**Benefits:**\n\nFor the body:", GOODS), "published");
  assert.is(fate("**Risks:**\n\nFew.\n\n**Benefits:**\n\nFor the body:", GOODS), "published");
  assert.is(fate("![A bench in the shade](/a.jpg)", GOODS), "published");
});

/** Names that are published of a text in a section on benefits. */
const publishedOf = (text: string): (string | null)[] =>
  read("Massage", `## Benefits of massage\n\n${text}\n`)
    .benefits.filter(({ confidence }) => confidence >= PUBLISHED_FROM)
    .map(({ heading }) => heading);

for (const [what, text] of [
  ["lines", "**Pros:**  \nBetter sleep  \nMore energy  \n**Cons:**  \nHeadaches  \nInsomnia"],
  ["lines with a mark", "Pros:\n• Better sleep\n• More energy\nCons:\n• Headaches\n• Insomnia"],
  ["crosses", "- ✅ Better sleep\n- ✅ More energy\n- ❌ Headaches\n- ❌ Insomnia"],
  ["lines with crosses", "✅ Better sleep\n✅ More energy\n❌ Headaches\n❌ Insomnia"],
  ["signs", "(+) Better sleep  \n(+) More energy  \n(–) Headaches  \n(–) Insomnia"],
])
  test(`listed: of pros and cons as ${what} the cons are no benefits`, () => {
    assert.equal(
      publishedOf(text as string).filter((one) => one === "Headaches" || one === "Insomnia"),
      [],
    );
    assert.ok(headings(read("Massage", `## Benefits of massage\n\n${text}\n`)).includes("Better sleep"));
  });

test("listed: a name and a line of text below it are an item, whatever parts them", () => {
  const names = ["Better sleep", "Less stress", "Fewer headaches"];
  const texts = ["Massage improves sleep.", "It calms the nerves.", "It eases headaches."];
  const of = (mark: (one: string) => string, end: string): string[] =>
    headings(
      read(
        "Massage",
        `## Benefits of massage\n\n${names.map((one, at) => `${mark(one)}${end}\n${texts[at]}${end}\n`).join("")}`,
      ),
    ).filter((one) => names.includes(one));
  assert.equal(
    of((one) => `**${one}:**`, "<br>"),
    names,
  );
  assert.equal(
    of((one) => `**${one}:**`, "  "),
    names,
  );
  assert.equal(
    of((one) => `✅ ${one}:`, ""),
    names,
  );
});

test("listed: what is crossed out waits, as it may be gone", () => {
  const found = read(
    "Massage",
    "## Benefits of massage\n\n- 🚫 Stress: gone\n- 🚫 Anxiety: gone\n- 🚫 Headaches: gone\n",
  );
  assert.is(found.benefits.length, 3);
  assert.equal(publishedOf("- 🚫 Stress: gone\n- 🚫 Anxiety: gone\n- 🚫 Headaches: gone"), []);
});

for (const head of ["Avoid with", "Not proven", "Worse", "Interacts with", "Claim", "Debunked"])
  test(`listed: of a table the column “${head}” is not published`, () => {
    const rows = DONE.map((one) => `| ${one} | x |\n`).join("");
    assert.equal(publishedOf(`| ${head} | Note |\n|---|---|\n${rows}`), []);
    assert.equal(publishedOf(`| Benefit | Note |\n|---|---|\n${rows}`), DONE);
    assert.equal(publishedOf(`| What it does | Note |\n|---|---|\n${rows}`), DONE);
  });

test("listed: a name whose text says that it is not so, or says nothing of it, is not published", () => {
  assert.equal(
    publishedOf("Weight loss: None after a year.\nBetter sleep: No change.\nLess pain: Never."),
    [],
  );
  assert.equal(publishedOf("Headache: A few get one.\nInsomnia: Not at night.\nFever: Never."), []);
  assert.equal(
    publishedOf(
      "- **Weight loss:** None so far.\n- **Better sleep:** Not yet.\n- **Less stress:** Nothing.\n",
    ),
    [],
  );
  const said =
    "Eases stress: It does.\nBetter sleep: It improves sleep.\nLess pain: No more aching days; it eases pain.";
  assert.equal(publishedOf(said), ["Eases stress", "Better sleep", "Less pain"]);
});

test("listed: of a name in a clause without a verb of its own nobody knows what is said", () => {
  const said = [
    "I know my moods",
    "You can feel your pulse",
    "I have more energy",
    "It improves sleep",
    "Less stress",
  ];
  assert.equal(publishedOf(said.map((one) => `- ${one}\n`).join("")), said.slice(2));
});

test("listed: what stands below a label of risks is no sentence on benefits either, and what denies one is heard", () => {
  const of = (body: string) =>
    read("Massage", `## Benefits of massage\n\nMassage is good for you.\n\n${body}`);
  const claims = "- Cures headaches\n- Massage improves sleep\n- Massage lowers blood pressure\n";
  const { benefits, nearly } = of(`**Myths:**\n\n${claims}`);
  assert.equal(benefits, []);
  assert.equal(
    nearly.map(({ heading, reason }) => `${heading}: ${reason}`),
    ["Cures headaches", "Massage improves sleep", "Massage lowers blood pressure"].map(
      (one) => `${one}: it stands below “Myths:”`,
    ),
  );
  assert.equal(
    of("| Myth | Truth |\n|---|---|\n| Massage improves sleep | No |\n| It eases pain | No |\n").benefits,
    [],
  );
  for (const heading of ["Limitations", "Drawbacks", "The bad", "Contra-indications"]) {
    const { against } = of(
      `- Eases stress\n- Improves sleep\n\n## ${heading}\n\nMassage does not improve sleep.\n`,
    );
    assert.equal(
      against.map(({ canonical }) => canonical),
      ["improve:sleep-quality"],
      heading,
    );
  }
  assert.equal(
    of("- Eases stress\n- Improves sleep\n\n## References\n\nMassage does not improve sleep.\n").against,
    [],
  );
});

test("listed: below a sentence that turns from what was said, what is done waits; where it turns to it, not", () => {
  const done = ["Lowers blood pressure", "Reduces headaches"];
  assert.ok(surest("However, it also", done) < PUBLISHED_FROM);
  for (const label of [
    "In rare cases it",
    "I wanted it since it",
    "They say it",
    "My goals were to see that it",
  ])
    assert.ok(surest(label, done) < PUBLISHED_FROM, label);
  assert.ok(surest("Massage may seem gentle, but it changes much", done) >= PUBLISHED_FROM);
  assert.ok(surest("Massage", done) >= PUBLISHED_FROM);
});

for (const heading of [
  "No evidence for",
  "It does not help with",
  "Unsuitable for",
  "It may worsen",
  "Complications",
])
  test(`listed: what stands below the heading “${heading}” waits`, () => {
    const goods = ["Weight loss", "Lower blood pressure", "Better sleep"];
    const of = (parts: string): number =>
      Math.max(0, ...read("Massage", parts).benefits.map(({ confidence }) => confidence));
    const list = goods.map((one) => `- ${one}\n`).join("");
    assert.ok(of(`## Benefits of massage\n\n### ${heading}\n\n${list}`) < PUBLISHED_FROM);
    assert.ok(of(`## Benefits of massage\n\n### For the body\n\n${list}`) >= PUBLISHED_FROM);
  });

for (const [heads, found] of [
  ["Herb | Side effects", []],
  ["Pros | Cons", ["Eases stress", "Helps you sleep", "Calms the gut"]],
  ["Benefits | Side effects", ["Eases stress", "Helps you sleep", "Calms the gut"]],
  ["Side effects | Benefits", ["Reduced appetite", "Weight loss", "Lower blood pressure"]],
] as const)
  test(`listed: of a table “${heads}” no column of risks is benefits`, () => {
    const rows = [
      ["Eases stress", "Reduced appetite"],
      ["Helps you sleep", "Weight loss"],
      ["Calms the gut", "Lower blood pressure"],
    ].map((cells) => `| ${cells.join(" | ")} |\n`);
    const body = `## Benefits of massage\n\n| ${heads} |\n|---|---|\n${rows.join("")}`;
    assert.equal(headings(read("Massage", body)), [...found]);
  });

test("listed: names with a text each, line below line", () => {
  const names = ["Reduces stress and anxiety", "Enhances cognitive function", "Provides mental stimulation"];
  const text = "This is a text of many words that goes on and on, and says how it does so. ".repeat(4);
  const body = `## The benefits of massage\n\n${names.map((one) => `${one}: ${text}`).join("\n")}\n`;
  assert.equal(headings(read("Massage", body)), names);
});

test("listed: lines without marks, and under two, stay items", () => {
  const of = (body: string): string[] => headings(read("Massage", `## Benefits of massage\n\n${body}\n`));
  const plain = ["Better sleep", "Less stress", "Better mood", "Less back pain"];
  assert.equal(of(plain.map((one, at) => (at === 1 || at === 2 ? `⭐ ${one}` : one)).join("<br>\n")), plain);
  assert.equal(of(plain.join("<br>\n")), plain);
});

test("listed: contents are no list where they name more than what follows, or are announced", () => {
  const names = ["Better sleep", "Less stress", "More energy"];
  const parts = names.map((one) => `### ${one}\n\nText.\n\n`).join("");
  const of = (above: string, ...more: string[]): string[] => {
    const list = [...names, ...more].map((one) => `- ${one}\n`).join("");
    return headings(read("Benefits of yoga", `${above}\n\n${list}\n## Benefits of yoga\n\n${parts}`));
  };
  assert.ok(of("Here we go.", "Lower blood pressure").includes("Lower blood pressure"));
  assert.ok(of("## In short\n\nYoga has these benefits:", "Nicer days").includes("Nicer days"));
  assert.not.ok(of("Here we go.", "Nicer days").includes("Nicer days"));
});

test("listed: headings that nothing announces give way to a list that a sentence announces below one of them", () => {
  const goods = ["Reduces pain", "Relaxes tight muscles", "Improves blood circulation", "Eases stress"];
  const list = goods.map((one) => `- ${one}\n`).join("");
  const of = (above: string): string[] => {
    const about = "Massage eases back pain and relaxes the muscles.";
    const said = `${about} It has these benefits:`;
    const parts = `### Muscles in the lower back\n\n${about}\n\n### Does massage help back pain?\n\n${said}\n\n${list}`;
    return headings(read("Is massage effective for low back pain?", above + parts));
  };
  assert.equal(of(""), goods);
  assert.ok(of("## Benefits of massage\n\n").includes("Muscles in the lower back"));
  const more = "### Better posture\n\nIt eases the neck.\n\n### Better sleep\n\nIt calms.\n\n";
  assert.ok(of(more).includes("Better sleep"), "more than two are a row of their own");
});

test("listed: one of a row is a benefit though it is called one and has a list", () => {
  const part = (name: string): string => `### ${name}\n\n- Calms it\n- Warms it\n\n`;
  const of = (...names: string[]): string[] =>
    headings(read("Massage", `## Health benefits of massage\n\n${names.map(part).join("")}`));
  const row = ["Sleep quality", "Skin and hair benefits", "Heart health"];
  assert.equal(of(...row), row);
  for (const others of [
    ["Benefits for the heart", "Sleep quality"],
    ["How it works", "In short"],
  ])
    assert.not.ok(of("Skin and hair benefits", ...others).includes("Skin and hair benefits"));
});

test("listed: what tells more of a noun behind it waits", () => {
  const of = (item: string): number => {
    const body = `## Benefits of massage\n\n- Massage eases pain\n- ${item}\n- Improves sleep quality\n- Reduces stress\n`;
    return read("Massage", body).benefits.find(({ heading }) => heading === item)?.confidence ?? -1;
  };
  for (const item of [
    "Improves memory",
    "Reduces stress levels",
    "Offers stress relief",
    "Improves memory in adults",
    "Improves memory quickly",
    "Reduces anxiety episodes",
    "Offers insomnia relief",
    "Reduces muscle soreness post-workout",
  ])
    assert.ok(of(item) > 0.9, `${item} ${of(item)}`);
  for (const item of [
    "Improves memory card speed",
    "Boosts sleep medication absorption",
    "Enhances mood lighting",
  ])
    assert.ok(of(item) > 0 && of(item) <= 0.7, `${item} ${of(item)}`);
});

test("listed: what points at a list with a colon is no name", () => {
  const body =
    "## Benefits of massage\n\nEases pain:\n\n- in the back\n- in the neck\n\nLifts mood:\n\n- at once\n";
  assert.equal(
    headings(read("Massage", body)).filter((heading) => /:|^(?:Eases pain|Lifts mood)$/.test(heading)),
    [],
  );
});

test("listed: a long paragraph with a name in bold is an item", () => {
  const long = "It warms the hands and the feet, and whoever has both warm sits still for an hour. ".repeat(
    3,
  );
  const body = `## Benefits of massage\n\n**Eases pain:** ${long}**Lifts mood:** ${long}**Improves sleep:** ${long}\n`;
  assert.equal(headings(read("Massage", body)), ["Eases pain", "Lifts mood", "Improves sleep"]);
});

test("listed: lists of front matter in an object, in lines of text, as medicinal uses; not what else an object holds", () => {
  const found = (benefits: unknown, name = "benefits"): string[] =>
    headings(read("Ginger tea", "Text.", { fields: { [name]: benefits } }));
  assert.equal(found({ title: "Why", items: ["Eases pain", "Lifts mood"] }), ["Eases pain", "Lifts mood"]);
  assert.equal(found("- Eases pain\n- Lifts mood\n"), ["Eases pain", "Lifts mood"]);
  assert.equal(found(["Nausea"], "medicinalUses"), ["Nausea"]);
  assert.equal(found({ items: ["Eases pain"], images: ["a.jpg"] }), ["Eases pain"]);
  assert.equal(found({ gallery: ["a.jpg", "b.jpg"] }), []);
  assert.equal(found("It eases pain and\nlifts the mood."), []);
  assert.equal(found({ good: ["Eases pain"], bad: ["Stains"] }), []);
  assert.equal(found("Eases pain, lifts mood"), []);
});

test("listed: a word that tells more of a name behind it is none, in large letters as in small ones", () => {
  const { benefits } = read("Yoga", "## Yoga helps with\n\n- Hormonal Acne\n- Back pain\n- Asthma\n");
  assert.equal(
    benefits.map(({ canonicals }) => canonicals.join(" ")),
    ["reduce:acne", "reduce:back-pain", "reduce:asthma"],
  );
  assert.ok(
    benefits.every(({ confidence }) => confidence > 0.9),
    "what was left aside makes nothing unclear",
  );
});

test("listed: a name of something near is listed and names no benefit; what stands in brackets tells more of what is before them", () => {
  const { benefits, unnamed, unknownTargets } = read(
    "Yoga",
    "## Benefits of yoga\n\n- Better physical health\n- Faster recovery (less soreness)\n- Better sleep\n",
  );
  assert.equal(
    benefits.map(({ canonicals }) => canonicals.join(" ")),
    ["improve:recovery", "improve:sleep-quality"],
  );
  assert.equal(
    unnamed.map(({ heading }) => heading),
    ["Better physical health"],
  );
  assert.equal(
    unknownTargets.map(({ words }) => words),
    ["physical health"],
  );
});

test("listed: benefits that others tell of, or whose name may mean something else, wait for the writer", () => {
  const list = "- Increased energy levels\n- Improved overall mood\n- Better sleep quality\n";
  const surest = (title: string, body: string): number =>
    Math.max(...read(title, body).benefits.map(({ confidence }) => confidence));
  const heading = "## What are the benefits of barefoot walking?\n\n";
  assert.ok(surest("Barefoot walking", `${heading}Some benefits include:\n\n${list}`) >= 0.95);
  for (const told of [
    "Fans of bare feet claim much. Some benefits include:",
    "Some reported benefits include:",
    "The supposed health benefits are these:",
  ])
    assert.ok(surest("Barefoot walking", `${heading}${told}\n\n${list}`) <= 0.5, told);
});

test("listed: a bare name joined to one that nobody knows waits, unless its own text says it again", () => {
  const sure = (heading: string, text: string): number | undefined => {
    const rest = "## Reduced stress\n\nDays grow calm.\n\n## Improved mood\n\nIt lifts.\n\n";
    const { benefits } = read(
      "The benefits of yoga",
      `Here are the benefits:\n\n${rest}## ${heading}\n\n${text}\n`,
    );
    return benefits.find(({ heading: own }) => own === heading)?.confidence;
  };
  assert.ok((sure("Flexibility", "Any hour will do.") ?? 0) >= 0.95);
  assert.ok((sure("Thrift and Flexibility", "Any hour will do.") ?? 1) <= 0.7);
  assert.ok((sure("Thrift and Flexibility", "Yoga improves flexibility.") ?? 0) >= 0.95);
});

test("isSureList: one heading, and headings that may be none, leave the sentences to be read", () => {
  const listed = (...likely: number[]): Listed[] =>
    likely.map((probability) => ({ probability }) as unknown as Listed);
  assert.is(isSureList(listed(0.9)), false);
  assert.is(isSureList(listed(0.9, 0.9)), true);
  assert.is(isSureList(listed(0.55, 0.58)), false);
  assert.is(isSureList([]), false);
});

test.run();
