import { quote } from "../../article/problem.ts";
import { dayOf, isDate, isDateTime, isDuration, isTime } from "../dates.ts";
import { isNoIndex, type PageFacts } from "../page/facts.ts";
import { leakIn } from "../page/leak.ts";
import { family, type PageContext, type PageRule, type Report } from "../rule.ts";
import { isAbsolute, parseUrl } from "../urls.ts";

/** Characters of a title that results show; more are cut. */
const TITLE_LIMIT = 70;
/** Characters of a description: fewer say little, more are cut. */
const DESCRIPTION_RANGE = [40, 200] as const;

const TITLE = "<h1>Massage for sleep</h1>";

/** Pages people read: documents that do not send the reader on. */
function isRead(page: PageFacts): boolean {
  return page.isDocument && page.refreshTo === null;
}

/** Pages meant for search results. */
export function isIndexed(page: PageFacts): boolean {
  return isRead(page) && !isNoIndex(page) && !/(^|\/)(404|50\d)(\/index)?\.html?$/.test(page.path);
}

/** A rule of pages that people read. */
function onRead(check: (context: PageContext, report: Report) => void): PageRule["check"] {
  return (context, report) => {
    if (isRead(context.page)) check(context, report);
  };
}

/** A rule of pages meant for search results. */
function onIndexed(check: (context: PageContext, report: Report) => void): PageRule["check"] {
  return (context, report) => {
    if (isIndexed(context.page)) check(context, report);
  };
}

function h1s(page: PageFacts): readonly string[] {
  return page.headings
    .filter((heading) => heading.level === 1 && heading.isVisible)
    .map((heading) => heading.text);
}

