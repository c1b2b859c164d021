import { folded } from "../escape.ts";
import type { Part } from "../model.ts";
import { plainWords } from "../plain-words.ts";
import { blogDate } from "./dates.ts";
import { type LeadImage, leadImage } from "./lead-image.ts";
import { STATE_FIELDS } from "./state.ts";
import { bareName, type Fields, listOf, mapOf, wordsOf } from "./values.ts";

/** What front matter says of a document, whatever blog software it was written for. */
export interface Facts {
  readonly title: string | null;
  readonly description: string | null;
  readonly date: string | null;
  /** From when it is shown, where that is said apart from its date. */
  readonly publishDate: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly image: LeadImage | null;
  readonly canonical: string | null;
  readonly lang: string | null;
  readonly seoTitle: string | null;
  readonly noindex: boolean;
  /** One part for each field, and one for each tag and category. */
  readonly parts: readonly Part[];
}

/** How a source reads its fields. */
export interface FieldRules {
  /** IANA zone of times without offset. */
  readonly zone: string;
  /** Words of a text value of `tags` or `categories`: Jekyll parts them at spaces. */
  readonly splits: (name: string, text: string) => readonly string[];
  /** Tags that were lists of the source and no topics. */
  readonly isList: (tag: string) => boolean;
}

/** Names under which each fact stands, likeliest first, without case and hyphens. */
const NAMES = {
  title: ["title"],
  description: ["description", "metadescription", "seodescription", "summary", "excerpt", "abstract"],
  date: ["date", "pubdate", "datepublished", "publishedat", "publisheddate", "createdat", "created"],
  publishDate: ["publishdate"],
  updated: [
    "lastmod",
    "lastmodifiedat",
    "lastmodified",
    "updated",
    "updateddate",
    "updatedat",
    "modified",
    "datemodified",
  ],
  authors: ["authors", "author"],
  tags: ["tags", "tag"],
  categories: ["categories", "category"],
  canonical: ["canonicalurl", "canonical"],
  lang: ["lang", "language", "locale"],
  seoTitle: ["seotitle", "metatitle"],
} as const;

const TO: Readonly<Record<keyof typeof NAMES, string>> = {
  title: "title",
  description: "description",
  date: "date",
  publishDate: "date",
  updated: "updated",
  authors: "_data/people",
  tags: "tags",
  categories: "tags",
  canonical: "canonical",
  lang: "lang",
  seoTitle: "seoTitle",
};

/** Fields that decide the address. */
export const ADDRESS_FIELDS: ReadonlySet<string> = new Set([
  "slug",
  "url",
  "permalink",
  "aliases",
  "alias",
  "redirectfrom",
]);
const NOINDEX_FIELDS: ReadonlySet<string> = new Set(["noindex", "robots", "robotsnoindex", "sitemap"]);

/** Reads the fields of a header; every one of them is accounted for. */
export function readFacts(fields: Fields, rules: FieldRules, kept: ReadonlySet<string> = new Set()): Facts {
  const reader = new FactReader(fields, rules);
  const image = leadImage(fields, reader.note);
  const facts = {
    title: reader.words("title"),
    description: reader.words("description"),
    date: reader.date("date"),
    publishDate: reader.date("publishDate"),
    updated: reader.date("updated"),
    authors: reader.authors(),
    tags: reader.terms("tags", "tag"),
    categories: reader.terms("categories", "category"),
    canonical: reader.address(),
    lang: reader.lang(),
    seoTitle: reader.words("seoTitle"),
    noindex: saysNoindex(fields),
    image,
  };
  return { ...facts, parts: reader.rest(kept) };
}

class FactReader {
  private readonly fields: Fields;
  private readonly rules: FieldRules;
  private readonly parts: Part[] = [];
  private readonly told = new Set<string>();

  constructor(fields: Fields, rules: FieldRules) {
    this.fields = fields;
    this.rules = rules;
  }

  /** Says what became of a field; the first word counts. */
  readonly note = (name: string, fate: Pick<Part, "outcome" | "why" | "to">): void => {
    if (this.told.has(name)) return;
    this.told.add(name);
    this.parts.push({ kind: "field", what: name, ...fate });
  };

  /** Values of a fact under all of its names, likeliest first. */
  private valuesOf(fact: keyof typeof NAMES): readonly (readonly [name: string, value: unknown])[] {
    const names: readonly string[] = NAMES[fact];
    return Object.entries(this.fields)
      .filter(([name]) => names.includes(bareName(name)))
      .sort(([a], [b]) => names.indexOf(bareName(a)) - names.indexOf(bareName(b)));
  }

