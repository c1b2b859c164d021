import { join, relative, resolve, sep } from "node:path";
import type { Article, ReadTitle } from "../article/types.ts";
import type { ArticleHost } from "../build/plugin.ts";
import { areFaultsTold } from "../build/watchers.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Topic } from "../corpus/types.ts";
import { readTextFile } from "../files/plain-file.ts";
import { sha256 } from "../files/sha256.ts";
import type { Taken } from "../options.ts";
import { packageFolder } from "../package-folder.ts";
import { type Problem, quote, SetupError } from "../problem.ts";
import { type Anchored, anchorBenefits } from "./anchors.ts";
import { countProblem } from "./count-problem.ts";
import { extractForReaders } from "./extract.ts";
import type { ExtractionRule } from "./extraction-rule.ts";
import { buildMatrix, gatherBenefits, gatherTopics } from "./gather.ts";
import type { Extraction } from "./language.ts";
import { RULE_NAMES, titleReader } from "./languages.ts";
import { compileLexicon, type Lexicon, type TermEntry } from "./lexicon.ts";
import { composeLexicon, LEXICON_FILES, type LexiconTexts } from "./lexicon-files.ts";
import type { BENEFITS_OPTIONS } from "./options.ts";
import { type BenefitsRead, listFields, publish, unsureOf, withoutEveryday } from "./read.ts";

/** What the articles of a build are read with. */
export interface Reading {
  /** Another one with every byte of the lexicon's files. */
  readonly name: string;
  readonly lexicon: Lexicon;
  /** What is wrong with the lexicon's files. */
  readonly problems: readonly Problem[];
  readonly readTitle: ReadTitle;
  /** The terms of the lexicon, for articles that name them. */
  readonly topics: Record<"therapies" | "conditions", ReadonlyMap<string, Topic>>;
}

type DecideOptions = Pick<
  Taken<typeof BENEFITS_OPTIONS>,
  "pageFrom" | "topicPageFrom" | "countMismatch" | "path" | "extractionRules"
>;

/** What articles are read with: another lexicon or other rules, and they are read anew. */
interface Reader extends Pick<Reading, "lexicon" | "name"> {
  readonly rules: readonly ExtractionRule[];
}

/** What is said of an article, and what with beside its model. */
interface Known extends Pick<Reader, "lexicon" | "rules">, Pick<DecideOptions, "countMismatch"> {
  readonly publishFrom: number;
  readonly said: Said;
}

interface Said extends Anchored, Pick<BenefitsRead, "proposals" | "droppedCount" | "unknownTargets"> {
  readonly ruleFaults: readonly Problem[];
  /** Without their lines: the file may have moved on where the model did not. */
  readonly problems: readonly Problem[];
}

/** By article model: of one that did not change nothing is decided again while serving. */
const known = new WeakMap<Article, Known>();
let loaded: { readonly key: string; readonly reading: Reading } | null = null;

/**
 * The package's lexicon with the site's entries over it; compiled again only when a file changed.
 *
 * @param folder of the site's files; null: it has none
 */
