/**
 * How long a writer waits: from the moment a file is saved until the page that
 * is served shows it, asked every few milliseconds, while a browser's socket is
 * open; beside it Hugo's server over the same articles. Medians, and the
 * processor time that the server spends on an edit (Linux).
 *
 *     npm run serving                     100 and 1,000 articles, seven edits each
 *     npm run serving -- 1000 --edits=3   other sizes
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type BenchSite, makeSites } from "./site.ts";

const { values: options, positionals } = parseArgs({
  options: { edits: { type: "string", default: "7" }, port: { type: "string" } },
  allowPositionals: true,
});
const PORT = Number(options.port ?? 20_000 + (process.pid % 20_000));
/** Far beyond what an edit takes. */
const PATIENCE_MS = 120_000;
const PAUSE_MS = 10;
/** Until what a server does after an edit is done. */
const PAUSE_BETWEEN_MS = 2500;

/** A kind of edit: the file it writes to, and the page that is to show it. */
interface Edit {
  readonly name: string;
  readonly file: string;
  readonly path: string;
  /** Where the page shows it, when that is not in its own text: a file that it asks for. */
  readonly asked?: RegExp;
  /** The file's text with `word` in it, in place of what the last edit wrote. */
  write(text: string, word: string): string;
}

spawnSync("npm", ["run", "--silent", "compile"], { stdio: "inherit" });
for (const size of positionals.length > 0 ? positionals.map(Number) : [100, 1000]) {
  const { vervain, hugo, remove } = makeSites(size);
  try {
    console.log(`${size} articles`);
    await serveAndEdit(vervain, ["serve", "--port", String(PORT)], editsOf(vervain, "src/articles"));
    if (hugo !== null)
      await serveAndEdit(
        hugo,
        ["server", "--port", String(PORT), "--baseURL", `http://localhost:${PORT}/`],
        editsOf(hugo, "content/articles").slice(0, 1),
      );
  } finally {
    remove();
  }
}

/** What a writer and an owner save: an article, a person's name, a layout, a style, a plugin of the configuration. */
function editsOf({ folder }: BenchSite, articles: string): readonly Edit[] {
  const names = readdirSync(join(folder, articles))
    .filter((name) => name.endsWith(".md"))
    .sort();
  const middle = names[names.length >> 1] as string;
  const path = `/${middle.replace(/\.md$/, "")}/`;
  const article = (text: string, word: string): string =>
    `${text.replace(/\n\nIt is a quiet hour, [a-z0-9]+\.\n$/, "")}\n\nIt is a quiet hour, ${word}.\n`;
  return [
    { name: "article", file: join(folder, articles, middle), path, write: article },
    {
      name: "data",
      file: join(folder, "_data/people.json"),
      path,
      write: (_, word) => `{ "bench": { "type": "Organization", "name": "Bench ${word}" } }`,
    },
    {
      name: "layout",
      file: join(folder, "_includes/layouts/article.njk"),
      path,
      write: (_, word) =>
        `{% extends "@theme/layouts/article.njk" %}\n{% block afterBody %}<p>${word}</p>{{ super() }}{% endblock %}\n`,
    },
    {
      name: "style",
      file: join(folder, "_includes/styles/parts/_footer.scss"),
      path,
      asked: /href="?([^" >]+\.css)/,
      write: (_, word) => `.${word} { margin: 0 }\n`,
    },
    {
      name: "plugin",
      file: join(folder, "eleventy.config.js"),
      path,
      write: (text, word) =>
        text.replace(
          /( {2}config\.addTransform\("bench".*\n)?( {2}return)/,
          `  config.addTransform("bench", (html) => String(html).replace("</body>", "<p>${word}</p></body>"));\n$2`,
        ),
    },
  ];
}

async function serveAndEdit(
  { name, folder, program, command }: BenchSite,
  args: readonly string[],
  edits: readonly Edit[],
): Promise<void> {
  const [run, ...before] = program === undefined ? [process.execPath, command[0] as string] : [program];
  const server = spawn(run as string, [...before, ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (text) => (said += text));
  try {
    const started = performance.now();
    await shown(edits[0] as Edit, "", () => said, server);
    listen();
    console.log(`  ${name.padEnd(8)} first page  ${seconds(performance.now() - started)}`);
    for (const edit of edits) {
      mkdirSync(dirname(edit.file), { recursive: true });
      const times: number[] = [];
      const before = cpuMs(server);
      for (let round = 0; round < Number(options.edits); round += 1) {
        const word = `hour${Date.now().toString(36)}${round}`;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_BETWEEN_MS));
        const at = performance.now();
        writeFileSync(
          edit.file,
          edit.write(existsSync(edit.file) ? readFileSync(edit.file, "utf8") : "", word),
        );
        await shown(edit, word, () => said, server);
        times.push(performance.now() - at);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_BETWEEN_MS));
      const spent = (cpuMs(server) - before) / times.length;
      const sorted = times.sort((a, b) => a - b);
      console.log(
        `  ${name.padEnd(8)} ${edit.name.padEnd(10)}  ${seconds(sorted[sorted.length >> 1] ?? 0)} (${seconds(sorted[0] ?? 0)} to ${seconds(sorted.at(-1) ?? 0)}), ${seconds(spent)} of processor time`,
      );
    }
  } finally {
    await ended(server);
  }
}

/** Waits until the page holds the word. @throws {Error} where the server ends, or it does not come */
async function shown(edit: Edit, word: string, said: () => string, server: ChildProcess): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    if (server.exitCode !== null) throw new Error(`The server ended.\n${said()}`);
    const page = await textAt(edit.path);
    const asked = edit.asked === undefined ? null : (edit.asked.exec(page ?? "")?.[1] ?? "/");
    if ((asked === null ? page : await textAt(asked))?.includes(word)) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`${edit.path}: expected "${word}" on it, received no such page.\n${said()}`);
}

/** What the server answers; null where that is not a page. */
async function textAt(path: string): Promise<string | null> {
  return fetch(`http://localhost:${PORT}${path}`)
    .then(async (response) => (response.ok ? await response.text() : null))
    .catch(() => null);
}

/** Opens the socket by which a browser is told to load a page again. */
function listen(): void {
  const key = Buffer.from("0123456789abcdef").toString("base64");
  const headers = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Key": key,
    "Sec-WebSocket-Version": "13",
  };
  get({ port: PORT, path: "/", headers })
    .on("upgrade", (_, socket) => socket.resume().on("error", () => undefined))
    .on("response", (response) => response.resume())
    .on("error", () => undefined);
}

/** Processor time of a process so far; 0 where the system keeps no account of it. */
function cpuMs({ pid }: ChildProcess): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  setTimeout(() => server.kill("SIGKILL"), 10_000).unref();
  await gone;
}
