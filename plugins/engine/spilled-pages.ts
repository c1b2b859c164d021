import type { Page, TemplateClass } from "./internals.ts";
import type { Slip, Spill } from "./spill.ts";

/** Texts from which a file is smaller than memory. */
const WORTH_SPILLING = 512;

/** Where a page's rendered text is. */
const HELD = Symbol("vervain.held");

/** A page whose rendered text is a value, or lies in the spill. */
interface SpilledPage {
  [HELD]?: { readonly slip: Slip } | { readonly value: unknown };
}

/**
 * Has the rendered text of every page that is made from now on kept in `spill`.
 * Templates read it where they always did.
 *
 * @param rendered called after each text
 */
export function spillContents(templates: TemplateClass, spill: Spill, rendered: () => void): void {
  const augment = templates.augmentWithTemplateContentProperty;
  const renderWithoutLayout = templates.prototype.renderPageEntryWithoutLayout;
  const descriptors = augment && Object.getOwnPropertyDescriptors(augment({}));
  if (descriptors === undefined || !("_templateContent" in descriptors) || !renderWithoutLayout) return;
  // Eleventy reads each text once and gives it back to the same page: it is not written twice.
  let last: { readonly page: SpilledPage; readonly value: unknown } | null = null;
  const content: PropertyDescriptor & ThisType<SpilledPage> = {
    get() {
      const held = this[HELD];
      if (held === undefined || "value" in held) return held?.value;
      const value = spill.get(held.slip);
      last = { page: this, value };
      return value;
    },
    set(value: unknown) {
      if (last?.page === this && last.value === value) return;
      const isSpilled = typeof value === "string" && value.length >= WORTH_SPILLING;
      this[HELD] = isSpilled ? { slip: spill.put(value) } : { value };
    },
  };
  templates.augmentWithTemplateContentProperty = (page) => {
    const { rawInput: value, ...rest } = page as SpilledSource;
    return Object.defineProperties(rest, {
      ...descriptors,
      [HELD]: { writable: true },
      _templateContent: content,
      [SOURCE]: { writable: true, value: { value } },
      rawInput,
    });
  };
  templates.prototype.renderPageEntryWithoutLayout = async function renderAndForget(page) {
    const text = await renderWithoutLayout.call(this, page);
    if (page.template) page.template._cacheRenderedPromise = undefined;
    rendered();
    return text;
  };
}

/** Where a page's source lies. */
const SOURCE = Symbol("vervain.source");

/** A page, or its data, whose source is a value (of a template in JavaScript no text), or lies in the spill. */
interface SpilledSource {
  rawInput?: unknown;
  [SOURCE]?: { readonly value: unknown } | { readonly spill: Spill; readonly slip: Slip };
}

/**
 * One for all pages: a getter of its own would give each a shape of its own, a
 * kilobyte of it. Where a property that is there is made a getter, V8 keeps the
 * object as a table, four times as large: a page is made with it.
 */
const rawInput: PropertyDescriptor & ThisType<SpilledSource> = {
  enumerable: true,
  configurable: true,
  get() {
    const source = this[SOURCE];
    return source && "slip" in source ? source.spill.get(source.slip) : source?.value;
  },
  set(value: unknown) {
    this[SOURCE] = { value };
  },
};

/** Keeps a page's source in `spill`, where templates read it: `rawInput` of the page and of its data. */
export function spillSource(page: Page, spill: Spill): void {
  const source = page.rawInput;
  if (typeof source !== "string" || source.length < WORTH_SPILLING) return;
  const held = { spill, slip: spill.put(source) };
  // The same objects: whoever was given one before may know the page by it.
  for (const owner of [page, page.data.page] as (SpilledSource | undefined)[]) {
    if (owner?.rawInput !== source) continue;
    if (SOURCE in owner) owner[SOURCE] = held;
    else Object.defineProperties(owner, { [SOURCE]: { writable: true, value: held }, rawInput });
  }
}
