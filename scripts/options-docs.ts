/**
 * Makes docs/options.md from the plugins' tables of options: names, kinds and
 * defaults from the schemas, words from the comments beside them.
 *
 *     npx tsx scripts/options-docs.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { z } from "zod/mini";
import { BENEFITS_OPTIONS } from "../plugins/benefits/options.ts";
import { ARTICLE_OPTIONS } from "../plugins/build/options.ts";
import { CHECK_OPTIONS } from "../plugins/check/options.ts";
import { SITE } from "../plugins/corpus/site.ts";
import { unwrapped } from "../plugins/options.ts";
import { PUBLISH } from "../plugins/publish/options.ts";
import { RELATED_OPTIONS, WEIGHTS } from "../plugins/related/options.ts";
import { REVIEW_OPTIONS } from "../plugins/review/options.ts";
import { FACTS, SCHEMA } from "../plugins/schema/options.ts";
import { THEME_OPTIONS } from "../plugins/theme/options.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FILE = `${ROOT}docs/options.md`;

/** One table of the page. */
interface Part {
  readonly heading: string;
  readonly intro: string;
  readonly schema: z.ZodMiniType;
  /** Where its comments stand: a file and the constant in it. */
  readonly source: readonly [file: string, constant: string];
  /** Written before each name. */
  readonly prefix?: string;
}

const own = (schema: z.ZodMiniObject): z.ZodMiniObject =>
  z.omit(
    schema,
    Object.fromEntries(Object.keys(ARTICLE_OPTIONS.shape).map((name) => [name, true])) as Record<
      string,
      true
    >,
  );

const PARTS: readonly Part[] = [
  {
    heading: "Of every plugin",
    intro: "One object may be handed to all plugins; each takes its own part.",
    schema: z.omit(ARTICLE_OPTIONS, { site: true }),
    source: ["plugins/build/options.ts", "ARTICLE_OPTIONS"],
  },
  {
    heading: "The site",
    intro: "`site`, as `defineSite({ … })` in `_data/site.ts` types and checks it.",
    schema: SITE,
    source: ["plugins/corpus/site.ts", "FIELDS"],
    prefix: "site.",
  },
  {
    heading: "Benefits",
    intro: "Of `benefits`.",
    schema: own(BENEFITS_OPTIONS),
    source: ["plugins/benefits/options.ts", "BENEFITS_OPTIONS"],
  },
  {
    heading: "Also Read",
    intro: "Of `related`. Each weight is 0..1; the similarity of the texts counts 1.",
    schema: own(RELATED_OPTIONS),
    source: ["plugins/related/options.ts", "RELATED_OPTIONS"],
  },
  {
    heading: "Review",
    intro: "Of `review`; the rules are in [review.md](review.md).",
    schema: own(REVIEW_OPTIONS),
    source: ["plugins/review/options.ts", "REVIEW_OPTIONS"],
  },
  {
    heading: "Checks",
    intro: "Of `build --check`; the rules are in [checks.md](checks.md).",
    schema: own(CHECK_OPTIONS),
    source: ["plugins/check/options.ts", "CHECK_OPTIONS"],
  },
  {
    heading: "The theme",
    intro: "Of `theme`.",
    schema: own(THEME_OPTIONS),
    source: ["plugins/theme/options.ts", "THEME_OPTIONS"],
  },
  {
    heading: "Health markup",
    intro: "Of `schema`.",
    schema: SCHEMA,
    source: ["plugins/schema/options.ts", "SCHEMA"],
    prefix: "schema.",
  },
  {
    heading: "What own layouts show",
    intro: "`facts` of `schema`, on a site without the theme.",
    schema: FACTS,
    source: ["plugins/schema/options.ts", "FACTS"],
    prefix: "facts.",
  },
  {
    heading: "Hosts",
    intro: "`publish` of `vervain`; of the plugin `publish` alone, without the prefix.",
    schema: PUBLISH,
    source: ["plugins/publish/options.ts", "PUBLISH"],
    prefix: "publish.",
  },
];

/** Schemas that a table names instead of writing them out, with where their comments stand. */
const NAMED: Readonly<Record<string, readonly [file: string, constant: string]>> = {
  TO: ["plugins/publish/options.ts", "TO"],
  WEIGHTS: ["plugins/related/options.ts", "WEIGHTS"],
};
void WEIGHTS;

/** docs/options.md as the tables have it. */
export function optionsDocs(): string {
  const tables = PARTS.map(({ heading, intro, schema, source, prefix = "" }) => {
    const rows = rowsOf(schema, literalOf(...source), prefix);
    return `## ${heading}\n\n${intro}\n\n| option | takes | what |\n|---|---|---|\n${rows.join("\n")}`;
  });
  return `# Options

<!-- Made by scripts/options-docs.ts from the tables that check them. -->

What \`vervain\` and its plugins take. All of an owner's options are checked when the plugin is added: everything that is wrong is said at once, with the nearest name for one that does not exist.

${tables.join("\n\n")}
`;
}

