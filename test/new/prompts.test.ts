import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { newCommand } from "../../plugins/cli/new.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-prompts-"));
test.after(() => rmSync(root, { recursive: true, force: true }));

/** Between two keys a prompt has to have been drawn; nothing is asked of the clock. */
const PATIENCE_MS = 20_000;

const ENTER = "\r";
const DOWN = "\u001b[B";
const BACK = "\u007f";
const BREAK = "\u0003";

/** One answer: what has to be on the screen before, and the keys. */
type Step = readonly [asked: RegExp, keys: string];

/** Runs `vervain new` on a terminal of the test's own, and types. */
async function type(
  folder: string,
  steps: readonly Step[],
  options: object = {},
): Promise<{ readonly code: number; readonly screen: string }> {
  let screen = "";
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const output = Object.assign(
    new Writable({
      write: (piece, _, done) => {
        screen += stripVTControlCharacters(String(piece));
        done();
      },
    }),
    { isTTY: true, columns: 120, rows: 40 },
  );
  const { log } = console;
  console.log = () => undefined;
  try {
    const done = newCommand(join(root, folder), { install: false, ...options }, { input, output });
    let seen = 0;
    for (const [asked, keys] of steps) {
      const end = Date.now() + PATIENCE_MS;
      while (!asked.test(screen.slice(seen))) {
        if (Date.now() > end)
          throw new Error(`expected ${asked}, received ${JSON.stringify(screen.slice(seen))}.`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      seen = screen.length;
      input.write(keys);
    }
    return { code: await done, screen };
  } finally {
    console.log = log;
  }
}

const data = (folder: string): string => readFileSync(join(root, folder, "_data/site.js"), "utf8");

test("vervain new: what is typed is what the site says, and Enter alone takes what is shown", async () => {
  const { code } = await type("typed", [
    [/What is your blog called\?/, `Slow mornings${ENTER}`],
    [/Where will it be hosted\?/, DOWN + ENTER],
    [/At which address will it stand\?/, `https://slow.example/blog/${ENTER}`],
    [/In which language do you write\?/, ENTER],
    [/Who writes\?/, `Ann Example${ENTER}`],
  ]);
  assert.is(code, 0);
  assert.match(data("typed"), 'title: "Slow mornings",');
  assert.match(data("typed"), 'url: "https://slow.example/blog",');
  assert.match(data("typed"), 'lang: "en",');
  assert.match(data("typed"), 'publisher: "ann-example",');
  assert.ok(existsSync(join(root, "typed/netlify.toml")));
});

test("vervain new: an answer that cannot be is refused where it stands, and can be mended", async () => {
  const { code, screen } = await type("refused", [
    [/What is your blog called\?/, ENTER],
    [/Where will it be hosted\?/, ENTER],
    [/OWNER\/REPOSITORY for GitHub's own/, `blog${ENTER}`],
    [/expected an address such as https:\/\/blog\.example/, `${BACK.repeat(4)}Ann/blog${ENTER}`],
    [/In which language do you write\?/, `english words${ENTER}`],
    [/expected a language tag such as en or pt-BR/, `${BACK.repeat(13)}nl${ENTER}`],
    [/Who writes\?/, ENTER],
  ]);
  assert.is(code, 0, screen);
  assert.match(data("refused"), 'title: "Refused",');
  assert.match(data("refused"), 'url: "https://ann.github.io/blog",');
  assert.match(data("refused"), 'lang: "nl",');
  assert.match(data("refused"), 'publisher: "",');
});

test("vervain new: in a clone from GitHub the repository's address is what Enter takes", async () => {
  mkdirSync(join(root, "clone/.git"), { recursive: true });
  writeFileSync(join(root, "clone/.git/config"), '[remote "origin"]\n\turl = git@github.com:ann/naps.git\n');
  const { code } = await type("clone", [
    [/What is your blog called\?/, ENTER],
    [/Where will it be hosted\?/, ENTER],
    [/https:\/\/ann\.github\.io\/naps/, ENTER],
    [/In which language/, ENTER],
    [/Who writes\?/, ENTER],
  ]);
  assert.is(code, 0);
  assert.match(data("clone"), 'url: "https://ann.github.io/naps",');
});

test("vervain new: what the command line answers is not asked", async () => {
  const { code, screen } = await type("partly", [[/Who writes\?/, ENTER]], {
    title: "Partly",
    url: "https://partly.example",
    lang: "en",
    host: "other",
  });
  assert.is(code, 0);
  assert.not.match(screen, "called?");
});

for (const [at, steps] of [
  ["the first question", [[/called\?/, BREAK]]],
  [
    "the host",
    [
      [/called\?/, ENTER],
      [/hosted\?/, BREAK],
    ],
  ],
  [
    "the last question, half answered",
    [
      [/called\?/, ENTER],
      [/hosted\?/, ENTER],
      [/address/, `ann/blog${ENTER}`],
      [/language/, ENTER],
      [/writes\?/, `Ann${BREAK}`],
    ],
  ],
] as const satisfies readonly (readonly [string, readonly Step[]])[])
  test(`vervain new: broken off at ${at}, nothing is written`, async () => {
    const { code, screen } = await type("broken", steps);
    assert.is(code, 1);
    assert.match(screen, "Nothing was written.");
    assert.is(existsSync(join(root, "broken")), false);
  });

test.run();
