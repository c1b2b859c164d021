/**
 * Audits every kind of page in a real Chromium, served compressed and under the
 * package's own headers: bytes and requests of the first view against budgets,
 * axe, html-validate, the Nu checker, inline code, foreign hosts, console, and
 * Lighthouse. Exit code 1 when something is over its budget.
 *
 *     npm run audit                        everything; Lighthouse takes its time
 *     npm run audit -- --quick             without Lighthouse
 *     npm run audit -- --runs=1 --only=matrix
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import site from "../../_data/site.ts";
import { openBrowser } from "../../test/browser.ts";
import { budgetOf, overBudget } from "./budgets.ts";
import { measureFirstView } from "./first-view.ts";
import { type Host, openHost } from "./host.ts";
import { type LighthouseFigures, measureLighthouse } from "./lighthouse.ts";
import { type AuditPage, makeAuditSites } from "./sites.ts";
import { htmlValidate, nuCheck } from "./validators.ts";

const { values: options } = parseArgs({
  options: { quick: { type: "boolean" }, runs: { type: "string", default: "3" }, only: { type: "string" } },
});
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults: string[] = [];
/** Chromium's own switch: Lighthouse has none for the colour scheme. */
const DARK = ["--blink-settings=preferredColorScheme=0"];

const { pages, remove } = makeAuditSites();
try {
  const audited = pages.filter(({ name }) => options.only === undefined || name.includes(options.only));
  const hosts = new Map<string, Host>();
  for (const { folder } of audited)
    if (!hosts.has(folder)) hosts.set(folder, await openHost(folder, { ...site, url: site.url }));
  const addressOf = ({ folder, url }: AuditPage): string => (hosts.get(folder)?.origin ?? "") + url;
  await firstViews(audited, addressOf);
  validity(audited);
  if (!options.quick) await lighthouses(audited, addressOf);
  for (const host of hosts.values()) await host.close();
} finally {
  remove();
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? "\nAll within budget." : `\n${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);

async function firstViews(
  audited: readonly AuditPage[],
  addressOf: (page: AuditPage) => string,
): Promise<void> {
  const browser = await openBrowser();
  console.log("First view on a phone (gzip, bytes)");
  console.log(row(["page", "total", "HTML", "CSS", "scripts", "font", "image", "requests"]));
  for (const page of audited) {
    const view = await measureFirstView(browser, addressOf(page));
    const { totalBytes, htmlBytes, cssBytes, scriptBytes, fontBytes, largestImageBytes, requests } = view;
    const figures = [totalBytes, htmlBytes, cssBytes, scriptBytes, fontBytes, largestImageBytes, requests];
    console.log(row([page.name, ...figures.map(String)]));
    const said = [
      ...overBudget(view, budgetOf(page.kind)),
      ...view.foreign.map((url) => `asks another host: ${url}`),
      ...view.messages.map((message) => `console: ${message}`),
      ...view.inline.map((what) => `inline ${what}`),
    ];
    faults.push(...said.map((fault) => `${page.name}: ${fault}`));
    for (const colorScheme of ["light", "dark"] as const)
      faults.push(
        ...(await axeFaults(browser, addressOf(page), colorScheme)).map((fault) => `${page.name}: ${fault}`),
      );
  }
  await browser.close();
}

async function axeFaults(browser: Browser, url: string, colorScheme: "light" | "dark"): Promise<string[]> {
  // The policy forbids what axe injects; it was in force when the page was measured.
  const context = await browser.newContext({ colorScheme, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(url);
  await page.addScriptTag({ content: axe });
  const found = (await page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' at ' + nodes[0].target))",
  )) as string[];
  await context.close();
  return found.map((fault) => `axe, ${colorScheme}: ${fault}`);
}

function validity(audited: readonly AuditPage[]): void {
  const fileOf = ({ folder, url }: AuditPage): string =>
    join(folder, url.endsWith("/") ? `${url}index.html` : url);
  const files = audited.map(fileOf);
  const own = audited.flatMap((page) => htmlValidate(fileOf(page)).map((fault) => `${page.name}: ${fault}`));
  const nu = nuCheck(files);
  console.log(`\nhtml-validate: ${own.length} errors in ${files.length} pages`);
  console.log(nu === null ? "vnu: NOT RUN, this machine has no Java" : `vnu: ${nu.length} errors`);
  faults.push(...own, ...(nu ?? []));
}

async function lighthouses(
  audited: readonly AuditPage[],
  addressOf: (page: AuditPage) => string,
): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    const port = 20_000 + Math.floor(process.pid % 20_000);
    const browser = await openBrowser({
      args: [`--remote-debugging-port=${port}`, ...(colorScheme === "dark" ? DARK : [])],
    });
    for (const isDesktop of [false, true]) {
      console.log(
        `\nLighthouse, ${isDesktop ? "desktop" : "mobile"}, ${colorScheme}, median of ${options.runs}`,
      );
      console.log(row(["page", "scores", "LCP s", "CLS", "TBT ms"]));
      for (const page of audited) {
        const figures = await measureLighthouse(addressOf(page), port, {
          isDesktop,
          runs: Number(options.runs),
        });
        const { scores, lcpSeconds, cls, tbtMs } = figures;
        console.log(
          row([page.name, scores.join("/"), lcpSeconds.toFixed(2), cls.toFixed(3), tbtMs.toFixed(0)]),
        );
        faults.push(
          ...lighthouseFaults(page, figures).map((fault) => `${page.name}, ${colorScheme}: ${fault}`),
        );
      }
    }
    await browser.close();
  }
}

function lighthouseFaults(
  page: AuditPage,
  { scores, lcpSeconds, cls, tbtMs, lost }: LighthouseFigures,
): string[] {
  const { lcpSeconds: most } = budgetOf(page.kind);
  return [
    ...(scores.every((score) => score === 100)
      ? []
      : [`Lighthouse: expected 100 four times, received ${scores.join("/")} (${lost.join("; ")})`]),
    ...(lcpSeconds > most ? [`LCP: expected at most ${most} s, received ${lcpSeconds.toFixed(2)}`] : []),
    ...(cls > 0.001 ? [`CLS: expected 0, received ${cls.toFixed(3)}`] : []),
    ...(tbtMs > 0 ? [`TBT: expected 0, received ${tbtMs.toFixed(0)} ms`] : []),
  ];
}

function row(cells: readonly string[]): string {
  return `  ${cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(11))).join("")}`;
}
