import type { Group } from "../plugins/benefits/english/group.ts";
import { groupFacts } from "../plugins/benefits/english/group-facts.ts";
import { eachWord } from "../plugins/benefits/english/group-words.ts";
import type { Reading } from "../plugins/benefits/english/reading.ts";
import type { Facts } from "../plugins/benefits/model.ts";

/** All that is known of a row by name: what it is like, and the words it is made of ("i sleep"). What lists are learnt from. */
export function rowFacts(reading: Reading, group: Group): Facts {
  const facts: Record<string, number> = { ...groupFacts(reading, group) };
  eachWord(reading, group, (place, word, share) => {
    const name = `${place} ${word}`;
    facts[name] = (facts[name] ?? 0) + share;
  });
  return facts;
}
