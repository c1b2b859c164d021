import { z } from "zod/mini";
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

const text = z.pipe(
  z.string({ error: `expected ${EXPECTED.text}` }),
  z.transform((value) => value.trim()),
);
const filled = text.check(
  z.refine((value) => /[^\p{Z}\p{Cc}\p{Cf}]/u.test(value), {
    error: "expected words, not an empty text",
  }),
);
/** YAML reads `2024` as a number and bloggers mean the word. */
const word = z.pipe(
  z.union([z.string(), z.number()], { error: "expected a word" }),
  z.transform((value) => String(value).trim()),
);
const words = z.pipe(
  z.union(
    [
      z.array(word),
      z.pipe(
        word,
        z.transform((value) => value.split(",").map((part) => part.trim())),
      ),
    ],
    {
      error: `expected ${EXPECTED.list}`,
    },
  ),
  z.transform((list) => [...new Set(list.filter((item) => item !== ""))]),
);
const flag = z.boolean({ error: `expected ${EXPECTED.flag}` });
const path = z.pipe(
  text,
  z.transform((value, context) => {
    const read = toSitePath(value);
    if (read === null)
      context.issues.push({ code: "custom", message: `expected ${EXPECTED.permalink}`, input: value });
    return read ?? z.NEVER;
  }),
);

const source = () =>
  z.union([
    z.pipe(
      filled,
      z.transform((title) => ({ title, url: null, publisher: null, year: null, type: null })),
    ),
    z.pipe(
      z.strictObject({
        title: filled,
        url: z.nullish(
          z.url({ protocol: /^https?$/, error: "expected an address that starts with https://" }),
        ),
        publisher: z.nullish(filled),
        year: z.nullish(
          z.int({ error: "expected a year such as 2021" }).check(z.minimum(1500), z.maximum(2200)),
        ),
        type: z.nullish(filled),
      }),
      z.transform(({ title, url = null, publisher = null, year = null, type = null }) => ({
        title,
        url,
        publisher,
        year,
        type,
      })),
    ),
  ]);

const image = () =>
  z.union(
    [
      z.pipe(
        filled,
        z.transform((src) => ({ src, alt: "", credit: null, caption: null })),
      ),
      z.pipe(
        z.strictObject({
          src: filled,
          alt: z.string({ error: 'expected a description of the image (alt: "" only for decoration)' }),
          credit: z.nullish(filled),
          caption: z.nullish(filled),
        }),
        z.transform(({ src, alt, credit = null, caption = null }) => ({
          src,
          alt: alt.trim(),
          credit,
          caption,
        })),
      ),
    ],
    { error: "expected the path of an image, or src and alt" },
  );

const NO_CORRECTIONS = { add: [], confirm: [], drop: [], rename: {}, merge: [], hedged: [], grade: [] };

const benefits = () =>
  z._default(
    z.union(
      [
        z.strictObject({
          add: z._default(
            z.array(
              z.union([
                z.pipe(
                  filled,
                  z.transform((benefit) => ({ benefit, words: null, heading: null })),
                ),
                z.pipe(
                  z.strictObject({
                    benefit: filled,
                    words: z.nullish(filled),
                    heading: z.nullish(filled),
                    source: z.nullish(filled),
                  }),
                  z.transform(({ benefit, words = null, heading = null, source = null }) => ({
                    benefit,
                    words,
                    heading,
                    source,
                  })),
                ),
              ]),
            ),
            [],
          ),
          confirm: z._default(
            z.array(
              z.union([
                z.pipe(
                  filled,
                  z.transform((benefit) => ({ benefit, source: null })),
                ),
                z.pipe(
                  z.strictObject({ benefit: filled, source: z.nullish(filled) }),
                  z.transform(({ benefit, source = null }) => ({ benefit, source })),
                ),
              ]),
              { error: "expected a list of benefits" },
            ),
            [],
          ),
          drop: z._default(words, []),
          rename: z._default(z.record(z.string(), filled), {}),
          merge: z._default(z.array(z.strictObject({ from: z.array(filled), to: filled })), []),
          hedged: z._default(words, []),
          grade: z._default(z.array(z.strictObject({ benefit: filled, grade: filled, source: filled })), []),
        }),
        z.pipe(
          z.pipe(
            z.array(filled),
            z.transform((list) =>
              list.map((benefit) => ({
                benefit,
                words: null,
                heading: /^[a-z]+:\S/.test(benefit) ? null : benefit,
              })),
            ),
          ),
          z.transform((add) => ({ ...NO_CORRECTIONS, add })),
        ),
      ],
      { error: "expected corrections: add, confirm, drop, rename, merge, hedged, grade" },
    ),
    NO_CORRECTIONS,
  );