export function loadLexicon(folder: string | null): Reading {
  const own = packageFolder("_data/lexicon");
  const faults: Problem[] = [];
  const base = readTexts(own, own, faults);
  const site = folder === null ? null : readTexts(folder, resolve(folder) === own ? own : ".", faults);
  const key = JSON.stringify([base, site, faults]);
  if (loaded?.key === key) return loaded.reading;
  const { data, problems } = composeLexicon(
    base,
    site,
    relative(".", folder ?? own)
      .split(sep)
      .join("/"),
  );
  const lexicon = compileLexicon(data);
  const topics = {
    therapies: toTopics(lexicon.terms.therapies),
    conditions: toTopics(lexicon.terms.conditions),
  };
  const readTitle = titleReader(lexicon.terms);
  const name = sha256(key);
  loaded = { key, reading: { name, lexicon, problems: [...faults, ...problems], readTitle, topics } };
  return loaded.reading;
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

function toTopics(terms: readonly (TermEntry & { readonly id: string })[]): ReadonlyMap<string, Topic> {
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

/**
 * Checks the names of the owner's rules.
 *
 * @throws {RangeError} naming every rule that has the name of one of the package's
 */
export function requireOwnNames(rules: readonly ExtractionRule[]): void {
  const faults = rules.flatMap(({ name }, index) =>
    RULE_NAMES.includes(name)
      ? [
          `benefits: extractionRules.${index}.name: expected a name that no rule of the package's has, received ${quote(name)}.`,
        ]
      : [],
  );
  if (faults.length > 0) throw new SetupError(faults.join("\n"));
}

/** Reads the benefits of every article and gathers them across articles. */
export function decideBenefits(
  corpus: Corpus,
  host: ArticleHost,
  { lexicon, name, problems }: Reading,
  { countMismatch, extractionRules: rules, ...gatherOptions }: DecideOptions,
): void {
  corpus.problems.push(...problems);
  readAll(corpus, { lexicon, name, rules }, countMismatch, host);
  const records = [...corpus.records.values()];
  corpus.benefits = gatherBenefits(records, lexicon.targets, gatherOptions);
  corpus.therapyEntries = gatherTopics("therapy", records, corpus.therapies, gatherOptions);
  corpus.conditionEntries = gatherTopics("condition", records, corpus.conditions, gatherOptions);
  corpus.matrix = buildMatrix(corpus.benefits, corpus.therapyEntries);
}

function readAll(
  corpus: Corpus,
  reader: Reader,
  countMismatch: "warning" | "error",
  host: ArticleHost,
): void {
  for (const record of corpus.records.values()) {
    const model = record.article;
    const said = sayOnce(model, reader, { countMismatch, publishFrom: corpus.site.publishFrom }, host);
    corpus.problems.push(
      ...said.ruleFaults,
      ...said.problems.map((problem) => ({ ...problem, line: host.lineOf(model.id, problem.field) })),
    );
    record.article = said.article;
    record.benefits = said.benefits;
    record.against = said.against;
    record.proposals = said.proposals;
    record.droppedCount = said.droppedCount;
    if (areFaultsTold()) record.unknownTargets = said.unknownTargets;
  }
}

type SayOptions = Pick<Known, "countMismatch" | "publishFrom">;

function sayOnce(model: Article, reader: Reader, options: SayOptions, host: ArticleHost): Said {
  const { lexicon, rules } = reader;
  const { countMismatch, publishFrom } = options;
  const last = known.get(model);
  const isSame =
    last?.lexicon === lexicon &&
    last.rules === rules &&
    last.countMismatch === countMismatch &&
    last.publishFrom === publishFrom;
  if (isSame) return last.said;
  const said = say(model, reader, options, host);
  known.set(model, { lexicon, rules, countMismatch, publishFrom, said });
  return said;
}

function say(
  model: Article,
  reader: Reader,
  { countMismatch, publishFrom }: SayOptions,
  host: ArticleHost,
): Said {
  const read = publish(model, reader.lexicon, extract(model, reader, host), publishFrom);
  const { proposals, droppedCount, unknownTargets, ruleFaults } = read;
  const promisedCount = read.promised?.count ?? null;
  const mismatch = countProblem(
    model,
    read.found,
    promisedCount,
    countMismatch,
    unsureOf(read),
    droppedCount,
  );
  return {
    ...anchorBenefits(withoutEveryday(model, read, reader.lexicon), read.published, read.against),
    proposals,
    droppedCount,
    unknownTargets: areFaultsTold() ? unknownTargets : [],
    ruleFaults,
    problems: mismatch ? [...read.problems, mismatch] : read.problems,
  };
}

function extract(model: Article, reader: Reader, host: ArticleHost): Extraction {
  const { lexicon, name, rules } = reader;
  const fields = listFields(host.sourceOf(model.id).data);
  const read = (): Extraction => extractForReaders(model, lexicon, { fields, ownRules: rules });
  // Code of the owner's has no name to be kept by: what it finds is found anew.
  return rules.length > 0 ? read() : host.keep(model.id, name, read);
}
