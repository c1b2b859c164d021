import type { HeaderRule } from "./headers.ts";
import { matchesPath } from "./paths.ts";

/** A day: who was told once that a file is not there asks again tomorrow. */
const A_DAY = "public, max-age=86400";

/**
 * The rules for hosts that send a rule's headers with "not found", too. There a
 * style that is asked for a moment too early, while a new version reaches the
 * host's places one after another, would be missing in that browser for a year.
 * So what is kept that long is named file by file; folders with more files than
 * there is room for are kept a day, the smallest first to be named.
 *
 * @param paths of all files, as readers ask for them
 * @param most paths that the host takes in all
 */
export function onlyExisting(
  rules: readonly HeaderRule[],
  paths: readonly string[],
  most: number,
): readonly HeaderRule[] {
  const found = new Map(
    rules
      .filter(isForever)
      .map((rule) => [rule, paths.filter((path) => rule.paths.some((at) => isNamed(at, path)))]),
  );
  let room = most - rules.reduce((sum, rule) => sum + (found.has(rule) ? 0 : rule.paths.length), 0);
  // Each folder needs a place for itself, named or not.
  let open = found.size;
  const named = new Map<HeaderRule, HeaderRule>();
  for (const [rule, files] of [...found].sort(([, a], [, b]) => a.length - b.length)) {
    open--;
    const fits = files.length <= room - open;
    room -= fits ? files.length : rule.paths.length;
    named.set(
      rule,
      fits ? { ...rule, paths: files } : { ...rule, headers: { ...rule.headers, "Cache-Control": A_DAY } },
    );
  }
  return rules.map((rule) => named.get(rule) ?? rule).filter(({ paths }) => paths.length > 0);
}

function isForever({ paths, headers }: HeaderRule): boolean {
  return /\bimmutable\b/.test(headers["Cache-Control"] ?? "") && paths.every((path) => path.endsWith("*"));
}

/** Paths that need no encoding: all that Vervain writes; others are asked for again each time. */
function isNamed(pattern: string, path: string): boolean {
  return matchesPath(pattern, path) && /^[\w./-]+$/.test(path);
}
