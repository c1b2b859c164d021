const VOWEL = /[aeiou]/;

/**
 * Forms of an English verb by rule, the base form first: "reduce", "reduced",
 * "reducing". Of several words the first is inflected ("ward off"). The third
 * person needs none: it is looked up like a plural. Unlikely doublings
 * ("helpping") are made too; they match nothing.
 */
export function inflect(verb: string): string[] {
  const [first = "", ...rest] = verb.split(" ");
  const tail = rest.length > 0 ? ` ${rest.join(" ")}` : "";
  return [first, ...pastAndGerund(first)].map((form) => form + tail);
}

function pastAndGerund(word: string): string[] {
  if (word.endsWith("ie")) return [`${word}d`, `${word.slice(0, -2)}ying`];
  if (word.endsWith("e")) return [`${word}d`, `${word.slice(0, -1)}ing`];
  if (word.endsWith("y") && !VOWEL.test(word.at(-2) ?? "a")) return [`${word.slice(0, -1)}ied`, `${word}ing`];
  const forms = [`${word}ed`, `${word}ing`];
  const last = word.at(-1) ?? "";
  if (!VOWEL.test(last) && VOWEL.test(word.at(-2) ?? "")) forms.push(`${word}${last}ed`, `${word}${last}ing`);
  return forms;
}
