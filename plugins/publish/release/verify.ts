import { limiter } from "../../limiter.ts";
import type { Headers } from "../headers.ts";
import { hashBytes } from "../manifest/make.ts";
import { addressOf, isPage, type Manifest, type SiteFile } from "../manifest/manifest.ts";
import type { Plan } from "../plan/plan.ts";

/** What readers get, compared with what was built. */
export interface Verdict {
  readonly count: number;
  /** Pages that are not what was built, a sentence each. */
  readonly faults: readonly string[];
  /** Headers of the table that the host does not send. */
  readonly warnings: readonly string[];
}

export interface VerifyOptions {
  /** Where the site is served: "https://blog.example". */
  readonly url: string;
  readonly manifest: Manifest;
  /** Headers that the target keeps with a file; a host that sends others is a fault. */
  readonly stored: (headers: Headers) => Headers;
  /** Between two tries of one page; a CDN may take seconds. Milliseconds. */
  readonly waitsMs?: readonly number[];
}

/** Unchanged files that are looked at beside the changed pages. */
const SAMPLED = 10;
const ASKED_AT_ONCE = 8;
const PATIENCE_MS = 30_000;
/** Faults that are told one by one. */
const TOLD = 10;
const WAITS_MS = [500, 2000, 5000];

/** Asks for all changed pages and a sample of the other files, as a reader's browser would. */
export async function verifySite(plan: Plan, options: VerifyOptions): Promise<Verdict> {
  const files = chosen(plan, options.manifest);
  const inTurn = limiter(ASKED_AT_ONCE);
  const answers = await Promise.all(files.map((file) => inTurn(() => lookPatiently(file, options))));
  const faults = answers.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  const told = faults.slice(0, TOLD);
  return {
    count: files.length,
    faults: faults.length > TOLD ? [...told, `… and ${faults.length - TOLD} more`] : told,
    warnings: wordMissing(answers.flatMap(({ missing }) => missing)),
  };
}

/** The error page is left out: many hosts give it no address. */
function chosen(plan: Plan, { files }: Manifest): readonly SiteFile[] {
  const changed = new Set([...plan.changes.map(({ path }) => path), ...plan.unsettled]);
  const others = files.filter(({ path }) => !changed.has(path) && path !== "404.html");
  const step = Math.max(1, Math.ceil(others.length / SAMPLED));
  return [
    ...files.filter(({ path }) => changed.has(path) && isPage(path) && path !== "404.html"),
    ...others.filter((_, at) => at % step === 0),
  ];
}

interface Look {
  readonly fault: string | null;
  readonly missing: readonly string[];
}

async function lookPatiently(file: SiteFile, options: VerifyOptions): Promise<Look> {
  let seen = await look(file, options);
  for (const waitMs of options.waitsMs ?? WAITS_MS) {
    if (seen.fault === null) return seen;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    seen = await look(file, options);
  }
  return seen;
}

async function look(file: SiteFile, { url, stored }: VerifyOptions): Promise<Look> {
  const address = `${url}${addressOf(file.path)}`;
  const fault = (expected: string, received: string): Look => ({
    fault: `${address}: expected ${expected}, received ${received}.`,
    missing: [],
  });
  try {
    const response = await fetch(address, {
      headers: { "accept-encoding": "identity", "cache-control": "no-cache" },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status !== 200) return fault("status 200", String(response.status));
    if (hashBytes(bytes) !== file.hash) return fault("the bytes that were built", "others");
    for (const [name, value] of Object.entries(stored(file.headers))) {
      const received = response.headers.get(name);
      if (!isSame(received, value)) return fault(`${name}: ${value}`, received ?? "none");
    }
    const missing = Object.entries(file.headers).filter(
      ([name, value]) => !isSame(response.headers.get(name), value),
    );
    return { fault: null, missing: missing.map(([name]) => name) };
  } catch (error) {
    const { message, cause } = error as Error & { readonly cause?: { readonly code?: string } };
    return fault("an answer", cause?.code ?? message);
  }
}

/** Spaces and letter case of a charset count for nothing. */
function isSame(received: string | null, expected: string): boolean {
  const plain = (text: string): string => text.replace(/;\s*/g, ";").toLowerCase();
  return received !== null && plain(received) === plain(expected);
}

function wordMissing(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(
    ([name, count]) =>
      `publish: ${name}: ${count} of the addresses that were asked send another value than the table's. Install the host's file (docs/deploy.md).`,
  );
}
