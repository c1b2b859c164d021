import { test } from "uvu";
import * as assert from "uvu/assert";
import { countInbound, type Place, type Selection } from "../../plugins/related/places.ts";
import { rescueAll } from "../../plugins/related/rescue.ts";

const place = (index: number, isPinned = false): Place => ({ index, score: 5, isPinned, isBox: false });

/** Article 0 has one place, which `holder` has; article 2 stands nowhere and 0 alone could list it. */
function listsAfter(holder: Place, isShownElsewhere: boolean): readonly (readonly number[])[] {
  const lists: Place[][] = [[holder], [], [], isShownElsewhere ? [place(1)] : []];
  const wish = { boxes: 0, offered: [], pins: [], isChoosy: true, allows: () => true };
  const selection: Selection = {
    wishes: [
      { ...wish, count: 1 },
      { ...wish, count: 0 },
      { ...wish, count: 0 },
      { ...wish, count: 1 },
    ],
    candidates: () => new Float64Array(),
    hosts: (index) => (index === 2 ? [{ index: 0, score: 4 }] : []),
    boxesOf: () => [],
    isOffered: Uint8Array.from([1, 1, 1, 0]),
    maxInbound: null,
    minimum: 1,
    rescue: true,
  };
  rescueAll(selection, lists, countInbound(selection.wishes, lists));
  return lists.map((list) => list.map(({ index }) => index));
}

test("rescue: an article that stands nowhere takes the place of one that stands elsewhere too", () =>
  assert.equal(listsAfter(place(1), true)[0], [2]));

test("rescue: it takes none from an article that would stand nowhere then", () =>
  assert.equal(listsAfter(place(1), false)[0], [1]));

test("rescue: what the writer pinned stays, wherever else it stands", () =>
  assert.equal(listsAfter(place(1, true), true)[0], [1]));

test.run();
