/**
 * One made-up WordPress export of 1,500 texts with pictures and comments, brought
 * over by this project (`npm run compile` first) and by others, as a table.
 *
 *     npm install --prefix FOLDER wordpress-export-to-markdown @11ty/import emdash
 *     npx tsx bench/import-peers.ts FOLDER      what is not there is passed over, and said
 *
 * jekyll-import is taken from FOLDER/jekyll-import (its repository), with Ruby,
 * Jekyll, Nokogiri and open_uri_redirections of the system. `@11ty/import` reads
 * no export: a server on loopback answers as WordPress's REST API does, with the
 * published posts. EmDash imports into a database by its own server; what is run
 * here is its parser and its converter, and its import's rules (an equal slug is
 * passed over) are counted.
 */
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { madeSite } from "./made-export.ts";
import { type MadePost, postId, postUrl, wxrPieces } from "./wxr.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SITE = {
  ...madeSite(1, { count: 1500, words: 200, pictures: 1 }),
  version: "1.2" as const,
  permalinks: "date" as const,
};
const peers = process.argv[2] === undefined ? null : resolve(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), "vervain-peers-"));
const source = join(folder, "export.xml");

/** What a tool left, file by file, with its processor time in seconds. */
interface Outcome {
  readonly files: readonly string[];
  readonly seconds: number;
  /** Lines of the table that files do not tell. */
  readonly known?: Readonly<Record<string, string | number>>;
}

/** Runs a program; the processor time of it and its children is told by the shell. */
async function seconds(program: string, values: readonly string[], cwd: string, env = {}): Promise<number> {
  const times = join(folder, "times");
  const child = spawn(
    "bash",
    ["-c", 'TIMEFORMAT="%U %S"; { time "$0" "$@" >"$OUT" 2>&1; } 2>"$TIMES"', program, ...values],
    {
      cwd,
      env: { ...process.env, NO_COLOR: "1", TIMES: times, OUT: join(folder, "printed"), ...env },
      stdio: "ignore",
    },
  );
  await new Promise((done) => child.on("exit", done));
  return (/^([\d.]+) ([\d.]+)/m.exec(readFileSync(times, "utf8")) ?? [])
    .slice(1)
    .reduce((sum, one) => sum + Number(one), 0);
}

function textsIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile() && !/\.cache|node_modules|import-report/.test(name))
    .map((name) => readFileSync(name, "utf8"));
}

