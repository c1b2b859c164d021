/**
 * What Mozilla's HTTP Observatory gives the headers that nginx, Caddy and
 * Cloudflare's local server send with the built site's home page, where they are
 * at hand, and those of the table. Nobody outside is asked: its own tests and
 * grades run over the answers. It brings 132 MB and asks the network when it is
 * installed, so it is no dependency:
 *
 *     npm install --ignore-scripts --prefix FOLDER @mdn/mdn-http-observatory
 *     npm run build && npx tsx bench/observatory.ts FOLDER
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import ownSite from "../_data/site.ts";
import { parseSite } from "../plugins/corpus/site.ts";
import { headerRules, headersFor } from "../plugins/publish/headers.ts";
import { insertMeta, metaTags } from "../plugins/publish/meta.ts";
import { makeSample } from "../test/publish/sample.ts";
import { freePort, SERVERS, stopServer, untilUp } from "../test/publish/servers.ts";
import { ROOT } from "../test/root.ts";

/** What one of its tests found; the lists of them and of their points are its own. */
interface Found {
  readonly result: string | null;
  readonly pass: boolean;
  readonly constructor: { readonly name: string };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("observatory: expected the folder in which it is installed.");
const { resolve: find } = createRequire(join(resolve(folder), "package.json"));
const source = join(find("@mdn/mdn-http-observatory"), "..");
// Its list of hosts that browsers have comes from the network; ours is on none.
const preloaded = join(source, "../conf/hsts-preload.json");
if (!existsSync(preloaded)) writeFileSync(preloaded, "{}");
const load = (path: string): Promise<Record<string, never>> => import(pathToFileURL(join(source, path)).href);
const { ALL_TESTS } = (await load("constants.js")) as unknown as {
  readonly ALL_TESTS: readonly ((asked: object) => Found)[];
};
const grader = (await load("grader/grader.js")) as unknown as {
  getScoreModifier(result: string): number;
  getGradeForScore(score: number): { readonly score: number; readonly grade: string };
};
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT: LEAST } = (await load("grader/charts.js")) as unknown as {
  readonly MINIMUM_SCORE_FOR_EXTRA_CREDIT: number;
};
const { Requests } = (await load("types.js")) as unknown as {
  readonly Requests: new (host: string) => Asked;
};
const { parseHttpEquivHeaders } = (await load("retriever/utils.js")) as unknown as {
  parseHttpEquivHeaders(html: string, url: string): Map<string, unknown>;
};
const { Session } = (await load("retriever/session.js")) as unknown as {
  readonly Session: new (url: URL) => object;
};
const { AxiosHeaders } = createRequire(join(source, "index.js"))("axios") as {
  readonly AxiosHeaders: new (headers: Readonly<Record<string, string>>) => object;
};

interface Asked {
  readonly responses: Record<string, unknown>;
  readonly resources: Record<string, string>;
  session: object;
}

/** As it asks a host on the web: by HTTPS, to which HTTP leads. */
function answersOf(headers: Readonly<Record<string, string>>, html: string): Asked {
  const asked = new Requests("example.org");
  const [http, https] = [new URL("http://example.org/"), new URL("https://example.org/")];
  const answer = () => ({
    headers: new AxiosHeaders(headers),
    request: { headers: new AxiosHeaders({}) },
    status: 200,
    statusText: "OK",
    verified: true,
    data: html,
    config: { headers: new AxiosHeaders({}) },
    httpEquiv: parseHttpEquivHeaders(html, https.href),
  });
  for (const name of ["auto", "cors", "http", "https"]) asked.responses[name] = answer();
  asked.responses.httpRedirects = [
    { url: http, status: 301 },
    { url: https, status: 200 },
  ];
  asked.responses.httpsRedirects = [{ url: https, status: 200 }];
  asked.resources.path = html;
  asked.session = new Session(https);
  return asked;
}

function score(headers: Readonly<Record<string, string>>, html: string): string {
  const found = ALL_TESTS.map((run) => run(answersOf(headers, html)));
  const points = found.map(({ result }) => (result === null ? 0 : grader.getScoreModifier(result)));
  const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 100);
  const bare = sum(points.filter((one) => one < 0));
  const final = grader.getGradeForScore(bare >= LEAST ? sum(points) : bare);
  const failed = found.filter(({ pass }) => !pass).map((one) => `${one.constructor.name}: ${one.result}`);
  return `${final.grade} ${final.score}, ${found.length - failed.length} of ${found.length} tests${failed.length > 0 ? ` (${failed.join(", ")})` : ""}`;
}

const site = parseSite(ownSite);
const rules = headerRules(site, { speculation: true });
const home = join(ROOT, "_site/index.html");
if (!existsSync(home)) throw new Error("observatory: expected a built site, received none: npm run build");
const html = readFileSync(home, "utf8");
const type = { "Content-Type": "text/html; charset=utf-8" };
console.log(`table: ${score({ ...type, ...headersFor(rules, "/") }, html)}`);
console.log(`meta: ${score(type, insertMeta(html, metaTags(rules)))}`);
for (const server of SERVERS) {
  if (server.command === null) {
    console.log(`${server.name}: not installed`);
    continue;
  }
  const sample = makeSample();
  writeFileSync(join(sample, "_site/index.html"), html);
  const port = await freePort();
  const child = server.start(sample, port, rules, [], "");
  try {
    await untilUp(`http://127.0.0.1:${port}/`, child);
    const response = await fetch(`http://127.0.0.1:${port}/`);
    console.log(`${server.name}: ${score(Object.fromEntries(response.headers), await response.text())}`);
  } finally {
    await stopServer(child, server.name);
    rmSync(sample, { recursive: true, force: true });
  }
}
