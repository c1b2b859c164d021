import { type Token, tokenize } from "./tokens.ts";

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value: Value | null;
}

/** The longest phrase found at a place. */
export interface PhraseMatch<Value> {
  readonly value: Value;
  /** Index after its last token. */
  readonly end: number;
}

/** Words passed over inside a phrase: "health of your heart" is "health of heart". */
const PASSED: ReadonlySet<string> = new Set([
  "the",
  "a",
  "an",
  "your",
  "our",
  "my",
  "their",
  "his",
  "her",
  "one",
]);

/**
 * Phrases by their words: a trie, so that a text is searched for all of them
 * at once, whatever their number. Cost of a look-up: the length of the phrase.
 */
export class PhraseIndex<Value> {
  readonly #root: Node<Value> = { next: new Map(), value: null };

  /** Adds a phrase, or hands its present value to `merge`; a phrase without words is ignored. */
  add(
    phrase: string,
    value: Value,
    merge: (present: Value, added: Value) => Value = (present) => present,
  ): void {
    let node = this.#root;
    for (const { norm, isWord } of tokenize(phrase)) {
      if (!isWord || PASSED.has(norm)) continue;
      let next = node.next.get(norm);
      if (!next) {
        next = { next: new Map(), value: null };
        node.next.set(norm, next);
      }
      node = next;
    }
    if (node !== this.#root) node.value = node.value === null ? value : merge(node.value, value);
  }

  /** The longest phrase that starts at token `at`, or null. */
  match(tokens: readonly Token[], at: number): PhraseMatch<Value> | null {
    let node = this.#root.next.get((tokens[at] as Token).norm);
    if (!node) return null;
    let found: PhraseMatch<Value> | null = null;
    for (let index = at + 1; ; index++) {
      if (node.value !== null) found = { value: node.value, end: index };
      const token = tokens[index];
      if (!token) return found;
      const next: Node<Value> | undefined = token.isWord ? node.next.get(token.norm) : undefined;
      if (next) node = next;
      else if (token.isWord && PASSED.has(token.norm)) {
        const after = tokens[index + 1];
        const beyond: Node<Value> | undefined = after?.isWord ? node.next.get(after.norm) : undefined;
        if (!beyond) return found;
        node = beyond;
        index++;
      } else return found;
    }
  }
}
