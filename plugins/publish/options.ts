import { z } from "zod/mini";
import { SITE } from "../corpus/site.ts";
import type { Given } from "../options.ts";
import { TARGET_NAMES, type Target } from "./targets.ts";

/** What an S3 bucket may be called. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Where `vervain publish` sends the site; one of `folder` and `bucket`. */
const TO = z
  .strictObject({
    /** A folder on this machine, for nginx or Caddy: releases, and a link `current` to the live one. */
    folder: z.optional(z.string().check(z.minLength(1))),
    /** A bucket of a store that speaks S3; needs the package `@aws-sdk/client-s3`. */
    bucket: z.optional(z.string().check(z.regex(BUCKET))),
    /** Folder in the bucket; default: all of it is the site. */
    prefix: z.optional(z.string().check(z.regex(/^[\w.-]+(?:\/[\w.-]+)*$/))),
    /** The bucket's region; default: what the SDK finds. */
    region: z.optional(z.string().check(z.minLength(1))),
    /** Address of a store that is not Amazon's: "https://s3.example.net". */
    endpoint: z.optional(
      z
        .url({ protocol: /^https?$/ })
        .check(z.refine(hasNoUser, { error: "expected an address without a user" })),
    ),
    /** Id of the CloudFront distribution in front of the bucket; needs the package `@aws-sdk/client-cloudfront`. */
    distribution: z.optional(z.string().check(z.regex(/^[A-Z0-9]{8,20}$/))),
  })
  .check(
    z.refine(({ folder, bucket }) => (folder === undefined) !== (bucket === undefined), {
      error: "expected one of folder and bucket",
    }),
  );

function hasNoUser(address: string): boolean {
  const { username, password } = new URL(address);
  return username === "" && password === "";
}

/** What is written for hosts, at the end of a build. */
export const PUBLISH = z.strictObject({
  /** Hosts to write for: `_headers` (Netlify), `workers` (Cloudflare), `vercel.json`, `nginx`, `caddy`, `cloudfront`, `meta`, and `manifest` for a list of all files. */
  targets: z._default(z.array(z.enum(TARGET_NAMES as [Target, ...Target[]])), ["_headers"]),
  /** Folder for the files of servers, relative to the project. */
  serverFolder: z._default(z.string().check(z.minLength(1)), "_server"),
  /** Folder of files with a hash in their name, cached for a year. */
  assetPath: z._default(z.string(), "/assets/"),
  /** Folders of images, which other sites and feed readers may show. */
  imagePaths: z._default(z.array(z.string()), ["/images/"]),
  /** What the owner's own layouts need beyond the strict policy: `[{ "img-src": ["https://img.example.org"] }]`. */
  needs: z._default(z.array(z.record(z.string(), z.array(z.string()))), []),
  /** Let browsers fetch the page behind a link of this site while a reader points at it. Default: true; where `isOwnSite` is false, or `publish` is added alone, false. */
  speculation: z.optional(z.boolean()),
  /** Site-wide headers to set instead of ours; null leaves one out: `{ "Strict-Transport-Security": null }`. */
  headers: z._default(z.record(z.string(), z.nullable(z.string())), {}),
  /** Write a compressed form (`.br`, `.gz`, and `.zst` where Node has Zstandard, 22.15 and newer) beside each file that is smaller so, for nginx and Caddy to send. */
  precompress: z._default(z.boolean(), false),
  /** Where `vervain publish` sends the site. */
  to: z.optional(TO),
  /** Ask for the live pages after they were sent; an answer that is not what was built stops the deletes. */
  verify: z._default(z.boolean(), true),
  /** Hours for which a file that the site has lost stays live, so that pages that were read before find theirs. */
  graceHours: z._default(z.number().check(z.minimum(0)), 24),
  /** Most of the live files that one publish may take off the site without `--allow-deletes`, 0..1; ten it always may. */
  deleteShare: z._default(z.number().check(z.minimum(0), z.maximum(1)), 0.2),
  /** Key for IndexNow, 8 to 128 letters, digits and hyphens: tells search engines which addresses changed. null: nobody is told. */
  indexNow: z._default(z.nullable(z.string().check(z.regex(/^[A-Za-z0-9-]{8,128}$/))), null),
});

/** Options of the plugin `publish`. */
export const PUBLISH_OPTIONS = z.extend(PUBLISH, {
  /** As of the other plugins; features that are off need nothing in the policy. */
  site: z.optional(SITE),
});

export type PublishOptions = Given<typeof PUBLISH_OPTIONS>;
