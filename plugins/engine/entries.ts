import { resolve } from "node:path";
import type { TemplateEntry, TemplateMap } from "./internals.ts";

/** Lets Eleventy look a template up without going through all of them, as it does for each of them. */
export function indexEntries(templates: TemplateMap | undefined): void {
  if (!templates?.map || !templates.getMapEntryForInputPath) return;
  const byPath = new Map<string, TemplateEntry>();
  let indexedCount = 0;
  templates.getMapEntryForInputPath = function lookUp(inputPath) {
    const { map = [] } = this;
    for (; indexedCount < map.length; indexedCount++) {
      const entry = map[indexedCount] as TemplateEntry;
      if (!byPath.has(entry.inputPath)) byPath.set(entry.inputPath, entry);
    }
    return byPath.get(inputPath) ?? byPath.get(resolve(inputPath));
  };
}
