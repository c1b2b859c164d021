import { readFileSync } from "node:fs";
import { Command } from "commander";
import { loadModulesOnce } from "../engine/short-run.ts";
import { packageFolder } from "../package-folder.ts";
import { reportFault } from "./faults.ts";
import { newOptions } from "./new-options.ts";

/** Runs a command loaded on demand: `vervain benefits` must not wait for Eleventy to load. */
function run<Arguments extends unknown[]>(
  load: () => Promise<(...values: Arguments) => Promise<number>>,
  { rebuilds = false } = {},
): (...values: Arguments) => Promise<void> {
  return async (...values) => {
    try {
      if (!rebuilds) loadModulesOnce();
      const command = await load();
      process.exitCode = await command(...values);
    } catch (error) {
      reportFault(error);
      process.exitCode = 1;
    }
  };
}

/** Gathers the values of an option that may be repeated. */
function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

/** The command line: every command with its options. Nothing of a command is loaded before it is called. */
export function commandLine(): Command {
  const { version } = JSON.parse(readFileSync(packageFolder("package.json"), "utf8")) as { version: string };
  const program = new Command("vervain")
    .version(version)
    .description("Health and wellness blogs with benefit collections, Also Read and health markup.")
    .showHelpAfterError("(vervain --help shows the commands)");

  newOptions(program.command("new").description("make a blog of your own in an empty folder")).action(
    run(async () => (await import("./new.ts")).newCommand),
  );

  program
    .command("article")
    .argument("<title>", "title of the article, in quotes")
    .description("make a new article, a draft with today's date")
    .option("--out <folder>", "folder of articles", "src/articles")
    .option("--data <folder>", "folder of people and settings", "_data")
    .option("--author <id>", "id in _data/people; default: the one person there is")
    .action(run(async () => (await import("./article.ts")).articleCommand));

  program
    .command("build")
    .description("build the site and swap it in when it is whole")
    .option("--config <file>", "Eleventy configuration file")
    .option("--output <folder>", "where the site goes")
    .option("--set-aside", "keep an output folder that Vervain did not make beside the site")
    .option("--check", "check every page first; an error keeps the last good site")
    .option("--no-cache", "drop what earlier builds kept in .cache/vervain, and make everything anew")
    .option("--verbose", "print every warning")
    .action(run(async () => (await import("./build.ts")).buildCommand));

  program
    .command("publish")
    .description(
      "send the built site to a bucket or a folder of releases; readers find a whole site at every moment",
    )
    .option("--config <file>", "Eleventy configuration file")
    .option("--plan", "show what would change, and change nothing")
    .option(
      "--apply <file>",
      "carry out a plan that --plan --json wrote, or refuse it if anything changed since",
    )
    .option("--rollback", "go back to the release before")
    .option("--json", "as JSON")
    .option("--delete-now", "delete what the site has lost at once, without waiting")
    .option("--allow-deletes <count>", "files that may go although they are many")
    .action(run(async () => (await import("./publish.ts")).publishCommand));

  program
    .command("serve")
    .description("serve on loopback with live reload; drafts are shown, marked")
    .option("--config <file>", "Eleventy configuration file")
    .option("--port <number>", "port", "8080")
    .action(run(async () => (await import("./serve.ts")).serveCommand, { rebuilds: true }));

  program
    .command("import")
    .argument("<files...>", "an export, a folder, or pages")
    .description(
      "bring a blog over: exports of WordPress, Ghost, Blogger, Medium, Substack, feeds; Jekyll, Hugo, Eleventy and Astro folders; saved sites; Markdown, saved pages; never overwrites",
    )
    .option("--into <folder>", "folder of the project (.)")
    .option("--plan", "show what would come over and write nothing; blogs only")
    .option("--media <folder>", "the old site's media files (wp-content/uploads); blogs only")
    .option(
      "--fetch-images [hosts]",
      "fetch pictures from these hosts, separated by commas; the old site's own where none is named; blogs only",
    )
    .option("--site <address>", "address of the old site, where the source does not say it; blogs only")
    .option("--types <types>", "other post types to make articles of, separated by commas")
    .option("--author <id>", "id in _data/people")
    .option("--date <date>", "YYYY-MM-DD")
    .option("--out <folder>", "folder for the articles (src/articles)")
    .option("--title <title>", "title instead of the page's own; one file only")
    .option("--tags <tags>", "separated by commas")
    .option("--verbose", "print everything that was left out")
    .action(run(async () => (await import("./import.ts")).importCommand));

  program
    .command("benefits")
    .argument("[files...]", "articles, at least one")
    .description("show what benefits are found in articles, what the site shows of them, and why")
    .option("--json", "one JSON object for scripts")
    .option("--without <rules>", "rules to leave out, separated by commas")
    .option("--lexicon <folder>", "folder of the site's lexicon (_data/lexicon)")
    .option("--data <folder>", "read by the settings in this folder, not by the configuration")
    .option("--config <file>", "Eleventy configuration file")
    .option("--confirm", "go through what waits for your word and write it into the front matter")
    .option("--accept <id>", "confirm this one in one file, without asking; may be repeated", collect)
    .option("--drop <id>", "drop this one in one file, without asking; may be repeated", collect)
    .option("--source <source>", "source of the grave ones that are accepted")
    .action(run(async () => (await import("./benefits.ts")).benefitsCommand));

  program
    .command("related")
    .argument("[article]", "id, path, file or title; none: the whole site")
    .description("explain an article's Also Read links (its id, path, file or title), or the whole site's")
    .option("--config <file>", "Eleventy configuration file")
    .option("--next <number>", "articles shown that came next", "5")
    .option("--json", "as JSON")
    .action(run(async () => (await import("./related-site.ts")).relatedSiteCommand));

  program
    .command("links")
    .argument("[article]", "id, path, file or title; none: the whole site")
    .description(
      "suggest links between articles (one's id, path, file or title, or all), and score those there are",
    )
    .option("--config <file>", "Eleventy configuration file")
    .option("--json", "as JSON")
    .option("--write", "ask about each suggestion and write those you take into the article")
    .option(
      "--accept <target>",
      "write the suggested link to this article, without asking; may be repeated",
      collect,
    )
    .option("--record", "put today's score into .vervain/links.csv")
    .action(run(async () => (await import("./links.ts")).linksCommand));

  program
    .command("review")
    .argument("<files...>", "articles or folders of them")
    .description("check articles as a careful health editor would")
    .option("--json", "the editor's report as JSON")
    .option("--html <file>", "write the editor's report as HTML")
    .option("--notes", "print notes too")
    .option("--drafts", "review drafts of a folder too")
    .option("--rules <levels>", "levels by rule: jargon=off,sources=warning")
    .option(
      "--data <folder>",
      "read by people, lexicon and settings in this folder, not by the configuration",
    )
    .option("--config <file>", "Eleventy configuration file")
    .option("--lock <file>", "file that remembers texts and their dates")
    .option("--accept", "take every date as right and write the lock anew")
    .option("--now <date>", "day of the review, YYYY-MM-DD")
    .action(run(async () => (await import("./review.ts")).reviewCommand));

  program
    .command("check")
    .argument("<folder>", "folder of a built site")
    .description("check a built site: graphs, visible facts, links, pages")
    .option("--json", "findings as JSON")
    .option("--url <address>", "address at which the folder is served")
    .option("--rule <name=level...>", "level of a rule: error, warning, note, off")
    .option("--notes", "print notes too")
    .option("--today <date>", "ISO date of the check")
    .action(run(async () => (await import("./check.ts")).checkCommand));

  const theme = program
    .command("theme")
    .description("what of the theme is replaced, and whether that still fits");
  const inFolders = (command: Command): Command =>
    command
      .option("--includes <folder>", "folder of your templates (_includes, or the one in the input folder)")
      .option("--input <folder>", "folder of your pages", "src");
  const loadTheme = () => import("./theme.ts");
  inFolders(theme.command("list").description("every file that can be replaced, and how yours stand")).action(
    run(async () => (await loadTheme()).listCommand),
  );
  theme
    .command("show")
    .argument("<path>", "as `vervain theme list` names it")
    .description("print the theme's own file")
    .action(run(async () => (await loadTheme()).showCommand));
  inFolders(
    theme
      .command("eject")
      .argument("<path>", "as `vervain theme list` names it")
      .description("copy a file of the theme's, to change it"),
  )
    .option("--keep", "take your file of that path as made for this release")
    .action(run(async () => (await loadTheme()).ejectCommand));
  inFolders(
    theme
      .command("doctor")
      .description("what an upgrade has done to your files; exit code 1 where one fell behind"),
  )
    .option("--json", "as JSON")
    .action(run(async () => (await loadTheme()).doctorCommand));
  inFolders(
    theme
      .command("merge")
      .argument("<path>", "as `vervain theme list` names it")
      .description("bring what the theme has changed into your file"),
  ).action(run(async () => (await loadTheme()).mergeCommand));

  return program;
}
