import { html, toText } from "../desk/html.ts";
import { ASSETS } from "../desk/shell.ts";
import type { EleventyConfig } from "../eleventy.ts";

/** Puts the panel's element on every page of the site that is served; a build has no such transform. */
export function addPanel(config: EleventyConfig): void {
  config.addTransform("vervain-panel", function panel(content) {
    const { url, outputPath } = this.page;
    if (typeof content !== "string" || url === false || outputPath === false || !outputPath.endsWith(".html"))
      return content;
    return withPanel(content, url);
  });
}

/** The page with the element before the end of its body, or at its own end. */
export function withPanel(page: string, url: string): string {
  const element = toText(
    html`<vervain-panel data-page="${url}"></vervain-panel><script type="module" src="${ASSETS.panelScript}"></script>`,
  );
  const at = Math.max(page.lastIndexOf("</body>"), page.lastIndexOf("</BODY>"));
  return at < 0 ? page + element : page.slice(0, at) + element + page.slice(at);
}
