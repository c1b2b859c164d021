import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Article } from "../article/types.ts";
import { OPTION_NAMES } from "../build/options.ts";
import { type ArticleHost, article } from "../build/plugin.ts";
import { areFaultsTold } from "../build/watchers.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import type { Site, Topic } from "../corpus/types.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { readTextFile } from "../files/plain-file.ts";
import { parseOptions } from "../options.ts";
import { packageFolder } from "../package-folder.ts";
import type { Problem } from "../problem.ts";
import { processMap } from "../process-map.ts";
import { anchorBenefits } from "./anchors.ts";
import { countProblem } from "./count-problem.ts";
import { extractForReaders } from "./extract.ts";
import type { ExtractionRule } from "./extraction-rule.ts";
import { buildMatrix, gatherBenefits, gatherTopics } from "./gather.ts";
import type { Extraction } from "./language.ts";
import { titleReader } from "./languages.ts";
import { compileLexicon, type Lexicon, type TermEntry } from "./lexicon.ts";
import { composeLexicon, LEXICON_FILES, type LexiconTexts } from "./lexicon-files.ts";
import { BENEFITS_OPTIONS, type BenefitsOptions } from "./options.ts";
import { listFields, publish, unsureOf } from "./read.ts";

export type { ExtractionHit, ExtractionRule } from "./extraction-rule.ts";
export type { BenefitsOptions } from "./options.ts";

interface Loaded {
  readonly key: string;
  /** A name for the key. */
  readonly name: string;
  readonly lexicon: Lexicon;
  readonly problems: readonly Problem[];
}

/** What articles are read with: another lexicon or other rules, and they are read anew. */
interface Reader extends Pick<Loaded, "lexicon" | "name"> {
  readonly rules: readonly ExtractionRule[];
}

interface Extracted extends Pick<Reader, "lexicon" | "rules"> {
  readonly extraction: Extraction;
}

/** Extractions by article model and what it was read with: an article that did not change is not read again while serving. */
const extractions = new WeakMap<Article, Extracted>();
let loaded: Loaded | null = null;

/** The lexicon that a build read with, and where the site's part of it lies. */
export interface ReadLexicon {
  readonly lexicon: Lexicon;
  /** Relative to the project; it may not be there yet. */
  readonly folder: string;
}

const lexicons = processMap<Corpus, ReadLexicon>("lexicons");

/** The lexicon that a build read with; null where the plugin is not used. */
export function lexiconOf(corpus: Corpus): ReadLexicon | null {
  return lexicons.get(corpus) ?? null;
}

/** What a configuration says of the reading of articles, for commands that read without a build. */
export interface BenefitsSettings {
  readonly site: Site;
  /** Folder of the site's lexicon; null: `lexicon` in the data folder. */
  readonly lexicon: string | null;
  readonly extractionRules: readonly ExtractionRule[];
}

const settings = processMap<EleventyConfig, BenefitsSettings>("benefits.settings");

/** What a configuration gave the plugin; null where it does not use it. */
export function benefitsSettingsOf(config: EleventyConfig): BenefitsSettings | null {
  return settings.get(config) ?? null;
}

/**
 * Finds what each article says the benefits are and gathers them across
 * articles: `collections.benefits`, `collections.therapies`,
 * `collections.conditions`, `collections.benefitMatrix`.
 */
export function benefits(config: EleventyConfig, options: BenefitsOptions = {}): void {
  const parsed = parseOptions("benefits", BENEFITS_OPTIONS, options, OPTION_NAMES);
  const { pageFrom, topicPageFrom, countMismatch, path, extractionRules: rules } = parsed;
  const host = article(config, options);
  settings.set(config, { site: host.site, lexicon: parsed.lexicon ?? null, extractionRules: rules });
  let lexicon: Lexicon | null = null;
  let name = "";
  let problems: readonly Problem[] = [];
  let folder = "";
  config.on("eleventy.before", ({ directories }) => {
    folder = parsed.lexicon ?? join(directories.data, "lexicon");
    ({ lexicon, name, problems } = loadLexicon(folder));
    host.know({
      therapies: toTopics(lexicon.terms.therapies),
      conditions: toTopics(lexicon.terms.conditions),
    });
  });
  host.readTitlesBy(
    (title, lang) => titleReader((lexicon as Lexicon).terms)(title, lang),
    () => name,
  );
  host.addStage({
    name: "benefits",
    order: STAGE_ORDER.benefits,
    mayStop: options.countMismatch === "error",
    run: (corpus) => {
      corpus.problems.push(...problems);
      lexicons.set(corpus, {
        lexicon: lexicon as Lexicon,
        folder: relative(".", folder).split(sep).join("/"),
      });
      readAll(corpus, { lexicon: lexicon as Lexicon, name, rules }, countMismatch, host);
      const records = [...corpus.records.values()];
      const gatherOptions = { pageFrom, topicPageFrom, path };
      corpus.benefits = gatherBenefits(records, (lexicon as Lexicon).targets, gatherOptions);
      corpus.therapyEntries = gatherTopics("therapy", records, corpus.therapies, gatherOptions);
      corpus.conditionEntries = gatherTopics("condition", records, corpus.conditions, gatherOptions);
      corpus.matrix = buildMatrix(corpus.benefits, corpus.therapyEntries);
    },
  });
  addCollections(host);
}

