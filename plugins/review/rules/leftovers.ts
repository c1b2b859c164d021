import type { ArticleRule, Hit, Reading } from "../types.ts";

/** Pieces of a page's frame: only a block or heading that is nothing else counts. */
const FRAME =
  /^\W*(?:skip to (?:main |the )?content|leave a (?:reply|comment)(?: cancel reply)?|cancel reply|post a comment|add a comment|about (?:the )?author|your email address will not be published.{0,60}|required fields are marked.{0,10}|save my name, email.{0,120}|notify me of (?:new|follow-?up).{0,60}|(?:share|print|email) this(?: (?:post|article|page|entry))?:?|share on (?:facebook|twitter|x|pinterest|whatsapp|linkedin).{0,60}|click to (?:share|print|email).{0,60}|tweet|pin it|(?:previous|next) (?:post|article)|older posts|newer posts|filed under:?.{0,80}|posted (?:in|on|by):? .{0,60}|tagged(?: with)?: .{0,80}|\d+ comments?|no comments(?: yet)?|be the first to comment|log in to (?:leave|reply|comment).{0,40}|(?:proudly )?powered by wordpress|all rights reserved|advertisements?|continue reading|read more(?: »)?|table of contents|toggle navigation|main menu|search for:?|subscribe (?:to our|now|below).{0,60}|sign up (?:for|to) (?:our|the) (?:free )?newsletter.{0,60}|this site uses akismet.{0,120}|we use cookies.{0,120}|accept (?:all )?cookies)\W*$/i;
/** What leads on as a link; as a heading it names what stands below: sources, books. */
const INVITATION = /^\W*(?:continue reading|read more)\W*$/i;
/** Sentences that a text generator or a template leaves behind. */
const MACHINE =
  /\b(?:this introduction sets the stage|this detailed exploration|as an ai (?:language )?model|as a large language model|i cannot (?:provide|give) medical advice, but|lorem ipsum dolor|insert (?:your |the )?(?:image|link|text|title|name|keyword|affiliate link) here|your (?:text|content) (?:goes )?here|certainly! here(?:'s| is)|here(?:'s| is) (?:a|an|the|your) (?:\w+ ){0,3}(?:blog post|article) (?:on|about)|word count:|(?:meta description|focus keyword|seo title):|knowledge cutoff|\[(?:insert|your|placeholder|image|citation needed)[^\]]{0,40}\])/i;

export const leftovers: ArticleRule = {
  name: "leftovers",
  number: 24,
  level: "error",
  scope: "article",
  language: "en",
  expected: "the article's own text only",
  why: "Pieces of another page show that nobody read the text before it was published",
  source: "Google, people-first content",
  todo: "Delete these words.",
  check: (reading) => [...frame(reading), ...machine(reading)],
};

function frame({ article: { sections, blocks } }: Reading): readonly Hit[] {
  const heads = sections
    .filter(
      ({ heading, blocks: [start, end] }) => isFrame(heading) && !(INVITATION.test(heading) && end > start),
    )
    .map(({ heading, line }) => ({ words: heading, line }));
  const whole = blocks
    .filter(({ kind, text }) => kind !== "code" && kind !== "tableRow" && text.length < 250)
    .flatMap(({ text, line, lines }) =>
      lines.length > 0 ? lines.map((one) => ({ text: one.text, line: one.line })) : [{ text, line }],
    )
    .filter(({ text }) => isFrame(text))
    .map(({ text, line }) => ({ words: text, line }));
  return [...heads, ...whole];
}

function isFrame(text: string): boolean {
  return (
    text.length < 250 && text.split(/(?<=[.!]) /).some((part) => FRAME.test(part)) && !text.includes("?")
  );
}

function machine({ prose }: Reading): readonly Hit[] {
  return prose.sentences
    .filter(({ lower }) => MACHINE.test(lower))
    .map(({ text, line, field }) => ({ words: text, line, ...(field ? { field } : {}) }));
}
