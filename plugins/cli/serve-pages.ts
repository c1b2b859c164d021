import { resolve } from "node:path";
import type { Page } from "../engine/internals.ts";
import { makePage, takePages } from "../engine/taken.ts";
import { once } from "../once.ts";

/**
 * Pages of a site that is served: the first build makes all of them, each later
 * one makes a page when it is asked for, so that a saved file costs the page
 * that its writer looks at and not the whole site.
 */
export interface ServedPages {
  /** To be called with the templates of each build, before anything is decided. */
  gathered(items: readonly object[]): void;
  /** To be called when all of a build is decided. */
  decided(): void;
  /** To be called when the first build is through. */
  built(): void;
  /** Makes the page that is asked for, where it is to come; so does the page of what is not there. */
  make(path: string): Promise<void>;
  /** Makes the pages of some files of the input folder. */
  makeOf(files: readonly string[]): Promise<void>;
}

/**
 * @param folder in which the site lies while it is served
 * @param failed told of what kept a page from being made: its last one stays
 */
export function followServed(folder: string, failed: (error: unknown) => void): ServedPages {
  let pages: readonly Page[] = [];
  let isBuilt = false;
  /** Makes a page of the last build, once, by its file. */
  let coming = new Map<string, { readonly source: string; readonly make: () => Promise<void> }>();
  return {
    gathered: (items) => {
      pages = items as readonly Page[];
      coming = new Map();
      takePages(pages[0], null);
    },
    decided: () => {
      if (!isBuilt) return;
      const [waiting, all] = [coming, pages];
      const later = (page: Page): "later" | null => {
        if (typeof page.outputPath !== "string") return null;
        const file = resolve(page.outputPath);
        if (!waiting.has(file))
          waiting.set(file, {
            source: page.inputPath ?? "",
            make: once(() => makePage(page, all).catch(failed)),
          });
        return "later";
      };
      takePages(pages[0], { take: later });
    },
    built: () => {
      isBuilt = true;
    },
    make: async (path) => {
      const files = filesOf(path).map((name) => resolve(folder, `.${name}`));
      const file = files.find((one) => coming.has(one)) ?? resolve(folder, "404.html");
      await coming.get(file)?.make();
    },
    makeOf: async (inputs) => {
      for (const { source, make } of coming.values()) if (inputs.includes(source)) await make();
    },
  };
}

/** Files that a server may answer a path with. */
function filesOf(path: string): readonly string[] {
  return path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
}
