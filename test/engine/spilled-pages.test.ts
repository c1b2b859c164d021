import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Page, TemplateClass } from "../../plugins/engine/internals.ts";
import type { Spill } from "../../plugins/engine/spill.ts";
import { spillContents, spillSource } from "../../plugins/engine/spilled-pages.ts";

const LONG = "x".repeat(512);
const SHORT = "x".repeat(511);

/** A spill that tells what it was given. */
function watchedSpill(): { readonly spill: Spill; readonly put: string[] } {
  const put: string[] = [];
  return {
    put,
    spill: {
      put: (text) => ({ at: put.push(text) - 1, length: text.length }),
      get: ({ at }) => put[at] as string,
    },
  };
}

interface Rendered {
  _templateContent: unknown;
}

/** Eleventy's class of templates, as far as rendered texts go. */
function fakeTemplates() {
  class Template {
    _cacheRenderedPromise: unknown = "html";
    static augmentWithTemplateContentProperty(page: object): object {
      return Object.defineProperties(page, {
        _templateContent: { writable: true },
        templateContent: { value: 1 },
      });
    }
    async renderPageEntryWithoutLayout(): Promise<string> {
      return LONG;
    }
  }
  return Template;
}

function pageIn(spill: Spill, rendered: () => void = () => undefined) {
  const templates = fakeTemplates();
  spillContents(templates as unknown as TemplateClass, spill, rendered);
  return { templates, page: templates.augmentWithTemplateContentProperty({}) as Rendered };
}

test("spillContents: a text of 512 characters lies in the spill, a shorter one and what is no text stay", () => {
  const { spill, put } = watchedSpill();
  const { page } = pageIn(spill);
  assert.is(page._templateContent, undefined);
  for (const value of [SHORT, undefined, LONG]) {
    page._templateContent = value;
    assert.is(page._templateContent, value);
  }
  assert.equal(put, [LONG]);
});

test("spillContents: a text that is read and given back to the same page is written once, another's or a new one anew", () => {
  const { spill, put } = watchedSpill();
  const { templates, page } = pageIn(spill);
  page._templateContent = LONG;
  const read = page._templateContent;
  page._templateContent = read;
  assert.is(put.length, 1);
  const other = templates.augmentWithTemplateContentProperty({}) as Rendered;
  other._templateContent = page._templateContent;
  page._templateContent = `${LONG}!`;
  assert.equal(put, [LONG, LONG, `${LONG}!`]);
  assert.equal([page._templateContent, other._templateContent], [`${LONG}!`, LONG]);
});

test("spillContents: what Eleventy gives a page beside its text stays, and each text that was rendered is told and let go", async () => {
  let renderedCount = 0;
  const { templates, page } = pageIn(watchedSpill().spill, () => renderedCount++);
  assert.is((page as unknown as { templateContent: number }).templateContent, 1);
  const template = new templates();
  const { renderPageEntryWithoutLayout } = templates.prototype as {
    renderPageEntryWithoutLayout(page: unknown): Promise<string>;
  };
  assert.is(await renderPageEntryWithoutLayout.call(template, { template }), LONG);
  assert.is(template._cacheRenderedPromise, undefined);
  assert.is(renderedCount, 1);
});

test("spillSource: page and data read one long source from the spill; a short one, or one that differs, stays", () => {
  const { spill, put } = watchedSpill();
  const pageWith = (rawInput: string, ofData = rawInput) =>
    ({ rawInput, data: { page: { rawInput: ofData } } }) as unknown as Page;
  const whole = pageWith(LONG);
  const other = pageWith(LONG, "another");
  for (const page of [whole, other, pageWith(SHORT)]) spillSource(page, spill);
  assert.equal(put, [LONG, LONG]);
  assert.equal([whole.rawInput, whole.data.page?.rawInput], [LONG, LONG]);
  assert.equal([other.rawInput, other.data.page?.rawInput], [LONG, "another"]);
  assert.ok(Object.getOwnPropertyDescriptor(whole.data.page, "rawInput")?.get);
});

test("spillSource: a page and its data are the same objects as before, and hold no source", () => {
  const { spill, put } = watchedSpill();
  const { templates } = pageIn(spill);
  const ofData = { rawInput: LONG, url: "/tea/" };
  const page = templates.augmentWithTemplateContentProperty({
    rawInput: LONG,
    url: "/tea/",
    page: ofData,
    data: { page: ofData },
  }) as Page & { page: object };
  assert.equal([page.rawInput, page.url], [LONG, "/tea/"]);
  spillSource(page, spill);
  assert.equal(put, [LONG]);
  assert.equal(
    [page.page, page.data.page].map((one) => one === ofData),
    [true, true],
  );
  assert.equal({ ...ofData }, { rawInput: LONG, url: "/tea/" });
  const held = (one: object): readonly unknown[] =>
    Reflect.ownKeys(one).flatMap((key): unknown[] => {
      const value: unknown = Object.getOwnPropertyDescriptor(one, key)?.value;
      return typeof key === "symbol" && value instanceof Object ? Object.values(value) : [value];
    });
  for (const one of [page, ofData]) assert.not(held(one).includes(LONG));
  page.rawInput = "another";
  assert.is(page.rawInput, "another");
});

test("spillSource: the source of a template in JavaScript is no text, and stays what it is", () => {
  const { spill, put } = watchedSpill();
  const { templates } = pageIn(spill);
  const source = { data: {}, render: () => "hi" };
  for (const value of [source, null, undefined]) {
    const page = templates.augmentWithTemplateContentProperty({ rawInput: value, data: {} }) as Page;
    spillSource(page, spill);
    assert.is(page.rawInput, value);
  }
  assert.equal(put, []);
});

test.run();
