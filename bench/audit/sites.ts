import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A page that is audited: what it is and where. */
export interface AuditPage {
  /** Its kind, with what is special about it: "article with 9 benefits". */
  readonly name: string;
  readonly kind: string;
  /** Address on its site, "/massage/". */
  readonly url: string;
  /** Output folder it lies in. */
  readonly folder: string;
}

/** The sample site and a site with a full matrix, built for an audit. */
export interface AuditSites {
  readonly pages: readonly AuditPage[];
  remove(): void;
}

/** Builds both sites. @throws {Error} with what the build printed */
export function makeAuditSites(): AuditSites {
  const root = mkdtempSync(join(tmpdir(), "vervain-audit-"));
  const sample = copyOfSample(join(root, "sample"));
  const matrix = matrixSite(join(root, "matrix"));
  for (const folder of [sample, matrix]) buildSite(folder);
  return {
    pages: [
      ...pagesOf(join(sample, "_site")),
      ...pagesOf(join(matrix, "_site"))
        .filter(({ kind }) => kind === "matrix")
        .map((page) => ({ ...page, name: "matrix 30 × 30" })),
    ],
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function copyOfSample(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of [
    "_data",
    "_includes",
    "plugins",
    "src",
    "package.json",
    "tsconfig.json",
    "eleventy.config.ts",
  ])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

function buildSite(folder: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(ROOT, "plugins/cli/main.ts"), "build"],
    { cwd: folder, encoding: "utf8", env: { ...process.env, CI: "true" } },
  );
  if (status !== 0) throw new Error(`audit: the build failed.\n${stdout}\n${stderr}`);
}

/** The first page of each kind by address; home's second page too, and of the articles the one with most benefits. */
function pagesOf(folder: string): readonly AuditPage[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .sort();
  const byKind = new Map<string, AuditPage & { readonly weight: number }>();
  for (const file of files) {
    const html = readFileSync(join(folder, file), "utf8");
    const kind = /<body class="kind-([\w-]+)/.exec(html)?.[1];
    if (kind === undefined || kind === "redirect") continue;
    const url = `/${file.replaceAll("\\", "/").replace(/index\.html$/, "")}`;
    const key = kind === "home" && url !== "/" ? "home, a later page" : kind;
    const weight = html.split('class="num"').length - 1;
    const known = byKind.get(key);
    const name = kind === "article" ? `article with ${weight} benefits` : key;
    if (known === undefined || (kind === "article" && weight > known.weight))
      byKind.set(key, { name, kind, url, folder, weight });
  }
  return [...byKind.values()].map(({ name, kind, url }) => ({ name, kind, url, folder }));
}

const THERAPIES =
  "Massage therapy,Reflexology,Acupuncture,Acupressure,Cupping,Aromatherapy,Yoga,Pranayama,Meditation,Tai chi,Qigong,Sauna,Walking,Hiking,Gardening,Green tea,Ginger,Turmeric,Ashwagandha,Coconut oil,Chamomile,Creatine,Zinc,Valerian,Honey,Magnesium,Garlic,Lavender,Probiotics,Blueberries".split(
    ",",
  );
const BENEFITS =
  "Reduces stress,Improves sleep quality,Eases anxiety,Relieves pain,Improves digestion,Boosts immunity,Lowers blood pressure,Lowers cholesterol,Reduces inflammation,Improves mood,Sharper memory,Better focus,More energy,Less fatigue,Fewer headaches,Eases nausea,Clearer skin,Stronger bones,Supports heart health,Improves circulation,Relieves muscle tension,Better posture,More flexibility,Improves mobility,Faster recovery,Regulates blood sugar,Weight management,Eases depression,Relieves joint pain,Soothes cough".split(
    ",",
  );

/** Each of 30 therapies with each of 30 benefits: three articles a therapy, ten benefits each. */
function matrixSite(folder: string): string {
  mkdirSync(join(folder, "src/articles"), { recursive: true });
  mkdirSync(join(folder, "_data"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "_data/people.json"),
    '{ "audit": { "type": "Organization", "name": "Audit" } }',
  );
  writeFileSync(
    join(folder, "eleventy.config.ts"),
    `import { vervain } from ${JSON.stringify(join(ROOT, "plugins/index.ts"))};
export default function (config: { addPlugin(plugin: unknown, options: object): void }) {
  config.addPlugin(vervain, {
    site: { title: "Audit", description: "A site to be audited.", url: "https://audit.example", publisher: "audit", features: { socialCards: false } },
  });
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
  );
  for (const [index, therapy] of THERAPIES.entries())
    for (let part = 0; part < 3; part++)
      writeFileSync(join(folder, `src/articles/${index}-${part}.md`), matrixArticle(therapy, index, part));
  return folder;
}

function matrixArticle(therapy: string, index: number, part: number): string {
  const benefits = BENEFITS.slice(part * 10, part * 10 + 10);
  const sections = benefits.map(
    (name, number) => `### ${number + 1}. ${name}\n\nPeople who tried it for some weeks said so of it.\n`,
  );
  const day = String(1 + (index % 28)).padStart(2, "0");
  return `---\ntitle: "10 Benefits of ${therapy}, part ${part + 1}"\ndescription: "What articles say of it."\ndate: 2026-0${part + 1}-${day}\nauthor: audit\n---\n\nA few words on it.\n\n## Benefits of ${therapy}\n\n${sections.join("\n")}`;
}