function rowsOf(schema: z.ZodMiniType, literal: ts.ObjectLiteralExpression | null, prefix: string): string[] {
  const { shape } = unwrapped(schema) as unknown as { shape: Readonly<Record<string, z.ZodMiniType>> };
  return Object.entries(shape).flatMap(([name, option]) => {
    const property = literal === null ? undefined : propertyOf(literal, name);
    const inner = unwrapped(option) as unknown as { shape?: object };
    const row = `| \`${prefix}${name}\` | ${kindOf(option)}${defaultOf(option)} | ${commentOf(property)} |`;
    if (inner.shape === undefined || name === "pages") return [row];
    return [row, ...rowsOf(option, property ? innerLiteral(property) : null, `${prefix}${name}.`)];
  });
}

/** What an option takes, in words. */
function kindOf(schema: z.ZodMiniType): string {
  const { type, innerType } = schema.def as unknown as { type: string; innerType?: z.ZodMiniType };
  if (type === "nullable") return `${kindOf(innerType as z.ZodMiniType)} or null`;
  if (innerType !== undefined) return kindOf(innerType);
  const def = unwrapped(schema).def as unknown as Record<string, unknown>;
  switch (def.type) {
    case "string":
      return "text";
    case "number":
      return "number";
    case "boolean":
      return "true or false";
    case "enum":
      return Object.values(def.entries as object)
        .map((value) => `\`${value}\``)
        .join(", ");
    case "literal":
      return (def.values as unknown[]).map((value) => `\`${JSON.stringify(value)}\``).join(", ");
    case "array":
      return `list of ${kindOf(def.element as z.ZodMiniType)}`;
    case "union":
      return (def.options as z.ZodMiniType[]).map(kindOf).join(" or ");
    case "tuple":
      return (def.items as z.ZodMiniType[]).map(kindOf).join(" and ");
    case "object":
    case "record":
      return "fields";
    default:
      return "see below";
  }
}

function defaultOf(schema: z.ZodMiniType): string {
  const { type, defaultValue, innerType } = schema.def as unknown as {
    type: string;
    defaultValue?: unknown;
    innerType?: z.ZodMiniType;
  };
  if (type === "default") return `; default \`${JSON.stringify(defaultValue)}\``;
  return innerType !== undefined && type !== "prefault" ? defaultOf(innerType) : "";
}

const sources = new Map<string, ts.SourceFile>();

function sourceOf(file: string): ts.SourceFile {
  const known = sources.get(file);
  if (known) return known;
  const source = ts.createSourceFile(file, readFileSync(ROOT + file, "utf8"), ts.ScriptTarget.ES2022, true);
  sources.set(file, source);
  return source;
}

/** The object literal in which a constant's schema lists its options. */
function literalOf(file: string, constant: string): ts.ObjectLiteralExpression {
  for (const statement of sourceOf(file).statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (name.getText() !== constant || initializer === undefined) continue;
      const literal = firstLiteral(initializer);
      if (literal !== null) return literal;
    }
  }
  throw new Error(`${file}: there is no table ${constant}.`);
}

function propertyOf(literal: ts.ObjectLiteralExpression, name: string): ts.PropertyAssignment | undefined {
  return literal.properties.find(
    (property): property is ts.PropertyAssignment =>
      ts.isPropertyAssignment(property) && property.name.getText() === name,
  );
}

function innerLiteral({ initializer }: ts.PropertyAssignment): ts.ObjectLiteralExpression | null {
  const named = /^(?:z\.\w+\(\s*)*([A-Z_]+)\b/.exec(initializer.getText())?.[1] ?? "";
  const place = NAMED[named];
  return place ? literalOf(...place) : firstLiteral(initializer);
}

/** The first `object({ … })` or `strictObject({ … })` in an expression, from outside in. */
function firstLiteral(node: ts.Node): ts.ObjectLiteralExpression | null {
  if (ts.isCallExpression(node) && /(?:strictObject|object|extend)$/.test(node.expression.getText())) {
    const [first] = node.arguments;
    if (first !== undefined && ts.isObjectLiteralExpression(first)) return first;
  }
  let found: ts.ObjectLiteralExpression | null = null;
  node.forEachChild((child) => {
    found ??= firstLiteral(child);
  });
  return found;
}

function commentOf(property: ts.PropertyAssignment | undefined): string {
  if (property === undefined) return "";
  const text = ts
    .getJSDocCommentsAndTags(property)
    .map((comment) => ts.getTextOfJSDocComment(comment.comment as string | undefined) ?? "")
    .join(" ");
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|").trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, optionsDocs());
