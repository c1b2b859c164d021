import type { CollectionApi, EleventyConfig } from "../eleventy.ts";

/** Where names of one kind are registered. */
type Kind = "filter" | "shortcode" | "collection";

type Callback = (...values: never[]) => unknown;

/** Names under which plugins give templates what they make. */
export interface Names {
  addFilter(name: string, callback: Callback): void;
  addShortcode(name: string, callback: Callback): void;
  /** A collection that no page finds which lists all there are. */
  addCollection(name: string, callback: (api: CollectionApi) => unknown): void;
  /**
   * Keeps our collections out of the list of all.
   *
   * @param collections what templates know as `collections`
   * @param tags tags of the site's pages in the order in which the host meets them: that of their collections
   */
  hide(collections: unknown, tags: () => readonly string[]): void;
  /** Names that the owner had taken before us: they stay the owner's. */
  readonly taken: readonly string[];
}

/** On a site of ours every name is ours. */
export function ownNames(config: EleventyConfig): Names {
  return {
    addFilter: (name, callback) => config.addFilter(name, callback),
    addShortcode: (name, callback) => addTags(config, name, callback),
    addCollection: (name, callback) => config.addCollection(name, callback),
    hide: () => {},
    taken: [],
  };
}

/** A tag for templates that have tags: as a function of JavaScript it would hide the filter of its name. */
function addTags(config: EleventyConfig, name: string, callback: Callback): void {
  config.addNunjucksShortcode(name, callback);
  config.addLiquidShortcode(name, callback);
}

/** "alsoRead" → "vervainAlsoRead". */
export function prefixed(name: string): string {
  return name.startsWith("vervain") ? name : `vervain${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/**
 * On somebody else's site each thing has a name with our prefix, and the short
 * one as far as it is free: a filter, shortcode or collection of the owner's
 * stays what it is, and so does a collection made by a tag of that name.
 */
export function guestNames(config: EleventyConfig): Names {
  const taken: string[] = [];
  const hidden = new Set<string>();
  let collections: Record<string, unknown> | null = null;
  let tagsInOrder: () => readonly string[] = () => [];
  const each = (kind: Kind, name: string, add: (name: string, isShort: boolean) => void): void => {
    if (prefixed(name) !== name) add(prefixed(name), false);
    if (isTaken(config, kind, name)) taken.push(`${kind} ${name}`);
    else add(name, true);
  };
  return {
    addFilter: (name, callback) => each("filter", name, (free) => config.addFilter(free, callback)),
    addShortcode: (name, callback) => each("shortcode", name, (free) => addTags(config, free, callback)),
    addCollection: (name, callback) =>
      each("collection", name, (free, isShort) => {
        hidden.add(free);
        config.addCollection(free, async (api) => {
          const tagged = isShort ? api.getFilteredByTag(free) : [];
          if (tagged.length === 0) return callback(api);
          if (collections !== null) putBack(collections, free, tagged, tagsInOrder());
          if (!taken.includes(`collection ${free}`)) taken.push(`collection ${free}`);
          return tagged;
        });
      }),
    hide: (all, tags) => {
      tagsInOrder = tags;
      // Filled by the host; where it is something else one day, our collections can be seen.
      if (typeof all !== "object" || all === null) return;
      collections = all as Record<string, unknown>;
      for (const name of hidden)
        if (!Object.hasOwn(all, name))
          Object.defineProperty(all, name, { writable: true, configurable: true, enumerable: false });
    },
    taken,
  };
}

/** A tag's collection as the host would have it: seen by all, in its place among those of the other tags. */
function putBack(
  collections: Record<string, unknown>,
  name: string,
  items: unknown,
  tags: readonly string[],
): void {
  delete collections[name];
  const values = new Map([...Object.entries(collections), [name, items]]);
  const others = [...values.keys()].filter((key) => !tags.includes(key));
  for (const key of [...tags.filter((tag) => values.has(tag)), ...others]) {
    delete collections[key];
    collections[key] = values.get(key);
  }
}

function isTaken(config: EleventyConfig, kind: Kind, name: string): boolean {
  const { universal, nunjucks, liquid, javascript, collections } = config;
  const places =
    kind === "collection"
      ? [collections]
      : kind === "filter"
        ? [
            universal?.filters,
            nunjucks?.filters,
            nunjucks?.asyncFilters,
            liquid?.filters,
            javascript?.functions,
          ]
        : [
            universal?.shortcodes,
            universal?.pairedShortcodes,
            nunjucks?.shortcodes,
            nunjucks?.pairedShortcodes,
            liquid?.shortcodes,
            liquid?.pairedShortcodes,
            liquid?.tags,
            nunjucks?.tags,
          ];
  return places.some((place) => place !== undefined && Object.hasOwn(place, name));
}
