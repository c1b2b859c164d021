import { fieldNames } from "../../plugins/article/front-matter.ts";
import { parseYaml } from "../../plugins/article/yaml.ts";
import type { Block } from "./blocks.ts";

/** How a block of the docs is tried. */
export type Kind =
  | "article"
  | "front matter"
  | "text"
  | "configuration"
  | "options"
  | "template"
  | "comment"
  | "redirects"
  | "lexicon"
  | "workflow step"
  | "commands"
  | "output";

/** A block that is not run here: why, and what holds it to the truth instead. */
export interface Exempt {
  readonly why: string;
  fits(block: Block): boolean;
  /** Most blocks that may be of this kind: what holds them reads no more. */
  readonly count: number;
  /** A test and words in it by which it is seen to read them. */
  readonly heldBy: readonly [file: string, words: string];
}

const DEPLOY = "docs/deploy.md";
const deployed = (language: string, words: string) => (block: Block) =>
  block.doc === DEPLOY && block.language === language && block.text.includes(words);

/** Blocks that are other tools' affair, or made from what is tested itself. A closed list. */
export const EXEMPT: readonly Exempt[] = [
  {
    why: "made from the table of rules, whose examples are all run",
    fits: ({ doc }) => doc === "docs/checks.md",
    count: Number.POSITIVE_INFINITY,
    heldBy: ["test/check/docs.test.ts", "checksDocs()"],
  },
  {
    why: "nginx's own: a real nginx reads it where there is one",
    fits: deployed("nginx", "server {"),
    count: 2,
    heldBy: ["test/publish/servers.ts", 'shown("nginx", folder, below)'],
  },
  {
    why: "Caddy's own: a real Caddy reads it where there is one",
    fits: deployed("caddy", "file_server"),
    count: 2,
    heldBy: ["test/publish/servers.ts", 'shown("caddy", folder, below)'],
  },
  {
    why: "Netlify's own",
    fits: deployed("toml", "[build]"),
    count: 1,
    heldBy: ["test/publish/deploy-docs.test.ts", 'snippets("toml")'],
  },
  {
    why: "wrangler's own: compared with what vervain new writes",
    fits: deployed("json", '"compatibility_date"'),
    count: 1,
    heldBy: ["test/publish/deploy-docs.test.ts", 'snippets("json")'],
  },
  {
    why: "needs an account or a server: read by bash",
    fits: ({ doc, language, text }) =>
      doc === DEPLOY &&
      language === "sh" &&
      /\bwrangler\b|\brsync\b|create-response-headers-policy/.test(text),
    count: 3,
    heldBy: ["test/publish/deploy-docs.test.ts", '"bash", ["-n"'],
  },
];

/** What a block is, by what stands in it; null: nothing that a test knows how to try. */
export function kindOf({ language, text }: Block): Kind | null {
  switch (language) {
    case "md":
      return text.startsWith("---\n") ? "article" : "text";
    case "yaml":
      return yamlKind(text);
    case "json":
      return jsonKind(text);
    case "js":
    case "ts":
      return /export default function|config\.addPlugin\(/.test(text) ? "configuration" : "options";
    case "njk":
    case "liquid":
    case "html":
      return /\{[{%]/.test(text) ? "template" : null;
    case "sh":
      return "commands";
    case "":
      return /^\$ |^(?:error|warning) \S+:/m.test(text) ? "output" : null;
    default:
      return null;
  }
}

function yamlKind(text: string): Kind | null {
  if (/^- uses: /.test(text)) return "workflow step";
  const read = parseYaml(text);
  if (!("data" in read)) return null;
  const names = Object.keys(read.data);
  if (Object.values(read.data).every((entry) => Object.hasOwn(Object(entry), "label"))) return "lexicon";
  return names.length > 0 && names.every((name) => (fieldNames() as readonly string[]).includes(name))
    ? "front matter"
    : null;
}

function jsonKind(text: string): Kind | null {
  const keys = Object.keys(JSON.parse(text) as object);
  if (keys.includes("status") && keys.includes("body")) return "comment";
  return keys.length > 0 && keys.every((key) => key.startsWith("/")) ? "redirects" : null;
}
