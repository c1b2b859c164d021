import { z } from "zod";
import { SITE } from "../corpus/site.ts";
import type { Given } from "../options.ts";
import { TARGET_NAMES, type Target } from "./targets.ts";

/** What an S3 bucket may be called. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Where `vervain publish` sends the site; one of `folder` and `bucket`. */
const TO = z
  .strictObject({
    /** A folder on this machine, for nginx or Caddy: releases, and a link `current` to the live one. */
    folder: z.string().min(1).optional(),
    /** A bucket of a store that speaks S3; needs the package `@aws-sdk/client-s3`. */
    bucket: z.string().regex(BUCKET).optional(),
    /** Folder in the bucket; default: all of it is the site. */
    prefix: z
      .string()
      .regex(/^[\w.-]+(?:\/[\w.-]+)*$/)
      .optional(),
    /** The bucket's region; default: what the SDK finds. */
    region: z.string().min(1).optional(),
    /** Address of a store that is not Amazon's: "https://s3.example.net". */
    endpoint: z
      .url({ protocol: /^https?$/ })
      .refine(hasNoUser, "expected an address without a user")
      .optional(),
    /** Id of the CloudFront distribution in front of the bucket; needs the package `@aws-sdk/client-cloudfront`. */
    distribution: z
      .string()
      .regex(/^[A-Z0-9]{8,20}$/)
      .optional(),
  })
  .refine(
    ({ folder, bucket }) => (folder === undefined) !== (bucket === undefined),
    "expected one of folder and bucket",
  );

function hasNoUser(address: string): boolean {
  const { username, password } = new URL(address);
  return username === "" && password === "";
}

/** What is written for hosts, at the end of a build. */
export const PUBLISH = z.strictObject({
  /** Hosts to write for: `_headers` (Netlify), `workers` (Cloudflare), `vercel.json`, `nginx`, `caddy`, `cloudfront`, `meta`, and `manifest` for a list of all files. */
  targets: z.array(z.enum(TARGET_NAMES as [Target, ...Target[]])).default(["_headers"]),
  /** Folder for the files of servers, relative to the project. */
  serverFolder: z.string().min(1).default("_server"),
  /** Folder of files with a hash in their name, cached for a year. */
  assetPath: z.string().default("/assets/"),
  /** Folders of images, which other sites and feed readers may show. */
  imagePaths: z.array(z.string()).default(["/images/"]),
  /** What the owner's own layouts need beyond the strict policy: `[{ "img-src": ["https://img.example.org"] }]`. */
  needs: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  /** Let browsers fetch the page behind a link of this site while a reader points at it. Default: true; where `isOwnSite` is false, or `publish` is added alone, false. */
  speculation: z.boolean().optional(),
  /** Site-wide headers to set instead of ours; null leaves one out: `{ "Strict-Transport-Security": null }`. */
  headers: z.record(z.string(), z.string().nullable()).default({}),
  /** Write a compressed form (`.br`, `.gz`, and `.zst` where Node has Zstandard, 22.15 and newer) beside each file that is smaller so, for nginx and Caddy to send. */
  precompress: z.boolean().default(false),
  /** Where `vervain publish` sends the site. */
  to: TO.optional(),
  /** Ask for the live pages after they were sent; an answer that is not what was built stops the deletes. */
  verify: z.boolean().default(true),
  /** Hours for which a file that the site has lost stays live, so that pages that were read before find theirs. */
  graceHours: z.number().min(0).default(24),
  /** Most of the live files that one publish may take off the site without `--allow-deletes`, 0..1; ten it always may. */
  deleteShare: z.number().min(0).max(1).default(0.2),
  /** Key for IndexNow, 8 to 128 letters, digits and hyphens: tells search engines which addresses changed. null: nobody is told. */
  indexNow: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/)
    .nullable()
    .default(null),
});

/** Options of the plugin `publish`. */
export const PUBLISH_OPTIONS = PUBLISH.extend({
  /** As of the other plugins; features that are off need nothing in the policy. */
  site: SITE.optional(),
});

export type PublishOptions = Given<typeof PUBLISH_OPTIONS>;