  /** The first value that `read` can read; what became of the others is noted. */
  private first<Value>(fact: keyof typeof NAMES, read: (value: unknown) => Value | null): Value | null {
    let taken: Value | null = null;
    for (const [name, value] of this.valuesOf(fact)) {
      const found = read(value);
      if (found === null) {
        const why =
          wordsOf(value) === null && listOf(value).length === 0
            ? "empty"
            : `not what a ${TO[fact]} can be read from`;
        this.note(name, { outcome: "left-out", why });
      } else if (taken === null || JSON.stringify(taken) === JSON.stringify(found)) {
        taken ??= found;
        this.note(name, { outcome: "kept", to: TO[fact] });
      } else this.note(name, { outcome: "left-out", why: `another field gives the ${TO[fact]}` });
    }
    return taken;
  }

  words(fact: "title" | "description" | "seoTitle"): string | null {
    return this.first(fact, (value) => {
      const words = wordsOf(value);
      return words === null ? null : plainWords(words) || null;
    });
  }

  /** A language, also as a list of one ("language: [en]"). */
  lang(): string | null {
    const found = this.first("lang", (value) => {
      const list = listOf(value);
      return wordsOf(value) ?? (list.length === 1 ? wordsOf(list[0]) : null);
    });
    return found?.replace("_", "-") ?? null;
  }

  date(fact: "date" | "publishDate" | "updated"): string | null {
    return this.first(fact, (value) => blogDate(value, this.rules.zone));
  }

  address(): string | null {
    return this.first("canonical", (value) =>
      typeof value === "string" && /^https?:\/\//i.test(value.trim()) && URL.canParse(value.trim())
        ? value.trim()
        : null,
    );
  }

  authors(): readonly string[] {
    const names = this.first("authors", (value) => {
      const found = listOf(value).flatMap((one) => wordsOf(one) ?? wordsOf(mapOf(one).name) ?? []);
      return found.length === 0 ? null : found;
    });
    return names ?? [];
  }

  terms(fact: "tags" | "categories", word: string): readonly string[] {
    const terms: string[] = [];
    for (const [name, value] of this.valuesOf(fact)) {
      for (const term of termsOf(value, name, this.rules)) {
        const what = `${word} ${term}`;
        const isKnown = terms.some((known) => known.toLowerCase() === term.toLowerCase());
        if (isKnown) this.parts.push({ kind: "term", what, outcome: "left-out", why: "stands twice" });
        else if (this.rules.isList(term))
          this.parts.push({ kind: "term", what, outcome: "left-out", why: "a list of the source, no topic" });
        else {
          terms.push(term);
          this.parts.push({ kind: "term", what, outcome: "kept", to: "tags" });
        }
      }
      this.note(name, { outcome: "kept", to: "tags" });
    }
    return terms;
  }

  /** Everything that was noted, and a word on each field that nothing has read. */
  rest(kept: ReadonlySet<string>): readonly Part[] {
    for (const name of Object.keys(this.fields)) {
      const bare = bareName(name);
      if (kept.has(name)) this.note(name, { outcome: "kept", to: name });
      else if (ADDRESS_FIELDS.has(bare)) this.note(name, { outcome: "kept", to: "the address" });
      else if (STATE_FIELDS.has(bare)) this.note(name, { outcome: "kept", to: "who sees it" });
      else if (NOINDEX_FIELDS.has(bare)) this.note(name, { outcome: "kept", to: "noindex" });
      else
        this.note(name, {
          outcome: "left-out",
          why: "a field of the old theme or a plugin, which nothing here reads",
        });
    }
    return this.parts;
  }
}

/** How many tags and categories front matter holds, whatever is done with them. */
export function termCount(fields: Fields, rules: FieldRules): number {
  const names: readonly string[] = [...NAMES.tags, ...NAMES.categories];
  return Object.entries(fields)
    .filter(([name]) => names.includes(bareName(name)))
    .reduce((sum, [name, value]) => sum + termsOf(value, name, rules).length, 0);
}

function termsOf(value: unknown, name: string, { splits }: FieldRules): readonly string[] {
  const list = Array.isArray(value)
    ? value.flat()
    : typeof value === "string"
      ? splits(bareName(name), value)
      : [value];
  return list.flatMap((one) => {
    const words = wordsOf(one) ?? wordsOf(mapOf(one).name) ?? wordsOf(mapOf(one).title);
    return words === null ? [] : [folded(words)];
  });
}

function saysNoindex(fields: Fields): boolean {
  return Object.entries(fields).some(([name, value]) => {
    const bare = bareName(name);
    if (bare === "noindex" || bare === "robotsnoindex") return value === true || value === "true";
    if (bare === "robots") return /noindex/i.test(String(value));
    if (bare !== "sitemap") return false;
    return (
      value === false ||
      mapOf(value).exclude === true ||
      mapOf(value).disable === true ||
      mapOf(value).ignore === true
    );
  });
}
