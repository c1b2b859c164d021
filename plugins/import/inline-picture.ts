import { createHash } from "node:crypto";

/** A picture whose bytes stand in a text. */
export interface InlinePicture {
  /** Path below the site's folder of pictures, by what the picture holds. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const ADDRESS = /^\s*data:image\/(?:png|jpe?g|gif|webp|avif)[^,]{0,100};base64,/i;
/** How files of each kind begin, and their ending: PNG, JPEG, GIF, WebP, AVIF. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG/, "png"],
  [/^\xff\xd8\xff/, "jpg"],
  [/^GIF8/, "gif"],
  [/^RIFF.{4}WEBP/s, "webp"],
  [/^.{4}ftypavi[fs]/s, "avif"],
];
/** Characters of the name: enough for no two pictures of a site to share one. */
const NAME_LENGTH = 16;

/** Whether an address is a picture itself (RFC 2397). */
export function isInlinePicture(address: string): boolean {
  return ADDRESS.test(address);
}

/** The picture in a `data:` address (RFC 2397); null for drawings, and for what is no picture by its bytes. */
export function inlinePicture(address: string): InlinePicture | null {
  const head = ADDRESS.exec(address)?.[0];
  if (head === undefined) return null;
  const bytes = Buffer.from(address.slice(head.length).replace(/%2B/gi, "+").replace(/%2F/gi, "/"), "base64");
  const start = bytes.subarray(0, 12).toString("latin1");
  const ending = KINDS.find(([pattern]) => pattern.test(start))?.[1];
  if (ending === undefined) return null;
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, NAME_LENGTH);
  return { path: `in-text/${name}.${ending}`, bytes };
}
