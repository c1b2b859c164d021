import { test } from "uvu";
import * as assert from "uvu/assert";
import { serializeGraph } from "../../plugins/schema/serialize.ts";

const graph = (name: string) =>
  ({ "@context": "https://schema.org", "@graph": [{ "@type": "WebPage", name }] }) as const;

for (const [name, written] of [
  ["</script><script>", "\\u003c/script>\\u003cscript>"],
  ["<!--", "\\u003c!--"],
  ["a\u2028b\u2029c", "a\\u2028b\\u2029c"],
  ['"quoted" \\ & é 睡眠', '\\"quoted\\" \\\\ & é 睡眠'],
] as const) {
  test(`serializeGraph: ${JSON.stringify(name)} cannot end the element and reads back the same`, () => {
    const json = serializeGraph(graph(name));
    assert.is(json, `{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"${written}"}]}`);
    assert.equal(JSON.parse(json), graph(name));
  });
}

test("serializeGraph: no graph is no text", () => assert.is(serializeGraph(null), ""));

test.run();
