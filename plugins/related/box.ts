/** An article to be offered. */
export interface BoxLink {
  readonly url: string;
  readonly title: string;
}

/** A box that offers an article, for sites with layouts of their own; the theme draws its own. */
export function boxHtml({ url, title }: BoxLink): string {
  return `<p class="also"><b>Also read</b> <a href="${escapeText(url)}">${escapeText(title)}</a></p>`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };

function escapeText(text: string): string {
  return text.replace(/[&<"]/g, (character) => ESCAPES[character] as string);
}
