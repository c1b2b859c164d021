import { posix } from "node:path";
import type MarkdownIt from "markdown-it";

/**
 * Lets links that name a file of Markdown, as editors and other hosts of the
 * files follow them, lead to its page: `[tea](../herbs/tea.md#steep)`.
 *
 * @param addressOf path on the site of the page that a file makes, by the path of the page that links and its link; null: stays as written
 */
export function linkTexts(md: MarkdownIt, addressOf: (env: unknown, href: string) => string | null): void {
  md.core.ruler.push("vervain_text_links", ({ tokens, env }) => {
    for (const { children } of tokens)
      for (const token of children ?? []) {
        const href = token.type === "link_open" ? (token.attrGet("href") ?? "") : "";
        const address = isTextFile(href) ? addressOf(env, href) : null;
        if (address !== null) token.attrSet("href", address);
      }
  });
}

function isTextFile(href: string): boolean {
  return /^(?![a-z][a-z0-9+.-]*:|\/\/)[^?#]+\.(?:md|markdown)(?:[?#]|$)/i.test(href);
}

/**
 * The file that a link names, relative to the project.
 *
 * @param file the file that links, relative to the project
 * @param input the input folder, relative to the project
 */
export function linkedFile(
  href: string,
  file: string,
  input: string,
): { readonly file: string; readonly rest: string } {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(href) ?? [];
  const plain = decoded(path);
  const from = plain.startsWith("/") ? input : posix.dirname(file);
  return { file: posix.normalize(posix.join(from, plain)), rest };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
