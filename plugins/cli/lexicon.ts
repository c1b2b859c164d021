import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileLexicon, type Lexicon } from "../benefits/lexicon.ts";
import { composeLexicon, LEXICON_FILES, type LexiconTexts } from "../benefits/lexicon-files.ts";
import { packageFolder } from "../package-folder.ts";
import type { Problem } from "../problem.ts";
import { shownPath } from "./shown-path.ts";

/** The site's part of the lexicon where a build looks for it; undefined where there is none. */
export function lexiconFolder({
  lexicon,
  data,
}: {
  readonly lexicon: string | null;
  readonly data: string;
}): string | undefined {
  const folder = lexicon ?? join(data, "lexicon");
  return existsSync(folder) ? folder : undefined;
}

/**
 * The lexicon that a build reads with: the package's, and over it the files of
 * `folder`, as many of them as there are. Faults in them are added to `problems`.
 *
 * @param folder `_data/lexicon` when none is named; that one may be missing
 */
export function loadLexicon(folder: string | undefined, problems: Problem[]): Lexicon {
  const directory = folder ?? join("_data", "lexicon");
  const isThere = existsSync(directory);
  if (!isThere && folder !== undefined) {
    const message = `expected a folder with lexicon files, received none of this name. Known files: ${LEXICON_FILES.join(", ")}.`;
    problems.push({ file: shownPath(folder), line: 0, field: "lexicon", message, severity: "error" });
  }
  const base = readTexts(packageFolder("_data/lexicon"));
  const composed = composeLexicon(base, isThere ? readTexts(directory) : null, shownPath(directory));
  problems.push(...composed.problems);
  return compileLexicon(composed.data);
}

function readTexts(folder: string): LexiconTexts {
  const texts = LEXICON_FILES.map((name) => {
    const path = join(folder, name);
    return [name, existsSync(path) ? readFileSync(path, "utf8") : ""];
  });
  return Object.fromEntries(texts) as LexiconTexts;
}
