/** One word or mark of a text, with where it stands. */
export interface Token {
  /** Normal form of a word; the character itself of a mark, "\n" for a line break. */
  readonly norm: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

/** Marks that part a text; other symbols (emoji, bullets, currency) are passed over like spaces. */
const MARKS = '.,;:?!()[]—–/+|\n"“”-…';
const LETTER = 1;
const MARK = 2;
const ASCII: Uint8Array = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(char)) ASCII[code] = LETTER;
  else if (MARKS.includes(char)) ASCII[code] = MARK;
}

/**
 * Words and marks of `text` in order. Cost: linear in its length.
 *
 * A hyphen inside a word parts it without a token ("anti-inflammatory" is two
 * words), an apostrophe belongs to its word, "&" is read as "and". What is
 * "contra-indicated" is one word: without its beginning it says the contrary.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let index = 0;
  while (index < length) {
    const kind = kindAt(text, index);
    if (kind === LETTER) {
      const start = index;
      index = wordEnd(text, index + 1);
      if (index - start === CONTRA.length && isContra(text, start)) index = wordEnd(text, index + 1);
      tokens.push({ norm: normalForm(text.slice(start, index)), start, end: index, isWord: true });
      continue;
    }
    const char = text[index] as string;
    if (char === "&") tokens.push({ norm: "and", start: index, end: index + 1, isWord: true });
    else if (kind === MARK && !isJoint(text, index)) {
      tokens.push({ norm: char, start: index, end: index + 1, isWord: false });
    }
    index++;
  }
  return tokens;
}

const CONTRA = "contra";

/** Whether "contra-indications" stands here, or the same with a blank. */
function isContra(text: string, start: number): boolean {
  return /^contra[-\u2010\u2011 ]indicat/i.test(text.slice(start, start + "contra-indicat".length));
}

function wordEnd(text: string, from: number): number {
  let index = from;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code < 128 ? ASCII[code] === LETTER : kindAt(text, index) === LETTER) index++;
    else if (isApostrophe(code) && kindAt(text, index + 1) === LETTER) index += 2;
    else break;
  }
  return index;
}

function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 128) return ASCII[code] as number;
  if (Number.isNaN(code)) return 0;
  if (code < 0xc0) return 0;
  // General punctuation, arrows, symbols, dingbats and the surrogates that emoji are made of.
  if (code >= 0x2000 && code < 0x2c00) return MARKS.includes(text[index] as string) ? MARK : 0;
  if (code >= 0xd800 && code < 0xe000) return 0;
  return code >= 0xfe00 && code <= 0xfe0f ? 0 : LETTER;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018;
}

/** A hyphen between letters, a dot in an address, a dot or comma between digits: part of what stands around it. */
function isJoint(text: string, index: number): boolean {
  const char = text[index];
  if (char !== "-" && char !== "." && char !== ",") return false;
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index + 1);
  const isAddress = char === "." && isLower(after) && kindAt(text, index - 1) === LETTER;
  if (isAddress) return true;
  if (char === "-") return kindAt(text, index - 1) === LETTER && kindAt(text, index + 1) === LETTER;
  return before >= 48 && before <= 57 && after >= 48 && after <= 57;
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}

const FORM_LIMIT = 50_000;
const forms = new Map<string, string>();

/** A word in the one form under which it is looked up: lower case, American spelling, singular. */
export function normalForm(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  // Forgotten at once when full: the forms are cheap to make again.
  if (forms.size >= FORM_LIMIT) forms.clear();
  const form = makeForm(word);
  forms.set(word, form);
  return form;
}

// A map, not an object: an article may say "constructor".
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    teeth: "tooth",
    feet: "foot",
    women: "woman",
    men: "man",
    children: "child",
    babies: "baby",
    indices: "index",
    defence: "defense",
    fibre: "fiber",
    ageing: "aging",
    tumours: "tumor",
    judgement: "judgment",
    programme: "program",
    centre: "center",
  }),
);
/** Words that end in s and are no plural, where the ending does not show it. */
const NOT_PLURAL = new Set([
  "has",
  "was",
  "does",
  "its",
  "gas",
  "always",
  "across",
  "perhaps",
  "news",
  "lens",
]);

function makeForm(word: string): string {
  let form = word.toLowerCase().replace(/^contra[^a-z]/, CONTRA);
  if (form.length > 60) return form.slice(0, 60);
  form = form.replace(/['’‘]s?$/, "").replace(/['’‘]/g, "");
  const folded = /[^\u0020-\u007e]/.test(form) ? form.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : form;
  const plain = IRREGULAR.get(folded) ?? singular(american(folded));
  return isOneLetterOff(plain, ANNOUNCED) ? ANNOUNCED : plain;
}

/** The word that announces what is looked for: misspelt by a letter it is still read ("benefic" is the only other word as near to it). */
const ANNOUNCED = "benefit";

/** Whether a letter more, a letter less or another one makes `word` of `other`. */
function isOneLetterOff(word: string, other: string): boolean {
  const more = word.length - other.length;
  if (word === other || Math.abs(more) > 1) return false;
  let at = 0;
  while (at < other.length && word[at] === other[at]) at++;
  return word.slice(more < 0 ? at : at + 1) === other.slice(more > 0 ? at : at + 1);
}

/** Words in which "ise" is no ending ("exercise", "raise"). */
const KEEPS_S =
  /(?:exerc|prom|prem|prec|conc|adv|dev|rev|superv|surpr|enterpr|expert|parad|merchand|franch|dem|cr|br|w|r|u|a|o|dis|vis)is(?:e|es|ed|ing|er|ers)$/;

function american(word: string): string {
  if (word.length < 5) return word;
  const spelled = KEEPS_S.test(word) ? word : word.replace(/is(e|es|ed|ing|er|ers|ation|ations)$/, "iz$1");
  return spelled
    .replace(/rrhoea/, "rrhea")
    .replace(/aemi/, "emi")
    .replace(/^haem/, "hem")
    .replace(/^oe(dem|stro|soph)/, "e$1")
    .replace(/^foet/, "fet")
    .replace(/^paed/, "ped")
    .replace(/(behavi|col|vig|tum|od|fav|lab|flav|hum|neighb)our/, "$1or")
    .replace(/yse(s|d|)$/, "yze$1");
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s"))
    return word.endsWith("ie") && word.length > 4 ? `${word.slice(0, -2)}y` : word;
  if (NOT_PLURAL.has(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|sh|x|zz|[^a]ch|[rnt]us)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
