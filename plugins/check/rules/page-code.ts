import { quote } from "../../problem.ts";
import { leakIn } from "../page/leak.ts";
import { family } from "../rule.ts";
import { parseUrl } from "../urls.ts";

const TITLE = "<h1>Massage for sleep</h1>";

export const pageCodeRules = family("page", [
  {
    name: "page-leak",
    severity: "error",
    what: "The page shows nothing that a template should have filled in.",
    why: "`[object Object]`, `undefined`, `Invalid Date` and `{{ title }}` are faults of the build; in code samples they are text.",
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
    why: "`â€™` and `\ufffd` are UTF-8 that was read as something else, or the reverse (HTML, section 4.2.5.4).",
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
]);
