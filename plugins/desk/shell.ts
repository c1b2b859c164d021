import { counted, type Html, html, type Part } from "./html.ts";
import { placeOf } from "./problem-line.ts";
import { DESK, type DeskFacts, type StopFault } from "./types.ts";

/** Pages of the desk, in the order of its navigation. */
export const PAGES = [
  { name: "articles", url: DESK, text: "Articles" },
  { name: "lexicon", url: `${DESK}lexicon/`, text: "Lexicon" },
  { name: "duplicates", url: `${DESK}duplicates/`, text: "Near duplicates" },
  { name: "links", url: `${DESK}links/`, text: "Links" },
] as const;
export type PageName = (typeof PAGES)[number]["name"];

/** Addresses of what desk and panel are dressed in; the server answers for them. */
export const ASSETS = {
  deskStyle: `${DESK}assets/desk.css`,
  deskScript: `${DESK}assets/desk.js`,
  panelStyle: `${DESK}assets/panel.css`,
  panelScript: `${DESK}assets/panel.js`,
  font: `${DESK}assets/bitter-latin.woff2`,
} as const;

/** One page of the desk. */
export interface DeskPage {
  readonly name: PageName;
  readonly title: string;
  readonly lede: string;
  readonly content: Part;
  /** What was just done; "" for nothing. */
  readonly notice: string;
}

/** The whole document around a page of the desk. */
export function deskDocument({ name, title, lede, content, notice }: DeskPage, facts: DeskFacts): Html {
  const { site } = facts.corpus;
  const brandUrl = facts.views?.site.chrome.brandUrl ?? "";
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Desk of ${site.title}</title>
<link rel="preload" href="${ASSETS.font}" as="font" type="font/woff2" crossorigin>
<script src="${ASSETS.deskScript}"><\/script>
<link rel="stylesheet" href="${ASSETS.deskStyle}">
${brandUrl !== "" && html`<link rel="stylesheet" href="${brandUrl}">`}
</head>
<body class="desk">
<a class="skip" href="#v_main">Skip to content</a>
<header class="site"><div class="bar">
<a class="name" href="${DESK}">Desk <span>of ${site.title}</span></a>
<nav aria-label="Desk"><ul>
${PAGES.map(({ name: one, url, text }) => html`<li><a href="${url}"${one === name && html` aria-current="page"`}>${text}</a></li>`)}
<li><a href="/">The site</a></li>
</ul></nav>
</div></header>
<main id="v_main" data-live>
<h1>${title}</h1>
<p class="lede">${lede}</p>
<p class="said" role="status">${notice}</p>
${stoppedNote(facts.stopped)}
${content}
</main>
</body>
</html>
`;
}

/** What stopped the last build, so that what is shown is older; nothing when it went through. */
export function stoppedNote(stopped: readonly StopFault[]): Part {
  if (stopped.length === 0) return null;
  return html`<section class="stopped" aria-label="The last build stopped">
<p><strong>The last build stopped at ${counted(stopped.length, "fault")}.</strong> What you see is from the build before.</p>
<ul>${stopped.map((fault) => html`<li>${faultText(fault)}</li>`)}</ul>
</section>`;
}

/** A fault with its place, for one line. */
function faultText(fault: StopFault): Part {
  if (!("file" in fault)) return fault.message;
  return [html`<code>${placeOf(fault)}</code> `, html`<b>${fault.field}</b>: `, fault.message];
}
