import { didYouMean } from "../../closest.ts";
import { isDate, isDateTime, isDuration, isTime } from "../dates.ts";
import { isAbsolute, parseUrl } from "../urls.ts";
import {
  enumerationsOf,
  isAny,
  isClass,
  isMember,
  isMemberOf,
  membersOf,
  type Range,
} from "../vocabulary.ts";
import { schemaOrgTerm } from "./terms.ts";

/** Names of the rules a single value can break. */
export type ValueRule =
  | "enumeration-member"
  | "enumeration-address"
  | "url-invalid"
  | "url-relative"
  | "date-invalid"
  | "date-only"
  | "duration-invalid"
  | "number-invalid"
  | "boolean-invalid"
  | "literal-type"
  | "text-for-node"
  | "node-type"
  | "node-for-text";

/** What is wrong with a value: the rule, what was expected, and what to do. */
export interface Verdict {
  readonly rule: ValueRule;
  readonly expected: string;
  readonly advice: string;
}

const verdict = (rule: ValueRule, expected: string, advice: string): Verdict => ({ rule, expected, advice });

/** Judges a text against what its property accepts; null when it is fine. Empty texts and leaks are other rules' business. */
export function judgeText(text: string, range: Range): Verdict | null {
  const term = schemaOrgTerm(text);
  if (term !== null && !(range.url && range.enumerations.length === 0 && isTerm(term))) {
    const found = judgeTerm(term, range);
    if (found !== undefined) return found;
  }
  if (range.text) return null;
  const attempts = literalVerdicts(text, range);
  if (attempts.some((attempt) => attempt === null)) return null;
  return attempts[0] ?? judgeBareText(text, range);
}

function isTerm(name: string): boolean {
  return isMember(name) || isClass(name);
}

/** An address at schema.org where a member is expected. Undefined: nothing to say here. */
function judgeTerm(term: string, range: Range): Verdict | null | undefined {
  const { enumerations } = range;
  if (enumerations.length === 0) {
    if (isTerm(term)) return isClass(term) && isAny([term], range.things) ? null : undefined;
    return range.url || !range.text ? undefined : null;
  }
  if (isMemberOf(term, enumerations) || isAny([term], enumerations)) return null;
  const allowed = membersOf(enumerations);
  if (isMember(term)) {
    const of = enumerationsOf(term).join(" or ");
    return verdict(
      "enumeration-member",
      `a member of ${enumerations.join(" or ")}`,
      `"${term}" is a member of ${of}.${listed(allowed)}`,
    );
  }
  if (isClass(term)) return undefined;
  return verdict(
    "enumeration-member",
    `a member of ${enumerations.join(" or ")}`,
    `schema.org has no "${term}".${didYouMean(term, allowed)}`,
  );
}

/** Members are listed when they fit on a line. */
const LISTED_LIMIT = 8;

function listed(names: readonly string[]): string {
  return names.length > 0 && names.length <= LISTED_LIMIT ? ` Use one of ${names.join(", ")}.` : "";
}

/** A verdict for every kind of literal the property accepts; null among them: the text is one. */
function literalVerdicts(text: string, range: Range): readonly (Verdict | null)[] {
  const found: (Verdict | null)[] = [];
  if (range.date || range.dateTime || range.time) found.push(judgeDate(text, range));
  if (range.duration)
    found.push(
      isDuration(text)
        ? null
        : verdict(
            "duration-invalid",
            "an ISO 8601 duration such as PT6M",
            "Write hours and minutes as PT1H30M.",
          ),
    );
  if (range.number || range.integer) found.push(judgeNumber(text, range));
  if (range.boolean) {
    const isBoolean = /^(?:https?:\/\/schema\.org\/)?(?:true|false)$/i.test(text);
    found.push(isBoolean ? null : verdict("boolean-invalid", "true or false", "Write it without quotes."));
  }
  if (range.quantity)
    found.push(
      /^[+-]?\d/.test(text)
        ? null
        : verdict(
            "number-invalid",
            "a number, or a number with its unit",
            'Write for example 1600 or "12 cm".',
          ),
    );
  if (range.url) found.push(judgeUrl(text));
  return found;
}

function judgeDate(text: string, range: Range): Verdict | null {
  if (range.date && isDate(text)) return null;
  if (range.dateTime && (isDateTime(text) || isDate(text))) return null;
  if (range.time && isTime(text)) return null;
  if (range.date && !range.dateTime && isDateTime(text)) {
    return verdict("date-only", "a date without time", `Write ${text.slice(0, 10)}.`);
  }
  const shape = range.dateTime
    ? "2026-05-02T10:30:00+01:00 or 2026-05-02"
    : range.time
      ? "10:30:00"
      : "2026-05-02";
  return verdict(
    "date-invalid",
    `a day that exists, in ISO 8601 (${shape})`,
    "Correct it, or leave the property out.",
  );
}

function judgeNumber(text: string, range: Range): Verdict | null {
  const trimmed = text.trim();
  const isNumber = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(trimmed);
  if (isNumber && (range.number || /^[+-]?\d+(?:\.0+)?$/.test(trimmed))) return null;
  return verdict(
    "number-invalid",
    range.number ? "a number" : "a whole number",
    "Write digits only, without quotes.",
  );
}

