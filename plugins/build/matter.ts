import { createRequire } from "node:module";
import { eleventyPackage } from "../eleventy-package.ts";
import type { ReadMatter } from "./scoped-options.ts";

/** Eleventy's reader of headers: gray-matter for 3.1, a fork of it for 4. */
const NAMES = ["@11ty/gray-matter", "gray-matter"];

let reader: ReadMatter | undefined;

/** gray-matter as the Eleventy beside this package has it. @throws {Error} where it has none */
export const readMatter: ReadMatter = (text, options) => {
  reader ??= eleventysReader();
  return reader(text, options);
};

function eleventysReader(): ReadMatter {
  const { url, dependencies } = eleventyPackage();
  const name = NAMES.find((one) => Object.hasOwn(dependencies, one));
  if (name === undefined)
    throw new Error("article: expected an Eleventy that reads headers with gray-matter. Use 3.1 or 4.");
  return createRequire(url)(name) as ReadMatter;
}
