import { decodeHTML } from "entities";
import { folded } from "../escape.ts";
import type { DocumentState, Outline } from "../model.ts";
import { writtenTime } from "./dates.ts";
import type { WxrItem } from "./item.ts";

/**
 * Place and state of a post, a page, or a type that the owner asks for.
 *
 * @param siteUrl what an address without host is meant from, as Squarespace writes them
 */
export function outlineOf(
  written: WxrItem,
  file: string,
  exportedAt: number | null,
  siteUrl: string | null,
): Outline {
  const item = { ...written, link: wholeAddress(written.link, siteUrl) };
  const { id, type, line, link } = item;
  const state = stateOf(item, exportedAt);
  const isQuery = /[?&](?:p|page_id|post_type|preview)=/.test(link);
  return {
    key: `${type} ${id}`,
    kind: type === "page" ? "page" : "article",
    file,
    line,
    title: titleOf(item.title),
    state,
    slug: item.slug,
    url: /^https?:\/\//i.test(link) && !isQuery && URL.canParse(link) ? link : null,
    otherUrls: otherAddresses(item, isQuery),
  };
}

function wholeAddress(link: string, siteUrl: string | null): string {
  const isPath = link.startsWith("/") && siteUrl !== null && URL.canParse(link, siteUrl);
  return isPath ? new URL(link, siteUrl).href : link;
}

/** WordPress puts entities into titles; CDATA keeps them. */
function titleOf(title: string): string {
  return folded(decodeHTML(title.replace(/<[^<>]*>/g, "")));
}

const STATES: Readonly<Record<string, DocumentState>> = {
  publish: "published",
  future: "scheduled",
  draft: "draft",
  pending: "pending",
  private: "private",
};

/** A post whose hour passed without its being published stays hidden, as it was. */
function stateOf({ status, hasPassword, dateGmt, date }: WxrItem, exportedAt: number | null): DocumentState {
  const state = STATES[status] ?? "draft";
  if (hasPassword && (state === "published" || state === "scheduled")) return "password";
  const due = writtenTime(dateGmt) ?? writtenTime(date);
  return state === "scheduled" && due !== null && exportedAt !== null && due < exportedAt ? "draft" : state;
}

/** Addresses by number, which WordPress answers whatever its permalinks are. */
function otherAddresses({ id, type, link, fields }: WxrItem, isQuery: boolean): readonly string[] {
  if (!URL.canParse(link)) return [];
  const { origin, pathname } = new URL(link);
  const home = isQuery ? `${origin}${pathname}` : `${origin}/`;
  const byNumber = `${home}?${type === "page" ? "page_id" : "p"}=${id}`;
  const parts = pathname.split("/").filter((part) => part !== "");
  const former = fields
    .filter(([key, value]) => key === "_wp_old_slug" && value.trim() !== "" && !isQuery && parts.length > 0)
    .map(([, value]) => `${origin}/${[...parts.slice(0, -1), value.trim()].join("/")}/`);
  return [byNumber, ...former];
}
