import { z } from "zod/mini";
import { lineOf, parseYaml } from "../article/yaml.ts";
import { faultsOf } from "../faults.ts";
import { type Problem, quote } from "../problem.ts";
import { cleanValue } from "../text.ts";
import type { Person, Topic } from "./types.ts";

const id = z.string().check(
  z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: "expected an id of lower-case letters, digits and hyphens",
  }),
);
const text = z
  .string({ error: "expected text" })
  .check(z.trim(), z.minLength(1, { error: "expected words, not an empty text" }));
const address = z.url({ protocol: /^https?$/, error: "expected an address that starts with https://" });
const path = text.check(
  z.refine((value) => !value.includes("..") && !/^[a-z]+:(?!\/\/)/i.test(value), {
    error: "expected a path or an address",
  }),
);

const person = z.pipe(
  z.strictObject({
    type: z._default(
      z.enum(["Person", "Organization"], { error: 'expected "Person" or "Organization"' }),
      "Person",
    ),
    name: text,
    jobTitle: z.nullish(text),
    honorificSuffix: z.nullish(text),
    description: z.nullish(text),
    credentials: z._default(
      z.array(
        z.pipe(
          z.strictObject({ name: text, recognizedBy: z.nullish(text), number: z.nullish(text) }),
          z.transform(({ name, recognizedBy = null, number = null }) => ({ name, recognizedBy, number })),
        ),
      ),
      [],
    ),
    sameAs: z._default(z.array(address), []),
    image: z.nullish(z.strictObject({ src: path, alt: z.string() })),
    url: z.nullish(address),
    id: z.optional(id),
  }),
  z.transform(
    ({
      type,
      name,
      jobTitle = null,
      honorificSuffix = null,
      description = null,
      credentials,
      sameAs,
      image = null,
    }) => ({
      type,
      name,
      jobTitle,
      honorificSuffix,
      description,
      credentials,
      sameAs,
      image,
    }),
  ),
);

const topic = z.pipe(
  z.strictObject({
    label: text,
    aliases: z._default(z.array(text.check(z.toLowerCase())), []),
    description: z.nullish(text),
    codes: z._default(z.array(z.strictObject({ system: text, value: text, version: z.nullish(text) })), []),
    sameAs: z._default(z.array(address), []),
    treatments: z._default(z.array(z.strictObject({ therapy: id, source: address })), []),
    id: z.optional(id),
  }),
  z.transform(({ label, aliases, description = null, codes, sameAs, treatments }) => ({
    label,
    aliases,
    description,
    codes: codes.map(({ system, value }) => ({ system, value })),
    sameAs,
    treatments,
  })),
);

/** A data file that was read: entries by id in the file's order, or what is wrong with it. */
export interface Reference<Entry> {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly problems: readonly Problem[];
}

/** Reads `_data/people.json` (or YAML): an object keyed by id. */
export function readPeople(source: string, file: string): Reference<Person> {
  return readEntries(source, file, person);
}

/** Reads `_data/therapies.json` or `_data/conditions.json` (or YAML): an object keyed by id. */
export function readTopics(source: string, file: string): Reference<Topic> {
  return readEntries(source, file, topic);
}

// JSON is YAML: one reader gives lines for both, and reports a key that stands twice.
function readEntries<Entry>(
  source: string,
  file: string,
  schema: z.ZodMiniType<Entry>,
): Reference<Entry & { readonly id: string }> {
  const parsed = parseYaml(source);
  if ("fault" in parsed) {
    return {
      entries: new Map(),
      problems: [
        problem(
          file,
          parsed.line,
          "file",
          `expected JSON or YAML keyed by id, received a fault (${parsed.fault}).`,
        ),
      ],
    };
  }
  const entries = new Map<string, Entry & { readonly id: string }>();
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(cleanValue(parsed.data) as Record<string, unknown>)) {
    // "$schema" and "_source" describe the file itself.
    if (key.startsWith("$") || key.startsWith("_")) continue;
    const checkedId = id.safeParse(key);
    if (!checkedId.success)
      problems.push(
        problem(file, lineOf(source, [key]), key, `${messageOf(checkedId.error)}, received ${quote(key)}.`),
      );
    const checked = schema.safeParse(value);
    if (checked.success) entries.set(key, { ...checked.data, id: key });
    else problems.push(...issuesOf(checked.error, value, [key], source, file));
  }
  return { entries, problems };
}

function issuesOf(
  error: z.core.$ZodError,
  value: unknown,
  root: readonly string[],
  source: string,
  file: string,
): Problem[] {
  return faultsOf(error, value).map(({ path: inner, expected, received }) => {
    const path = [...root, ...inner];
    const shown = received === undefined ? "nothing" : quote(received);
    return problem(file, lineOf(source, path), path.join("."), `${expected}, received ${shown}.`);
  });
}

function messageOf(error: z.core.$ZodError): string {
  return error.issues[0]?.message ?? "expected another value";
}

function problem(file: string, line: number, field: string, message: string): Problem {
  return { file, line, field, message, severity: "error" };
}