/** Addresses that need no closer look. */
const USUAL_URL = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{2,5})?(?:[/?#][\w\-./~%#?&=+,:;@!$'()*]*)?$/i;

/** An address: absolute, readable, without spaces. */
export function judgeUrl(text: string): Verdict | null {
  const trimmed = text.trim();
  if (text !== trimmed)
    return verdict("url-invalid", "an address without spaces around it", "Leave the spaces out.");
  if (USUAL_URL.test(trimmed)) return null;
  if (isAbsolute(trimmed)) {
    const isWeb = /^https?:/i.test(trimmed);
    const url = parseUrl(trimmed);
    const isFine = url !== null && !/\s/.test(trimmed) && (!isWeb || isWebHost(url.hostname, trimmed));
    return isFine ? null : verdict("url-invalid", "an address that can be opened", "Correct the address.");
  }
  if (
    /^(?:\.{0,2}\/|[#?])\S*$/.test(trimmed) ||
    /^[\w%.~-]+(?:\/\S*|\.(?:html?|jpe?g|png|webp|avif|gif|svg|php|aspx?))$/i.test(trimmed)
  ) {
    const isBareHost = /^(?:www\.|[\w-]+\.(?:com|org|net|io|co|uk|de|info)(?:$|\/))/i.test(trimmed);
    if (!isBareHost)
      return verdict(
        "url-relative",
        "an absolute address",
        "Write it with https:// and the host: consumers read the graph away from the page.",
      );
  }
  return verdict("url-invalid", "an absolute address", "Write it with https:// and the host.");
}

function isWebHost(hostname: string, text: string): boolean {
  return (
    /^https?:\/\//i.test(text) &&
    (hostname === "localhost" || hostname.startsWith("[") || /^[^.]+(?:\.[^.]+)+\.?$/.test(hostname))
  );
}

/** A text where the property wants a node or a member. */
function judgeBareText(text: string, range: Range): Verdict | null {
  if (isAbsolute(text) && !/\s/.test(text)) return null;
  const { enumerations } = range;
  const allowed = membersOf(enumerations);
  if (allowed.length === 0)
    return verdict(
      "text-for-node",
      expectedNode(range),
      `Write a node: { "@type": "${range.things[0]}", "name": … }.`,
    );
  if (allowed.includes(text)) {
    return verdict("enumeration-address", "the member's address", `Write "https://schema.org/${text}".`);
  }
  const meant = didYouMean(text, allowed);
  if (meant === "" && range.things.length > enumerations.length) {
    return verdict("text-for-node", expectedNode(range), `Write a node with "@type".`);
  }
  return verdict(
    "enumeration-member",
    `a member of ${enumerations.join(" or ")}`,
    `Write its address, "https://schema.org/…".${meant === "" ? listed(allowed) : meant}`,
  );
}

function expectedNode(range: Range): string {
  return `a node of type ${range.names.join(", ")}`;
}

export function judgeNumberLiteral(number: number, range: Range): Verdict | null {
  if (range.number || range.quantity || range.text) return null;
  if (range.integer) {
    return Number.isInteger(number)
      ? null
      : verdict("number-invalid", "a whole number", "Leave the fraction out.");
  }
  return verdict("literal-type", range.names.join(" or "), "Write it in the form the vocabulary names.");
}

export function judgeBooleanLiteral(range: Range): Verdict | null {
  if (range.boolean) return null;
  return verdict("literal-type", range.names.join(" or "), "Write it in the form the vocabulary names.");
}

/** Judges a node by its types. `id`: its `@id` where it is only a reference. */
export function judgeNode(
  types: readonly string[],
  id: string | null,
  isReference: boolean,
  range: Range,
): Verdict | null {
  if (id !== null && isReference) {
    const term = schemaOrgTerm(id);
    if (term !== null) return judgeReferenceToTerm(term, range);
    if (range.url) return null;
  }
  const known = types.filter(isClass);
  if (known.length === 0 || known.length < types.length) return null;
  if (isAny(known, range.things) || known.some((type) => isAny([type], ["Role"]))) return null;
  if (range.things.length === 0) {
    return verdict("node-for-text", range.names.join(" or "), "Write the value itself, not a node.");
  }
  return verdict("node-type", range.names.join(" or "), `Type it as one of these, or use another property.`);
}

function judgeReferenceToTerm(term: string, range: Range): Verdict | null {
  if (range.enumerations.length === 0)
    return isTerm(term) &&
      range.things.length > 0 &&
      !range.things.includes("Thing") &&
      !range.url &&
      isMember(term)
      ? verdict(
          "enumeration-member",
          range.names.join(" or "),
          `"${term}" is a member of ${enumerationsOf(term).join(" or ")}. Refer to a node instead.`,
        )
      : isTerm(term)
        ? null
        : verdict("enumeration-member", range.names.join(" or "), `schema.org has no "${term}".`);
  return judgeTerm(term, range) ?? null;
}
