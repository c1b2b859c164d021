import { announceRendered } from "../corpus/watchers.ts";
import { limiter } from "../limiter.ts";
import { frugalHeap } from "./collector.ts";
import { createWriter, type Writer } from "./writer.ts";

/** The methods of Eleventy's Template that {@link keepLean} wraps; collections hand out its instances. */
interface TemplatePrototype {
  generateMapEntry?(entry: unknown, to: string): Promise<unknown>;
  renderPageEntry?(page: unknown): Promise<unknown>;
  _write?(page: Page, content: unknown): Promise<object>;
}

/** How a template makes its folder and writes its file. */
interface FileSystemManager {
  createDirectoryForFileSync?(path: string): void;
  writeFileSync?(path: string, content: string | Uint8Array): void;
}

/** What Eleventy keeps of each file it read, by names that are its own business: what is missing stays as it is. */
interface KeptTemplate {
  readonly inputPath: string;
  readingPromise?: unknown;
  inputContent?: unknown;
}

interface KeptItem {
  readonly template: KeptTemplate;
  readonly data: { readonly page?: { rawInput?: string } };
  rawInput?: string;
}

interface Caches {
  readonly _inputCache?: Map<string, unknown>;
  readonly _compileCache?: Map<string, unknown>;
}

interface Page {
  readonly template: { _cacheRenderedTransformsAndLayoutsPromise?: unknown };
}

/** Pages under way at once: Eleventy starts all of them, and so holds the HTML of a whole site before it writes the first file. */
const PAGES_AT_ONCE = 16;

/** Pages rendered before the thread that writes them is waited for: what a slow disk may pile up in memory. */
const PAGES_PENDING = 256;

/** From so many templates on, memory is collected when a phase ends rather than when V8 must. */
const LARGE_SITE = 4000;

const known = new WeakSet<object>();

/**
 * Lets a build write its pages one after another and forget each once written:
 * 10,000 articles in 1.5 GiB instead of 2.8. Where Eleventy has other methods,
 * nothing is changed and the build is merely larger.
 */
export function keepLean(items: readonly object[]): void {
  const template = (items[0] as { readonly template?: object } | undefined)?.template;
  const prototype = template && (Object.getPrototypeOf(template) as TemplatePrototype);
  if (!prototype?.generateMapEntry || !prototype.renderPageEntry || !prototype._write || known.has(prototype))
    return;
  known.add(prototype);
  const { generateMapEntry, renderPageEntry, _write } = prototype;
  const inTurn = limiter(PAGES_AT_ONCE);
  const writer = writeAside(template as { readonly fsManager?: FileSystemManager });
  let openCount = 0;
  let pageCount = 0;
  const collect = items.length >= LARGE_SITE ? frugalHeap() : () => undefined;
  let writtenCount = 0;
  forgetFiles(items as readonly KeptItem[], cachesOf(prototype));
  collect();
  let isWriting = false;
  prototype.generateMapEntry = function generateInTurn(this: unknown, ...values) {
    if (!isWriting) {
      isWriting = true;
      forgetSources(items as readonly KeptItem[], cachesOf(prototype));
      collect();
    }
    openCount++;
    pageCount += (values[0] as { readonly _pages?: readonly unknown[] } | undefined)?._pages?.length ?? 0;
    return inTurn(async () => {
      try {
        return await generateMapEntry.apply(this as TemplatePrototype, values);
      } finally {
        // Eleventy starts all entries before the first ends, so the last to end knows that nothing comes after it.
        if (--openCount === 0) await writer?.flush();
      }
    });
  };
  // Here and not where it writes: a template of 1,000 pages renders them all without waiting for one to be written.
  prototype.renderPageEntry = async function renderInTime(this: unknown, page) {
    if (writer !== null && writer.pendingCount >= PAGES_PENDING) await writer.flush();
    return renderPageEntry.call(this as TemplatePrototype, page);
  };
  prototype._write = async function writeAndForget(this: unknown, page, content) {
    const written = await _write.call(this as TemplatePrototype, page, content);
    page.template._cacheRenderedTransformsAndLayoutsPromise = undefined;
    announceRendered(++writtenCount, pageCount);
    return { ...written, content: "", rawInput: "" };
  };
}

/** Lets pages be written on a thread of their own; null where Eleventy writes in another way. */
function writeAside({ fsManager }: { readonly fsManager?: FileSystemManager }): Writer | null {
  const prototype = fsManager && (Object.getPrototypeOf(fsManager) as FileSystemManager);
  if (!prototype?.createDirectoryForFileSync || !prototype.writeFileSync) return null;
  const writer = createWriter();
  prototype.createDirectoryForFileSync = () => undefined;
  prototype.writeFileSync = (path, content) => writer.write(path, content);
  return writer;
}

/** The caches that all templates share: they lie on one of the classes that Template extends. */
function cachesOf(prototype: object): Caches {
  let owner: object | null = prototype.constructor;
  while (owner && !Object.hasOwn(owner, "_inputCache")) owner = Object.getPrototypeOf(owner) as object | null;
  return (owner ?? {}) as Caches;
}

/** Once every file was read, its text is needed once, as input to rendering, and not three times. */
function forgetFiles(items: readonly KeptItem[], { _inputCache }: Caches): void {
  _inputCache?.clear();
  for (const { template } of items) {
    template.readingPromise = undefined;
    template.inputContent = undefined;
  }
}

/** Once all Markdown is rendered, neither its source nor the functions that rendered it are needed. */
function forgetSources(items: readonly KeptItem[], { _compileCache }: Caches): void {
  for (const item of items) {
    _compileCache?.delete(item.template.inputPath);
    item.rawInput = "";
    if (item.data.page) item.data.page.rawInput = "";
  }
}
