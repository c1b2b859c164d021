import { hostOf } from "../hosts.ts";
import type { ArticleRule, Hit, Reading } from "../types.ts";

/** Networks whose links pay for a sale. A host stands for its subdomains. */
const PAYING_HOSTS: readonly string[] =
  "amzn.to amazon-adsystem.com awin1.com shareasale.com shareasale-analytics.com linksynergy.com anrdoezrs.net jdoqocy.com kqzyfj.com dpbolvw.net tkqlhce.com rstyle.me shopstyle.it go.skimresources.com clickbank.net pxf.io sjv.io prf.hn partnerize.com tradedoubler.com avantlink.com flexoffers.com viglink.com ojrq.net evyy.net".split(
    " ",
  );
/** Query parameters that name who is paid. */
const PAYING_QUERY =
  /[?&](?:aff|affid|aff_id|affiliate|affiliate_id|affiliateid|afftrack|partnerid|partner_id|irclickid|awc|hop|refid|referral|ref_id|rfsn|tag=[\w-]{1,40}-2\d\b)(?:=|&|$)|[?&]tag=[\w-]{1,40}-2\d(?:&|$)|[?&]ref=(?!nav|footer|header|home|menu|toc)[\w-]{1,60}(?:&|$)|[?&]utm_medium=affiliate/i;
const NOTICE =
  /\b(?:affiliate|commissions?|sponsor(?:ed|s)?|paid (?:links?|partnership|promotion)|we (?:may )?(?:earn|receive|get paid)|(?:is|are) (?:an )?advertis(?:ements?|ing)|advertorial|#ad)\b/i;

export const disclosure: ArticleRule = {
  name: "disclosure",
  number: 14,
  level: "error",
  scope: "article",
  language: "en",
  expected: "a notice before the first paid link",
  why: "Readers must know who earns from what they read before they follow it",
  source: "JAMA benchmarks, disclosure; HONcode, financial disclosure and advertising policy",
  todo: "Say so above it: “Some links on this page are affiliate links: we earn a commission if you buy.”",
  check: (reading) => {
    const paid = firstPaid(reading);
    if (!paid || hasNotice(reading, paid.line ?? 0)) return [];
    return [paid];
  },
};

function firstPaid({ article, marks }: Reading): Hit | null {
  const links = [
    ...article.blocks.flatMap((block) => block.links.map(({ href, line }) => ({ href, rel: "", line }))),
    ...marks.links,
  ].sort((a, b) => a.line - b.line);
  const paid = links.find(({ href, rel }) => /\bsponsored\b/i.test(rel) || isPaid(href));
  return paid ? { words: paid.href, line: paid.line } : null;
}

function isPaid(href: string): boolean {
  const host = hostOf(href);
  if (host === "") return false;
  return (
    PAYING_QUERY.test(href.slice(0, 2000)) ||
    PAYING_HOSTS.some((known) => host === known || host.endsWith(`.${known}`))
  );
}

function hasNotice({ article }: Reading, line: number): boolean {
  return article.blocks.some((block) => block.line <= line && NOTICE.test(block.text));
}
