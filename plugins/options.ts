import { z } from "zod/mini";
import { didYouMean } from "./closest.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { quote, SetupError } from "./problem.ts";

/** A value nobody changes, all the way down; functions and patterns as they are. */
export type Frozen<Value> = Value extends (...parameters: never[]) => unknown
  ? Value
  : Value extends RegExp | Date
    ? Value
    : Value extends object
      ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
      : Value;

/** What an owner may write where `Schema` reads. */
export type Given<Schema extends z.ZodMiniType> = Frozen<z.input<Schema>>;

/** What the code is handed: checked, every default filled in. */
export type Taken<Schema extends z.ZodMiniType> = Frozen<z.output<Schema>>;

/**
 * Checks an owner's options once, at registration, and fills in the defaults.
 *
 * @param owner plugin or file that the options are given to: first word of each line
 * @param elsewhere names that other plugins read: known, and no business of this one
 * @throws {RangeError} naming every option that is wrong, one a line, with the nearest name for one that does not exist
 */
export function parseOptions<Schema extends z.ZodMiniObject>(
  owner: string,
  schema: Schema,
  options: unknown,
  elsewhere: readonly string[] = [],
): Taken<Schema> {
  const own = withoutKeys(
    options ?? {},
    elsewhere.filter((name) => !Object.hasOwn(schema.shape, name)),
  );
  // Read once: a parser made for the purpose would not pay for itself.
  const parsed = z.catchall(schema, z.never()).safeParse(own, { reportInput: true, jitless: true });
  if (parsed.success) return parsed.data as Taken<Schema>;
  const names = [...Object.keys(schema.shape), ...elsewhere];
  const lines = faultsOf(parsed.error, own).map((fault) => wordFault(owner, schema, fault, names));
  throw new SetupError(lines.join("\n"));
}

function withoutKeys(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const left = new Set(names);
  return Object.fromEntries(Object.entries(value).filter(([key]) => !left.has(key)));
}

function wordFault(
  owner: string,
  schema: z.ZodMiniObject,
  { path, expected, received, isUnknownKey }: Fault,
  names: readonly string[],
): string {
  const at = [owner, ...(path.length > 0 ? [path.join(".")] : [])].join(": ");
  if (!isUnknownKey) return `${at}: ${expected}, received ${shown(received)}.`;
  const known = path.length === 1 ? names : keysAt(schema, path.slice(0, -1));
  const meant =
    didYouMean(String(received), known) || (known.length > 0 ? ` Known: ${known.join(", ")}.` : "");
  return `${at}: expected an option that exists, received ${quote(received)}.${meant}`;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  return typeof value === "function" ? "a function" : quote(value);
}

/** Names that the object at `path` of a schema may have; none where it has no fixed names. */
export function keysAt(schema: z.ZodMiniType, path: readonly (string | number)[]): readonly string[] {
  const found = path.reduce<z.ZodMiniType | undefined>((at, part) => at && stepInto(at, part), schema);
  const shape = shapeOf(found);
  if (found === undefined || shape !== null) return Object.keys(shape ?? {});
  // A record whose keys are members of an enumeration.
  const { keyType } = unwrapped(found).def as unknown as Wrapping;
  return keyType === undefined
    ? []
    : Object.keys((keyType.def as { readonly entries?: object }).entries ?? {});
}

function stepInto(schema: z.ZodMiniType, part: string | number): z.ZodMiniType | undefined {
  const inner = unwrapped(schema);
  const shape = shapeOf(inner);
  if (shape !== null) return shape[part];
  const { element, valueType, options } = inner.def as unknown as Wrapping;
  return element ?? valueType ?? options?.find((branch) => shapeOf(branch) !== null);
}

function shapeOf(schema: z.ZodMiniType | undefined): Readonly<Record<string, z.ZodMiniType>> | null {
  if (schema === undefined) return null;
  const { shape } = unwrapped(schema) as { readonly shape?: Readonly<Record<string, z.ZodMiniType>> };
  return shape ?? null;
}

/** The parts of a schema that hold other schemas. */
interface Wrapping {
  readonly innerType?: z.ZodMiniType;
  readonly in?: z.ZodMiniType;
  readonly element?: z.ZodMiniType;
  readonly valueType?: z.ZodMiniType;
  readonly keyType?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
}

/** The schema below defaults, `nullable`, `optional` and transforms. */
export function unwrapped(schema: z.ZodMiniType): z.ZodMiniType {
  const { innerType, in: before } = schema.def as unknown as Wrapping;
  const inner = innerType ?? before;
  return inner === undefined ? schema : unwrapped(inner);
}