const NO_SETTINGS = {
  pin: [],
  exclude: [],
  none: false,
  hide: false,
  sameTherapy: false,
  count: null,
};

const alsoRead = () =>
  z._default(
    z.union(
      [
        z.strictObject({
          pin: z._default(words, []),
          exclude: z._default(words, []),
          none: z._default(flag, false),
          hide: z._default(flag, false),
          sameTherapy: z._default(flag, false),
          count: z._default(
            z.nullable(z.int({ error: "expected a whole number" }).check(z.minimum(0), z.maximum(20))),
            null,
          ),
        }),
        z.pipe(
          z.literal("none"),
          z.transform(() => ({ ...NO_SETTINGS, none: true })),
        ),
        z.pipe(
          z.literal(false),
          z.transform(() => ({ ...NO_SETTINGS, none: true })),
        ),
      ],
      { error: "expected pin, exclude, none, hide, sameTherapy or count" },
    ),
    NO_SETTINGS,
  );

/** Schema of each field, made with the first header that is read: a site may be started and have none. */
const shape = () => ({
  title: filled,
  description: z.nullish(filled),
  date: z.optional(z.unknown()),
  updated: z.optional(z.unknown()),
  author: z.optional(words),
  authors: z.optional(words),
  reviewedBy: z.nullish(filled),
  reviewed: z.optional(z.unknown()),
  tags: z.nullish(words),
  therapies: z.nullish(words),
  conditions: z.nullish(words),
  benefits: benefits(),
  alsoRead: alsoRead(),
  sources: z.nullish(z.array(source(), { error: "expected a list of sources" })),
  image: z.nullish(image()),
  draft: z.nullish(flag),
  permalink: z.nullish(z.union([path, z.literal(false)], { error: `expected ${EXPECTED.permalink}` })),
  redirectFrom: z.nullish(
    z.union(
      [
        z.array(path),
        z.pipe(
          path,
          z.transform((value) => [value]),
        ),
      ],
      {
        error: "expected a list of paths such as /old/",
      },
    ),
  ),
  guid: z.nullish(filled),
  seoTitle: z.nullish(filled),
  canonical: z.nullish(
    z.url({ protocol: /^https?$/, error: "expected an address that starts with https://" }),
  ),
  noindex: z.nullish(flag),
  lang: z.nullish(
    filled.check(z.refine(isLanguageTag, { error: "expected a language tag such as en or pt-BR" })),
  ),
  sponsor: z.nullish(filled),
  keyFacts: z.nullish(
    z
      .array(filled, { error: "expected a list of statements" })
      .check(z.maxLength(5, { error: "expected at most 5 statements" })),
  ),
  silence: z.nullish(z.record(z.string(), filled, { error: "expected rule: reason" })),
  madeWithAi: z.nullish(filled),
  emergency: z.nullish(filled),
  actionNote: z.nullish(
    z.union([z.literal(false), filled], { error: "expected words, or false for no note" }),
  ),
  schema: z.nullish(
    z.record(z.string(), z.unknown(), { error: "expected facts: page, article, nodes, aspects" }),
  ),
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
