import { type Block, blocksOf, DOCS } from "./blocks.ts";
import { EXEMPT, type Kind, kindOf } from "./kinds.ts";

/** Every code block of the docs. */
export const blocks = DOCS.flatMap((doc) => blocksOf(doc));
/** Those that are tried. */
export const tried = blocks.filter((block) => !EXEMPT.some(({ fits }) => fits(block)));
/** Those of one kind. */
export const of = (kind: Kind): readonly Block[] => tried.filter((block) => kindOf(block) === kind);
/** "README.md:40". */
export const nameOf = ({ doc, line }: Block): string => `${doc}:${line}`;
/** The same as a name of a file. */
export const idOf = (block: Block): string =>
  nameOf(block)
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();

/** Text under which everything that front matter in the docs speaks of stands. */
export const BODY =
  "Rest may reduce stress.\n\nRest may reduce muscle pain.\n\nRest may reduce fatigue.\n\nRest may reduce depression.\n\nRest may improve sleep quality.\n\nRest may improve focus.\n\n## An evening at home\n\nAn hour without tasks.\n\n## A better mood\n\nIt may lift your mood.\n";

/** Templates that take the place of the theme's. */
export const overrides = (): readonly Block[] =>
  of("template").filter(({ text }) => text.includes("@theme/"));

/** The file that the sentence before a block names. */
export function fileOf(block: Block, otherwise: string): string {
  return /`((?:src|_includes|_data)\/[^`\s]+\.\w+)`/.exec(block.before)?.[1] ?? otherwise;
}

/** Where a reader puts an article of the docs. */
export const articleFile = (block: Block): string => fileOf(block, `src/articles/${idOf(block)}.md`);
