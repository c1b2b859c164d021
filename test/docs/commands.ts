import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { ROOT } from "../project.ts";
import type { Block } from "./blocks.ts";
import type { Site } from "./site.ts";

/** A command of the docs: what runs it here. `here` is where the block's commands have led so far. */
interface Command {
  readonly pattern: RegExp;
  run(words: RegExpExecArray, here: Site, enter: (folder: string) => Site): void;
}

const manifest = (folder: string): { readonly scripts: Readonly<Record<string, string>> } =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Of a long command: that its script is there, and that a test or CI runs it. */
function heldElsewhere(script: string, file: string, words: RegExp): void {
  assert.ok(manifest(ROOT).scripts[script], `npm run ${script}`);
  assert.match(readFileSync(join(ROOT, file), "utf8"), words);
}

/** Commands that the docs may show. A closed list: what is not here is red. */
const COMMANDS: readonly Command[] = [
  {
    // The package create-vervain calls the same code; test/package.test.ts runs it from its tarball.
    pattern: /^npm create vervain@latest (\S+)$/,
    run: ([, folder = ""], here) => {
      const { code, output } = here.vervain("new", folder, "--yes", "--no-install");
      assert.is(code, 0, output);
    },
  },
  { pattern: /^cd (\S+)$/, run: ([, folder = ""], here, enter) => void enter(join(here.folder, folder)) },
  {
    // test/cli/serve.test.ts serves; here the new site's script is seen to be that command.
    pattern: /^npm start$/,
    run: (_, here) => assert.is(manifest(here.folder).scripts.start, "vervain serve"),
  },
  {
    // Needs a site with a target: each of its flags is run there.
    pattern: /^npx vervain publish\b(.*)$/,
    run: ([, flags = ""]) => {
      const tried = readFileSync(join(ROOT, "test/cli/publish.test.ts"), "utf8");
      for (const [flag] of flags.matchAll(/--[a-z-]+/g))
        assert.match(tried, new RegExp(`run\\([^)]*"${flag}"`));
    },
  },
  {
    // Needs a site whose articles name each other: each of its flags is run there.
    pattern: /^npx vervain links\b(.*)$/,
    run: ([, flags = ""]) => {
      const tried = readFileSync(join(ROOT, "test/cli/links.test.ts"), "utf8");
      for (const [flag] of flags.matchAll(/--[a-z-]+/g))
        assert.match(tried, new RegExp(`vervain\\("links"[^)]*"${flag}"`));
    },
  },
  {
    pattern: /^npx vervain (.+)$/,
    run: ([, words = ""], here) => {
      const { code, output } = here.vervain(...words.split(" "));
      assert.is(code, 0, `vervain ${words}\n${output}`);
    },
  },
  { pattern: /^npm ci$/, run: () => heldElsewhere("test", ".ci/run", /^\(npm ci && npm test\)/m) },
  { pattern: /^npm test$/, run: () => heldElsewhere("test", ".ci/run", /^\(npm ci && npm test\)/m) },
  { pattern: /^npm run build$/, run: () => heldElsewhere("build", ".ci/run", /npm run --silent build/) },
  {
    pattern: /^npm run audit(?: -- (.+))?$/,
    run: ([, flags = ""]) => {
      heldElsewhere("audit", "test/audit.test.ts", /--quick/);
      const source = readFileSync(join(ROOT, "bench/audit/run.ts"), "utf8");
      for (const [flag] of flags.matchAll(/--[a-z]+/g)) assert.ok(source.includes(flag), flag);
    },
  },
];

/** Runs each command of a block, in order, as somebody does who types them in. @throws for one that nothing here knows */
export function runCommands({ text, doc, line }: Block, site: Site, at: (folder: string) => Site): void {
  let here = site;
  const commands = text
    .split("\n")
    .flatMap((row) => row.replace(/\s+#.*$/, "").split(" && "))
    .map((command) => command.trim())
    .filter((command) => command !== "");
  for (const command of commands) {
    const found = COMMANDS.find(({ pattern }) => pattern.test(command));
    if (found === undefined)
      throw new Error(`${doc}:${line}: expected a command that a test runs, received "${command}".`);
    found.run(found.pattern.exec(command) as RegExpExecArray, here, (folder) => {
      assert.ok(existsSync(folder), folder);
      here = at(folder);
      return here;
    });
  }
}
