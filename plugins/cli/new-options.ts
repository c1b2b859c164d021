import type { Command } from "commander";

/** Hosts for which a new site brings what they need; `plugins/new` has them as a type. */
const HOSTS = "github, netlify, cloudflare, other";

/** Adds the options of `vervain new` to a command; `create-vervain` takes the same. */
export function newOptions(command: Command): Command {
  return command
    .argument("<folder>", "folder of the new site: one that is not there, or is empty")
    .option("--title <title>", "name of the blog")
    .option("--url <address>", "address at which it will stand")
    .option("--lang <tag>", "language, such as en or pt-BR")
    .option("--author <name>", "who writes")
    .option("--host <host>", `where it will be hosted: ${HOSTS}`)
    .option("--yes", "ask nothing")
    .option("--no-install", "leave npm install to you");
}
