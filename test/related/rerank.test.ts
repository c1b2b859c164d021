import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Changes, encodeMemory, rankSite, rerank } from "../../plugins/related/index.ts";
import { madeDocument, madeDocuments, seeded } from "./made-documents.ts";

const OPTIONS = { count: 6, maxInbound: 20 };

/** One edit, told by numbers: of which article, what becomes of it, and what it says then. */
const EDIT = fc.record({
  at: fc.nat(400),
  kind: fc.constantFrom("text", "title", "fields", "gone", "new", "same", "back"),
  seed: fc.nat(1000),
});

test("rerank: after any edits, the lists are those of a first ranking, to the byte", () => {
  let warmCount = 0;
  fc.assert(
    fc.property(fc.array(fc.array(EDIT, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rounds) => {
      let site = rankSite(madeDocuments(150, 11), OPTIONS);
      for (const edits of rounds) {
        const removed: string[] = [];
        const set = edits.flatMap(({ at, kind, seed }) => {
          const random = seeded(seed);
          const document = site.documents[at % site.documents.length]!;
          if (kind === "gone") removed.push(document.id);
          if (kind === "text") return [{ ...document, text: `${document.text} word${seed % 300} word1` }];
          if (kind === "title") return [{ ...document, title: `word${seed % 300} word2` }];
          if (kind === "fields")
            return [{ ...document, hide: !document.hide, date: null, pin: ["article-3"] }];
          if (kind === "new") return [madeDocument(`new-${at}`, random)];
          if (kind === "back") return [{ ...document }];
          return kind === "same" ? [document] : [];
        });
        const changes: Changes = { set: [...new Map(set.map((one) => [one.id, one])).values()], removed };
        const again = rerank(site, changes, OPTIONS);
        const first = rankSite(again.documents, OPTIONS);
        assert.is(JSON.stringify([...again.lists]), JSON.stringify([...first.lists]));
        if (again.scoredCount < again.documents.length) warmCount++;
        site = again;
      }
    }),
    { seed: 17, numRuns: 60 },
  );
  assert.ok(warmCount > 60, `${warmCount} rankings were warm`);
});

test("rerank: what is set and removed at once is there; who was removed is gone", () => {
  const site = rankSite(madeDocuments(30, 3));
  const document = { ...site.documents[4]!, title: "word9" };
  const again = rerank(site, { set: [document], removed: [document.id, site.documents[5]!.id] });
  assert.is(again.documents.length, 29);
  assert.is(again.documents[4], document);
  assert.not(again.lists.has(site.documents[5]!.id));
});

test("rerank: nothing changed, nothing is read or scored, and what is kept is the same", () => {
  const site = rankSite(madeDocuments(100, 5));
  const again = rerank(site, {});
  assert.equal([again.readCount, again.scoredCount], [0, 0]);
  assert.ok(Buffer.from(encodeMemory(again.memory)).equals(Buffer.from(encodeMemory(site.memory))));
});

test("rerank: a fault leaves what was ranked before as it was", () => {
  const site = rankSite(madeDocuments(30, 3));
  const lists = JSON.stringify([...site.lists]);
  assert.throws(() => rerank(site, { set: [{ id: "x", title: "X" } as never] }), /x: text: expected a text/);
  assert.is(JSON.stringify([...rerank(site, {}).lists]), lists);
});

test.run();
