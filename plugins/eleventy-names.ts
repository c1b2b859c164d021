import { eleventyPackage } from "./eleventy-package.ts";

/** Names by which an Eleventy knows files of a site. */
export interface EleventyNames {
  /** Configuration files, the first that is there counts. */
  readonly configs: readonly string[];
  /** Endings of templates that are scripts, without the first dot: "11ty.js". */
  readonly scripts: readonly string[];
  /** What stands before the ending of a data file: ".11tydata", "". */
  readonly dataSuffixes: readonly string[];
}

const ENDINGS = ["js", "mjs", "cjs", "ts", "mts", "cts"];

const OLD: EleventyNames = {
  configs: [
    "eleventy.config.ts",
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    ".eleventy.js",
  ],
  scripts: ["11ty.js", "11ty.cjs", "11ty.mjs", "11ty.ts", "11ty.cts", "11ty.mts"],
  dataSuffixes: [".11tydata", ""],
};

/** Eleventy 4 from alpha.10 on: Build Awesome's names, the old ones after them. @see 11ty/buildawesome, pull request 4294 */
const NEW: EleventyNames = {
  configs: [...ENDINGS.map((ending) => `buildawesome.config.${ending}`), ...OLD.configs],
  scripts: [...ENDINGS.map((ending) => `server.${ending}`), ...OLD.scripts],
  dataSuffixes: [".data", ...OLD.dataSuffixes],
};

/** The names that the Eleventy of a version knows; of one that is not known, all. */
export function eleventyNames(version: string): EleventyNames {
  return Number.parseInt(version, 10) < 4 ? OLD : NEW;
}

/** The names that the Eleventy beside this package knows. */
export function hostNames(): EleventyNames {
  try {
    return eleventyNames(eleventyPackage().version);
  } catch {
    return NEW;
  }
}

/** Endings of a file by which an owner replaces a generated page: what this Eleventy makes a page of. */
export function pageEndings(): readonly string[] {
  return ["njk", "md", "html", "liquid", ...hostNames().scripts];
}
