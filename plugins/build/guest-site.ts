import type MarkdownIt from "markdown-it";
import type { EleventyConfig, TemplateData } from "../eleventy.ts";
import { isArticlePath, projectPath, type Registration } from "./build.ts";
import type { Names } from "./names.ts";
import { currentBuild, renderFacts } from "./own-site.ts";
import { addAnchors, sanitizeWhere } from "./render.ts";

/**
 * Watches somebody else's site go by: notes each template with the data that
 * the host merged, and changes none. Only where the owner asks for anchors is
 * there something of ours in the text.
 */
export function watchGuestSite(config: EleventyConfig, registration: Registration, names: Names): void {
  config.addPreprocessor("vervain-article", "*", function meetTemplate(data) {
    const build = currentBuild(registration);
    if (build.met.size === 0) names.hide(data.collections, () => tagsOf(build.met.values()));
    build.met.set(projectPath(data.page.inputPath), data);
  });
  if (registration.options.trustsHtml === false)
    config.amendLibrary("md", (md: MarkdownIt) => sanitizeWhere(md, (env) => isArticle(registration, env)));
  if (registration.options.anchors)
    config.amendLibrary("md", (md: MarkdownIt) =>
      addAnchors(md, (env) => renderFacts(registration.build, env)),
    );
}

function tagsOf(pages: Iterable<TemplateData>): readonly string[] {
  return [...new Set([...pages].flatMap(({ tags }) => [tags ?? []].flat().map(String)))];
}

function isArticle({ build }: Registration, env: unknown): boolean {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  return inputPath !== undefined && build !== null && isArticlePath(projectPath(inputPath), build.roots);
}
