import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Corpus } from "../../plugins/corpus/corpus.ts";
import { slimArticle } from "../../plugins/corpus/slim.ts";
import { openCorpus } from "../../plugins/corpus/state.ts";
import { write } from "../review/article.ts";

const NONE = new Map();
const READING = {
  site: {} as Corpus["site"],
  now: "2026-06-01",
  people: NONE,
  therapies: NONE,
  conditions: NONE,
  problems: [],
};

test("openCorpus: articles stand newest first, those of one moment by id", () => {
  const dated = (id: string, date: string) => ({
    article: write({ id, front: { date } }).article,
    url: `/${id}/`,
    isHidden: false,
  });
  const { records } = openCorpus({
    ...READING,
    articles: [
      dated("old", "2020-01-01"),
      dated("b", "2026-01-01"),
      dated("new", "2026-05-01"),
      dated("a", "2026-01-01"),
    ],
    pages: [],
  });
  assert.equal([...records.keys()], ["new", "a", "b", "old"]);
});

test("slimArticle: kept are the first block, passages with an id or a link, and all of an article that asks", () => {
  const { article: model } = write({ body: "First.\n\nNamed.\n\nSee [there](/there/).\n\nNobody's." });
  const blocks = model.blocks.map((block) =>
    block.text === "Named." ? { ...block, anchor: "calm" } : block,
  );
  assert.equal(
    slimArticle({ ...model, blocks }).blocks.map(({ text, anchor, links }) => [text, anchor, links.length]),
    [
      ["First.", "", 0],
      ["Named.", "calm", 0],
      ["See there.", "", 1],
      ["", "", 0],
    ],
  );
  const { article: asking } = write({ body: "First.\n\n## How long?\n\nAn hour." });
  assert.is(slimArticle(asking), asking);
});

test.run();
