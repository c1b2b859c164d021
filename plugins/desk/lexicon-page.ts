import { counted, html, type Part } from "./html.ts";
import { USUAL } from "./lexicon-line.ts";
import { gatherUnknown, type UnknownWords } from "./lexicon-words.ts";
import { placeOf } from "./problem-line.ts";
import type { DeskPage } from "./shell.ts";
import { DESK, type DeskFacts } from "./types.ts";

/** Most places of one entry that are named. */
const NAMED = 5;

/** Where the site's part of the lexicon lies; null where benefits are not read. */
export interface LexiconPlace {
  /** Path of `targets.yaml` in the project. */
  readonly file: string;
  /** What the file was when this page was made. */
  readonly stamp: string;
}

/** Words that articles list as benefits and nobody knows yet, with one click to add each. */
export function lexiconPage(facts: DeskFacts, place: LexiconPlace | null, notice: string): DeskPage {
  const unknown = place === null ? [] : gatherUnknown(facts.corpus);
  return {
    name: "lexicon",
    title: "Lexicon",
    lede: "Words that articles list as benefits and that no lexicon knows. A target that is added is found in every article from the next build on.",
    notice,
    content:
      place === null
        ? html`<p>This site does not read benefits.</p>`
        : unknown.length === 0
          ? html`<p>Every benefit that your articles list is known.</p>`
          : html`<ol class="unknown">${unknown.map((entry) => unknownEntry(entry, place, facts.token))}</ol>
<p class="meta">The line goes to <code>${place.file}</code>; aliases and definitions are added there by hand.</p>`,
  };
}

function unknownEntry({ words, places }: UnknownWords, place: LexiconPlace, token: string): Part {
  const rest = places.length - NAMED;
  return html`<li>
<h2>${words}</h2>
<p>Seen ${counted(places.length, "time")}: ${places.slice(0, NAMED).map(({ title, url, file, line }, index) => html`${index > 0 && ", "}<a href="${url}">${title}</a> <code>${placeOf({ file, line })}</code>`)}${rest > 0 && ` and ${rest} more`}</p>
<form method="post" action="${DESK}write/lexicon" data-write>
<input type="hidden" name="token" value="${token}"><input type="hidden" name="stamp" value="${place.stamp}"><input type="hidden" name="words" value="${words}">
<p class="buttons" role="group" aria-label="Add ${words} as">Add it as ${USUAL.map(([usual, what]) => html`<button name="usual" value="${usual}">${what}</button> `)}</p>
</form>
</li>`;
}
