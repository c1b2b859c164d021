import { folderOfSite } from "../build/place.ts";
import { type Html, html, toText } from "../desk/html.ts";
import { ASSETS } from "../desk/shell.ts";
import { DESK } from "../desk/types.ts";
import type { EleventyConfig } from "../eleventy.ts";

/** Puts the panel's element on every page of the site that is served; a build has no such transform. */
export function addPanel(config: EleventyConfig): void {
  config.addTransform("vervain-panel", function panel(content) {
    const { url, outputPath } = this.page;
    if (typeof content !== "string" || url === false || outputPath === false || !outputPath.endsWith(".html"))
      return content;
    return withPanel(content, url, folderOfSite(config));
  });
}

/** The panel's element: which page it stands on, and where the desk is asked for it. */
export function panelElement(url: string, folder: string): Html {
  return html`<vervain-panel data-page="${url}"${folder !== "" && html` data-desk="${folder}${DESK}"`}></vervain-panel>`;
}

/** The page with the element before the end of its body, or at its own end. */
export function withPanel(page: string, url: string, folder = ""): string {
  const element = toText(
    html`${panelElement(url, folder)}<script type="module" src="${folder}${ASSETS.panelScript}"><\/script>`,
  );
  const at = Math.max(page.lastIndexOf("</body>"), page.lastIndexOf("</BODY>"));
  return at < 0 ? page + element : page.slice(0, at) + element + page.slice(at);
}
