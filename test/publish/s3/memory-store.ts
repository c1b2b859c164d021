import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { Readable } from "node:stream";

const require = createRequire(import.meta.url);
const S3Object = require("s3rver/lib/models/object.js") as new (
  bucket: string,
  key: string,
  content: unknown,
  metadata: object,
) => object;
const S3Error = require("s3rver/lib/models/error.js") as new (
  code: string,
  message: string,
) => Error & { status: number };

/** An object that is whole. */
export interface StoredObject {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly modifiedMs: number;
}

/** What s3rver hands over of a request to write. */
interface Incoming {
  readonly key: string;
  readonly content: AsyncIterable<Uint8Array> & { readonly headers: Readonly<Record<string, string>> };
  readonly metadata: Readonly<Record<string, string>>;
}

interface ListOptions {
  readonly prefix?: string;
  readonly startAfter?: string;
  readonly maxKeys: number;
}

/**
 * What s3rver keeps objects in, with the guarantees of Amazon's that its own
 * folder has not: an object is written whole or not at all, bytes that do not
 * fit their `Content-MD5` or length are refused, and so is a write on the
 * condition that nothing is there.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel
 */
export class MemoryStore {
  readonly objects = new Map<string, StoredObject>();
  writeCount = 0;
  #lastMs = 0;

  async getBucket(bucket: string): Promise<object | null> {
    return bucket === "blog" ? { name: bucket, creationDate: new Date(0) } : null;
  }
  async getSubresource(): Promise<null> {
    return null;
  }
  async existsObject(_bucket: string, key: string): Promise<boolean> {
    return this.#source(key) !== undefined;
  }
  async getObject(bucket: string, key: string): Promise<object | null> {
    const found = this.objects.get(key);
    return found === undefined
      ? null
      : new S3Object(bucket, key, Readable.from([found.bytes]), metadataOf(found));
  }
  async putObject({ key, content, metadata }: Incoming): Promise<{ md5: string; size: number }> {
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    const { "content-md5": promised, "content-length": length, "if-none-match": condition } = content.headers;
    if (length !== undefined && Number(length) !== bytes.length)
      throw new S3Error("IncompleteBody", "You did not provide the number of bytes specified.");
    const md5 = createHash("md5").update(bytes);
    const hex = md5.copy().digest("hex");
    if (promised !== undefined && md5.digest("base64") !== promised)
      throw new S3Error("BadDigest", "The Content-MD5 you specified did not match what we received.");
    if (condition === "*" && this.objects.has(key))
      throw Object.assign(
        new S3Error("PreconditionFailed", "At least one of the preconditions did not hold."),
        {
          status: 412,
        },
      );
    this.#write(key, bytes, metadata, hex);
    return { md5: hex, size: bytes.length };
  }
  async copyObject(_from: string, fromKey: string, _to: string, toKey: string): Promise<object> {
    const from = this.#source(fromKey) as StoredObject;
    this.#write(toKey, from.bytes, from.headers, from.etag);
    return metadataOf(this.objects.get(toKey) as StoredObject);
  }
  async deleteObject(_bucket: string, key: string): Promise<void> {
    this.writeCount++;
    this.objects.delete(key);
  }
  async listObjects(bucket: string, { prefix = "", startAfter = "", maxKeys }: ListOptions): Promise<object> {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > startAfter).sort();
    const objects = keys
      .slice(0, maxKeys)
      .map((key) => new S3Object(bucket, key, null, metadataOf(this.objects.get(key) as StoredObject)));
    return { objects, commonPrefixes: [], isTruncated: keys.length > maxKeys };
  }

  /** s3rver decodes the source of a copy by `decodeURI`, which leaves three signs that Amazon's decodes. */
  #source(key: string): StoredObject | undefined {
    const decoded = key.replace(/%(?:2B|3F|23)/g, decodeURIComponent);
    return this.objects.get(key) ?? this.objects.get(decoded);
  }

  #write(key: string, bytes: Buffer, headers: Readonly<Record<string, string>>, etag: string): void {
    this.writeCount++;
    // Never the same moment twice, as on a server on which time goes by.
    this.#lastMs = Math.max(Date.now(), this.#lastMs + 1000);
    this.objects.set(key, { bytes, headers, etag, modifiedMs: this.#lastMs });
  }
}

function metadataOf({ bytes, headers, etag, modifiedMs }: StoredObject): object {
  return {
    ...headers,
    etag: JSON.stringify(etag),
    "last-modified": new Date(modifiedMs).toUTCString(),
    "content-length": bytes.length,
  };
}
