import { z } from "zod";
import { SITE } from "../corpus/site.ts";
import type { Given } from "../options.ts";
import { TARGET_NAMES, type Target } from "./targets.ts";

/** What is written for hosts, at the end of a build. */
export const PUBLISH = z.strictObject({
  /** Hosts to write for: `_headers`, `vercel.json`, `nginx`, `caddy`, `cloudfront`, `meta`. */
  targets: z.array(z.enum(TARGET_NAMES as [Target, ...Target[]])).default(["_headers"]),
  /** Folder for the files of servers, relative to the project. */
  serverFolder: z.string().min(1).default("_server"),
  /** Folder of files with a hash in their name, cached for a year. */
  assetPath: z.string().default("/assets/"),
  /** Folders of images, which other sites and feed readers may show. */
  imagePaths: z.array(z.string()).default(["/images/"]),
  /** What the owner's own layouts need beyond the strict policy: `[{ "img-src": ["https://img.example.org"] }]`. */
  needs: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  /** Site-wide headers to set instead of ours; null leaves one out: `{ "Strict-Transport-Security": null }`. */
  headers: z.record(z.string(), z.string().nullable()).default({}),
});

/** Options of the plugin `publish`. */
export const PUBLISH_OPTIONS = PUBLISH.extend({
  /** As of the other plugins; features that are off need nothing in the policy. */
  site: SITE.optional(),
});

export type PublishOptions = Given<typeof PUBLISH_OPTIONS>;
