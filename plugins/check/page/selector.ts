import type { Element } from "./facts.ts";

interface Compound {
  readonly tag: string | null;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly (readonly [name: string, value: string | null])[];
  /** True when it must be the parent of what follows, not any ancestor. */
  readonly isParent: boolean;
}

const NAME = "-?[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*";
const PART = new RegExp(
  `^(?:(\\*|${NAME})|#(${NAME})|\\.(${NAME})|\\[(${NAME})(?:=["']?([^"'\\]]*)["']?)?\\])`,
  "u",
);

/**
 * True when the selector matches a visible element of the page; null when it
 * uses CSS beyond tags, ids, classes, attributes, descendants, children and lists.
 */
export function matchesAny(selector: string, elements: readonly Element[]): boolean | null {
  const chains = selector.split(",").map((part) => parseChain(part.trim()));
  if (chains.some((chain) => chain === null)) return null;
  return chains.some((chain) => matchesOf(chain!, elements).some((element) => element.isVisible));
}

function parseChain(text: string): readonly Compound[] | null {
  if (text === "") return null;
  const steps = text.replace(/\s*>\s*/g, " > ").split(/\s+/);
  const chain: Compound[] = [];
  for (let at = 0; at < steps.length; at++) {
    if (steps[at] === ">") continue;
    const compound = parseCompound(steps[at]!, steps[at + 1] === ">");
    if (compound === null) return null;
    chain.push(compound);
  }
  return chain;
}

function parseCompound(text: string, isParent: boolean): Compound | null {
  const ids: string[] = [];
  const classes: string[] = [];
  const attributes: (readonly [string, string | null])[] = [];
  let tag: string | null = null;
  for (let rest = text; rest !== ""; ) {
    const match = PART.exec(rest);
    if (match === null) return null;
    if (match[1] !== undefined) tag = match[1] === "*" ? null : match[1].toLowerCase();
    if (match[2] !== undefined) ids.push(match[2]);
    if (match[3] !== undefined) classes.push(match[3]);
    if (match[4] !== undefined) attributes.push([match[4].toLowerCase(), match[5] ?? null]);
    rest = rest.slice(match[0].length);
  }
  return { tag, ids, classes, attributes, isParent };
}

/** Elements that the chain selects. One pass over the elements for each step: parents come before their children. */
function matchesOf(chain: readonly Compound[], elements: readonly Element[]): readonly Element[] {
  let found: readonly Element[] = elements.filter((element) => fits(element, chain[0]!));
  for (let at = 1; at < chain.length && found.length > 0; at++) {
    const above = new Set(found);
    const isParent = chain[at - 1]!.isParent;
    const below = new Set<Element>();
    for (const element of elements) {
      const { parent } = element;
      if (parent !== null && (above.has(parent) || (!isParent && below.has(parent)))) below.add(element);
    }
    found = [...below].filter((element) => fits(element, chain[at]!));
  }
  return found;
}

function fits({ tag, attributes }: Element, wanted: Compound): boolean {
  if (wanted.tag !== null && wanted.tag !== tag) return false;
  if (wanted.ids.some((id) => attributes.id !== id)) return false;
  const classes = wanted.classes.length === 0 ? [] : (attributes.class ?? "").split(/\s+/);
  if (wanted.classes.some((name) => !classes.includes(name))) return false;
  return wanted.attributes.every(([name, value]) =>
    value === null ? Object.hasOwn(attributes, name) : attributes[name] === value,
  );
}
