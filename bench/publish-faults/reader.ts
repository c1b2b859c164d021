import type { MemoryStore } from "../../test/publish/s3/memory-store.ts";
import { blogFiles, brokenLinks } from "../../test/publish/s3/site.ts";

/** Somebody who looks at the whole live site again and again. */
export interface Reader {
  /** Looks once, and keeps what was wrong. @param newest version that may be live by now */
  look(newest: number): void;
  readonly lookCount: number;
  /** Looks at which a link led nowhere. */
  readonly brokenCount: number;
  /** Looks at which a file was that of no version, or of a version that its step should not have reached. */
  readonly mixedCount: number;
}

/** Looks at links from the home page, the feed and the sitemap, and at every byte. */
export function readerOf(store: MemoryStore): Reader {
  const read = (path: string): string | null => store.objects.get(path)?.bytes.toString() ?? null;
  const counts = { look: 0, broken: 0, mixed: 0 };
  const versions = new Map<string, Set<string>>();
  let known = 0;
  const learn = (newest: number): void => {
    for (; known < newest; )
      for (const [path, text] of Object.entries(blogFiles(++known)))
        versions.set(path, (versions.get(path) ?? new Set()).add(text));
  };
  return {
    look: (newest) => {
      learn(newest);
      counts.look++;
      if (brokenLinks(read).length > 0) counts.broken++;
      for (const path of store.objects.keys())
        if (!path.startsWith(".vervain/") && !versions.get(path)?.has(read(path) as string)) counts.mixed++;
    },
    get lookCount() {
      return counts.look;
    },
    get brokenCount() {
      return counts.broken;
    },
    get mixedCount() {
      return counts.mixed;
    },
  };
}
