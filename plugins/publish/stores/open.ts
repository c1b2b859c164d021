import { folderOf } from "../../corpus/site-folder.ts";
import type { Publishing } from "../publishing.ts";
import { folderStore } from "./folder.ts";
import { s3Store } from "./s3.ts";
import type { Store } from "./store.ts";

/** The target that the options name. @throws {RangeError} where they name none */
export async function openStore({ to, url }: Pick<Publishing, "to" | "url">): Promise<Store> {
  const { folder, bucket, ...place } = to ?? {};
  if (folder !== undefined) return folderStore(folder);
  if (bucket !== undefined) return s3Store({ bucket, folder: folderOf(url), ...place });
  throw new RangeError(
    'publish: to: expected where the site goes, received nothing. Name it in the configuration: publish: { to: { bucket: "my-blog" } }, or { folder: "/var/www/blog" }. For GitHub Pages, Netlify, Cloudflare and Vercel see docs/deploy.md: they have tools of their own.',
  );
}