const document = (html: string) => ({ document: html });
const HEAD = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Massage for sleep</title>`;

export const pageRules = family("page", [
  {
    name: "lang",
    severity: "error",
    what: "`<html>` has the page's language.",
    why: "WCAG 2.2, 3.1.1; BCP 47.",
    good: document(`<!doctype html><html lang="en-GB"><head>${HEAD}</head><body>${TITLE}</body></html>`),
    bad: document(`<!doctype html><html><head>${HEAD}</head><body>${TITLE}</body></html>`),
    check: onRead(({ page }, report) => {
      if (page.lang === null || page.lang.trim() === "")
        report(`expected <html lang="…">, received none. Add the language, such as lang="en".`);
      else if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(page.lang))
        report(`expected a language of BCP 47 such as "en-GB", received ${quote(page.lang)}. Correct it.`);
    }),
  },
  {
    name: "doctype",
    severity: "warning",
    what: "The page begins with `<!doctype html>`.",
    why: "Without it browsers lay the page out as in 1998 (HTML, section 13.1.1).",
    good: document(`<!doctype html><html lang="en"><head>${HEAD}</head><body>${TITLE}</body></html>`),
    bad: document(`<html lang="en"><head>${HEAD}</head><body>${TITLE}</body></html>`),
    check: onRead(({ page }, report) => {
      if (!page.hasDoctype) report("expected <!doctype html>, received none. Begin the page with it.");
    }),
  },
  {
    name: "charset",
    severity: "warning",
    what: "The page says that it is UTF-8.",
    why: "HTML, section 4.2.5.4.",
    good: document(`<!doctype html><html lang="en"><head>${HEAD}</head><body>${TITLE}</body></html>`),
    bad: document(
      `<!doctype html><html lang="en"><head><title>Massage for sleep</title></head><body>${TITLE}</body></html>`,
    ),
    check: onRead(({ page }, report) => {
      if (!/utf-?8/i.test(page.charset ?? ""))
        report(`expected <meta charset="utf-8">, received ${quote(page.charset)}. Add it first in <head>.`);
    }),
  },
  {
    name: "viewport",
    severity: "error",
    what: "The page fits small screens and can be enlarged.",
    why: "WCAG 2.2, 1.4.4 and 1.4.10.",
    good: document(`<!doctype html><html lang="en"><head>${HEAD}</head><body>${TITLE}</body></html>`),
    bad: document(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Massage for sleep</title></head><body>${TITLE}</body></html>`,
    ),
    check: onRead(({ page }, report) => {
      const content = page.metas.get("viewport")?.[0];
      if (content === undefined)
        report(
          `expected <meta name="viewport" content="width=device-width, initial-scale=1">, received none. Add it.`,
        );
      else if (
        /user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:1(?:\.0*)?|0\.\d+)\s*(?:,|$)/i.test(content)
      )
        report(
          `expected a viewport that can be enlarged, received ${quote(content)}. Leave out user-scalable and maximum-scale.`,
        );
    }),
  },
  {
    name: "title",
    severity: "error",
    what: "The page has one title with words in it.",
    why: "WCAG 2.2, 2.4.2; Google, title links.",
    good: { html: TITLE },
    bad: { html: TITLE, head: "<title> </title>" },
    check: onRead(({ page }, report) => {
      if (page.titles.length === 0) report("expected a <title>, received none. Add one that names the page.");
      else if (page.titles.length > 1)
        report(`expected one <title>, received ${page.titles.length}. Keep one.`);
      else if (page.titles[0] === "")
        report("expected a <title> with words, received an empty one. Name the page.");
    }),
  },
  {
    name: "title-length",
    severity: "note",
    what: `A title has at most ${TITLE_LIMIT} characters.`,
    why: "Google, title links: long ones are cut.",
    good: { html: TITLE },
    bad: { html: TITLE, head: `<title>${"Massage for sleep ".repeat(6)}</title>` },
    check: onIndexed(({ page }, report) => {
      const length = [...(page.titles[0] ?? "")].length;
      if (length > TITLE_LIMIT)
        report(
          `expected at most ${TITLE_LIMIT} characters in <title>, received ${length}. Put what matters first.`,
        );
    }),
  },
  {
    name: "description",
    severity: "warning",
    what: "The page has one meta description with words in it.",
    why: "Google, snippets.",
    good: { html: TITLE },
    bad: { html: TITLE, head: `<meta name="description" content="">` },
    check: onIndexed(({ page }, report) => {
      const found = page.metas.get("description") ?? [];
      if (found.length === 0)
        report(`expected <meta name="description">, received none. Say in a sentence what the page holds.`);
      else if (found.length > 1) report(`expected one meta description, received ${found.length}. Keep one.`);
      else if (found[0]!.trim() === "")
        report(
          "expected a meta description with words, received an empty one. Say in a sentence what the page holds.",
        );
    }),
  },
  {
    name: "description-length",
    severity: "note",
    what: `A meta description has ${DESCRIPTION_RANGE[0]} to ${DESCRIPTION_RANGE[1]} characters.`,
    why: "Google, snippets: short ones are replaced, long ones are cut.",
    good: { html: TITLE },
    bad: { html: TITLE, head: `<meta name="description" content="Sleep.">` },
    check: onIndexed(({ page }, report) => {
      const length = [...(page.metas.get("description")?.[0]?.trim() ?? "")].length;
      if (length > 0 && (length < DESCRIPTION_RANGE[0] || length > DESCRIPTION_RANGE[1]))
        report(
          `expected ${DESCRIPTION_RANGE[0]} to ${DESCRIPTION_RANGE[1]} characters in the meta description, received ${length}. Rewrite it.`,
        );
    }),
  },
  {
    name: "h1",
    severity: "error",
    what: "The page has exactly one visible h1, with words in it.",
    why: "WCAG 2.2, 1.3.1 and 2.4.6; one page, one title.",
    good: { html: TITLE },
    bad: { html: `${TITLE}<h1>And rest</h1>` },
    check: onRead(({ page }, report) => {
      const found = h1s(page);
      if (found.length !== 1)
        report(
          `expected one h1, received ${found.length === 0 ? "none" : found.map((text) => quote(text)).join(", ")}. ${found.length === 0 ? "Give the page a title." : "Make the others h2."}`,
        );
    }),
  },
  {
    name: "heading-empty",
    severity: "error",
    what: "No heading is empty.",
    why: "WCAG 2.2, 2.4.6: screen readers list headings.",
    good: { html: `${TITLE}<h2>Benefits</h2>` },
    bad: { html: `${TITLE}<h2> </h2>` },
    check: onRead(({ page }, report) => {
      for (const heading of page.headings)
        if (heading.isVisible && !heading.hasName)
          report(
            `expected words in every heading, received an empty h${heading.level}. Fill it or leave it out.`,
          );
    }),
  },
  {
    name: "heading-order",
    severity: "warning",
    what: "Headings go down one level at a time.",
    why: "WCAG 2.2, 1.3.1; a skipped level hides the structure from those who jump by headings.",
    good: { html: `${TITLE}<h2>Benefits</h2><h3>Sleep</h3>` },
    bad: { html: `${TITLE}<h3>Sleep</h3>` },
    check: onRead(({ page }, report) => {
      let last = 0;
      for (const { level, text, isVisible } of page.headings) {
        if (!isVisible) continue;
        if (last > 0 && level > last + 1)
          report(
            `expected h${last + 1} after h${last}, received h${level} ${quote(text)}. Do not skip levels.`,
          );
        last = level;
      }
    }),
  },
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
    name: "canonical",
    severity: "error",
    what: "The page has one canonical link, absolute, without a fragment.",
    why: "Google, consolidate duplicate URLs; RFC 6596.",
    good: { html: TITLE },
    bad: { html: TITLE, head: `<link rel="canonical" href="/page/">` },
    check: onRead(({ page }, report) => {
      if (page.canonicals.length > 1)
        return report(`expected one canonical link, received ${page.canonicals.length}. Keep one.`);
      const [address] = page.canonicals;
      if (address === undefined) return;
      if (!/^https?:\/\//i.test(address) || parseUrl(address) === null)
        report(
          `expected an absolute canonical address, received ${quote(address)}. Write it with https:// and the host.`,
        );
      else if (address.includes("#"))
        report(
          `expected a canonical address without "#", received ${quote(address)}. Leave the fragment out.`,
        );
    }),
  },
  {
    name: "canonical-missing",
    severity: "warning",
    what: "A page meant for search results has a canonical link.",
    why: "Google, consolidate duplicate URLs.",
    good: { html: TITLE },
    bad: document(`<!doctype html><html lang="en"><head>${HEAD}</head><body>${TITLE}</body></html>`),
    check: onIndexed(({ page }, report) => {
      if (page.canonicals.length === 0)
        report(`expected <link rel="canonical">, received none. Add the page's absolute address.`);
    }),
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
  {
    name: "page-leak",
    severity: "error",
    what: "The page shows nothing that a template should have filled in.",
    why: '"[object Object]", "undefined", "Invalid Date" and "{{ title }}" are faults of the build; in code samples they are text.',
    good: { html: `${TITLE}<pre><code>{{ title }}</code></pre>` },
    bad: { html: `${TITLE}<p>By [object Object]</p>` },
    check({ page }, report) {
      for (const leak of page.leaks)
        report(`expected words, received ${quote(leak)} in the text. Correct the template that writes it.`);
      for (const text of [
        ...page.titles,
        ...[...page.metas.values()].flat(),
        ...page.images.map((image) => image.alt ?? ""),
        ...page.links.map((link) => link.href),
      ]) {
        const leak = leakIn(text, false) ?? /(?:^|\/)undefined(?:$|[/?#])/.exec(text)?.[0] ?? null;
        if (leak !== null)
          report(
            `expected words, received ${quote(text)} in an attribute or the title. Correct the template that writes it.`,
          );
      }
    },
  },
  {
    name: "encoding",
    severity: "error",
    what: "The text was read and written in one encoding.",
    why: '"â€™" and "\ufffd" are UTF-8 that was read as something else, or the reverse (HTML, section 4.2.5.4).',
    good: { html: `${TITLE}<p>It’s warm.</p>` },
    bad: { html: `${TITLE}<p>Itâ€™s warm.</p>` },
    check({ page }, report) {
      if (page.garbled !== null)
        report(
          `expected readable text, received ${quote(page.garbled)}. Read and write the source as UTF-8.`,
        );
    },
  },
  {
    name: "mixed-content",
    severity: "error",
    what: "A page served by https loads nothing by http.",
    why: "W3C Mixed Content: browsers block or warn.",
    good: { html: `${TITLE}<img src="https://example.org/a.jpg" alt="Two hands">` },
    bad: { html: `${TITLE}<img src="http://example.com/a.jpg" alt="Two hands">` },
    check({ page, url }, report) {
      if (url?.startsWith("http:") === true) return;
      for (const { address, where, isLoaded } of page.resources)
        if (isLoaded && /^\s*http:\/\//i.test(address))
          report(
            `expected https in ${where}, received ${quote(address)}. Load it by https, or from the site itself.`,
          );
    },
  },
  {
    name: "insecure-own-link",
    severity: "warning",
    what: "The site links to itself by https.",
    why: "An http address costs a redirect and leaks the visit.",
    good: { html: `${TITLE}<a href="https://example.org/page/">Rest</a>` },
    bad: { html: `${TITLE}<a href="http://example.org/page/">Rest</a>` },
    check({ page, url }, report) {
      const own = url === null ? null : parseUrl(url);
      if (own?.protocol !== "https:") return;
      const start = `http://${own.host}`;
      for (const { href } of page.links)
        if (href.toLowerCase().startsWith(start))
          report(`expected https, received ${quote(href)}. Write it with https or as a path.`);
    },
  },
  {
    name: "inline-code",
    severity: "note",
    what: "No scripts, styles or event handlers in the page itself.",
    why: "A content security policy without 'unsafe-inline' refuses them (CSP Level 3).",
    good: { html: `${TITLE}<p class="lead">…</p>` },
    bad: { html: `${TITLE}<p onclick="alert(1)">…</p>` },
    check({ page }, report) {
      const counts = new Map<string, number>();
      for (const { what } of page.inlineCode) counts.set(what, (counts.get(what) ?? 0) + 1);
      for (const [what, count] of counts)
        report(
          `expected scripts and styles in files, received ${what} ${count === 1 ? "once" : `${count} times`}. Move it to a file.`,
        );
    },
  },
  {
    name: "script-address",
    severity: "error",
    what: "No link or form runs a script by its address.",
    why: '"javascript:" in content is an attack; in a theme it fails under a content security policy.',
    good: { html: `${TITLE}<a href="/page/">More</a>`, files: { "page/index.html": "" } },
    bad: { html: `${TITLE}<a href="javascript:alert(1)">More</a>` },
    check({ page }, report) {
      for (const { what } of page.inlineCode)
        if (what.includes("javascript:")) report(`expected an address, received ${what}. Remove it.`);
    },
  },
  {
    name: "og-address",
    severity: "warning",
    what: "`og:url` and `og:image` are absolute, and `og:url` is the canonical address.",
    why: "Open Graph protocol; consumers fetch them away from the page.",
    good: { html: TITLE, head: `<meta property="og:url" content="https://example.org/page/">` },
    bad: { html: TITLE, head: `<meta property="og:image" content="/img/a.jpg">`, files: { "img/a.jpg": "" } },
    check({ page }, report) {
      for (const name of ["og:url", "og:image", "twitter:image"]) {
        for (const address of page.metas.get(name) ?? [])
          if (!isAbsolute(address))
            report(
              `expected an absolute address in ${name}, received ${quote(address)}. Write it with https:// and the host.`,
            );
      }
      const [own, canonical] = [page.metas.get("og:url")?.[0], page.canonicals[0]];
      if (
        own !== undefined &&
        canonical !== undefined &&
        isAbsolute(own) &&
        own.replace(/\/$/, "") !== canonical.replace(/\/$/, "")
      )
        report(
          `expected og:url ${quote(canonical)} as in the canonical link, received ${quote(own)}. Make them agree.`,
        );
    },
  },
]);

/** True when the text is a date in digits or in English that is another day than `datetime`. */
function isOtherDay(datetime: string, text: string, lang: string): boolean {
  const day = dayOf(datetime);
  if (day === null) return false;
  const iso = /^\s*(\d{4}-\d{2}-\d{2})\s*$/.exec(text)?.[1];
  if (iso !== undefined) return iso !== datetime.slice(0, 10);
  if (!/^en\b/i.test(lang)) return false;
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
