/**
 * Makes docs/commands.md from the command line itself.
 *
 *     npx tsx scripts/commands-docs.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Argument, Command, Option } from "commander";
import { commandLine } from "../plugins/cli/program.ts";

const FILE = fileURLToPath(new URL("../docs/commands.md", import.meta.url));

/** Where more is said of a command than what it takes. */
const MORE: Readonly<Record<string, string>> = {
  new: "[From nothing to a published article](tutorial.md)",
  article: "[Writing](writing.md)",
  build: "[Putting the site online](deploy.md)",
  publish: "[How it goes out](deploy.md#vervain-publish)",
  serve: "[The panel and the desk](desk.md)",
  import: "[Bring your blog](import.md)",
  benefits: "[Benefits](benefits.md)",
  related: "[How Also Read ranks](related.md)",
  links: "[Links between articles](links.md)",
  review: "[Reviewing health content](review.md)",
  check: "[The rules of the checks](checks.md)",
  theme: "[Your files and the theme's next release](theme.md#your-files-and-the-themes-next-release)",
};

/** docs/commands.md as the command line has it. */
export function commandsDocs(): string {
  return `# Commands

<!-- Made by scripts/commands-docs.ts from the command line itself. -->

Every command of the command line, with every option. Where the package is installed, \`npx vervain COMMAND\`; in the repository, \`npm run --silent vervain -- COMMAND\`. Each answers \`--help\`, and a name that is nearly one of these is offered it. What stands in \`<…>\` is needed, what stands in \`[…]\` is not.

${commandLine()
  .commands.map((command) => partOf(command))
  .join("\n\n")}
`;
}

function partOf(command: Command): string {
  const more = MORE[command.name()];
  const head = `## ${command.name()}\n\n${sentence(command.description())}${more === undefined ? "" : ` More: ${more}.`}`;
  if (command.commands.length === 0) return `${head}\n\n${usage(command)}`;
  const parts = command.commands.map(
    (inner) => `### ${inner.name()}\n\n${sentence(inner.description())}\n\n${usage(inner)}`,
  );
  return [head, ...parts].join("\n\n");
}

/** What a command takes: words in their order, then options. */
function usage(command: Command): string {
  const rows = [...command.registeredArguments.map(argumentRow), ...command.options.map(optionRow)];
  return rows.length === 0
    ? "It takes nothing."
    : `| ${fullName(command)} | |\n|---|---|\n${rows.join("\n")}`;
}

function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

function argumentRow(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return `| \`${argument.required ? `<${name}>` : `[${name}]`}\` | ${argument.description} |`;
}

function optionRow({ flags, description, defaultValue }: Option): string {
  const standard =
    defaultValue === undefined || defaultValue === true ? "" : `; \`${defaultValue}\` otherwise`;
  return `| \`${flags}\` | ${description}${standard} |`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, "")}.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, commandsDocs());
