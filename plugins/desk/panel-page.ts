import type { CardView, RelatedView } from "../page/parts.ts";
import type { Problem } from "../problem.ts";
import type { GraphNode } from "./graph-lines.ts";
import { counted, type Html, html, type Part } from "./html.ts";
import type { Panel, ResultLook, ShownBenefit, WaitingBenefit } from "./panel.ts";
import { problemLine } from "./problem-line.ts";
import { ASSETS, stoppedNote } from "./shell.ts";
import { DESK, type DeskFacts } from "./types.ts";

/** What the panel needs beside the page's own facts. */
export interface PanelSetting extends Pick<DeskFacts, "token" | "stampOf"> {
  /** Address of the picture that is shared, as this server has it; "" where it is drawn with the build. */
  readonly cardPath: string;
  /** Whether the page, as it is served, names a picture to be shared: a layout of the owner's may name none. */
  readonly namesPicture: boolean;
  /** What the card will say; null where there is none. */
  readonly cardText: { readonly site: string; readonly number: string; readonly title: string } | null;
}

/** The panel as a document: the element on the page takes its body. */
export function panelDocument(panel: Panel | null, setting: PanelSetting): Html {
  return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Panel</title><link rel="stylesheet" href="${ASSETS.panelStyle}"></head>
<body>${panel === null ? nothing() : panelBody(panel, setting)}</body></html>
`;
}

function nothing(): Part {
  return html`<div data-summary="Desk" data-errors="0"><p>The last build made no page here. <a href="${DESK}">To the desk</a></p></div>`;
}

function panelBody(panel: Panel, setting: PanelSetting): Part {
  const { errors, stopped, points, notes } = panel;
  return html`<div data-summary="${summaryOf(panel)}" data-errors="${errors.length + stopped.length}">
<p class="about">${panel.file !== "" && html`<code>${panel.file}</code> `}${stateText(panel)}</p>
<p class="said" role="status"></p>
${panel.state === "unreadable" && html`<p class="stopped"><strong>The file cannot be read as it stands.</strong> What you see is the last page that could be made of it.</p>`}
${stoppedNote(stopped)}
${errors.length > 0 && html`<h3>${counted(errors.length, "error")}</h3><ul class="problems">${errors.map(ownLine)}</ul>`}
${points.length > 0 && html`<h3>${counted(points.length, "open point")}</h3><ul class="problems">${points.map(ownLine)}</ul>`}
${errors.length + points.length + stopped.length === 0 && panel.file !== "" && html`<p class="well">Nothing to mend.</p>`}
${notes.length > 0 && fold(counted(notes.length, "note"), html`<ul class="problems">${notes.map(ownLine)}</ul>`)}
${panel.id !== "" && benefitParts(panel, setting)}
${panel.id !== "" && readingPart(panel)}
${graphPart(panel.graph)}
${looksPart(panel, setting)}
<p class="more"><a href="${DESK}">All articles at the desk</a></p>
</div>`;
}

/** The file is named above: the line is enough. */
function ownLine(problem: Problem): Part {
  return problemLine(problem, problem.line > 0 ? `line ${problem.line}` : "");
}

/** What the closed panel says of the page. */
function summaryOf({ errors, stopped, points, waiting }: Panel): string {
  const faults = errors.length + stopped.length;
  const parts = [
    ...(faults > 0 ? [counted(faults, "error")] : []),
    ...(points.length > 0 ? [counted(points.length, "open point")] : []),
    ...(waiting.length > 0 ? [counted(waiting.length, "proposal")] : []),
  ];
  return parts.length === 0 ? "Nothing to mend" : parts.join(", ");
}

function stateText({ state }: Panel): Part {
  if (state === "draft") return html`<span class="tab">Draft</span>`;
  if (state === "dated") return html`<span class="tab">Dated in the future</span>`;
  return state === "published" && "Published with the next build";
}

function fold(summary: string, content: Part, isOpen = false): Part {
  return html`<details${isOpen && html` open`}><summary>${summary}</summary>${content}</details>`;
}

function benefitParts({ id, file, shown, waiting, against }: Panel, { token, stampOf }: PanelSetting): Part {
  const fields = html`<input type="hidden" name="token" value="${token}"><input type="hidden" name="stamp" value="${stampOf(file)}"><input type="hidden" name="article" value="${id}">`;
  return [
    waiting.length > 0 &&
      html`<h3>${counted(waiting.length, "benefit")} for your word</h3><ul class="benefits">${waiting.map((one) => waitingLine(one, fields))}</ul>`,
    fold(
      `${counted(shown.length, "benefit")} on the page`,
      shown.length === 0
        ? html`<p>The page shows none.</p>`
        : html`<ul class="benefits">${shown.map((one) => shownLine(one, fields))}</ul>`,
    ),
    against.length > 0 &&
      fold(
        `${counted(against.length, "benefit")} that the article speaks against`,
        html`<ul class="benefits">${against.map(({ label, words, line }) => html`<li><b>${label}</b> <q>${words}</q> <span class="meta">line ${line}</span></li>`)}</ul>`,
      ),
  ];
}

function waitingLine(
  { id, label, words, line, why, isHedged, isConfirmable, needsSource }: WaitingBenefit,
  fields: Part,
): Part {
  return html`<li><b>${label || "No known target"}</b> <q>${words}</q> <span class="meta">line ${line}${isHedged && ", hedged"}</span>
<p class="meta">${why}</p>
${
  id !== "" &&
  html`<form method="post" action="${DESK}write/decide" data-write>${fields}<input type="hidden" name="benefit" value="${id}">
${isConfirmable && needsSource && html`<label>Source <input name="source" autocomplete="off"></label>`}
<p class="buttons">${isConfirmable && html`<button name="do" value="confirm" aria-label="Confirm: ${label}">Confirm</button> `}<button name="do" value="drop" aria-label="Drop: ${label}">Drop</button></p></form>`
}</li>`;
}

function shownLine(
  { canonicals, label, words, line, number, isHedged, byWriter }: ShownBenefit,
  fields: Part,
): Part {
  const [id] = canonicals;
  const place = number === null ? `line ${line}` : `number ${number}, line ${line}`;
  return html`<li><b>${label || "Listed; no known target"}</b> <q>${words}</q> <span class="meta">${place}${isHedged && ", hedged"}${byWriter && ", yours"}</span>
${id !== undefined && !byWriter && html`<form method="post" action="${DESK}write/decide" data-write>${fields}<input type="hidden" name="benefit" value="${id}"><p class="buttons"><button name="do" value="drop" aria-label="Drop: ${label}">Drop</button></p></form>`}</li>`;
}

function readingPart({ alsoRead, inText }: Panel): Part {
  const lines = (list: readonly RelatedView[]): Part =>
    html`<ol class="reading">${list.map(({ url, text, why }) => html`<li><a href="${url}">${text}</a> <span class="meta">${why || "no reason that can be put into words"}</span></li>`)}</ol>`;
  return fold(`Also Read: ${alsoRead.length}${inText.length > 0 ? `, ${inText.length} in the text` : ""}`, [
    alsoRead.length === 0 ? html`<p>No article is near enough.</p>` : lines(alsoRead),
    inText.length > 0 && html`<p>In the text</p>${lines(inText)}`,
  ]);
}

function graphPart(graph: readonly GraphNode[]): Part {
  if (graph.length === 0) return null;
  return fold(
    `The page's graph: ${counted(graph.length, "node")}`,
    html`<ul class="graph">${graph.map(
      ({ type, name, properties }) =>
        html`<li>${fold(
          name === "" ? type : `${type}: ${name}`,
          html`<dl>${properties.map((property) => html`<div><dt>${property.name}</dt><dd>${property.value}</dd></div>`)}</dl>`,
        )}</li>`,
    )}</ul>`,
  );
}

