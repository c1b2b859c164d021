import { uniqueSlugs } from "../plugins/article/anchors.ts";
import { readInline } from "../plugins/article/inline.ts";
import { createMarkdown, type Token } from "../plugins/article/markdown.ts";

/** A heading of a page that its list of contents leads to. */
interface ContentsEntry {
  readonly text: string;
  readonly anchor: string;
}

/** Longest description, in characters: `vervain check` warns above 200. */
const DESCRIPTION_LIMIT = 180;

/** Documents at the top of the repository that are pages of the site, beside all of docs. */
export const TOP_DOCS: readonly string[] = [
  "README.md",
  "DESIGN.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
];

/** Path on the site of a document: README is the home page, docs/index.md `/docs/`, docs/writing.md `/writing/`. */
export function addressOf(file: string): string {
  if (file === "README.md") return "/";
  if (file === "docs/index.md") return "/docs/";
  return `/${file
    .replace(/^docs\//, "")
    .replace(/\.\w+$/, "")
    .toLowerCase()}/`;
}

/**
 * A document as a page of the site: its first heading is the title, its first
 * paragraph the description, its headings of the second level the contents.
 *
 * @param file path in the repository
 * @param titleOf title of a document by its file's name, for links that are worded by it; null: none of that name
 * @throws {Error} for a document without a heading or a paragraph
 */
export function docsPage(
  file: string,
  source: string,
  titleOf: (name: string) => string | null = () => null,
): string {
  const [heading = "", title = ""] = /^# (.+)\n/m.exec(source) ?? [];
  const body = source.replace(heading, "");
  const tokens = createMarkdown().parse(body, {});
  const description = firstParagraph(tokens);
  if (title === "" || description === "")
    throw new Error(
      `${file}: expected a heading "# …" and a paragraph, received neither or one. Begin with both.`,
    );
  const fields = {
    title,
    description: shortened(description),
    permalink: addressOf(file),
    contents: contentsOf(tokens),
  };
  const header = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `---\n${header.join("")}---\n${titledLinks(pageLinks(body), titleOf)}`;
}

/** A workflow to copy, as a page that shows it. */
export function workflowPage(file: string, source: string): string {
  const name = file.replace(/^.*\//, "");
  const [, title = name] = /^name: (.+)$/m.exec(source) ?? [];
  const sentence = `Copy it to \`.github/workflows/${name}\` in the repository of your blog.`;
  return docsPage(file, `# Workflow: ${title}\n\n${sentence}\n\n\`\`\`yaml\n${source}\`\`\`\n`);
}

/** Workflows have pages, which are named as Markdown is. */
function pageLinks(body: string): string {
  return body.replace(/(\]\(workflows\/\w+)\.yml\)/g, "$1.md)");
}

/** A link that is worded by its file's path, which a site does not show, is worded by its page's title. */
function titledLinks(body: string, titleOf: (name: string) => string | null): string {
  return body.replace(
    /\[(?:[\w-]+\/)*([\w-]+\.md)\](?=\([^()\s]*\1(?:#[\w-]+)?\))/g,
    (words, name: string) => {
      const title = titleOf(name);
      return title === null ? words : `[${title}]`;
    },
  );
}

/** What stands in the first heading of a document; null where there is none. */
export function titleIn(source: string): string | null {
  return /^# (.+)$/m.exec(source)?.[1] ?? null;
}

function firstParagraph(tokens: readonly Token[]): string {
  const at = tokens.findIndex(({ type, level }) => type === "paragraph_open" && level === 0);
  return readInline(tokens[at + 1]?.children ?? [], 0).text;
}

/** As many whole sentences as have room, else words. */
function shortened(text: string): string {
  if (text.length <= DESCRIPTION_LIMIT) return text;
  const start = text.slice(0, DESCRIPTION_LIMIT);
  const end = start.lastIndexOf(". ");
  return end > 0 ? start.slice(0, end + 1) : `${start.slice(0, start.lastIndexOf(" "))} …`;
}

/** Anchors as the site's own renderer gives them: over all headings, so that a second of one name has its number. */
function contentsOf(tokens: readonly Token[]): readonly ContentsEntry[] {
  const toId = uniqueSlugs();
  return tokens.flatMap((token, at) => {
    if (token.type !== "heading_open") return [];
    const { text } = readInline(tokens[at + 1]?.children ?? [], 0);
    const anchor = toId(text, token.attrGet("id"));
    return token.tag === "h2" ? [{ text, anchor }] : [];
  });
}
