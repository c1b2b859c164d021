import type { EleventyConfig } from "../eleventy.ts";
import { isOwnPlugin } from "../own-plugin.ts";
import type { EleventyRun } from "./eleventy.ts";

/** What stands in a configuration. */
interface Contents {
  /** Functions, and objects that are more than data: all that can decide at will. By the order in which they are met. */
  readonly code: ReadonlyMap<object, number>;
  /** The rest, and where in it code stands. */
  readonly text: string;
}

/**
 * Compares the configuration before its file is read with that after it. To be
 * called before Eleventy reads it.
 *
 * @returns asked after that: all that stands there, as text; null where the file
 * put more there than data and Vervain's plugin, or where this Eleventy reads
 * configurations in another way
 */
export function followOwners({ eleventyConfig: reader }: EleventyRun): () => string | null {
  const read = reader?.requireLocalConfigFile;
  let said: string | null = null;
  if (reader === undefined || read === undefined) return () => null;
  reader.requireLocalConfigFile = async function readAndCompare() {
    const before = contentsOf(this.userConfig, null);
    const returned = await read.call(this);
    const after = contentsOf(this.userConfig, returned, before.code);
    const isKnown = (one: object): boolean => before.code.has(one) || isOwnPlugin(one);
    said = [...after.code.keys()].every(isKnown) ? after.text : null;
    return returned;
  };
  return () => said;
}

/**
 * What can be reached from a configuration, and from what its file returned.
 *
 * @param known code that has a number already
 */
function contentsOf(config: EleventyConfig, returned: unknown, known?: Contents["code"]): Contents {
  const code = new Map<object, number>();
  const data = new Map<object, number>();
  const write = (value: unknown): string => {
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return wordOf(value);
    if (value === config || isPlain(value)) {
      if (data.has(value)) return `=${data.get(value)}`;
      data.set(value, data.size);
      return `(${partsOf(value).map(write).join()})`;
    }
    code.set(value, known?.get(value) ?? (known?.size ?? 0) + code.size);
    return `#${code.get(value)}`;
  };
  return { code, text: [config, listeners(config), returned].map(write).join() };
}

/** Who hears of each event. */
function listeners({ events }: EleventyConfig): readonly unknown[] {
  return events?.eventNames().map((name) => [name, events.listeners(name)]) ?? [];
}

/** Whether an object says all that it is by what it holds. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return [Object.prototype, Array.prototype, Map.prototype, Set.prototype, null].some(
    (one) => one === prototype,
  );
}

/** What an object of data holds, names among it. */
function partsOf(value: object): readonly unknown[] {
  if (value instanceof Map) return [...value].flat();
  if (value instanceof Set) return [...value];
  return Reflect.ownKeys(value).flatMap((key) => [key, value[key as keyof typeof value]]);
}

function wordOf(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
