import lighthouse, { desktopConfig } from "lighthouse";

/** Figures of one page: the median of several runs, by largest contentful paint. */
export interface LighthouseFigures {
  /** 0..100: performance, accessibility, best practices, search engines. */
  readonly scores: readonly [number, number, number, number];
  readonly lcpSeconds: number;
  readonly cls: number;
  readonly tbtMs: number;
  /** What cost points, in words. */
  readonly lost: readonly string[];
}

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

/**
 * Lighthouse's figures for `url` in the Chromium that listens on `port`.
 * A page that asks not to be indexed (404, search) does not lose for it.
 */
export async function measureLighthouse(
  url: string,
  port: number,
  { isDesktop = false, runs = 3 } = {},
): Promise<LighthouseFigures> {
  const figures: LighthouseFigures[] = [];
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(
      url,
      {
        port,
        logLevel: "silent",
        output: "json",
        onlyCategories: [...CATEGORIES],
        // Loopback has no https, and a page that is not to be indexed is right to say so.
        skipAudits: ["is-crawlable", "is-on-https", "redirects-http", "http-status-code"],
      },
      isDesktop ? desktopConfig : undefined,
    );
    if (!result) throw new Error(`audit: Lighthouse gave nothing for ${url}.`);
    const { categories, audits } = result.lhr;
    const number = (id: string): number => audits[id]?.numericValue ?? 0;
    figures.push({
      scores: CATEGORIES.map((id) => Math.round(100 * (categories[id]?.score ?? 0))) as unknown as [
        number,
        number,
        number,
        number,
      ],
      lcpSeconds: number("largest-contentful-paint") / 1000,
      cls: number("cumulative-layout-shift"),
      tbtMs: number("total-blocking-time"),
      lost: CATEGORIES.flatMap((id) =>
        (categories[id]?.auditRefs ?? [])
          .filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 0.9)
          .map(({ id: audit }) => `${id}: ${audits[audit]?.title}`),
      ),
    });
  }
  figures.sort((a, b) => a.lcpSeconds - b.lcpSeconds);
  return figures[Math.floor(figures.length / 2)] as LighthouseFigures;
}
