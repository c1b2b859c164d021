#!/usr/bin/env node
import { Command } from "commander";
import { reportFault } from "./faults.ts";

/** Runs a command loaded on demand: `vervain benefits` must not wait for Eleventy to load. */
function run<Arguments extends unknown[]>(
  load: () => Promise<(...values: Arguments) => Promise<number>>,
): (...values: Arguments) => Promise<void> {
  return async (...values) => {
    try {
      const command = await load();
      process.exitCode = await command(...values);
    } catch (error) {
      reportFault(error);
      process.exitCode = 1;
    }
  };
}

const program = new Command("vervain")
  .description("Health and wellness blogs with benefit collections, Also Read and health markup.")
  .showHelpAfterError("(vervain --help shows the commands)");

program
  .command("build")
  .description("build the site and swap it in when it is whole")
  .option("--config <file>", "Eleventy configuration file")
  .option("--output <folder>", "where the site goes")
  .option("--verbose", "print every warning")
  .action(run(async () => (await import("./build.ts")).buildCommand));

program
  .command("serve")
  .description("serve on loopback with live reload; drafts are shown, marked")
  .option("--config <file>", "Eleventy configuration file")
  .option("--port <number>", "port", "8080")
  .action(run(async () => (await import("./serve.ts")).serveCommand));

await program.parseAsync();
