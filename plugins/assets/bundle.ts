import { basename, dirname, join } from "node:path";
import { requirePackages } from "../needs.ts";
import { SetupError } from "../problem.ts";
import { joinLayers } from "./layers.ts";
import type { StyleTree } from "./style-tree.ts";

/** A style sheet or browser script as templates name it, and the file it is made from. */
export interface Entry {
  /** "styles/theme.css" */
  readonly logical: string;
  readonly file: string;
}

export interface Bundle {
  /** Logical name → URL with the hash in it. */
  readonly urls: ReadonlyMap<string, string>;
  /** Files to write; `path` is relative to the output folder. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Source files everything was made of, absolute. */
  readonly sources: readonly string[];
  /** What each style and script came to, by its logical name; not of what was compiled elsewhere. */
  readonly parts?: ReadonlyMap<string, Part>;
}

/** Browsers that know nesting, `:has` and cascade layers: all since the spring of 2023. */
const TARGETS = ["chrome111", "firefox113", "safari16.4"];

/**
 * Compiles, bundles and minifies; names carry a hash of the bytes. Fonts and
 * images that styles refer to come along, hashed too.
 *
 * @param styles where Sass finds what it loads
 * @param recall what an entry came to before, where it would come to the same; undefined: it is compiled
 * @throws {RangeError} with file and line for a fault in a style or script
 */
export async function bundleAssets(
  entries: readonly Entry[],
  styles: StyleTree,
  path: string,
  recall: (entry: Entry) => Part | undefined = () => undefined,
): Promise<Bundle> {
  if (entries.length > 0) requirePackages("assets", ["styles and scripts of your own"]);
  const parts = await Promise.all(entries.map((entry) => recall(entry) ?? bundleEntry(entry, styles, path)));
  const files = new Map(parts.flatMap(({ files }) => files.map((file) => [file.path, file] as const)));
  return {
    urls: new Map(parts.flatMap(({ logical, url, fonts }) => [[logical, url] as const, ...fonts])),
    files: [...files.values()],
    sources: [...new Set(parts.flatMap(({ sources }) => sources))].sort(),
    parts: new Map(parts.map((part) => [part.logical, part])),
  };
}

/** What a style or script came to. */
export interface Part {
  readonly logical: string;
  readonly url: string;
  /** Fonts that the style brings along, for pages that preload them: "fonts/bitter-latin.woff2" → URL. */
  readonly fonts: readonly (readonly [logical: string, url: string])[];
  readonly files: Bundle["files"];
  /** Styles or scripts that it was made of, absolute. */
  readonly sources: readonly string[];
}

async function bundleEntry({ logical, file }: Entry, styles: StyleTree, path: string): Promise<Part> {
  const isStyle = logical.endsWith(".css");
  const style = isStyle ? await compileStyle(file, styles) : null;
  const name = basename(logical).replace(/\.[a-z]+$/, "");
  const { build } = await import("esbuild");
  try {
    const result = await build({
      ...(style
        ? {
            stdin: {
              contents: joinLayers(style.css),
              resolveDir: dirname(file),
              loader: "css" as const,
              sourcefile: file,
            },
          }
        : { entryPoints: [file] }),
      bundle: true,
      minify: true,
      write: false,
      outdir: "/",
      entryNames: `${name}.[hash]`,
      assetNames: "[name].[hash]",
      publicPath: path,
      format: "iife",
      target: TARGETS,
      loader: { ".woff2": "file", ".svg": "file", ".png": "file" },
      logLevel: "silent",
      metafile: true,
      charset: "utf8",
    });
    const outputs = result.outputFiles.map((output) => ({
      path: join(path, basename(output.path)),
      bytes: output.contents,
    }));
    const main = outputs.find((output) => output.path.endsWith(isStyle ? ".css" : ".js"));
    if (!main) throw new SetupError(`${file}: expected a style or script, received nothing.`);
    const inputs = Object.keys(result.metafile.inputs).map((input) => join(process.cwd(), input));
    const fonts = Object.entries(result.metafile.outputs).flatMap(([output, made]) =>
      Object.keys(made.inputs)
        .filter((input) => output.endsWith(".woff2") && input.endsWith(".woff2"))
        .map((input) => [`fonts/${basename(input)}`, join(path, basename(output))] as const),
    );
    return { logical, url: main.path, fonts, files: outputs, sources: style ? style.sources : inputs };
  } catch (error) {
    throw new SetupError(wordFault(error, file, styles));
  }
}

async function compileStyle(file: string, styles: StyleTree): Promise<{ css: string; sources: string[] }> {
  // Sass takes 415 ms to load: only a build with styles to compile pays for it.
  const sass = await import("sass");
  const url = styles.addressOf(file);
  try {
    const { css, loadedUrls } = await sass.compileStringAsync(styles.load(url)?.contents ?? "", {
      url,
      importer: styles,
      importers: [styles],
    });
    const sources = loadedUrls
      .filter(({ protocol }) => protocol !== "sass:")
      .map((loaded) => styles.fileOf(loaded));
    return { css, sources: [...new Set([file, ...sources])] };
  } catch (error) {
    throw new SetupError(wordFault(error, file, styles));
  }
}

/** First fault of Sass or esbuild as `file:line: message`. */
function wordFault(error: unknown, file: string, styles: StyleTree): string {
  const { span, sassMessage, errors, message } = error as {
    span?: { start: { line: number }; url?: URL };
    sassMessage?: string;
    errors?: { text: string; location: { file: string; line: number } | null }[];
    message: string;
  };
  if (span)
    return `${span.url ? styles.fileOf(span.url) : file}:${span.start.line + 1}: style: ${sassMessage ?? message}`;
  const first = errors?.[0];
  if (first) return `${first.location?.file ?? file}:${first.location?.line ?? 0}: script: ${first.text}`;
  return message;
}
