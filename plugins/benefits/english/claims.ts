import type { Direction } from "../../corpus/types.ts";
import type { Lexicon, Meaning, Naming, Steering } from "../lexicon.ts";
import {
  AUXILIARY,
  BREAKS,
  DRUG,
  HAPPENS,
  HARD_MARKS,
  HEALTHY,
  JOINERS,
  LISTED,
  NOUN_TOO,
  PEOPLE,
  RELATED,
  RISK,
  SMALL,
  SOFT_RESETS,
  UNDERGOING,
} from "./claim-words.ts";
import { type Claim, type Found, keepAway, keepWell, keptAt, settle } from "./found.ts";
import { asTrouble, illEnd } from "./ills.ts";
import type { PhraseMatch } from "./phrase-index.ts";
import type { Token } from "./tokens.ts";
import { directionOf, type Position } from "./wish.ts";

export type { Claim } from "./found.ts";

export interface ClaimOptions {
  /** Headings may name a target alone ("Heart Health"); sentences must say what is done to it. */
  readonly isHeading: boolean;
  /** Ids of the therapies the article is about: their names are no targets. */
  readonly subject: ReadonlySet<string>;
}

/** Furthest that a direction reaches to its first target, in tokens. */
const REACH = 9;
const ADJECTIVE_REACH = 3;
/** Most words between two targets of one list ("pain, chronic and acute, and nausea"). */
const LIST_GAP = 6;
/** Most members of a list that a word behind it speaks of. */
const LIST_REACH = 12;
/** Longest qualification inside a list, in tokens. */
const QUALIFIER = 5;

/** A direction in force. */
interface Steer {
  readonly steering: Steering;
  readonly at: number;
  readonly end: number;
  readonly position: Position;
  readonly reach: number;
}

/**
 * Reads what tokens `from` to `to` say is done to which targets, in order,
 * each canonical once. Knows nothing of negation: that needs the sentence.
 */
export function readClaims(
  tokens: readonly Token[],
  from: number,
  to: number,
  lexicon: Lexicon,
  options: ClaimOptions,
): Claim[] {
  const reader = new ClaimReader(tokens, to, lexicon, options);
  for (let at = from; at < to; ) at = reader.step(at);
  return reader.finish();
}

/** Verbs of improving whose object comes about as it is named. */
const BRINGS_ABOUT =
  /^(?:lead|led|result|bring|brought|creat|giv|gave|produc|yield|offer|evok|induc|trigger|generat|deliver|provid|spark|suppl|set|gain|achiev|leav|feel)/;

/** State of one pass over some tokens: the direction in force and the targets found. */
class ClaimReader {
  readonly #tokens: readonly Token[];
  readonly #to: number;
  readonly #lexicon: Lexicon;
  readonly #options: ClaimOptions;
  readonly #found: Found[] = [];
  #steer: Steer | null = null;
  #lastEnd = -1;
  #joined = false;
  #chain = 0;
  /** Token index of the direction that last had an object, and the list in which it had it. */
  #usedSteer = -1;
  #usedChain = -1;
  #isAside = false;
  #healthyAt = -9;
  /** The direction that a qualification cut off. */
  #suspended: { steer: Steer | null; at: number } | null = null;

  constructor(tokens: readonly Token[], to: number, lexicon: Lexicon, options: ClaimOptions) {
    this.#tokens = tokens;
    this.#to = to;
    this.#lexicon = lexicon;
    this.#options = options;
  }

