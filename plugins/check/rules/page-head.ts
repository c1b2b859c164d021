import { quote } from "../../problem.ts";
import { family } from "../rule.ts";
import { isAbsolute, parseUrl } from "../urls.ts";
import { onIndexed, onRead } from "./on-pages.ts";

const TITLE = "<h1>Massage for sleep</h1>";

const document = (html: string) => ({ document: html });

const HEAD = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Massage for sleep</title>`;

export const pageHeadRules = family("page", [
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
