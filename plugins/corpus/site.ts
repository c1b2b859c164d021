import { IANAZone } from "luxon";
import { z } from "zod/mini";
import { isLanguageTag } from "../article/language-tag.ts";
import { type Given, parseOptions, type Taken } from "../options.ts";
import { cleanText } from "../text.ts";
import { isPlainFolder } from "./site-folder.ts";

const text = z.string().check(z.trim(), z.minLength(1));
const color = z.string().check(z.regex(/^#[0-9a-f]{6}$/i, { error: "expected a colour such as #74203f" }));

/**
 * Confidence from which a benefit is published without the writer's word: 517 of
 * 530 so read were right on labelled articles that nothing was learnt from (docs/benefits.md has the table).
 */
export const DEFAULT_PUBLISH_FROM = 0.95;

/** What `_data/site.ts` may say; the table in docs/options.md is made of this. */
const FIELDS = z.strictObject({
  /** Name of the blog. */
  title: z._default(text.check(z.overwrite(cleanText)), "Untitled"),
  /** One sentence for result lists and feeds. */
  description: z._default(z.string().check(z.overwrite(cleanText)), ""),
  /** Address of the home page, with the folder where the site lies in one: "https://example.org", "https://example.org/blog". */
  url: z._default(
    z.pipe(
      z.url({ protocol: /^https?$/, error: "expected an address such as https://example.org" }).check(
        z.refine(isPlainFolder, {
          error:
            'expected an address such as https://example.org/blog/, its folders of letters, digits, ".", "_", "~" and "-"',
        }),
      ),
      z.transform((url) => url.replace(/\/+$/, "")),
    ),
    "https://example.org",
  ),
  /** Language of pages that name none, BCP 47. */
  lang: z._default(
    text.check(z.refine(isLanguageTag, { error: "expected a language tag such as en or pt-BR" })),
    "en",
  ),
  /** IANA zone in which dates without one are meant, and in which a day ends. */
  timeZone: z._default(
    z
      .string({ error: "expected a time zone such as Europe/Amsterdam" })
      .check(z.refine(IANAZone.isValidZone, { error: "expected a time zone such as Europe/Amsterdam" })),
    "UTC",
  ),
  /** Id in `_data/people` of who publishes. */
  publisher: z._default(z.string(), ""),
  /** Links of the header, in order; none: the indexes that have something to show. */
  navigation: z._default(z.array(z.strictObject({ label: text, url: text })), []),
  /** Articles on a page of a list. */
  pageSize: z._default(z.int().check(z.minimum(1)), 12),
  /** Months after which a review is due again. */
  reviewMonths: z._default(z.int().check(z.minimum(1)), 24),
  /** Confidence from which a benefit is published without the writer's word, 0..1. */
  publishFrom: z._default(
    z.number({ error: "expected 0..1" }).check(z.minimum(0), z.maximum(1)),
    DEFAULT_PUBLISH_FROM,
  ),
  /** The owner's colours; lightened for the dark theme. */
  brand: z.prefault(
    z.strictObject({
      /** Colour of what stands out. */
      brand: z._default(z.nullable(color), null),
      /** Colour of links. */
      link: z._default(z.nullable(color), null),
    }),
    {},
  ),
  /** Readers' comments. */
  comments: z.prefault(
    z.strictObject({
      /** Address to which the comment form sends; null: no form. */
      endpoint: z._default(
        z.nullable(
          z.url({
            protocol: /^https?$/,
            error: "expected an address such as https://comments.example.org/post",
          }),
        ),
        null,
      ),
    }),
    {},
  ),
  /** Whom to tell of a vulnerability: `/.well-known/security.txt` (RFC 9116), made where a contact is named. */
  security: z.prefault(
    z.strictObject({
      /** Where to: addresses that begin with mailto:, https: or tel:, the preferred one first. */
      contact: z._default(
        z.array(
          z.url({
            protocol: /^(?:mailto|https|tel)$/,
            error: "expected an address such as mailto:security@example.org",
          }),
        ),
        [],
      ),
      /** Day until which this holds, YYYY-MM-DD; within a year, as the standard advises. */
      expires: z._default(z.nullable(z.iso.date({ error: "expected a day such as 2027-06-30" })), null),
      /** Address of the rules for reports. */
      policy: z._default(
        z.nullable(z.url({ protocol: /^https$/, error: "expected an address that starts with https://" })),
        null,
      ),
    }),
    {},
  ),
  /** Parts of the theme that can be switched off. */
  features: z.prefault(
    z.strictObject({
      /** The search page and its index. */
      search: z._default(z.boolean(), true),
      /** Atom and JSON feeds. */
      feeds: z._default(z.boolean(), true),
      /** The button for light and dark. */
      themeSwitch: z._default(z.boolean(), true),
      /** A card for each page that is shared. */
      socialCards: z._default(z.boolean(), true),
    }),
    {},
  ),
  /** How images are offered; see docs/images.md. */
  images: z.prefault(
    z.strictObject({
      /** Whether images are made in the sizes and formats that browsers choose from; false leaves them as they are. */
      responsive: z._default(z.boolean(), true),
      /** Widths that images are made in, pixels. */
      widths: z._default(
        z.pipe(
          z
            .array(z.int().check(z.minimum(16), z.maximum(4096)), {
              error: "expected widths in pixels such as [480, 800, 1280]",
            })
            .check(z.minLength(1), z.maxLength(8)),
          z.transform((widths) => [...new Set(widths)].sort((a, b) => a - b)),
        ),
        [480, 800, 1280],
      ),
      /** Formats beside the original's, best first. */
      formats: z._default(
        z.pipe(
          z.array(z.enum(["avif", "webp"], { error: 'expected "avif" or "webp"' })),
          z.transform((formats) => [...new Set(formats)]),
        ),
        ["avif", "webp"],
      ),
      /** Folder on the site, with slashes at both ends; names in it change with their bytes. */
      path: z._default(
        z.string().check(
          z.regex(/^\/(?:[A-Za-z0-9_-]+\/)+$/, {
            error: "expected a folder of the site such as /pictures/",
          }),
        ),
        "/pictures/",
      ),
      /** What an image is that an article names and the project does not have. */
      missing: z._default(z.enum(["error", "warning"]), "error"),
    }),
    {},
  ),
});

type Fields = typeof FIELDS;

/** An interface, because declarations call it by its name: each plugin's would repeat all fields otherwise. */
export interface SiteSchema extends Fields {}

export const SITE: SiteSchema = FIELDS;

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