  /** Reads what starts at `at`; returns where to go on. */
  step(at: number): number {
    const token = this.#tokens[at] as Token;
    if (!token.isWord) {
      this.#mark(token.norm, at);
      return at + 1;
    }
    const match = this.#lexicon.meanings.match(this.#tokens, at);
    const therapy = this.#therapyEnd(at, match);
    if (therapy > 0) {
      if (!this.#joined) this.#isAside = false;
      return therapy;
    }
    if (!match || match.end > this.#to) {
      this.#word(token.norm, at);
      return at + 1;
    }
    if (this.#isCutShort(at, match)) {
      const verb = this.#lexicon.meanings.match([token], 0);
      if (verb) this.#steers(verb.value.steering, at, at + 1);
      return at + 1;
    }
    const { naming, steering } = match.value;
    const steers = steering.length > 0 && (naming === null || this.#leadsTo(match.end, steering));
    if (naming === null || steers) {
      this.#steers(steering, at, match.end);
      return match.end;
    }
    const ill = illEnd(naming, this.#tokens, at, match.end, this.#to);
    const end = ill === match.end && this.#isRaised() ? 0 : ill;
    if (end > 0) this.#target(asTrouble(naming), at, end);
    else this.#target(naming, at, match.end);
    return Math.max(end, match.end);
  }

  /** "Raises low iron", "strengthens weak bones": the good thing is raised; "leads to low mood", "brings on poor sleep": it is not. */
  #isRaised(): boolean {
    const verb =
      this.#steer?.steering.direction === "improve" ? this.#tokens[this.#steer.at]?.norm : undefined;
    return verb !== undefined && !BRINGS_ABOUT.test(verb);
  }

  /** "Builds muscle" of "builds muscle strength": a longer name begins inside, so its first word is only the verb. */
  #isCutShort(at: number, { value, end }: PhraseMatch<Meaning>): boolean {
    if (value.naming?.says == null || end - at < 2) return false;
    const next = this.#lexicon.meanings.match(this.#tokens, at + 1);
    if (!next?.value.naming || next.end <= end || next.end > this.#to) return false;
    return leadsAlone(this.#lexicon, this.#tokens[at] as Token);
  }

  /** The article's own subject is no target: "sleep" in an article on sleep, "cold" in "cold showers". */
  #therapyEnd(at: number, match: PhraseMatch<Meaning> | null): number {
    const therapy = this.#lexicon.therapies.match(this.#tokens, at);
    if (!therapy) return 0;
    if (match && match.end > therapy.end) return 0;
    if (match === null) return therapy.end > at + 1 ? therapy.end : 0;
    const isSubject = this.#options.subject.has(therapy.value);
    if (isSubject && match.value.steering.length === 0) {
      const isObject =
        this.#steer !== null && this.#steer.end === at && this.#steer.steering.adjective === null;
      return isObject || match.value.naming?.says != null ? 0 : therapy.end;
    }
    return therapy.end > match.end ? therapy.end : 0;
  }

  #mark(norm: string, at: number): void {
    if (HARD_MARKS.has(norm)) this.#reset();
    else if (SOFT_RESETS.has(norm)) {
      if (this.#steer?.end !== at && !(norm === ":" && this.#opensList(at))) this.#reset();
    } else if (norm === "," || norm === "(" || norm === ")" || norm === "/" || norm === "+") {
      if (norm === ",") this.#resume(at);
      this.#joined = true;
    }
  }

  /** "We treat many conditions: insomnia, …": the list is the object. */
  #opensList(at: number): boolean {
    const before = (this.#tokens[at - 1] as Token | undefined)?.norm ?? "";
    return this.#steer !== null && this.#usedSteer !== this.#steer.at && LISTED.has(before);
  }

  #word(norm: string, at: number): void {
    if (norm === "away" || norm === "bay")
      keepAway(this.#found.slice(-LIST_REACH), this.#tokens, at, this.#chain);
    keepWell(this.#found, this.#tokens, at);
    if (JOINERS.has(norm) || (norm === "but" && this.#tokens[at + 1]?.norm === "also")) {
      this.#joined = true;
    } else if (RISK.has(norm)) {
      this.#risk(at);
    } else if (
      BREAKS.has(norm) &&
      !(norm === "that" && this.#namesAt(at + 1)) &&
      !(norm === "for" && RISK.has(this.#tokens[at - 1]?.norm ?? "")) &&
      !this.#speaksOfPeople(at)
    ) {
      if (this.#lastEnd >= 0) this.#suspended = { steer: this.#steer, at };
      this.#steer = null;
      this.#lastEnd = -1;
      this.#isAside = true;
    }
    if (HEALTHY.has(norm)) this.#healthyAt = at;
  }

  /** "Helps people with anxiety", "beneficial for those who suffer from pain": what they have is the object. */
  #speaksOfPeople(at: number): boolean {
    const steer = this.#steer;
    if (!steer?.steering.isKind || this.#usedSteer === steer.at) return false;
    for (let index = Math.max(steer.end, at - 3); index < at; index++) {
      if (PEOPLE.has((this.#tokens[index] as Token).norm)) return true;
    }
    return false;
  }

  /** "That stress": a pointer before a name, not the start of a clause. */
  #namesAt(at: number): boolean {
    return at < this.#to && this.#lexicon.meanings.match(this.#tokens, at)?.value.naming != null;
  }

  /** "Nausea from chemotherapy, allergies and asthma": after a short qualification the list goes on. */
  #resume(at: number): void {
    const suspended = this.#suspended;
    this.#suspended = null;
    if (!suspended?.steer || this.#steer || at - suspended.at > QUALIFIER) return;
    this.#steer = suspended.steer;
    this.#lastEnd = at;
    this.#isAside = false;
  }

  /** "Lowers the risk of stroke", "lower stroke risk": prevents. */
  #risk(at: number): void {
    const steer = this.#steer;
    if (steer?.steering.direction === "reduce") {
      this.#steer = {
        ...steer,
        steering: { ...steer.steering, direction: "prevent", isKind: false },
        reach: REACH,
      };
    }
    if (this.#lastEnd !== at) return;
    for (const found of this.#found.slice(-LIST_REACH)) {
      const isReduced =
        found.steerAt >= 0 && found.steerAt === steer?.at && steer.steering.direction === "reduce";
      if (found.chain !== this.#chain || !isReduced) continue;
      found.direction = "prevent";
    }
  }

  #reset(): void {
    this.#steer = null;
    this.#lastEnd = -1;
    this.#joined = false;
    this.#isAside = false;
    this.#suspended = null;
    this.#chain++;
  }

  /** True when a word that is both a name and a verb has an object right after it ("calm", "balance"). */
  #leadsTo(end: number, steering: readonly Steering[]): boolean {
    if (steering.some(({ follows }) => follows) && this.#lastEnd === end - 1) return true;
    if (!steering.some(({ leads, adjective }) => leads || adjective !== null)) return false;
    for (let at = end; at < Math.min(end + 3, this.#to); at++) {
      const { isWord, norm } = this.#tokens[at] as Token;
      if (!isWord || JOINERS.has(norm)) return false;
      const next = this.#lexicon.meanings.match(this.#tokens, at);
      if (next?.value.naming) return true;
      if (next && next.value.steering.length > 0) return false;
      if (BREAKS.has(norm)) return false;
    }
    return false;
  }

  #steers(steering: readonly Steering[], at: number, end: number): void {
    keepWell(this.#found, this.#tokens, at);
    if (NOUN_TOO.has((this.#tokens[at] as Token).norm) && !this.#leadsTo(end, steering)) return;
    if (this.#happens(steering, at, end)) return;
    const follows = this.#lastEnd === at ? steering.find((one) => one.follows) : undefined;
    if (follows) this.#applyBehind(follows);
    const leads = steering.find((one) => one.leads);
    const adjective = steering.find((one) => one.adjective !== null);
    if (this.#isHealthyWord(at)) this.#healthyAt = at;
    const isVerb = leads !== undefined && !this.#options.isHeading;
    if (adjective && !isVerb && this.#isAdjective(adjective, leads !== undefined, end)) {
      this.#force(adjective, at, end, "adjective", ADJECTIVE_REACH);
    } else if (leads && (!follows || this.#leadsTo(end, [leads]))) {
      this.#force(leads, at, end, "leads", REACH);
    } else if (follows) {
      this.#lastEnd = end;
    }
  }

  /** "Digestion has improved", "inflammation is reduced": the target before the verb, and nothing behind it. */
  #happens(steering: readonly Steering[], at: number, end: number): boolean {
    if (this.#options.isHeading || !HAPPENS.has((this.#tokens[at] as Token).norm)) return false;
    const verb = steering.find(({ leads }) => leads);
    const last = this.#found.at(-1);
    if (!verb || !last || last.direction !== null || last.isDirect) return false;
    if (!this.#isBetween(last.end, at) || this.#leadsTo(end, [verb])) return false;
    const direction = directionOf(verb, last.naming, "leads");
    if (direction === null) return false;
    Object.assign(last, { direction, isDirect: true, steerAt: at });
    return true;
  }

  /** Only auxiliaries and adverbs stand between. */
  #isBetween(end: number, at: number): boolean {
    if (at - end > 3) return false;
    for (let index = end; index < at; index++) {
      if (!AUXILIARY.has((this.#tokens[index] as Token).norm)) return false;
    }
    return true;
  }

  #isHealthyWord(at: number): boolean {
    return HEALTHY.has((this.#tokens[at] as Token).norm);
  }

  #isAdjective({ adjective }: Steering, isVerbToo: boolean, end: number): boolean {
    if (adjective === "mild" && (!this.#options.isHeading || this.#steer !== null)) return false;
    if (isVerbToo && adjective !== "mild") return this.#leadsTo(end, [ADJECTIVE]);
    return this.#leadsTo(end, [ADJECTIVE]);
  }

  #force(steering: Steering, at: number, end: number, position: Position, reach: number): void {
    if (!this.#joined && position === "leads") this.#chain++;
    this.#steer = { steering, at, end, position, reach };
    if (position === "leads") this.#lastEnd = -1;
    this.#isAside = false;
  }

  /** A noun behind its targets ("stress and anxiety relief") steers all of the list that nothing else steers. */
  #applyBehind(steering: Steering): void {
    for (let index = this.#found.length - 1; index >= Math.max(0, this.#found.length - LIST_REACH); index--) {
      const found = this.#found[index] as Found;
      const isNearest = index === this.#found.length - 1;
      if (found.chain !== this.#chain || (!isNearest && found.isDirect)) break;
      if (
        found.direction !== null &&
        found.isDirect &&
        found.direction !== "improve" &&
        !isKindOnly(this.#steer?.steering)
      )
        break;
      const direction = directionOf(steering, found.naming, "follows");
      if (direction === null && found.direction !== null) continue;
      found.direction = direction;
      found.isDirect = true;
      if (found.steerAt < 0) found.steerAt = found.at;
    }
  }

  #target(naming: Naming, at: number, end: number): void {
    this.#suspended = null;
    const inList = this.#lastEnd >= 0 && this.#joined && at - this.#lastEnd <= LIST_GAP;
    const steer = this.#steerFor(at, inList);
    const isNear =
      (steer?.position === "leads" && this.#isNear(steer.end, at)) ||
      (!steer && keptAt(this.#tokens, at) >= 0);
    const isListed = this.#joined;
    if (naming.isLoose && !this.#options.isHeading && !isNear && !(inList && at - this.#lastEnd <= 3)) return;
    if (naming.isNear && !this.#options.isHeading) return;
    if (RELATED.has(this.#tokens[end]?.norm ?? "")) return;
    if (this.#isDrug(naming, at, end)) return;
    if (!inList) this.#chain++;
    const found: Found = {
      naming,
      at,
      end,
      direction: null,
      steerAt: -1,
      isDirect: false,
      isAside: this.#isAside,
      isListed,
      chain: this.#chain,
    };
    if (naming.says !== null) Object.assign(found, { direction: naming.says, steerAt: at, isDirect: true });
    else if (steer)
      Object.assign(found, {
        direction: this.#direct(steer, naming, at) ?? this.#saidByName(naming, at, end),
        steerAt: steer.at,
        isDirect: true,
      });
    this.#found.push(found);
    if (steer && naming.says === null) {
      this.#usedSteer = steer.at;
      this.#usedChain = this.#chain;
    }
    this.#lastEnd = end;
    this.#joined = false;
  }

  /** "Faster recovery" in a list of what is reduced: the adjective that opens the name says it. */
  #saidByName(naming: Naming, at: number, end: number): Direction | null {
    const opening = end - at > 1 ? this.#lexicon.meanings.match([this.#tokens[at] as Token], 0) : null;
    const adjective = opening?.value.steering.find((one) => one.adjective === "strong");
    return adjective ? directionOf(adjective, naming, "adjective") : null;
  }

  #direct(steer: { steering: Steering; position: Position }, naming: Naming, at: number): Direction | null {
    const isHealthy = at - this.#healthyAt <= 2 && naming.target.nature === "level" && !naming.isTrouble;
    if (isHealthy && steer.steering.direction === "improve") return "regulate";
    return directionOf(steer.steering, naming, steer.position);
  }

  /** The direction in force at `at`: the last said, while it reaches so far or its list goes on. */
  #steerFor(
    at: number,
    inList: boolean,
  ): { steering: Steering; at: number; end: number; position: Position } | null {
    const steer = this.#steer;
    if (!steer) return null;
    const isUsed = this.#usedSteer === steer.at;
    if (inList && isUsed && this.#usedChain === this.#chain) return steer;
    const isFirst = !isUsed;
    return isFirst && at - steer.end <= steer.reach ? steer : null;
  }

  /** Nothing but small words stands between. */
  #isNear(end: number, at: number): boolean {
    if (at - end > 3) return false;
    for (let index = end; index < at; index++)
      if (!SMALL.has((this.#tokens[index] as Token).norm)) return false;
    return true;
  }

  #isDrug(naming: Naming, at: number, end: number): boolean {
    if (this.#options.isHeading) return false;
    if (naming.says === null) return DRUG.has(this.#tokens[end]?.norm ?? "");
    const isUndergone =
      this.#tokens[end - 1]?.norm === "treatment" && UNDERGOING.has(this.#tokens[at - 1]?.norm ?? "");
    if (isUndergone) return true;
    return DRUG.has(this.#tokens[end]?.norm ?? "") || (at > 0 && DRUG.has(this.#tokens[at - 1]?.norm ?? ""));
  }

  finish(): Claim[] {
    return settle(this.#found, this.#tokens, this.#options.isHeading);
  }
}

const ADJECTIVE: Steering = {
  direction: "improve",
  leads: true,
  follows: false,
  adjective: null,
  isKind: false,
  isHarm: false,
};

function isKindOnly(steering: Steering | undefined): boolean {
  return steering?.isKind === true;
}

/** True of a word that is a verb of some direction by itself. */
function leadsAlone(lexicon: Lexicon, token: Token): boolean {
  return lexicon.meanings.match([token], 0)?.value.steering.some(({ leads }) => leads) === true;
}
