import { z } from "zod";
import { faultsOf } from "../faults.ts";
import { once } from "../once.ts";
import { DRAFT_DATE, type FieldProblem, readDates } from "./front-matter-dates.ts";
import { isLanguageTag } from "./language-tag.ts";
import { toSitePath } from "./site-path.ts";
import type { FrontMatter } from "./types.ts";

/** What a field may hold, in the words of an error message. */
const EXPECTED = {
  text: "text",
  list: "a list of words",
  flag: "true or false",
  permalink: "a path on this site such as /massage-for-insomnia/",
} as const;

export type { FieldProblem } from "./front-matter-dates.ts";

const text = z.string({ error: `expected ${EXPECTED.text}` }).transform((value) => value.trim());
const filled = text.refine((value) => /[^\p{Z}\p{Cc}\p{Cf}]/u.test(value), {
  error: "expected words, not an empty text",
});
/** YAML reads `2024` as a number and bloggers mean the word. */
const word = z
  .union([z.string(), z.number()], { error: "expected a word" })
  .transform((value) => String(value).trim());
const words = z
  .union([z.array(word), word.transform((value) => value.split(",").map((part) => part.trim()))], {
    error: `expected ${EXPECTED.list}`,
  })
  .transform((list) => [...new Set(list.filter((item) => item !== ""))]);
const flag = z.boolean({ error: `expected ${EXPECTED.flag}` });
const path = text.transform((value, context) => {
  const read = toSitePath(value);
  if (read === null)
    context.issues.push({ code: "custom", message: `expected ${EXPECTED.permalink}`, input: value });
  return read ?? z.NEVER;
});

const source = () =>
  z.union([
    filled.transform((title) => ({ title, url: null, publisher: null, year: null, type: null })),
    z
      .strictObject({
        title: filled,
        url: z
          .url({ protocol: /^https?$/, error: "expected an address that starts with https://" })
          .nullish(),
        publisher: filled.nullish(),
        year: z.int({ error: "expected a year such as 2021" }).min(1500).max(2200).nullish(),
        type: filled.nullish(),
      })
      .transform(({ title, url = null, publisher = null, year = null, type = null }) => ({
        title,
        url,
        publisher,
        year,
        type,
      })),
  ]);

const image = () =>
  z.union(
    [
      filled.transform((src) => ({ src, alt: "", credit: null, caption: null })),
      z
        .strictObject({
          src: filled,
          alt: z.string({ error: 'expected a description of the image (alt: "" only for decoration)' }),
          credit: filled.nullish(),
          caption: filled.nullish(),
        })
        .transform(({ src, alt, credit = null, caption = null }) => ({
          src,
          alt: alt.trim(),
          credit,
          caption,
        })),
    ],
    { error: "expected the path of an image, or src and alt" },
  );

const NO_CORRECTIONS = { add: [], confirm: [], drop: [], rename: {}, merge: [], hedged: [], grade: [] };

const benefits = () =>
  z
    .union(
      [
        z.strictObject({
          add: z
            .array(
              z.union([
                filled.transform((benefit) => ({ benefit, words: null, heading: null })),
                z
                  .strictObject({
                    benefit: filled,
                    words: filled.nullish(),
                    heading: filled.nullish(),
                    source: filled.nullish(),
                  })
                  .transform(({ benefit, words = null, heading = null, source = null }) => ({
                    benefit,
                    words,
                    heading,
                    source,
                  })),
              ]),
            )
            .default([]),
          confirm: z
            .array(
              z.union([
                filled.transform((benefit) => ({ benefit, source: null })),
                z
                  .strictObject({ benefit: filled, source: filled.nullish() })
                  .transform(({ benefit, source = null }) => ({ benefit, source })),
              ]),
              { error: "expected a list of benefits" },
            )
            .default([]),
          drop: words.default([]),
          rename: z.record(z.string(), filled).default({}),
          merge: z.array(z.strictObject({ from: z.array(filled), to: filled })).default([]),
          hedged: words.default([]),
          grade: z.array(z.strictObject({ benefit: filled, grade: filled, source: filled })).default([]),
        }),
        z
          .array(filled)
          // Words are a heading of the writer's own; "reduce:stress" is none.
          .transform((list) =>
            list.map((benefit) => ({
              benefit,
              words: null,
              heading: /^[a-z]+:\S/.test(benefit) ? null : benefit,
            })),
          )
          .transform((add) => ({ ...NO_CORRECTIONS, add })),
      ],
      { error: "expected corrections: add, confirm, drop, rename, merge, hedged, grade" },
    )
    .default(NO_CORRECTIONS);

const NO_SETTINGS = {
  pin: [],
  exclude: [],
  none: false,
  hide: false,
  sameTherapy: false,
  count: null,
};

const alsoRead = () =>
  z
    .union(
      [
        z
          .strictObject({
            pin: words.default([]),
            exclude: words.default([]),
            none: flag.default(false),
            hide: flag.default(false),
            sameTherapy: flag.default(false),
            count: z.int({ error: "expected a whole number" }).min(0).max(20).nullable().default(null),
          })
          .strict(),
        z.literal("none").transform(() => ({ ...NO_SETTINGS, none: true })),
        z.literal(false).transform(() => ({ ...NO_SETTINGS, none: true })),
      ],
      { error: "expected pin, exclude, none, hide, sameTherapy or count" },
    )
    .default(NO_SETTINGS);

