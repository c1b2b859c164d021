import { announceRendered } from "../build/watchers.ts";
import { limiter } from "../limiter.ts";
import { forgetTagger } from "../tagger.ts";
import { type Collector, frugalHeap, NO_COLLECTOR } from "./collector.ts";
import { indexEntries } from "./entries.ts";
import type {
  FileSystemManager,
  Page,
  Template,
  TemplateClass,
  TemplatePrototype,
  TemplateWriter,
  Written,
} from "./internals.ts";
import { missingParts } from "./parts.ts";
import { openSpill, type Spill } from "./spill.ts";
import { spillContents, spillSource } from "./spilled-pages.ts";
import { CONTENT, type PageKeeper, takePages } from "./taken.ts";
import { createWriter, type Writer } from "./writer.ts";

/** What a build is told on its way, to let go of what the next phase does not need. */
export interface LeanBuild {
  /** Every file was read; nothing is decided yet. */
  gathered(pages: readonly object[]): void;
  decided(): void;
  /** Has pages taken over instead of made; to be called when all is decided. */
  keep(keeper: PageKeeper): void;
  /** What this Eleventy has not of what a build leans on, by its names there; the site is the same without. */
  missing(): readonly string[];
}

/** Pages under way at once: Eleventy starts all of them, and so holds the HTML of a whole site before it writes the first file. */
const PAGES_AT_ONCE = 4;

/** Pages rendered before the thread that writes them is waited for: what a slow disk may pile up in memory. */
const PAGES_PENDING = 64;

/** From so many templates on, texts lie in a file and memory is collected when a phase ends rather than when V8 must. */
const LARGE_SITE = 4000;

const known = new WeakSet<object>();

/**
 * Lets a build write its pages one after another and forget each once written,
 * and keeps the texts of a large site in a file: 10,000 articles in 0.7 GiB
 * instead of 2.8. Where Eleventy has other methods, nothing is changed and the
 * build is merely larger.
 */
export function keepLean(
  { writer: templateWriter }: { readonly writer?: TemplateWriter },
  largeSite = LARGE_SITE,
  openWriter: () => Writer = createWriter,
  openCollector: () => Collector = frugalHeap,
): LeanBuild {
  let spill: Spill | null = null;
  let collector: Collector = NO_COLLECTOR;
  let pages: readonly Page[] = [];
  let missing: readonly string[] = [];
  onTemplates(templateWriter, (template, count) => {
    if (count === 1) indexEntries(templateWriter?.templateMap);
    if (count !== largeSite) return;
    spill = openSpill();
    if (spill !== null) spillContents(classOf(template), spill, () => collector.whenGrown());
    collector = openCollector();
  });
  return {
    gathered: (items) => {
      pages = items as readonly Page[];
      const [first] = pages;
      missing = missingParts(templateWriter, first);
      const { template } = first ?? {};
      if (template === undefined) return;
      takePages(first, null);
      forgetFiles(pages, classOf(template));
      writeInTurn(template, openWriter, {
        begun: () => {
          forgetCompiled(pages, classOf(template));
          collector.whenGrown();
        },
        written: () => collector.whenGrown(),
      });
      collector.now();
    },
    decided: () => {
      if (spill !== null) {
        for (const page of pages) spillSource(page, spill);
        forgetTagger();
      }
      collector.now();
    },
    keep: (keeper) => takePages(pages[0], keeper),
    missing: () => missing,
  };
}

/** Calls `found` with every template as it is made, and with how many there are. */
function onTemplates(
  writer: TemplateWriter | undefined,
  found: (template: Template, count: number) => void,
): void {
  const name = (["_createTemplate", "createTemplate"] as const).find((one) => writer?.[one] !== undefined);
  const create = name && writer?.[name];
  if (writer === undefined || name === undefined || create === undefined) return;
  let count = 0;
  writer[name] = function createAndTell(...values) {
    const made = create.apply(this, values);
    if (made.template !== undefined) found(made.template, ++count);
    return made;
  };
}

