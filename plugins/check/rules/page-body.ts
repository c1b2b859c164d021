import { isEnglish } from "../../article/language-tag.ts";
import { quote } from "../../problem.ts";
import { dayOf, isDate, isDateTime, isDuration, isTime } from "../dates.ts";
import { family } from "../rule.ts";
import { onRead } from "./on-pages.ts";

const TITLE = "<h1>Massage for sleep</h1>";

/** True when the text is a date in digits or in English that is another day than `datetime`. */
function isOtherDay(datetime: string, text: string, lang: string): boolean {
  const day = dayOf(datetime);
  if (day === null) return false;
  const iso = /^\s*(\d{4}-\d{2}-\d{2})\s*$/.exec(text)?.[1];
  if (iso !== undefined) return iso !== datetime.slice(0, 10);
  if (!isEnglish(lang)) return false;
  const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
  const words =
    /^\s*(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})\s*$/i.exec(
      text,
    );
  if (words === null) return false;
  const month = months.indexOf((words[2] ?? words[3])!.toLowerCase()) + 1;
  return (
    month > 0 &&
    (month !== day.month || Number(words[1] ?? words[4]) !== day.day || Number(words[5]) !== day.year)
  );
}

export const pageBodyRules = family("page", [
  {
    name: "alt",
    severity: "error",
    what: 'Every image has an alt text; a decorative one has alt="".',
    why: "WCAG 2.2, 1.1.1.",
    good: { html: `${TITLE}<img src="data:," alt="Two hands"><img src="data:," alt="">` },
    bad: { html: `${TITLE}<img src="data:,">` },
    check: onRead(({ page }, report) => {
      for (const image of page.images)
        if (image.alt === null && image.isVisible && !image.isDecorative)
          report(
            `expected alt on every image, received ${quote(image.addresses[0] ?? "an image")} without. Describe it, or write alt="".`,
            image.addresses[0],
          );
    }),
  },
  {
    name: "image-source",
    severity: "error",
    what: "Every image has an address.",
    why: "HTML, section 4.8.3: src must be present and not empty.",
    good: { html: `${TITLE}<img src="data:," alt="Two hands">` },
    bad: { html: `${TITLE}<img src="" alt="Two hands">` },
    check({ page }, report) {
      for (const { addresses, alt } of page.images) {
        if (addresses.every((address) => address.trim() === ""))
          report(
            `expected an address in src, received an image without (alt ${quote(alt ?? "")}). Add the file or leave the image out.`,
          );
      }
    },
  },
  {
    name: "alt-words",
    severity: "warning",
    what: 'An alt text describes the image; it is not a file name or a word like "image".',
    why: "WCAG 2.2, 1.1.1, failure F30.",
    good: { html: `${TITLE}<img src="data:," alt="Two hands">` },
    bad: { html: `${TITLE}<img src="data:," alt="IMG_2041.jpg">` },
    check: onRead(({ page }, report) => {
      for (const { alt, isVisible } of page.images) {
        const text = (alt ?? "").trim();
        const isFileName =
          /^[\w%.-]+\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(text) ||
          /^(?:img|dsc|screenshot)[_-]?\d+$/i.test(text);
        if (
          isVisible &&
          (isFileName || /^(?:image|img|photo|picture|graphic|alt|placeholder|untitled)$/i.test(text))
        )
          report(`expected words in alt, received ${quote(text)}. Say what the image shows.`);
      }
    }),
  },
  {
    name: "link-name",
    severity: "error",
    what: "Every link has a name.",
    why: "WCAG 2.2, 2.4.4 and 4.1.2.",
    good: { html: `${TITLE}<a href="#top">To the top</a>` },
    bad: { html: `${TITLE}<a href="#top"></a>` },
    check: onRead(({ page }, report) => {
      for (const link of page.links)
        if (link.isVisible && !link.hasName)
          report(
            `expected words in every link, received an empty link to ${quote(link.href)}. Write where it leads.`,
          );
    }),
  },
  {
    name: "link-empty",
    severity: "warning",
    what: "No link leads nowhere.",
    why: 'href="" reloads the page, href="#" jumps to its top; both are left over from drafts.',
    good: { html: `${TITLE}<a href="#top">To the top</a>` },
    bad: { html: `${TITLE}<a href="#">More</a>` },
    check: onRead(({ page }, report) => {
      for (const link of page.links)
        if (link.isVisible && (link.href.trim() === "#" || link.href.trim() === ""))
          report(
            `expected an address, received href="${link.href}" on ${quote(link.text)}. Say where it leads, or make it a button.`,
          );
    }),
  },
  {
    name: "duplicate-id",
    severity: "error",
    what: "No id stands twice on a page.",
    why: "HTML, section 3.2.6: an anchor leads only to the first.",
    good: { html: `${TITLE}<p id="a"></p><p id="b"></p>` },
    bad: { html: `${TITLE}<p id="a"></p><p id="a"></p>` },
    check({ page }, report) {
      for (const [id, { count }] of page.ids) {
        if (count > 1)
          report(
            `expected each id once, received id=${quote(id)} ${count} times. Give each element its own.`,
          );
        else if (id === "" || /\s/.test(id))
          report(`expected an id without spaces, received ${quote(id)}. Correct it.`);
      }
    },
  },
  {
    name: "time",
    severity: "error",
    what: "A `<time>` has a date that exists, and the words in it say the same day.",
    why: "HTML, section 4.5.14; readers and programs must see one date.",
    good: { html: `${TITLE}<time datetime="2026-05-02">2 May 2026</time>` },
    bad: { html: `${TITLE}<time datetime="2026-05-02">3 May 2026</time>` },
    check({ page }, report) {
      for (const { datetime, text } of page.times) {
        const value = (datetime?.trim() ?? "").replace(" ", "T");
        const isValid =
          value === "" ||
          isDate(value) ||
          isDateTime(value) ||
          isTime(value) ||
          isDuration(value) ||
          /^(?:\d{4}-W\d{2}|--?\d{2}-\d{2}|[+-]\d{2}:\d{2})$/.test(value);
        if (!isValid)
          report(
            `expected a date that exists in datetime, received ${quote(value)}. Write it as 2026-05-02.`,
          );
        else if (isOtherDay(value, text, page.lang ?? "en"))
          report(`expected ${quote(text)} and datetime="${value}" to name one day. Make them agree.`);
      }
    },
  },
]);
