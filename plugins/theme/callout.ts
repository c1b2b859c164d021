import { escapeHtml } from "../page/escape.ts";
import type { CalloutView } from "../page/parts.ts";

/** The box "Also read" inside the text. Without an article of that title the words stay, without a link. */
export function renderCallout({ label, title, url, why }: CalloutView): string {
  const name =
    url === null
      ? `<cite>${escapeHtml(title)}</cite>`
      : `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;
  const reason = why === "" ? "" : `<span>${escapeHtml(why)}</span>`;
  return `<p class="also"><b>${escapeHtml(label)}</b>${name}${reason}</p>\n`;
}
