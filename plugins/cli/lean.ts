/** The two methods of Eleventy's Template that {@link keepLean} wraps; collections hand out its instances. */
interface TemplatePrototype {
  generateMapEntry?(entry: unknown, to: string): Promise<unknown>;
  _write?(page: Page, content: unknown): Promise<object>;
}

interface Page {
  readonly template: { _cacheRenderedTransformsAndLayoutsPromise?: unknown };
}

/** Pages under way at once: Eleventy starts all of them, and so holds the HTML of a whole site before it writes the first file. */
const PAGES_AT_ONCE = 16;

const known = new WeakSet<object>();

/**
 * Lets a build write its pages one after another and forget each once written:
 * 10,000 articles in 0.8 GiB instead of 2.8. Where Eleventy has other methods,
 * nothing is changed and the build is merely larger.
 */
export function keepLean(items: readonly object[]): void {
  const template = (items[0] as { readonly template?: object } | undefined)?.template;
  const prototype = template && (Object.getPrototypeOf(template) as TemplatePrototype);
  if (!prototype?.generateMapEntry || !prototype._write || known.has(prototype)) return;
  known.add(prototype);
  const { generateMapEntry, _write } = prototype;
  const inTurn = limiter(PAGES_AT_ONCE);
  prototype.generateMapEntry = function generateInTurn(this: unknown, ...values) {
    return inTurn(() => generateMapEntry.apply(this as TemplatePrototype, values));
  };
  prototype._write = async function writeAndForget(this: unknown, page, content) {
    const written = await _write.call(this as TemplatePrototype, page, content);
    page.template._cacheRenderedTransformsAndLayoutsPromise = undefined;
    return { ...written, content: "", rawInput: "" };
  };
}

/** Runs at most `count` tasks at a time, in the order they came. */
function limiter(count: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      return await task();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
