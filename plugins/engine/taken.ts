import { existsSync, readFileSync } from "node:fs";
import type { Page, TemplatePrototype, Written } from "./internals.ts";

/** Knows pages that need not be made in this build. */
export interface PageKeeper {
  /**
   * "whole": the file of the page is there; "page": so it is, but its text is
   * asked for elsewhere; "later": it is made when somebody asks for it, by
   * {@link makePage}; null: it is to be made.
   */
  take(page: Page): "whole" | "page" | "later" | null;
  made?(page: Page, content: unknown): void;
}

/** Stands for the content of a page that is there already, or is to come. */
const TAKEN = Symbol("vervain.taken");

/** Eleventy's own methods. */
type Makers = Required<
  Pick<TemplatePrototype, "renderPageEntry" | "renderPageEntryWithoutLayout" | "_write">
>;

/** Who is asked, by what all templates share: it is the same for every build of a process. */
const asked = new WeakMap<TemplatePrototype, { readonly makers: Makers; keeper: PageKeeper | null }>();

/**
 * Lets pages be taken instead of rendered and written; where Eleventy has other
 * methods, each is made.
 *
 * @param page any page of the build
 * @param keeper null: from now on each page is made
 */
export function takePages(page: Page | undefined, keeper: PageKeeper | null): void {
  if (page?.template === undefined) return;
  const prototype = Object.getPrototypeOf(page.template) as TemplatePrototype;
  const known = asked.get(prototype);
  if (known !== undefined) known.keeper = keeper;
  else askFirst(prototype, keeper);
}

function askFirst(prototype: TemplatePrototype, keeper: PageKeeper | null): void {
  const { renderPageEntry, renderPageEntryWithoutLayout, _write } = prototype;
  if (!renderPageEntry || !renderPageEntryWithoutLayout || !_write) return;
  const now = { makers: { renderPageEntry, renderPageEntryWithoutLayout, _write }, keeper };
  asked.set(prototype, now);
  // Here and not where it writes: a template of 1,000 pages renders them all without waiting for one to be written.
  prototype.renderPageEntryWithoutLayout = async function renderUnlessTaken(page) {
    const taken = now.keeper?.take(page);
    if (taken === "later") return undefined;
    return taken === "whole" ? "" : renderPageEntryWithoutLayout.call(this, page);
  };
  prototype.renderPageEntry = async function placeUnlessTaken(page) {
    const taken = now.keeper?.take(page);
    // Eleventy takes no text for one that is: whoever shows it is told that it is early, as it is of one not rendered yet.
    if (taken === "later") page.needsCheck = true;
    return taken ? TAKEN : renderPageEntry.call(this, page);
  };
  prototype._write = async function writeUnlessTaken(page, content) {
    if (content === TAKEN) return writtenBefore(page);
    const written = await _write.call(this, page, content);
    now.keeper?.made?.(page, content);
    return written;
  };
}

/** What Eleventy would tell of a page that it wrote, with the text that is there. */
function writtenBefore({ inputPath, outputPath, url }: Page): Written {
  const written = { inputPath, outputPath: String(outputPath), url };
  return Object.defineProperty(written as Written, "content", CONTENT);
}

/** What was written, read when it is asked for. One for all: with a getter of its own, V8 keeps each object as a table. */
export const CONTENT: PropertyDescriptor & ThisType<Written> = {
  enumerable: true,
  configurable: true,
  get() {
    return existsSync(this.outputPath) ? readFileSync(this.outputPath, "utf8") : "";
  },
};

/**
 * Renders and writes a page that was to come, once its build is through.
 *
 * @param pages all of that build: where one shows the text of others, theirs is rendered too
 * @throws whatever rendering it does in a build
 */
export async function makePage(page: Page, pages: Iterable<Page>): Promise<void> {
  try {
    await renderAndWrite(page);
  } catch (error) {
    if (!isEarly(error)) throw error;
    await renderTexts([...pages].filter((other) => other !== page));
    forgetRendered(page);
    await renderAndWrite(page);
  }
}

/** Texts may show others: what came too early comes after all the rest. */
async function renderTexts(pages: readonly Page[]): Promise<void> {
  const early: Page[] = [];
  for (const page of pages) {
    try {
      await renderText(page);
    } catch (error) {
      if (!isEarly(error)) throw error;
      forgetRendered(page);
      early.push(page);
    }
  }
  if (early.length < pages.length) await renderTexts(early);
}

async function renderAndWrite(page: Page): Promise<void> {
  const { template } = page;
  if (template === undefined) return;
  const { renderPageEntry, _write } = makersOf(page);
  await renderText(page);
  const content = await renderPageEntry.call(template, page);
  // As in a build: what compiles to nothing has no file.
  if (content !== undefined) await _write.call(template, page, content);
}

/** The page without its layout, as others can show it. */
async function renderText(page: Page): Promise<void> {
  if (page._templateContent !== undefined || page.template === undefined) return;
  page.templateContent = await makersOf(page).renderPageEntryWithoutLayout.call(page.template, page);
}

function makersOf({ template }: Page): Makers {
  const known = template && asked.get(Object.getPrototypeOf(template) as TemplatePrototype);
  if (known === undefined) throw new Error("engine: expected a page of a build that was followed.");
  return known.makers;
}

const TOO_EARLY = "TemplateContentPrematureUseError";

/** Whether it comes of a text that was asked for before it was rendered; Nunjucks keeps the name alone, Liquid what it came of. */
function isEarly(error: unknown): boolean {
  for (
    let one = error;
    one instanceof Error;
    one = (one as { originalError?: unknown }).originalError ?? one.cause
  )
    if (one.constructor.name === TOO_EARLY || one.message.includes(TOO_EARLY)) return true;
  return false;
}

function forgetRendered({ template }: Page): void {
  if (template === undefined) return;
  template._cacheRenderedPromise = undefined;
  template._cacheRenderedTransformsAndLayoutsPromise = undefined;
}
