import { createHash } from "node:crypto";
import type { S3Client, S3ClientConfig } from "@aws-sdk/client-s3";
import { limiter } from "../../limiter.ts";
import type { Headers } from "../headers.ts";
import type { SiteFile } from "../manifest/manifest.ts";
import { invalidator } from "./cloudfront.ts";
import { loadOptional } from "./optional.ts";
import { type LockTiming, lockShared } from "./shared-lock.ts";
import type { InspectedFile, ListedFile, Listing, Store } from "./store.ts";
import { wordStoreError } from "./store-fault.ts";
import { tryAgain } from "./try-again.ts";

/** A bucket, or a part of one. */
export interface S3Place {
  readonly bucket: string;
  /** Folder in the bucket, "" for all of it; without slashes at its ends. */
  readonly prefix?: string;
  /** Folder of the distribution's host in which the site lies: "/repo"; "" at the top. */
  readonly folder?: string;
  readonly region?: string;
  /** Address of a store that is not Amazon's. */
  readonly endpoint?: string;
  /** Id of the CloudFront distribution in front of it. */
  readonly distribution?: string;
}

export interface S3Options {
  readonly lockTiming?: LockTiming;
  /** Requests tried before one counts as failed; the SDK waits longer between each. */
  readonly attempts?: number;
}

/** Vervain's own objects: no part of the site. */
const OWN = ".vervain/";
/** Our note on an object: the hash of its bytes. */
const HASH_NOTE = "vervain";
/** A request that has not ended by then is tried again. */
const PATIENCE_MS = 60_000;
const SOCKETS = 64;
/** Clocks that differ by less agree: answers tell whole seconds and take some on their way. */
const AGREEING_MS = 300_000;
const CLEARED_AT_ONCE = 16;

/** Headers that an object carries; the others are the distribution's. */
const STORED = ["Content-Type", "Cache-Control", "Content-Disposition", "Content-Language"] as const;

/**
 * Any store that speaks S3. Credentials come by the SDK's usual chain
 * (environment, profiles, roles, OIDC) and are never shown.
 */
export async function s3Store(place: S3Place, { lockTiming, attempts = 5 }: S3Options = {}): Promise<Store> {
  const sdk = await loadOptional("@aws-sdk/client-s3");
  const { bucket: Bucket, prefix = "", region, endpoint, distribution } = place;
  const config: S3ClientConfig = {
    ...(region === undefined ? {} : { region }),
    // Path style: a host of its own for each bucket is what Amazon has and few others.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true, region: region ?? "us-east-1" }),
    maxAttempts: attempts,
    retryMode: "standard",
    // Other stores know no CRC in a trailer; the MD5 that is sent along protects the bytes everywhere.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      requestTimeout: PATIENCE_MS,
      connectionTimeout: 10_000,
      httpAgent: { maxSockets: SOCKETS },
      httpsAgent: { maxSockets: SOCKETS },
    },
  };
  const client = new sdk.S3Client(config);
  const base = prefix === "" ? "" : `${prefix}/`;
  const name = `s3://${Bucket}${prefix === "" ? "" : `/${prefix}`}`;
  const own = `${base}${OWN}`;
  const keyOf = (path: string): string => `${base}${path}`;
  const tried = async <Answer>(what: string, act: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await act();
    } catch (error) {
      throw wordStoreError(`publish: ${what}`, name, error, await secretsOf(client));
    }
  };
  const readOnce = async (Key: string): Promise<string | null> => {
    try {
      const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket, Key }));
      return (await Body?.transformToString()) ?? "";
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  };
  // The SDK tries again until an answer begins; one that ends too early is ours to ask for again.
  const readText = (Key: string): Promise<string | null> =>
    tried(`reading ${Key}`, () => tryAgain(() => readOnce(Key), attempts));
  const writeText = (Key: string, text: string, more: object = {}): Promise<unknown> =>
    client.send(
      new sdk.PutObjectCommand({
        Bucket,
        Key,
        Body: text,
        ContentType: "application/json",
        CacheControl: "no-store",
        ContentMD5: md5(text),
        ...more,
      }),
    );
  const copy = async (from: string, to: string): Promise<string | null> => {
    const { CopyObjectResult } = await client.send(
      new sdk.CopyObjectCommand({
        Bucket,
        Key: to,
        CopySource: encodeURI(`${Bucket}/${from}`)
          .replace(/\?/g, "%3F")
          .replace(/#/g, "%23")
          .replace(/\+/g, "%2B"),
      }),
    );
    return versionStart(CopyObjectResult?.ETag);
  };
  const remove = (Key: string): Promise<unknown> => client.send(new sdk.DeleteObjectCommand({ Bucket, Key }));
  const lockKey = `${own}lock`;
  return {
    name,
    hasCompressed: false,
    stored,
    lock: () =>
      lockShared(
        {
          name,
          read: () => readText(lockKey),
          create: (text) =>
            tried("taking the lock", async () => {
              try {
                await writeText(lockKey, text, { IfNoneMatch: "*" });
              } catch (error) {
                if (isRefusedCondition(error)) return;
                if (!isUnknownCondition(error)) throw error;
                await writeText(lockKey, text);
              }
            }),
          write: async (text) => void (await tried("holding the lock", () => writeText(lockKey, text))),
          remove: async () => void (await tried("giving the lock back", () => remove(lockKey))),
        },
        lockTiming,
      ),
    list: () => tried("listing", () => listAll(sdk, client, { Bucket, base, own })),
    inspect: (path) =>
      tried(`asking for ${path}`, async (): Promise<InspectedFile | null> => {
        const asked = new sdk.HeadObjectCommand({ Bucket, Key: keyOf(path) });
        const head = await client.send(asked).catch((error: unknown) => {
          if (isMissing(error)) return null;
          throw error;
        });
        if (head === null) return null;
        const headers: Record<string, string | undefined> = {
          "Content-Type": head.ContentType,
          "Cache-Control": head.CacheControl,
          "Content-Disposition": head.ContentDisposition,
          "Content-Language": head.ContentLanguage,
        };
        return { hash: head.Metadata?.[HASH_NOTE] ?? null, headers: withoutEmpty(headers) };
      }),
    readRecord: () => readText(`${own}record.json`),
    writeRecord: async (text) =>
      void (await tried("noting the release", () => writeText(`${own}record.json`, text))),
    begin: async () => undefined,
    put: (file, bytes) =>
      tried(`sending ${file.path}`, async () => {
        const put = new sdk.PutObjectCommand({ Bucket, Key: keyOf(file.path), ...objectOf(file, bytes) });
        return versionStart((await client.send(put)).ETag);
      }),
    keep: async (path, name) =>
      void (await tried(`keeping ${path}`, () => copy(keyOf(path), `${own}kept/${name}`))),
    restore: (path, name) => tried(`bringing back ${path}`, () => copy(`${own}kept/${name}`, keyOf(path))),
    remove: async (path) => void (await tried(`deleting ${path}`, () => remove(keyOf(path)))),
    commit: async () => undefined,
    forget: async (copies) => {
      const inTurn = limiter(CLEARED_AT_ONCE);
      await Promise.all(
        copies.map((name) => inTurn(() => tried("clearing", () => remove(`${own}kept/${name}`)))),
      );
    },
    invalidate: distribution === undefined ? null : await invalidator(distribution, name, place.folder),
    // The SDK signs by the store's clock, so that a wrong one here goes unnoticed.
    aheadMs: () => {
      const aheadMs = client.config.systemClockOffset;
      return Math.abs(aheadMs) < AGREEING_MS ? 0 : aheadMs;
    },
    close: () => client.destroy(),
  };
}

