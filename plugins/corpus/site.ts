import { IANAZone } from "luxon";
import { z } from "zod";
import { isLanguageTag } from "../article/language-tag.ts";
import { quote } from "../problem.ts";
import type { Site } from "./types.ts";

const text = z.string().trim().min(1);
const color = z.string().regex(/^#[0-9a-f]{6}$/i, { error: "expected a colour such as #74203f" });

const schema = z.strictObject({
  title: text.default("Untitled"),
  description: z.string().default(""),
  url: z
    .url({ protocol: /^https?$/, error: "expected an address such as https://example.org" })
    .default("https://example.org"),
  lang: text.refine(isLanguageTag, { error: "expected a language tag such as en or pt-BR" }).default("en"),
  timeZone: z
    .string()
    .refine(IANAZone.isValidZone, { error: "expected a time zone such as Europe/Amsterdam" })
    .default("UTC"),
  publisher: z.string().default(""),
  navigation: z.array(z.strictObject({ label: text, url: text })).default([]),
  pageSize: z.int().min(1).default(12),
  reviewMonths: z.int().min(1).default(24),
  brand: z
    .strictObject({ brand: color.nullable().default(null), link: color.nullable().default(null) })
    .prefault({}),
  comments: z
    .strictObject({
      endpoint: z
        .url({ protocol: /^https?$/, error: "expected an address such as https://comments.example.org/post" })
        .nullable()
        .default(null),
    })
    .prefault({}),
  features: z
    .strictObject({
      matrix: z.boolean().default(true),
      search: z.boolean().default(true),
      feeds: z.boolean().default(true),
      themeSwitch: z.boolean().default(true),
      socialCards: z.boolean().default(true),
    })
    .prefault({}),
  images: z
    .strictObject({
      responsive: z.boolean().default(true),
      widths: z
        .array(z.int().min(16).max(4096), { error: "expected widths in pixels such as [480, 800, 1280]" })
        .min(1)
        .max(8)
        .transform((widths) => [...new Set(widths)].sort((a, b) => a - b))
        .default([480, 800, 1280]),
      formats: z
        .array(z.enum(["avif", "webp"], { error: 'expected "avif" or "webp"' }))
        .transform((formats) => [...new Set(formats)])
        .default(["avif", "webp"]),
      path: z
        .string()
        .regex(/^\/(?:[A-Za-z0-9_-]+\/)+$/, { error: "expected a folder of the site such as /pictures/" })
        .default("/pictures/"),
      missing: z.enum(["error", "warning"], { error: 'expected "error" or "warning"' }).default("error"),
    })
    .prefault({}),
});

/** What an owner may write; every key but the named ones has a default. */
export type SiteOptions = {
  readonly [Key in keyof Site]?: Site[Key] extends readonly unknown[]
    ? Site[Key]
    : Site[Key] extends object
      ? Partial<Site[Key]>
      : Site[Key];
};

/**
 * Checks the site's options once and fills in defaults.
 *
 * @throws {RangeError} naming every option that is wrong, one a line
 */
export function parseSite(options: SiteOptions = {}): Site {
  const parsed = schema.safeParse(options);
  if (!parsed.success)
    throw new RangeError(parsed.error.issues.map((issue) => wordIssue(issue, options)).join("\n"));
  return { ...parsed.data, url: parsed.data.url.replace(/\/+$/, "") };
}

/** Types `_data/site.ts` and checks it where it is written. */
export function defineSite(options: SiteOptions): Site {
  return parseSite(options);
}

function wordIssue(issue: z.core.$ZodIssue, options: SiteOptions): string {
  const path = issue.path.map(String);
  const received = path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    options,
  );
  if (issue.code === "unrecognized_keys")
    return `site: ${[...path, issue.keys[0]].join(".")}: expected an option that exists. Known: ${Object.keys(schema.shape).join(", ")}.`;
  const said = issue.message.startsWith("expected")
    ? issue.message
    : issue.message.replace(/^Invalid input: /, "");
  return `site: ${path.join(".")}: ${said}, received ${quote(received)}.`;
}
