/**
 * Prints what CHANGELOG.md says of the release that a tag names.
 *
 *     node scripts/release-notes.ts v0.1.0    # Node 22.18 or newer
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The section of a version, without its heading.
 *
 * @throws {RangeError} where the tag is not the version's, or the section is missing, empty or not dated out of "(unreleased)"
 */
export function releaseNotes(changes: string, version: string, tag: string): string {
  if (tag !== `v${version}`)
    throw new RangeError(
      `expected the tag v${version}, which package.json names, received "${tag}". Set the version, commit, and tag that.`,
    );
  const sections = changes.split(/^## /m).map((section) => section.split(/\n([\s\S]*)/, 2));
  const notes = sections.find(([heading]) => heading?.trim() === version)?.[1]?.trim() ?? "";
  if (notes === "")
    throw new RangeError(
      `CHANGELOG.md: expected a section "## ${version}" with what has changed, received none. Write it, or take "(unreleased)" off its heading.`,
    );
  return `${notes}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  const { version } = JSON.parse(read("package.json")) as { version: string };
  process.stdout.write(releaseNotes(read("CHANGELOG.md"), version, process.argv[2] ?? ""));
}
