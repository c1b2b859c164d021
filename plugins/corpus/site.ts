import { IANAZone } from "luxon";
import { z } from "zod";
import { isLanguageTag } from "../article/language-tag.ts";
import { type Given, parseOptions, type Taken } from "../options.ts";
import { cleanText } from "../text.ts";
import { isPlainFolder } from "./site-folder.ts";

const text = z.string().trim().min(1);
const color = z.string().regex(/^#[0-9a-f]{6}$/i, { error: "expected a colour such as #74203f" });

/**
 * Confidence from which a benefit is published without the writer's word: 517 of
 * 530 so read were right on labelled articles that nothing was learnt from (docs/benefits.md has the table).
 */
export const DEFAULT_PUBLISH_FROM = 0.95;

/** What `_data/site.ts` may say; the table in docs/options.md is made of this. */
export const SITE = z.strictObject({
  /** Name of the blog. */
  title: text.overwrite(cleanText).default("Untitled"),
  /** One sentence for result lists and feeds. */
  description: z.string().overwrite(cleanText).default(""),
  /** Address of the home page, with the folder where the site lies in one: "https://example.org", "https://example.org/blog". */
  url: z
    .url({ protocol: /^https?$/, error: "expected an address such as https://example.org" })
    .refine(isPlainFolder, {
      error:
        'expected an address such as https://example.org/blog/, its folders of letters, digits, ".", "_", "~" and "-"',
    })
    .transform((url) => url.replace(/\/+$/, ""))
    .default("https://example.org"),
  /** Language of pages that name none, BCP 47. */
  lang: text.refine(isLanguageTag, { error: "expected a language tag such as en or pt-BR" }).default("en"),
  /** IANA zone in which dates without one are meant, and in which a day ends. */
  timeZone: z
    .string({ error: "expected a time zone such as Europe/Amsterdam" })
    .refine(IANAZone.isValidZone, { error: "expected a time zone such as Europe/Amsterdam" })
    .default("UTC"),
  /** Id in `_data/people` of who publishes. */
  publisher: z.string().default(""),
  /** Links of the header, in order; none: the indexes that have something to show. */
  navigation: z.array(z.strictObject({ label: text, url: text })).default([]),
  /** Articles on a page of a list. */
  pageSize: z.int().min(1).default(12),
  /** Months after which a review is due again. */
  reviewMonths: z.int().min(1).default(24),
  /** Confidence from which a benefit is published without the writer's word, 0..1. */
  publishFrom: z.number({ error: "expected 0..1" }).min(0).max(1).default(DEFAULT_PUBLISH_FROM),
  /** The owner's colours; lightened for the dark theme. */
  brand: z
    .strictObject({
      /** Colour of what stands out. */
      brand: color.nullable().default(null),
      /** Colour of links. */
      link: color.nullable().default(null),
    })
    .prefault({}),
  /** Readers' comments. */
  comments: z
    .strictObject({
      /** Address to which the comment form sends; null: no form. */
      endpoint: z
        .url({ protocol: /^https?$/, error: "expected an address such as https://comments.example.org/post" })
        .nullable()
        .default(null),
    })
    .prefault({}),
  /** Whom to tell of a vulnerability: `/.well-known/security.txt` (RFC 9116), made where a contact is named. */
  security: z
    .strictObject({
      /** Where to: addresses that begin with mailto:, https: or tel:, the preferred one first. */
      contact: z
        .array(
          z.url({
            protocol: /^(?:mailto|https|tel)$/,
            error: "expected an address such as mailto:security@example.org",
          }),
        )
        .default([]),
      /** Day until which this holds, YYYY-MM-DD; within a year, as the standard advises. */
      expires: z.iso.date({ error: "expected a day such as 2027-06-30" }).nullable().default(null),
      /** Address of the rules for reports. */
      policy: z
        .url({ protocol: /^https$/, error: "expected an address that starts with https://" })
        .nullable()
        .default(null),
    })
    .prefault({}),
  /** Parts of the theme that can be switched off. */
  features: z
    .strictObject({
      /** The search page and its index. */
      search: z.boolean().default(true),
      /** Atom and JSON feeds. */
      feeds: z.boolean().default(true),
      /** The button for light and dark. */
      themeSwitch: z.boolean().default(true),
      /** A card for each page that is shared. */
      socialCards: z.boolean().default(true),
    })
    .prefault({}),
  /** How images are offered; see docs/images.md. */
  images: z
    .strictObject({
      /** Whether images are made in the sizes and formats that browsers choose from; false leaves them as they are. */
      responsive: z.boolean().default(true),
      /** Widths that images are made in, pixels. */
      widths: z
        .array(z.int().min(16).max(4096), { error: "expected widths in pixels such as [480, 800, 1280]" })
        .min(1)
        .max(8)
        .transform((widths) => [...new Set(widths)].sort((a, b) => a - b))
        .default([480, 800, 1280]),
      /** Formats beside the original's, best first. */
      formats: z
        .array(z.enum(["avif", "webp"], { error: 'expected "avif" or "webp"' }))
        .transform((formats) => [...new Set(formats)])
        .default(["avif", "webp"]),
      /** Folder on the site, with slashes at both ends; names in it change with their bytes. */
      path: z
        .string()
        .regex(/^\/(?:[A-Za-z0-9_-]+\/)+$/, { error: "expected a folder of the site such as /pictures/" })
        .default("/pictures/"),
      /** What an image is that an article names and the project does not have. */
      missing: z.enum(["error", "warning"]).default("error"),
    })
    .prefault({}),
});

/** What an owner may write; every key has a default. */
export type SiteOptions = Given<typeof SITE>;

/** What the site says of itself, checked, with every default filled in. */
export type Site = Taken<typeof SITE>;

/**
 * Checks the site's options once and fills in defaults.
 *
 * @throws {RangeError} naming every option that is wrong, one a line
 */
export function parseSite(options: SiteOptions = {}): Site {
  return parseOptions("site", SITE, options);
}

/** Types `_data/site.ts` and checks it where it is written. */
export function defineSite(options: SiteOptions): Site {
  return parseSite(options);
}
