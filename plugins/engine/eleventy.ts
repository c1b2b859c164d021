import { existsSync } from "node:fs";
// @ts-expect-error Eleventy 3.1 ships no types.
import Eleventy from "@11ty/eleventy";
import type { EleventyConfig } from "../eleventy.ts";
import { hostNames } from "../eleventy-names.ts";
import { eleventyPackage, nodeFault } from "../eleventy-package.ts";
import type { TemplateWriter } from "./internals.ts";

/** Chokidar's, as far as it is used: tells of files by their names from the folder `cwd`, or from here. */
export interface Watcher {
  readonly options?: { readonly cwd?: string };
  emit(event: string, ...values: unknown[]): boolean;
  /** Names of files and folders, by the folder that they are in, from `cwd` where that is set. */
  getWatched?(): Readonly<Record<string, readonly string[]>>;
}

/** What browsers are told after a build. */
interface ReloadEvent {
  /** Saved files, as templates name them. */
  readonly files?: readonly string[];
  readonly build?: {
    readonly templates?: readonly { readonly inputPath: string; readonly content?: unknown }[];
  };
}

/** Reads a configuration's file into the configuration. */
interface ConfigReader {
  readonly userConfig: EleventyConfig;
  requireLocalConfigFile?: (this: ConfigReader) => Promise<unknown>;
}

/** The parts of Eleventy's programmatic class that the command line uses; it ships no types. */
export interface EleventyRun {
  /** What the configuration comes to, once it is read. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What reads it; there once it begins. */
  readonly eleventyConfig?: ConfigReader;
  readonly writer?: TemplateWriter;
  /** Set once it watches. */
  readonly watcher?: Watcher;
  /** Reads the configuration and no more. */
  initializeConfig?(): Promise<void>;
  /** While it watches. */
  readonly watchManager?: { isBuildRunning(): boolean };
  /** Whether changed files, named "./a.md", have the configuration read again. */
  shouldTriggerConfigReset?(files: readonly string[]): boolean;
  init(): Promise<void>;
  write(): Promise<unknown>;
  toJSON(): Promise<unknown>;
  watch(): Promise<void>;
  serve(port: number): Promise<void>;
  stopWatch(): Promise<void>;
  /** Its server, there before it listens. */
  readonly eleventyServe?: {
    /** Told of what stopped a build while it watches. */
    sendError: (event: { readonly error: unknown }) => unknown;
    /** Told of the pages of a build while it watches: browsers that show one of a saved file take its text. */
    reload?: (event: ReloadEvent) => unknown;
    /** Begins it anew, with what the configuration says by now. */
    restart?: () => Promise<void>;
  };
  /** Told of a configuration that cannot be read while it watches. */
  readonly errorHandler?: { error: (error: unknown, words?: string) => unknown };
  disableLogger?(): void;
  readonly logger: {
    /** Sends what Eleventy says elsewhere; false: nowhere. */
    overrideLogger(logger: Readonly<Record<"log" | "warn" | "error", (line: string) => void>> | false): void;
  };
}

interface RunOptions {
  readonly configPath?: string;
  readonly output?: string;
  readonly runMode: "build" | "serve";
  readonly configure?: (config: EleventyConfig) => void;
}

/** Eleventy on this project's configuration. @throws {RangeError} on a Node too old for it */
export function createEleventy({ configPath, output, runMode, configure }: RunOptions): EleventyRun {
  const fault = nodeFault(eleventyPackage(), process.versions.node);
  if (fault !== null) throw new RangeError(fault);
  const Class = Eleventy as unknown as new (
    input: undefined,
    output: string | undefined,
    options: object,
  ) => EleventyRun;
  return new Class(undefined, output, {
    configPath: findConfig(configPath),
    runMode,
    // Only from the command line may a folder overrule the configuration's.
    source: "cli",
    quietMode: true,
    config: configure,
  });
}

/**
 * The configuration file: the one named, else the first usual one.
 *
 * @throws {RangeError} when there is none
 */
export function findConfig(named: string | undefined): string {
  const names = named === undefined ? hostNames().configs : [named];
  const found = names.find((path) => existsSync(path));
  if (!found)
    throw new RangeError(
      `config: expected ${names.join(" or ")}, received no such file. Run the command in the project's folder.`,
    );
  return found;
}
