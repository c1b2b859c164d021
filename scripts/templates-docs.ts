/**
 * Makes docs/templates.md from the theme itself: layouts and partials by the
 * comments at their heads, blocks as they stand in them, view models from
 * `_includes/models.json`.
 *
 *     npx tsx scripts/templates-docs.ts
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FILE = `${ROOT}docs/templates.md`;

interface Template {
  readonly path: string;
  readonly source: string;
  /** What it is, in a sentence; "" where only its data is named. */
  readonly what: string;
  /** What it reads, as its comment says. */
  readonly reads: string;
}

const HEAD = `# Layouts, blocks and view models

<!-- Made by scripts/templates-docs.ts from the theme's templates and models.json. -->

Every template of the theme, and what it can read: for whoever replaces a block, a component or a page. How that is done, and what becomes of it at the next release, is in [The theme](theme.md#make-it-yours).

A layout is given \`view\`, the view model of its page, and \`t\`, the words of its language; a partial what its line names. \`view.kind\` tells the kinds apart. Fields are added in minor versions and removed in major ones; what each holds stands in \`plugins/page/types.ts\` and \`parts.ts\`.
`;

/** The page as the theme makes it. */
export function templatesDocs(): string {
  const models = JSON.parse(readFileSync(`${ROOT}_includes/models.json`, "utf8")) as Record<string, string>;
  const layouts = templatesIn("layouts").map(
    ({ path, source, what, reads }) => [code(path), what, modelsIn(reads, models), blocksIn(source)] as const,
  );
  const partials = templatesIn("partials").map(({ path, what, reads }) => [code(path), what, reads] as const);
  return [
    HEAD,
    "## Layouts and their blocks\n",
    "`layouts/base.njk` is under all others, whose blocks stand in its `content`.\n",
    table(["layout", "page", "view", "blocks, as they stand"], layouts),
    "## Partials\n",
    table(["partial", "what", "reads"], partials),
    "## View models\n",
    "Those of pages have the fields of *every page*, too.\n",
    table(["model", "fields"], modelRows(models)),
  ].join("\n");
}

/** Every model with its fields; those that all pages have once, in a row of their own. */
function modelRows(models: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const all = Object.entries(models).map(([name, fields]) => [name, fields.split(" ")] as const);
  const isPage = (fields: readonly string[]): boolean =>
    fields.includes("kind") && fields.includes("breadcrumb");
  const pages = all.filter(([, fields]) => isPage(fields));
  const common = (pages[0]?.[1] ?? []).filter((field) => pages.every(([, fields]) => fields.includes(field)));
  return [
    ["*every page*", common.map(code).join(" ")],
    ...all.map(([name, fields]) => {
      const own = isPage(fields) ? fields.filter((field) => !common.includes(field)) : fields;
      return [code(name), own.map(code).join(" ")] as const;
    }),
  ];
}

function templatesIn(folder: string): readonly Template[] {
  return readdirSync(`${ROOT}_includes/${folder}`)
    .filter((name) => name.endsWith(".njk"))
    .sort()
    .map((name) => readTemplate(`${folder}/${name}`));
}

/** @throws {Error} for a template whose first lines do not say what it reads */
function readTemplate(path: string): Template {
  const source = readFileSync(`${ROOT}_includes/${path}`, "utf8");
  const head = /^\{#-([\s\S]*?)-?#\}/.exec(source)?.[1]?.replace(/\s+/g, " ").trim() ?? "";
  const [, what = "", reads = ""] = /^(.*?)\s*Data: (.*?\.)(?: Blocks\b.*)?$/.exec(head) ?? [];
  if (reads === "") throw new Error(`${path}: expected "Data: …" in its first comment, received "${head}".`);
  return { path, source, what, reads };
}

/** Models that a comment names. */
function modelsIn(reads: string, models: Readonly<Record<string, string>>): string {
  const named = [...reads.matchAll(/\b[A-Z]\w+\b/g)].flatMap(([name]) =>
    name in models ? [code(name)] : [],
  );
  return named.length > 0 ? named.join(", ") : "every one";
}

function blocksIn(source: string): string {
  return [...new Set([...source.matchAll(/\{%-? block (\w+)/g)].map(([, name = ""]) => code(name)))].join(
    " ",
  );
}

const code = (text: string): string => `\`${text}\``;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")).replaceAll(" ", ""), ...rows.map(line), ""].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, templatesDocs());