function looksPart({ result, card }: Panel, setting: PanelSetting): Part {
  if (result === null) return null;
  return fold("How it looks elsewhere", [
    html`<p>In a result list</p>${resultPart(result)}`,
    html`<p>Where it is shared</p>`,
    card === null ? html`<p class="meta">No picture is shared with it.</p>` : sharedPart(card, setting),
  ]);
}

/** What the head of a layout of the owner's needs, in Nunjucks. */
const NAMED_PICTURE = '<meta property="og:image" content="{{ (page.url | vervain).card.url }}">';

function sharedPart(card: CardView, { cardPath, cardText, namesPicture }: PanelSetting): Part {
  if (!namesPicture)
    return html`<p>No picture is shared with it: the page's layout names none. To share ${cardPath === "" ? "the site's card" : "its picture"}, put this into the layout's head:</p><p><code>${NAMED_PICTURE}</code></p>`;
  if (cardPath !== "")
    return html`<img class="card" src="${cardPath}" alt="${card.alt}"${card.width !== null && html` width="${card.width}" height="${card.height}"`}>`;
  if (cardText === null) return html`<p class="meta">The site's own card, drawn when the site is built.</p>`;
  return html`<div class="card drawn"><small>${cardText.site}</small><p>${cardText.number !== "" && html`<b>${cardText.number}</b> `}<span>${cardText.title}</span></p></div><p class="meta">Drawn when the site is built.</p>`;
}

function resultPart({ title, address, description, isIndexed }: ResultLook): Part {
  return html`<div class="result"><small>${address}</small><p class="result-title">${title}</p><p>${description || "No description."}</p></div>
${!isIndexed && html`<p class="meta">It asks to be left out of result lists.</p>`}`;
}
