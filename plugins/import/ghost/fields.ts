import { type Fields, wordsOf } from "../folders/values.ts";
import type { DocumentState, Part } from "../model.ts";

/** Fields of a post that Ghost keeps for itself or that say what others say. */
const BOOKKEEPING =
  /^(?:id|uuid|comment_id|created_at|created_by|updated_by|published_by|type|status|visibility|slug|mobiledoc|lexical|plaintext|locale|email_recipient_filter|newsletter_id|show_title_and_feature_image|featured|post_id)$/;
/** Fields that go into the article, and where. */
const TAKEN: Readonly<Record<string, string>> = {
  title: "title",
  html: "the text",
  feature_image: "image",
  feature_image_alt: "image",
  feature_image_caption: "image",
  published_at: "date",
  updated_at: "updated",
  custom_excerpt: "description",
  meta_description: "description",
  meta_title: "seoTitle",
  canonical_url: "canonical",
};

/** Whether a text without HTML has words in Ghost's own formats, which only Ghost makes pages of. */
export function isWrittenElsewhere({ lexical, mobiledoc }: Fields): boolean {
  return /"text":\s*"[^"]|\[0,\[[^\]]*\],\d+,"[^"]/.test(
    `${String(lexical ?? "")}${String(mobiledoc ?? "")}`,
  );
}

/** State of a text whose words are in those formats alone. */
export const UNREAD = {
  state: "draft",
  why: "its words are in Ghost's own format only (lexical): open and save it there, and export again",
} as const;

/** What readers of the source saw of a post; `why` it is kept from them here, where its state does not say it. */
export function stateOf(post: Fields): { readonly state: DocumentState; readonly why: string | null } {
  const visibility = wordsOf(post.visibility) ?? "public";
  if (post.status === "sent") return { state: "private", why: "sent by mail only at the source" };
  if (post.status !== "published" && post.status !== "scheduled") return { state: "draft", why: null };
  if (visibility !== "public")
    return {
      state: "private",
      why: `for ${visibility === "paid" ? "paying members" : visibility} only at the source`,
    };
  return { state: post.status === "scheduled" ? "scheduled" : "published", why: null };
}

/** ISO 8601 in UTC, seconds; null where it is no time. Without a zone it is UTC, as Ghost keeps it. */
export function isoDate(text: string | null): string | null {
  const time =
    text === null
      ? Number.NaN
      : Date.parse(/[zZ]$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(" ", "T")}Z`);
  return Number.isFinite(time) ? `${new Date(time).toISOString().slice(0, 19)}Z` : null;
}

/** A correction within a day of publishing is not news. */
const DAY_MS = 86_400_000;

/** The time of a change that readers are told of; null for another. */
export function laterThan(updated: string | null, date: string | null): string | null {
  return updated !== null && date !== null && Date.parse(updated) - Date.parse(date) >= DAY_MS
    ? updated
    : null;
}

/** Where the text first stood; null where that is here, or no address. */
export function canonicalOf(post: Fields): string | null {
  const address = wordsOf(post.canonical_url);
  return address !== null && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}

/** What became of each field, those of one fate together. */
export function fieldParts(post: Fields): readonly Part[] {
  const byFate = new Map<string, Part & { count: number }>();
  for (const [name, value] of Object.entries(post)) {
    const to = TAKEN[name];
    const isEmpty = value === null || value === "" || value === undefined;
    const why = isEmpty
      ? "empty"
      : BOOKKEEPING.test(name)
        ? "Ghost's own bookkeeping"
        : "nothing here reads it";
    const part: Part =
      to !== undefined && !isEmpty
        ? { kind: "field", what: name, outcome: "kept", to }
        : { kind: "field", what: name, outcome: "left-out", why };
    const fate = `${part.to ?? ""}|${part.why ?? ""}`;
    const known = byFate.get(fate);
    byFate.set(
      fate,
      known ? { ...known, what: `${known.what}, ${name}`, count: known.count + 1 } : { ...part, count: 1 },
    );
  }
  return [...byFate.values()];
}
