import { Worker } from "node:worker_threads";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { duplicateKeys } from "../../plugins/check/graph/duplicate-keys.ts";
import { checkPage } from "../../plugins/check/index.ts";
import { xmlFault } from "../../plugins/check/site/xml.ts";
import { pageOf } from "./pages.ts";

/** Longest that is waited for a hostile page, in milliseconds by the clock; a stuck regular expression takes minutes. */
const PATIENCE_MS = 60_000;
/** Processor time a hostile page may take, milliseconds. */
const LIMIT_MS = 5_000;

const nested = (depth: number) =>
  `{"@context":"https://schema.org","@type":"Thing","name":"x","about":`.repeat(depth) +
  `"x"${"}".repeat(depth)}`;
const graphOf = (json: string) => pageOf({ json });

/** Pages meant to hang, crash or fool the checker. */
const pages: Readonly<Record<string, () => string>> = {
  "5 MB of graph": () =>
    graphOf(
      `{"@context":"https://schema.org","@graph":[${Array.from({ length: 60_000 }, (_, at) => `{"@type":"Person","@id":"https://example.org/#p${at}","name":"P ${at}"}`).join(",")}]}`,
    ),
  "900 kB of graph, read in full": () =>
    graphOf(
      `{"@context":"https://schema.org","@graph":[${Array.from({ length: 11_000 }, (_, at) => `{"@type":"Person","@id":"https://example.org/#p${at}","knows":{"@id":"https://example.org/#p${at + 1}"}}`).join(",")}]}`,
    ),
  "ten thousand descriptions of one id": () =>
    graphOf(
      `{"@context":"https://schema.org","@graph":[${Array.from({ length: 10_000 }, (_, at) => `{"@type":"Person","@id":"https://example.org/#p","name":"P ${at}"}`).join(",")}]}`,
    ),
  "a long chain of parts": () =>
    graphOf(
      `{"@context":"https://schema.org","@graph":[${Array.from({ length: 8000 }, (_, at) => `{"@type":"WebPage","@id":"https://example.org/${at}","isPartOf":{"@id":"https://example.org/${at + 1}"}}`).join(",")}]}`,
    ),
  "ten thousand levels": () => graphOf(nested(10_000)),
  "a hundred thousand brackets": () => graphOf("[".repeat(100_000)),
  "ids in a circle": () =>
    graphOf(
      `{"@context":"https://schema.org","@graph":[{"@type":"WebPage","@id":"https://example.org/a","isPartOf":{"@id":"https://example.org/b"},"mainEntity":{"@id":"https://example.org/b"}},{"@type":"WebPage","@id":"https://example.org/b","isPartOf":{"@id":"https://example.org/a"}}]}`,
    ),
  "names of JavaScript": () =>
    graphOf(
      `{"@context":"https://schema.org","@type":"constructor","__proto__":{"@type":"toString"},"constructor":"valueOf","hasOwnProperty":["__proto__"],"code":{"@type":"MedicalCode","codeValue":"x","codingSystem":"constructor"}}`,
    ),
  "wrong kinds everywhere": () =>
    graphOf(
      `{"@context":[null,1,{"@vocab":5}],"@graph":[null,1,"x",[],{"@type":5,"@id":{}},{"@type":[],"@id":"","name":[[["x"]]],"@reverse":5,"itemListElement":{"@list":[{"@set":null}]}},{"@type":"BreadcrumbList","itemListElement":[null,{"@type":"ListItem","position":{},"item":[]}]}]}`,
    ),
  "ten thousand headings": () => pageOf({ html: `<h1>x</h1>${"<h2 id=a>x</h2>".repeat(10_000)}` }),
  "ten thousand open elements": () => pageOf({ html: "<div id=x><a href=y><h2>".repeat(10_000) }),
  "a megabyte without a space": () => pageOf({ html: `<h1>x</h1><p>${"{{".repeat(500_000)}</p>` }),
  "a megabyte of spaces": () =>
    pageOf({
      html: `<h1>x</h1><p>${" \n".repeat(500_000)}x</p><time datetime="${" ".repeat(100_000)}">${"1 ".repeat(50_000)}</time>`,
    }),
  "a megabyte of srcset": () =>
    pageOf({
      html: `<h1>x</h1><img alt="" srcset="${"a.jpg 1w,".repeat(50_000)}"><img alt="" srcset="${",".repeat(200_000)}">`,
    }),
  "a megabyte of canonical": () => pageOf({ head: `<link rel="canonical" ${"a ".repeat(400_000)}href="x">` }),
  "a selector that goes on": () =>
    pageOf({
      html: `<h1>x</h1>${"<div class=a>".repeat(400)}`,
      json: `{"@context":"https://schema.org","@type":"WebPage","name":"x","speakable":{"@type":"SpeakableSpecification","cssSelector":"main ${"div ".repeat(200)}"}}`,
    }),
  "a selector whose first step is missing": () =>
    pageOf({
      html: `<h1>x</h1>${"<div class=a>".repeat(400)}`,
      json: `{"@context":"https://schema.org","@type":"WebPage","name":"x","speakable":{"@type":"SpeakableSpecification","cssSelector":"b ${"div ".repeat(100)}.a"}}`,
    }),
  "an unclosed comment": () => pageOf({ html: "<h1>x</h1><!-- and no end" }),
  "an unclosed script": () => pageOf({ html: `<h1>x</h1><script type="application/ld+json">{"@type":` }),
  "elements named like methods": () =>
    pageOf({
      html: `<h1>x</h1><constructor src="x"></constructor><toString href=y></toString><p constructor="x" __proto__="y">`,
    }),
  "not HTML": () => "\0\u0001\uffff".repeat(1000),
  nothing: () => "",
};