function made(name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

async function ours(): Promise<Outcome> {
  const into = made("vervain");
  const cli = join(ROOT, "dist/cli/main.js");
  const spent = await seconds(process.execPath, [cli, "import", source, "--into", into], into);
  const ledger = JSON.parse(readFileSync(join(into, "import-report.json"), "utf8"));
  const files = textsIn(into);
  const comments = textsIn(join(into, "src/comments")).length;
  const redirects = Object.keys(JSON.parse(readFileSync(join(into, "_data/redirects.json"), "utf8"))).length;
  const { item, comment } = ledger.balance;
  return {
    files: files.filter((text) => text.startsWith("---")),
    seconds: spent,
    known: { comments, redirects, named: `${item.named} items, ${comment.named} comments; fields, terms` },
  };
}

async function exportToMarkdown(): Promise<Outcome | string> {
  const tool = join(peers ?? "", "node_modules/wordpress-export-to-markdown/index.js");
  if (peers === null || !existsSync(tool)) return "npm install wordpress-export-to-markdown";
  const into = made("markdown");
  const values = [
    "--wizard=false",
    `--input=${source}`,
    "--output=out",
    "--save-attached-images=false",
    "--save-scraped-images=false",
  ];
  return {
    seconds: await seconds(process.execPath, [tool, ...values], into),
    files: textsIn(made("markdown/out")),
  };
}

async function eleventyImport(): Promise<Outcome | string> {
  const tool = join(peers ?? "", "node_modules/@11ty/import/cli.js");
  if (peers === null || !existsSync(tool)) return "npm install @11ty/import";
  const server = await rest();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const into = made("eleventy");
  const values = [tool, "wordpress", address, "--output=out", "--assetrefs=disabled", "--quiet"];
  const spent = await seconds(process.execPath, values, into);
  server.close();
  const files = textsIn(made("eleventy/out"));
  return {
    seconds: spent,
    files,
    known: { [KEPT]: `${files.length} (as their paths)`, [BARE]: "the site's own doing" },
  };
}

/** The published posts as WordPress's REST API gives them; nobody has signed in. */
async function rest(): Promise<Server> {
  const addresses = new Set<string>();
  const posts = SITE.posts
    .map((post, index) => ({ post, index }))
    .filter(({ post }) => post.type === "post" && post.status === "publish" && post.password === "")
    // A running WordPress has no two posts at one address.
    .filter(({ post, index }) => {
      const address = postUrl(SITE, post, index);
      return !addresses.has(address) && addresses.add(address);
    });
  const names = [...new Set(SITE.posts.flatMap(({ categories, tags }) => [...categories, ...tags]))];
  const server = createServer(({ url = "/" }, response) => {
    const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
    const [kind = "", id = ""] = pathname.split("/").slice(4);
    const page = Number(searchParams.get("page") ?? 1);
    const chosen = posts.slice((page - 1) * 100, page * 100);
    const body =
      kind === "posts"
        ? chosen.length === 0
          ? { code: "rest_post_invalid_page_number" }
          : chosen.map(({ post, index }) => entryOf(post, index, names))
        : kind === "users"
          ? { name: SITE.people[Number(id)]?.name, link: SITE.url, avatar_urls: { 96: `${SITE.url}/a.png` } }
          : { name: names[Number(id)] };
    response.writeHead(Array.isArray(body) || kind !== "posts" ? 200 : 400, {
      "content-type": "application/json",
    });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

function entryOf(post: MadePost, index: number, names: readonly string[]): object {
  const places = (list: readonly string[]): readonly number[] => list.map((name) => names.indexOf(name));
  const date = post.date.replace(" ", "T");
  return {
    id: postId(index),
    date_gmt: date,
    modified_gmt: date,
    guid: { rendered: `${SITE.url}/?p=${postId(index)}` },
    link: postUrl(SITE, post, index),
    status: post.status,
    title: { rendered: post.title },
    content: {
      rendered: post.content
        .split("\n\n")
        .map((words) => `<p>${words}</p>`)
        .join("\n"),
    },
    author: post.author,
    categories: places(post.categories),
    tags: places(post.tags),
  };
}

async function jekyllImport(): Promise<Outcome | string> {
  const tool = join(peers ?? "", "jekyll-import/lib");
  if (peers === null || !existsSync(tool)) return "git clone https://github.com/jekyll/jekyll-import";
  const into = made("jekyll");
  const script = `require "jekyll-import"; JekyllImport::Importers::WordpressDotCom.run({"source" => ${JSON.stringify(source)}, "no_fetch_images" => true})`;
  // Asked for by every importer of it, and used by others than this one.
  writeFileSync(join(made("gems"), "safe_yaml.rb"), "");
  const spent = await seconds("ruby", ["-I", tool, "-I", made("gems"), "-e", script], into);
  if (!existsSync(join(into, "_posts")))
    return `it did not run: ${readFileSync(join(folder, "printed"), "utf8").slice(0, 300)}`;
  return { seconds: spent, files: textsIn(into).filter((text) => !/^type: attachment/m.test(text)) };
}

async function emdash(): Promise<Outcome | string> {
  const home = join(peers ?? "", "node_modules");
  if (peers === null || !existsSync(join(home, "emdash/package.json"))) return "npm install emdash";
  const script = `import { readFileSync } from "node:fs";
const { parseWxrString } = await import(${JSON.stringify(pathToFileURL(join(home, "emdash/dist/index.mjs")).href)});
const { gutenbergToPortableText } = await import(${JSON.stringify(pathToFileURL(join(home, "@emdash-cms/gutenberg-to-portable-text/dist/index.mjs")).href)});
const { posts } = await parseWxrString(readFileSync(process.argv[1], "utf8"));
const taken = new Set();
const files = [];
for (const post of posts) {
  const key = post.postType + " " + (post.postName || post.title);
  if (!/^(?:post|page)$/.test(post.postType) || taken.has(key)) continue;
  taken.add(key);
  const { title, status, comments } = post;
  const state = status === "publish" ? "published" : "draft";
  files.push("---\\nstatus: " + state + "\\n---\\n" + JSON.stringify({ title, comments, content: gutenbergToPortableText(post.content ?? "") }));
}
(await import("node:fs")).writeFileSync(process.argv[2], JSON.stringify(files));`;
  const into = made("emdash");
  writeFileSync(
    join(into, "run.mjs"),
    script
      .replaceAll("process.argv[1]", "process.argv[2]")
      .replace("process.argv[2], JSON", "process.argv[3], JSON"),
  );
  const spent = await seconds(
    process.execPath,
    [join(into, "run.mjs"), source, join(into, "files.json")],
    into,
  );
  if (!existsSync(join(into, "files.json")))
    return `it did not run: ${readFileSync(join(folder, "printed"), "utf8").slice(0, 300)}`;
  return { seconds: spent, files: JSON.parse(readFileSync(join(into, "files.json"), "utf8")) as string[] };
}

const KEPT = "texts that keep their address";
const BARE = "texts with a bare shortcode";

/** The head of a file, and its words. */
function split(text: string): readonly [head: string, body: string] {
  const end = text.indexOf("\n---", 3);
  return [text.slice(0, Math.max(0, end)), text.slice(Math.max(0, end))];
}

function rowOf({ files, seconds: spent, known = {} }: Outcome): Readonly<Record<string, string | number>> {
  const posts = files.filter((text) => text.startsWith("---"));
  const hidden = posts.filter((text) =>
    /^(?:draft: true|published: false|status: ['"]?(?:draft|private|pending|future))/m.test(split(text)[0]),
  );
  const pictures = new Set(
    files.flatMap((text) => split(text)[1].match(/a-picture-of-a-warm-evening-\d+-\d+/g) ?? []),
  );
  const shown = (text: string): string => split(text)[1].replace(/<!--[\s\S]*?-->/g, "");
  const people = new Set(files.flatMap((text) => text.match(/[\w.+-]+@[\w-]+\.example/g) ?? []));
  return {
    "posts and pages": posts.length,
    "of them marked hidden": hidden.length,
    comments: 0,
    "pictures in texts": pictures.size,
    redirects: 0,
    [KEPT]: posts.filter((text) => /^(?:permalink|url|link):/m.test(split(text)[0])).length,
    [BARE]: posts.filter(
      (text) => /(?<!\\)\[(?:gallery|box)\b/.test(shown(text)) || /\\\[(?:gallery|box)\b/.test(shown(text)),
    ).length,
    "addresses of people written": people.size,
    named: "nothing",
    "processor time, s": spent.toFixed(1),
    ...known,
  };
}

try {
  writeFileSync(source, [...wxrPieces(SITE)].join(""));
  const kinds = [...new Set(SITE.posts.map(({ status }) => status))];
  const states = kinds.map((kind) => `${SITE.posts.filter(({ status }) => status === kind).length} ${kind}`);
  console.log(
    `${SITE.posts.length} posts and pages (${states.join(", ")}), ${SITE.posts.reduce((sum, { comments }) => sum + comments.length, 0)} comments, ${SITE.files!.length} pictures`,
  );
  const rows: Record<string, Readonly<Record<string, string | number>>> = {};
  for (const [name, run] of Object.entries({
    Vervain: ours,
    "wordpress-export-to-markdown": exportToMarkdown,
    "@11ty/import": eleventyImport,
    "jekyll-import": jekyllImport,
    EmDash: emdash,
  })) {
    const outcome = await run();
    if (typeof outcome === "string") console.log(`${name}: passed over; it is not there. ${outcome}`);
    else rows[name] = rowOf(outcome);
  }
  for (const line of Object.keys(rows.Vervain ?? {}))
    console.log(
      `${line}: ${Object.entries(rows)
        .map(([name, row]) => `${name} ${row[line]}`)
        .join(" | ")}`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