function stored(headers: Headers): Headers {
  return withoutEmpty(Object.fromEntries(STORED.map((name) => [name, headers[name]])));
}

function withoutEmpty(headers: Readonly<Record<string, string | undefined>>): Headers {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "",
    ),
  );
}

function objectOf({ headers, hash }: SiteFile, bytes: Uint8Array): object {
  return {
    Body: bytes,
    ContentLength: bytes.length,
    // The store refuses bytes that were cut short or changed on the way (BadDigest).
    ContentMD5: md5(bytes),
    ContentType: headers["Content-Type"],
    CacheControl: headers["Cache-Control"],
    ContentDisposition: headers["Content-Disposition"],
    ContentLanguage: headers["Content-Language"],
    Metadata: { [HASH_NOTE]: hash },
  };
}

async function listAll(
  sdk: typeof import("@aws-sdk/client-s3"),
  client: S3Client,
  { Bucket, base, own }: { readonly Bucket: string; readonly base: string; readonly own: string },
): Promise<Listing> {
  const files: ListedFile[] = [];
  const kept = new Set<string>();
  /** Beginnings of the keys of other sites in the bucket that are published so. */
  const others = new Set<string>();
  for await (const { Contents = [] } of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix: base })) {
    for (const { Key = "", ETag = "", Size = 0, LastModified } of Contents) {
      const at = Key.indexOf(`/${OWN}`);
      if (Key.startsWith(`${own}kept/`)) kept.add(Key.slice(`${own}kept/`.length));
      else if (at >= 0 && !Key.startsWith(own)) others.add(Key.slice(base.length, at + 1));
      else if (!Key.startsWith(own) && !Key.endsWith("/"))
        files.push({
          path: Key.slice(base.length),
          sizeBytes: Size,
          version: `${versionStart(ETag) ?? ""}${LastModified?.toISOString() ?? ""}`,
        });
    }
  }
  const isOurs = ({ path }: ListedFile): boolean => ![...others].some((other) => path.startsWith(other));
  return { files: others.size > 0 ? files.filter(isOurs) : files, kept };
}

/** A version in a listing is the tag of the bytes and the moment at which they came. */
function versionStart(tag: string | undefined): string | null {
  return tag === undefined || tag === "" ? null : `${tag} `;
}

function md5(bytes: Uint8Array | string): string {
  return createHash("md5").update(bytes).digest("base64");
}

function isMissing(error: unknown): boolean {
  const { name = "" } = (error ?? {}) as { readonly name?: string };
  return name === "NoSuchKey" || name === "NotFound";
}

/** Somebody's lock is there, or is being written this moment. */
function isRefusedCondition(error: unknown): boolean {
  const { name = "" } = (error ?? {}) as { readonly name?: string };
  return name === "PreconditionFailed" || name === "ConditionalRequestConflict";
}

function isUnknownCondition(error: unknown): boolean {
  const { name = "" } = (error ?? {}) as { readonly name?: string };
  return name === "NotImplemented";
}

/** What must never be shown, as far as it is known. */
async function secretsOf(client: S3Client): Promise<readonly string[]> {
  try {
    const { accessKeyId, secretAccessKey, sessionToken = "" } = await client.config.credentials();
    return [secretAccessKey, sessionToken, accessKeyId];
  } catch {
    return [];
  }
}