function addCollections(host: ArticleHost): void {
  const add = (name: string, from: (corpus: Corpus) => unknown): void =>
    host.names.addCollection(name, async (api) => from(await host.decided(api.getAll())));
  add("benefits", (corpus) => corpus.benefits);
  add("therapies", (corpus) => corpus.therapyEntries);
  add("conditions", (corpus) => corpus.conditionEntries);
  add("benefitMatrix", (corpus) => [corpus.matrix]);
}

function readAll(
  corpus: Corpus,
  reader: Reader,
  countMismatch: "warning" | "error",
  host: ArticleHost,
): void {
  const { lexicon } = reader;
  for (const record of corpus.records.values()) {
    const model = record.article;
    const extraction = extract(model, reader, host);
    const read = publish(model, lexicon, extraction, corpus.site.publishFrom);
    const mismatch = countProblem(
      model,
      read.found,
      read.promised?.count ?? null,
      countMismatch,
      unsureOf(read),
      read.droppedCount,
    );
    const problems = mismatch ? [...read.problems, mismatch] : read.problems;
    corpus.problems.push(
      ...read.ruleFaults,
      ...problems.map((problem) => ({ ...problem, line: host.lineOf(model.id, problem.field) })),
    );
    const anchored = anchorBenefits(model, read.published, read.against);
    record.article = anchored.article;
    record.benefits = anchored.benefits;
    record.against = anchored.against;
    record.proposals = read.proposals;
    record.droppedCount = read.droppedCount;
    if (areFaultsTold()) record.unknownTargets = read.unknownTargets;
  }
}

function extract(model: Article, reader: Reader, host: ArticleHost): Extraction {
  const { lexicon, name, rules } = reader;
  const known = extractions.get(model);
  if (known?.lexicon === lexicon && known.rules === rules) return known.extraction;
  const fields = listFields(host.sourceOf(model.id).data);
  const read = (): Extraction => extractForReaders(model, lexicon, { fields, ownRules: rules });
  // Code of the owner's has no name to be kept by: what it finds is found anew.
  const extraction = rules.length > 0 ? read() : host.keep(model.id, name, read);
  extractions.set(model, { lexicon, rules, extraction });
  return extraction;
}

/** The package's lexicon with the site's entries over it; compiled again only when a file changed. */
function loadLexicon(folder: string): Loaded {
  const own = packageFolder("_data/lexicon");
  const faults: Problem[] = [];
  const base = readTexts(own, own, faults);
  const site = existsSync(folder) ? readTexts(folder, resolve(folder) === own ? own : ".", faults) : null;
  const key = JSON.stringify([base, site, faults]);
  if (loaded?.key === key) return loaded;
  const { data, problems } = composeLexicon(base, site, relative(".", folder).split(sep).join("/"));
  const name = createHash("sha256").update(key).digest("base64url");
  loaded = { key, name, lexicon: compileLexicon(data), problems: [...faults, ...problems] };
  return loaded;
}

function readTexts(folder: string, inside: string, faults: Problem[]): LexiconTexts {
  const texts = LEXICON_FILES.map((name) => {
    const path = join(folder, name);
    const read = readTextFile(path, path, { inside });
    if (read !== null && "problem" in read) faults.push(read.problem);
    return [name, read !== null && "text" in read ? read.text : ""];
  });
  return Object.fromEntries(texts) as LexiconTexts;
}

function toTopics(terms: readonly (TermEntry & { readonly id: string })[]): Map<string, Topic> {
  return new Map(
    terms.map(({ id, label, aliases = [], codes = [] }) => [
      id,
      {
        id,
        label,
        aliases,
        description: null,
        codes: codes.map(({ system, value }) => ({ system, value })),
        sameAs: [],
        treatments: [],
      },
    ]),
  );
}