/** Schema of each field, made with the first header that is read: a site may be started and have none. */
const shape = () => ({
  title: filled,
  description: filled.nullish(),
  date: z.unknown().optional(),
  updated: z.unknown().optional(),
  author: words.optional(),
  authors: words.optional(),
  reviewedBy: filled.nullish(),
  reviewed: z.unknown().optional(),
  tags: words.nullish(),
  therapies: words.nullish(),
  conditions: words.nullish(),
  benefits: benefits(),
  alsoRead: alsoRead(),
  sources: z.array(source(), { error: "expected a list of sources" }).nullish(),
  image: image().nullish(),
  draft: flag.nullish(),
  permalink: z.union([path, z.literal(false)], { error: `expected ${EXPECTED.permalink}` }).nullish(),
  redirectFrom: z
    .union([z.array(path), path.transform((value) => [value])], {
      error: "expected a list of paths such as /old/",
    })
    .nullish(),
  guid: filled.nullish(),
  seoTitle: filled.nullish(),
  canonical: z
    .url({ protocol: /^https?$/, error: "expected an address that starts with https://" })
    .nullish(),
  noindex: flag.nullish(),
  lang: filled.refine(isLanguageTag, { error: "expected a language tag such as en or pt-BR" }).nullish(),
  sponsor: filled.nullish(),
  keyFacts: z
    .array(filled, { error: "expected a list of statements" })
    .max(5, { error: "expected at most 5 statements" })
    .nullish(),
  silence: z.record(z.string(), filled, { error: "expected rule: reason" }).nullish(),
  madeWithAi: filled.nullish(),
  emergency: filled.nullish(),
  actionNote: z
    .union([z.literal(false), filled], { error: "expected words, or false for no note" })
    .nullish(),
  schema: z
    .record(z.string(), z.unknown(), { error: "expected facts: page, article, nodes, aspects" })
    .nullish(),
});

/** The one schema of an article's front matter. Keys it does not name pass by: they are the site's own. */
const schema = once(() => z.object(shape()));

/** Fields of the schema, for "Did you mean …?". */
export const fieldNames = once((): readonly string[] => Object.keys(schema().shape));

export interface FrontMatterOptions {
  /** IANA zone in which dates without one are meant. */
  readonly timeZone: string;
  /** Language of articles that name none, BCP 47. */
  readonly lang: string;
}

/** Front matter as far as it can be read, and every field that cannot. */
export interface ReadFrontMatter {
  /** Without the fields at fault, as if nobody had written them. */
  readonly frontMatter: FrontMatter;
  readonly problems: readonly FieldProblem[];
}

/** Validates front matter as parsed from YAML: the typed facts, or every field that is wrong. Never both. */
export function validateFrontMatter(
  data: Readonly<Record<string, unknown>>,
  options: FrontMatterOptions,
): { readonly frontMatter: FrontMatter } | { readonly problems: readonly FieldProblem[] } {
  const { frontMatter, problems } = readFrontMatter(data, "", options);
  return problems.length > 0 ? { problems } : { frontMatter };
}

/**
 * Reads front matter as parsed from YAML, whatever it holds: a field at fault is
 * told of and counts as absent, so that the others can be looked into as well.
 *
 * @param standIn title of an article whose own cannot be read
 */
export function readFrontMatter(
  data: Readonly<Record<string, unknown>>,
  standIn: string,
  { timeZone, lang }: FrontMatterOptions,
): ReadFrontMatter {
  const parsed = schema().safeParse(data, { reportInput: true });
  const faults = parsed.success ? [] : faultsOf(parsed.error, data);
  const faulty = new Set(faults.map(({ path }) => String(path[0])));
  const sound = Object.entries(data).filter(([name]) => !faulty.has(name));
  const value = parsed.success
    ? parsed.data
    : schema().parse({
        ...(faulty.has("title") ? { title: standIn || "Untitled" } : {}),
        ...Object.fromEntries(sound),
      });
  const dates = readDates(data, timeZone);
  return {
    problems: [...faults, ...dates.problems],
    frontMatter: {
      title: value.title,
      description: value.description ?? null,
      date: dates.date ?? DRAFT_DATE,
      updated: dates.updated,
      authors: value.authors ?? value.author ?? [],
      reviewedBy: value.reviewedBy ?? null,
      reviewed: dates.reviewed?.slice(0, 10) ?? null,
      tags: value.tags ?? [],
      therapies: value.therapies ?? [],
      conditions: value.conditions ?? [],
      benefits: value.benefits,
      alsoRead: value.alsoRead,
      sources: value.sources ?? [],
      image: value.image ?? null,
      draft: value.draft ?? false,
      permalink: value.permalink === false ? null : (value.permalink ?? null),
      redirectFrom: value.redirectFrom ?? [],
      guid: value.guid ?? null,
      seoTitle: value.seoTitle ?? null,
      canonical: value.canonical ?? null,
      noindex: value.noindex ?? false,
      lang: value.lang ?? lang,
      sponsor: value.sponsor ?? null,
      keyFacts: value.keyFacts ?? [],
      silence: value.silence ?? {},
      madeWithAi: value.madeWithAi ?? null,
      emergency: value.emergency ?? null,
      actionNote: value.actionNote ?? null,
      schema: value.schema ?? null,
    },
  };
}
