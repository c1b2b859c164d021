import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { cancel, intro, select, text } from "@clack/prompts";
import { Command } from "commander";
import pc from "picocolors";
import { packagesFor } from "../needs.ts";
import { type Answers, HOSTS, type Known, type Question, questions, takeAnswers } from "../new/answers.ts";
import { clonedFrom } from "../new/github.ts";
import { siteFiles, type Versions } from "../new/site-files.ts";
import { packageFolder } from "../package-folder.ts";
import { reportFault } from "./faults.ts";
import { newOptions } from "./new-options.ts";
import { shownPath } from "./shown-path.ts";

/** Options of `vervain new`, as the command line gives them. */
export interface NewOptions {
  readonly title?: string;
  readonly url?: string;
  readonly lang?: string;
  readonly author?: string;
  readonly host?: string;
  /** Ask nothing. */
  readonly yes?: boolean;
  /** False: leave `npm install` to the owner. */
  readonly install?: boolean;
}

/** Who is asked: where keys come from, and where questions are shown. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
}

/** What the folder may hold and still count as empty: a new repository, and what systems leave anywhere. */
const NOTHING = new Set([".git", ".DS_Store", "Thumbs.db"]);

/** The command of the package `create-vervain`: `vervain new` under a name of its own. @param values without node and script */
export async function create(values: readonly string[]): Promise<void> {
  const command = newOptions(new Command("create-vervain").description("A health blog of your own."));
  command.action(async (folder: string, options: NewOptions) => {
    process.exitCode = await newCommand(folder, options).catch((error: unknown) => {
      reportFault(error);
      return 1;
    });
  });
  await command.parseAsync(values, { from: "user" });
}

/**
 * Makes a site in a folder and installs what it needs. Exit code: 0; 1 where a
 * question was left unanswered or the install failed, with the files in place.
 *
 * @throws {RangeError} for a folder that is not empty and answers that cannot be, before anything is written
 */
export async function newCommand(
  folder: string,
  options: NewOptions,
  terminal: Terminal = { input: process.stdin, output: process.stdout },
): Promise<number> {
  requireEmpty(folder);
  const answers = await answersOf(folder, options, terminal);
  if (answers === null) return 1;
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: answers.timeZone });
  const files = siteFiles(answers, versions(answers), today);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // "wx": what has come into the folder since it was looked at is not overwritten either.
    writeFileSync(join(folder, path), text, { flag: "wx" });
  }
  console.log(`${pc.green("made")} ${shownPath(folder)} · ${files.size} files`);
  const isInstalled = options.install !== false && install(folder);
  const steps = [
    ...(resolve(folder) === process.cwd() ? [] : [`cd ${quoted(shownPath(folder))}`]),
    ...(isInstalled ? [] : ["npm install"]),
    "npm start",
  ];
  console.log(`\nNext:\n${steps.map((step) => `  ${step}`).join("\n")}\n\nREADME.md there says the rest.`);
  return options.install === false || isInstalled ? 0 : 1;
}

/** @throws {RangeError} for a folder that holds something, or a file */
function requireEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new RangeError(`new: expected a folder, received the file "${folder}". Name another.`);
  const held = readdirSync(folder).filter((name) => !NOTHING.has(name));
  if (held.length === 0) return;
  const named = held.sort().slice(0, 3).join(", ");
  throw new RangeError(
    `new: expected an empty folder, received "${folder}", which holds ${named}${held.length > 3 ? ", …" : ""}. Nothing was written; name another folder.`,
  );
}

/** The answers, asked where nobody has given them and somebody is there to ask; null where the asking was broken off. */
async function answersOf(folder: string, options: NewOptions, terminal: Terminal): Promise<Answers | null> {
  const known: Known = { folder: basename(resolve(folder)), repository: repositoryOf(folder) };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const given: Partial<Record<Question["name"], string>> = {};
  const names = questions(known).map(({ name }) => name);
  for (const name of names) if (options[name] !== undefined) given[name] = options[name];
  takeAnswers(given, known, timeZone);
  if (options.yes !== true && terminal.input.isTTY && terminal.output.isTTY) {
    intro("A blog of your own", terminal);
    for (const name of names) {
      // What was answered before words the next question.
      const question = questions(known, given.host).find((one) => one.name === name);
      if (question === undefined || given[name] !== undefined) continue;
      const answer = await ask(question, terminal);
      if (typeof answer === "symbol") {
        cancel("Nothing was written.", terminal);
        return null;
      }
      given[name] = answer || question.usual;
    }
  }
  return takeAnswers(given, known, timeZone);
}

/** Of a repository that was cloned empty, to be filled. */
function repositoryOf(folder: string): string | null {
  const file = join(folder, ".git/config");
  return existsSync(file) ? clonedFrom(readFileSync(file, "utf8")) : null;
}

function ask({ name, ask: message, usual, fault }: Question, terminal: Terminal): Promise<string | symbol> {
  if (name === "host")
    return select({
      message,
      options: HOSTS.map((value) => ({ value, label: HOST_LABELS[value] })),
      ...terminal,
    });
  const validate = (value: string | undefined): string | undefined =>
    fault(value?.trim() || usual) ?? undefined;
  return text({ message, placeholder: usual, validate, ...terminal });
}

const HOST_LABELS = {
  github: "GitHub Pages",
  netlify: "Netlify",
  cloudflare: "Cloudflare Workers",
  other: "somewhere else, or not known yet",
} as const;

/** What this very package and its tests run with. */
function versions({ lang }: Answers): Versions {
  const { version, devDependencies, peerDependencies } = JSON.parse(
    readFileSync(packageFolder("package.json"), "utf8"),
  ) as {
    readonly version: string;
    readonly devDependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  const eleventy = "@11ty/eleventy";
  return {
    vervain: version,
    eleventy: devDependencies?.[eleventy] ?? peerDependencies[eleventy] ?? "^3.1.0",
    packages: packagesFor([
      "pictures",
      "search",
      "social cards",
      ...(lang === "en" || lang.startsWith("en-") ? [] : (["Also Read in your language"] as const)),
    ]),
  };
}

function install(folder: string): boolean {
  console.log("Installing (npm install) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0)
    console.error(`${pc.yellow("warning")} npm install did not end well; the site's files are in place.`);
  return status === 0;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}
