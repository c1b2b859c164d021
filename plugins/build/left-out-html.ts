import { articleMarkdown } from "../article/markdown.ts";
import type { OpenedArticle } from "../article/read.ts";
import type { Problem } from "../problem.ts";
import { leftOutElements } from "./sanitize.ts";

/** What an article holds in raw HTML and no reader will see, each kind once, by its first line. */
export function leftOutHtml({ file, body, bodyLine }: OpenedArticle): readonly Problem[] {
  if (!/<[a-z]/i.test(body)) return [];
  const found = new Map<string, number>();
  for (const token of articleMarkdown().parse(body, {})) {
    const line = (token.map?.[0] ?? 0) + bodyLine;
    const pieces =
      token.type === "html_block"
        ? [token]
        : (token.children ?? []).filter(({ type }) => type === "html_inline");
    for (const { content } of pieces)
      for (const name of leftOutElements(content)) if (!found.has(name)) found.set(name, line);
  }
  return [...found].map(([name, line]) => ({
    file,
    line,
    field: "text",
    message: `expected HTML that pages show, received <${name}>. It is left out; link to what it shows, or vouch for raw HTML with the option trustsHtml.`,
    severity: "warning",
  }));
}