/** The class that owns what all templates share; Template extends it. */
function classOf(template: Template): TemplateClass {
  return Object.getPrototypeOf(template).constructor as TemplateClass;
}

/** Renders few pages at a time and writes them aside; tells before the first and after each. */
function writeInTurn(
  template: Template,
  openWriter: () => Writer,
  tell: { begun(): void; written(): void },
): void {
  const prototype = Object.getPrototypeOf(template) as TemplatePrototype;
  const { generateMapEntry, renderPageEntry, _write } = prototype;
  if (!generateMapEntry || !renderPageEntry || !_write || known.has(prototype)) return;
  known.add(prototype);
  const inTurn = limiter(PAGES_AT_ONCE);
  const writer = writeAside(template, openWriter);
  let isBegun = false;
  let openCount = 0;
  let pageCount = 0;
  let writtenCount = 0;
  prototype.generateMapEntry = function generateInTurn(entry, to) {
    if (!isBegun) tell.begun();
    isBegun = true;
    openCount++;
    pageCount += entry._pages?.length ?? 0;
    return inTurn(async () => {
      try {
        return await generateMapEntry.call(this, entry, to);
      } finally {
        // Eleventy starts all entries before the first ends, so the last to end knows that nothing comes after it.
        if (--openCount === 0) await writer?.flush();
      }
    });
  };
  prototype.renderPageEntry = async function renderInTime(page) {
    if (writer !== null && writer.pendingCount >= PAGES_PENDING) await writer.flush();
    return renderPageEntry.call(this, page);
  };
  prototype._write = async function writeAndForget(page, content) {
    const written = await _write.call(this, page, content);
    if (page.template) page.template._cacheRenderedTransformsAndLayoutsPromise = undefined;
    announceRendered(++writtenCount, pageCount);
    tell.written();
    return written && withoutTexts(written, page);
  };
}

/** The same for whoever asks in `eleventy.after`: its texts are read when they are asked for. */
function withoutTexts({ content, rawInput, ...written }: Written, page: Page): Written {
  // Made anew: where a property is redefined, V8 keeps the object as a table, four times as large.
  return Object.defineProperties(written as Written, { [OF_PAGE]: { value: page }, ...TEXTS });
}

/** The page of what was written. */
const OF_PAGE = Symbol("vervain.page");

/** One getter for all pages: one of its own would give each a shape of its own. */
const TEXTS: PropertyDescriptorMap & ThisType<Written & { readonly [OF_PAGE]: Page }> = {
  content: CONTENT,
  rawInput: {
    enumerable: true,
    get() {
      return this[OF_PAGE].rawInput;
    },
  },
};

/** Lets pages be written on a thread of their own; null where Eleventy writes in another way. */
function writeAside({ fsManager }: Template, openWriter: () => Writer): Writer | null {
  const prototype = fsManager && (Object.getPrototypeOf(fsManager) as FileSystemManager);
  if (!prototype?.createDirectoryForFileSync || !prototype.writeFileSync) return null;
  const writer = openWriter();
  prototype.createDirectoryForFileSync = () => undefined;
  prototype.writeFileSync = (path, content) => writer.write(path, content);
  return writer;
}

/** Once every file was read, its text is needed once, as input to rendering, and not three times. */
function forgetFiles(pages: readonly Page[], { _inputCache }: TemplateClass): void {
  _inputCache?.clear();
  for (const { template } of pages) {
    if (template === undefined) continue;
    template.readingPromise = undefined;
    template.inputContent = undefined;
  }
}

/** Once all Markdown is rendered, the functions that rendered it are not needed. */
function forgetCompiled(pages: readonly Page[], { _compileCache }: TemplateClass): void {
  for (const { template } of pages) if (template) _compileCache?.delete(template.inputPath);
}