const SOURCE = `
const { parentPort, workerData } = require("node:worker_threads");
import("tsx/esm/api").then(({ register }) => register()).then(() => import(workerData.module)).then(({ checkPage }) => {
  const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  const started = used();
  const findings = checkPage({ path: "page/index.html", html: workerData.html }, { url: "https://example.org/", today: "2026-06-01" });
  parentPort.postMessage({ count: findings.length, ms: used() - started, rules: [...new Set(findings.map((finding) => finding.rule))] });
});`;

/** Checks a page in a worker that is ended when it takes too long. */
function checkInWorker(html: string): Promise<{ count: number; ms: number; rules: string[] }> {
  const module = new URL("../../plugins/check/index.ts", import.meta.url).href;
  const worker = new Worker(SOURCE, {
    eval: true,
    workerData: { html, module },
  });
  return new Promise((resolve, reject) => {
    const clock = setTimeout(
      () => void worker.terminate().then(() => reject(new Error(`took more than ${PATIENCE_MS} ms`))),
      PATIENCE_MS,
    );
    worker.once("error", reject);
    worker.once("message", (message) => {
      clearTimeout(clock);
      void worker.terminate().then(() => resolve(message));
    });
  });
}

for (const [name, make] of Object.entries(pages)) {
  test(`checkPage: survives ${name}`, async () => {
    const { ms } = await checkInWorker(make());
    assert.ok(ms < LIMIT_MS, `${Math.round(ms)} ms`);
  });
}

const rulesOn = (json: string) => [
  ...new Set(checkPage({ path: "page/index.html", html: graphOf(json) }, {}).map((finding) => finding.rule)),
];

test("checkPage: names a graph that is too large, too deep, or in a circle", () => {
  assert.ok(
    rulesOn(`{"@context":"https://schema.org","@type":"Thing","name":"${"x".repeat(5_000_000)}"}`).includes(
      "graph-size",
    ),
  );
  assert.ok(rulesOn(nested(500)).includes("graph-size"));
  assert.ok(
    rulesOn(
      `{"@context":"https://schema.org","@graph":[{"@type":"WebPage","@id":"https://example.org/a","isPartOf":{"@id":"https://example.org/a"}}]}`,
    ).includes("part-cycle"),
  );
});

for (const [json, keys] of [
  [`{"a":1,"b":{"a":2}}`, []],
  [`{"a":1,"a":2}`, ["a"]],
  [`{"a":"\\"a\\":","b":["a","a"],"a":{}}`, ["a"]],
  [`[{"a":1},{"a":1}]`, []],
  [`{"a\\\\":1,"a":2}`, []],
] as const) {
  test(`duplicateKeys: ${json}`, () => assert.equal([...duplicateKeys(json)], [...keys]));
}

for (const [xml, isFine] of [
  ["<a/>", true],
  [`<?xml version="1.0"?><!-- c --><a b="1" c='2'><![CDATA[ & < ]]><d/>&amp;&#233;</a>\n`, true],
  ["<a><b></a></b>", false],
  ["<a>&nbsp;</a>", false],
  ["<a>1 < 2</a>", false],
  ["<a b=1/>", false],
  [`<a b="1" b="2"/>`, false],
  ["<a/><b/>", false],
  ["text", false],
  ["", false],
  ["<a>\u0007</a>", false],
  [`<a b="x>y"/>`, true],
  ["<x:a/>", false],
  [`<x:a xmlns:x="urn:x"/>`, true],
  [` <?xml version="1.0"?><a/>`, false],
  ["<a><!-- a -- b --></a>", false],
  ["<a>]]></a>", false],
  ["<a>&#0;</a>", false],
  ["<a>&#xFFFF;</a>", false],
  ["<a>&#9999999;</a>", false],
  ["<a>\ud800</a>", false],
  ["<a><?xml version='1.0'?></a>", false],
  [`<a b="1"c="2"/>`, false],
] as const) {
  test(`xmlFault: ${JSON.stringify(xml)} is ${isFine ? "" : "not "}well-formed`, () =>
    assert.is(xmlFault(xml) === null, isFine));
}

test.run();
