import { Document } from "yaml";
import { isEnglish, isLanguageTag } from "../../article/language-tag.ts";
import { withoutAddresses } from "../addresses.ts";
import { folded } from "../escape.ts";
import { readExact } from "../exact.ts";
import { rewriteMarkdown } from "../markdown-text.ts";
import { HIDDEN, type Part, type SourceDocument } from "../model.ts";
import { plainWords } from "../plain-words.ts";
import { withStills } from "../stills.ts";
import { addressKey } from "./old-address.ts";
import type { People } from "./people.ts";
import type { Place } from "./places.ts";
import { type OldSite, type Rewritten, rewriting } from "./rewriting.ts";

/** A document as the file that will hold it. */
export interface DocumentFile {
  readonly content: string;
  /** True where readers will not see it. */
  readonly isHidden: boolean;
  /** Why it is hidden; null where it is not. */
  readonly why: string | null;
  readonly parts: readonly Part[];
  readonly needs: ReadonlyMap<string, string | null>;
  readonly made: ReadonlyMap<string, Uint8Array>;
  readonly remote: ReadonlySet<string>;
  /** Keys of media files that it shows. */
  readonly shows: ReadonlySet<string>;
}

/** What all documents of one import share. */
export interface Setting {
  readonly site: OldSite;
  readonly people: People;
  readonly addresses: ReadonlySet<string>;
  /** Language of the source; null where it is not known. */
  readonly lang: string | null;
}

/** Writes a document: front matter in the site's words, the text as Markdown. */
export function documentFile(document: SourceDocument, place: Place, setting: Setting): DocumentFile {
  const addresses = rewriting(setting.site, document.url);
  const text =
    document.format === "html"
      ? readExact(document.body, addresses)
      : rewriteMarkdown(document.body, addresses);
  const markdown = withStills(text.markdown, addresses.still);
  const why = hiddenWhy(document);
  const fields = frontMatter(document, place, setting, {
    addresses,
    lead: text.lead,
    isHidden: why !== null,
  });
  const header = new Document(fields);
  if (why !== null) header.commentBefore = ` Hidden: ${why}. Take out "draft" to publish it.`;
  const written = `---\n${header.toString({ lineWidth: 0 })}---\n\n${markdown}\n`;
  const clean = withoutAddresses(written, setting.addresses);
  return {
    content: clean.text,
    isHidden: why !== null,
    why,
    parts: [
      ...place.parts,
      ...document.parts,
      ...text.parts,
      ...addresses.parts,
      ...removedPart(clean.count),
      ...untitledPart(document),
    ],
    needs: addresses.needs,
    made: addresses.made,
    remote: addresses.remote,
    shows: addresses.shows,
  };
}

function hiddenWhy({ state, date, kind, hiddenWhy }: SourceDocument): string | null {
  if (state === "scheduled" && kind === "page")
    return "scheduled at the source; a page waits for no date here";
  if (state !== "published" && state !== "scheduled") return hiddenWhy ?? HIDDEN[state];
  return date === null && kind === "article" ? "without a date that can be read" : null;
}

function removedPart(count: number): readonly Part[] {
  if (count === 0) return [];
  const why = "the address of a person who wrote a comment or has an account";
  return [{ kind: "text", what: "addresses in the text", outcome: "left-out", why, count }];
}

function untitledPart({ title }: SourceDocument): readonly Part[] {
  return title === ""
    ? [
        {
          kind: "field",
          what: "title",
          outcome: "changed",
          why: "it has none; its first words stand in",
          count: 0,
        },
      ]
    : [];
}

interface Facts {
  readonly addresses: Rewritten;
  readonly lead: string;
  readonly isHidden: boolean;
}

function frontMatter(
  document: SourceDocument,
  place: Place,
  { people, lang, site }: Setting,
  { addresses, lead, isHidden }: Facts,
): Readonly<Record<string, unknown>> {
  const authors = [...new Set(document.authors.map((key) => people.idOf(key)))];
  const tags = tagsOf(document);
  const trees = document.categories.filter((path) => path.length > 1).map((path) => path.join(" / "));
  const language = [document.lang, lang].find((tag) => tag !== null && isLanguageTag(tag)) ?? null;
  return withoutEmpty({
    title: document.title || firstWords(lead) || place.id,
    description: plainWords(document.description ?? "") || null,
    date: document.date,
    updated: document.updated,
    author: authors.length === 1 ? authors[0] : null,
    authors: authors.length > 1 ? authors : null,
    tags: tags.length > 0 ? tags : null,
    categories: trees.length > 0 ? trees : null,
    image: imageOf(document, addresses),
    permalink: place.isAddressWritten ? place.address : null,
    redirectFrom: place.redirects.length > 0 ? place.redirects : null,
    lang: language !== null && !isEnglish(language) ? language : null,
    guid: document.feedId,
    seoTitle: document.seoTitle,
    canonical: canonicalOf(document, site),
    noindex: document.noindex ? true : null,
    sticky: document.isSticky ? true : null,
    ...document.fields,
    draft: isHidden ? true : null,
  });
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** Categories with those above them, then tags; spellings that differ in case only are one. */
function tagsOf({ categories, tags }: SourceDocument): readonly string[] {
  const byKey = new Map<string, string>();
  for (const tag of [...categories.flat(), ...tags].map(folded))
    if (tag !== "" && !byKey.has(tag.toLowerCase())) byKey.set(tag.toLowerCase(), tag);
  return [...byKey.values()];
}

/** The original's address, where it is another page's than this one's. */
function canonicalOf({ canonical, url }: SourceDocument, site: OldSite): string | null {
  if (canonical === null || url === null) return canonical;
  const key = addressKey(canonical);
  if (key === addressKey(url)) return null;
  const own = key === null ? undefined : site.targets.get(key);
  return own === undefined ? canonical : new URL(own.path, canonical).href;
}

/** The lead picture; none where the source names one that it does not hold, which no page could show. */
function imageOf({ image }: SourceDocument, addresses: Rewritten): object | null {
  const src = image === null ? null : addresses.image(image.src);
  if (image === null || src === null) return null;
  return withoutEmpty({ src, alt: folded(image.alt), caption: image.caption });
}

/** Characters of a text that stand in for a title. */
const TITLE_LIMIT = 60;

function firstWords(lead: string): string {
  const words = folded(lead);
  if (words.length <= TITLE_LIMIT) return words;
  return `${words.slice(0, TITLE_LIMIT).replace(/\s+\S*$/, "")}…`;
}
