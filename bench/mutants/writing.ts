import type { Mutant } from "./mutant.ts";

/** Lines of the desk and of what it writes. */
export const WRITING: readonly Mutant[] = [
  {
    name: "desk: text of articles comes out as markup",
    file: "plugins/desk/html.ts",
    change: { from: "return escapeHtml(String(part));", to: "return String(part);" },
    tests: ["desk/pages.test.ts"],
    why: "An article runs a script where its writer may write files.",
  },
  {
    name: "desk: any page may ask to write",
    file: "plugins/cli/serve-write.ts",
    change: { from: "if (!isOwn) return", to: "if (false) return" },
    tests: ["cli/serve-write.test.ts"],
    why: "A page of somebody else's changes a writer's files.",
  },
  {
    name: "desk: the secret of the start is not asked for",
    file: "plugins/cli/serve-write.ts",
    change: { from: "if (given.length !== wanted.length ||", to: "if (given.length > 1e6 &&" },
    tests: ["cli/serve-write.test.ts"],
    why: "Who can send a request can write.",
  },
  {
    name: "desk: a file that was saved since is overwritten",
    file: "plugins/cli/serve-write.ts",
    change: {
      from: '"problem" in opened || stampOf(opened) !== form.get("stamp")',
      to: '"problem" in opened',
    },
    tests: ["cli/serve-write.test.ts"],
    why: "A decision is written beside words that it was not made of.",
  },
  {
    name: "desk: a file is replaced whatever it holds",
    file: "plugins/cli/write-file.ts",
    change: { from: "if (!readFileSync(real).equals(before)) return false;", to: "" },
    tests: ["cli/serve-write.test.ts"],
    why: "What was saved in the same moment is lost.",
  },
  {
    name: "desk: the lexicon is written wherever its folder leads",
    file: "plugins/cli/serve-write.ts",
    change: {
      from: "if (folder === undefined || !isWithin(folder)) return null;",
      to: "if (folder === undefined) return null;",
    },
    tests: ["cli/serve-write.test.ts"],
    why: "A link in a folder of content lets the desk write outside the site.",
  },
  {
    name: "desk: a page that cannot be read any more goes away",
    file: "plugins/cli/serve-files.ts",
    change: { from: "if (isUnread(source)) made.set(path, source);\n      else rmSync", to: "rmSync" },
    tests: ["cli/serve-desk.test.ts"],
    why: "A colon in a title takes the page from under its writer.",
  },
  {
    name: "desk: a grave proposal asks for no source",
    file: "plugins/desk/panel.ts",
    change: { from: "return grave !== null && article.sources.length === 0;", to: "return false;" },
    tests: ["desk/pages.test.ts", "cli/benefits.test.ts"],
    why: "A claim about cancer is confirmed in one click, without a source.",
  },
];
