import { LABELLED_NUMBER, LETTERED } from "./numbering.ts";

/** The words that open a block as its name: bold ones, or those before a colon or dash; null when it has none. */
export function leadOf(bold: string | null, text: string): string | null {
  if (bold !== null && opensLikeName(bold, text)) return bold;
  const label = (LABELLED_NUMBER.exec(text) ?? LETTERED.exec(text))?.[0];
  if (label === undefined) return nameBefore(text);
  // "Benefit 1: Eases pain. It warms.": its name is behind the number.
  const name = nameBefore(text.slice(label.length));
  return name === null ? null : label + name;
}

/** The words before a colon, a dash or an early full stop; null where there are none. */
function nameBefore(text: string): string | null {
  const parted = /^([^:–—.!?]{2,70}?)(?::\s|\s[–—-]\s|\s?[–—]\s)/u.exec(text);
  if (!parted) return openingFragment(text);
  const words = (parted[1] as string).trim().split(/\s+/).length;
  return words <= 9 ? (parted[1] as string) : null;
}

/** "Epilepsy in children. A purified form …": a few words and a full stop before the text. */
function openingFragment(text: string): string | null {
  const fragment = /^([^.!?\n]{3,50})\.\s+\p{Lu}/u.exec(text)?.[1];
  return fragment && fragment.split(/\s+/).length <= 5 ? fragment : null;
}

/** "**Sleep.** Massage …" is a name, "**Massage** improves sleep" is a sentence with a bold word. */
function opensLikeName(bold: string, text: string): boolean {
  const at = text.indexOf(bold);
  if (at < 0) return false;
  const after = text.slice(at + bold.length).trimStart();
  return after === "" || !/^\p{Ll}/u.test(after) || bold.split(" ").length > 3;
}
