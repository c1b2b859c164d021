import type { Article } from "../article/types.ts";
import { isWrittenInEnglish } from "./english/written.ts";
import type { Token } from "./tokens.ts";

/** A language whose articles can be read for benefits. */
export interface Language {
  /** Primary subtag of BCP 47. */
  readonly code: string;
  /** False where a text is plainly written in another language, whatever its front matter says. */
  readonly isWritten: (texts: Iterable<readonly Token[]>) => boolean;
}

const LANGUAGES: readonly Language[] = [{ code: "en", isWritten: isWrittenInEnglish }];

/** The language to read an article with; null where there is none: it then yields no claim at all. */
export function languageOf(article: Article, tokensOf: (text: string) => readonly Token[]): Language | null {
  const code = article.lang.toLowerCase().split(/[-_]/)[0];
  const language = LANGUAGES.find((one) => one.code === code);
  return language?.isWritten(textsOf(article, tokensOf)) ? language : null;
}

function* textsOf({ title, blocks, sections }: Article, tokensOf: (text: string) => readonly Token[]) {
  for (const { text, kind } of blocks) if (kind !== "code") yield tokensOf(text);
  yield tokensOf(title);
  for (const { heading } of sections) yield tokensOf(heading);
}
