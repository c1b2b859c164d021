import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { imageKind } from "../images/kind.ts";
import { type Fetched, fetchedPath, hostsToAsk, picturesByHost } from "../import/fetched.ts";
import type { Ledger } from "../import/ledger.ts";
import type { Part } from "../import/model.ts";
import { limiter } from "../limiter.ts";

/** Where fetched pictures are kept, so that a run that was cut short goes on. */
const FOLDER = ".cache/vervain/fetched";
/** Largest picture that is fetched, in bytes. */
const SIZE_LIMIT = 30_000_000;
const TIMEOUT_MS = 30_000;
const REDIRECT_LIMIT = 5;
/** Pictures that are asked for at once. */
const AT_ONCE = 4;

/** Pictures that earlier runs fetched. */
export function fetchedBefore(into: string): readonly Fetched[] {
  const folder = join(into, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Fetched);
}

/** Bytes of a fetched picture. */
export function readFetched(into: string, from: string): Uint8Array {
  return readFileSync(join(into, FOLDER, from));
}

/**
 * Fetches pictures that lie on the hosts that the owner names, checks what
 * they are, and keeps them. What lies elsewhere is named with its host.
 *
 * @returns what could not be fetched, for the ledger
 */
export async function fetchImages(
  into: string,
  ledger: Pick<Ledger, "items" | "site">,
  named: string | true,
): Promise<readonly Part[]> {
  const hosts = hostsToAsk(named, ledger.site);
  const byHost = picturesByHost(ledger);
  for (const [host, addresses] of byHost)
    console.log(
      hosts.has(host.toLowerCase())
        ? `  fetching ${addresses.length} from ${host}`
        : `  ${pc.yellow("not fetched")} ${addresses.length} from ${host}: name it with --fetch-images ${host}`,
    );
  const known = new Set(fetchedBefore(into).map(({ address }) => address));
  const wanted = [...byHost].flatMap(([host, addresses]) => (hosts.has(host.toLowerCase()) ? addresses : []));
  const limit = limiter(AT_ONCE);
  const parts = await Promise.all(
    wanted
      .filter((address) => !known.has(address))
      .map((address) => limit(() => fetchOne(into, address, hosts))),
  );
  return parts.flatMap((part) => part ?? []);
}

async function fetchOne(into: string, address: string, hosts: ReadonlySet<string>): Promise<Part | null> {
  const fault = (why: string): Part => ({
    kind: "image",
    what: address,
    outcome: "changed",
    why: `could not be fetched (${why}); it stays where it is`,
  });
  const bytes = await bytesAt(address, hosts).catch((error: unknown) => causeOf(error));
  if (typeof bytes === "string") return fault(bytes);
  const kind = imageKind(bytes);
  // A drawing may hold code that would run on the new site.
  if (kind === null || kind.format === "svg" || kind.format === "heic")
    return fault("no picture that browsers show");
  const mark = createHash("sha256").update(address).digest("hex").slice(0, 16);
  const ending = kind.format === "jpeg" ? "jpg" : kind.format;
  const folder = join(into, FOLDER);
  mkdirSync(folder, { recursive: true });
  const fetched: Fetched = {
    address,
    from: `${mark}.bin`,
    path: fetchedPath(address, ending, mark.slice(0, 8)),
  };
  place(join(folder, fetched.from), bytes);
  place(join(folder, `${mark}.json`), JSON.stringify(fetched));
  return null;
}

function place(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

function causeOf(error: unknown): string {
  const { name, message, cause } = error as Error & { readonly cause?: { readonly code?: string } };
  if (name === "TimeoutError") return "no answer in time";
  return cause?.code ?? message;
}

/** The bytes at an address, or why there are none. Redirects stay on the hosts that were named. */
async function bytesAt(address: string, hosts: ReadonlySet<string>): Promise<Uint8Array | string> {
  let at = address;
  for (let step = 0; step <= REDIRECT_LIMIT; step++) {
    const response = await fetch(at, { redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return bodyOf(response);
    await response.body?.cancel();
    if (!URL.canParse(location, at)) return "leads on to no address";
    const next = new URL(location, at);
    if (!/^https?:$/.test(next.protocol) || !hosts.has(next.host.toLowerCase()))
      return `leads on to ${next.host}, which was not named`;
    at = next.href;
  }
  return "leads on too often";
}

async function bodyOf(response: Response): Promise<Uint8Array | string> {
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    return `status ${response.status}`;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the request: what is said of a size is not believed.
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > SIZE_LIMIT) return `larger than ${SIZE_LIMIT / 1e6} MB`;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
