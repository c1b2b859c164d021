import { relative, resolve, sep } from "node:path";
import type { Disk } from "../disk.ts";
import type { EleventyConfig, NunjucksEnvironment } from "../eleventy.ts";
import type { Problem } from "../problem.ts";
import type { KeptNames } from "./kept-names.ts";
import { addOriginals, ORIGINAL } from "./layouts.ts";

/** The theme's layouts on somebody else's site. */
export interface LodgedLayouts {
  /** Name by which a page of the theme asks for its layout. */
  layoutOf(path: string): string;
  /** Whether a page that asks for this layout is laid out by the theme. */
  isThemes(layout: unknown): boolean;
  readonly problems: readonly Problem[];
}

/** Where templates are found. */
export interface TemplateDisk extends Pick<Disk, "exists" | "list"> {
  /** Text of a template that is there. */
  text(path: string): string;
}

/** A Nunjucks environment as far as names of templates go through it. */
interface NamingEnvironment {
  getTemplate(name: unknown, eager: unknown, parent: unknown, ...rest: unknown[]): unknown;
}

/**
 * Lets the theme live in a site that has templates of its own. What the theme's
 * templates name is the theme's, even where the owner has a file of the same
 * path for purposes of theirs; a file of the owner's replaces the theme's where
 * it builds on `@theme/…`. The owner's templates find what they always found.
 *
 * @param theme the theme's own `_includes`, absolute
 */
export function lodgeLayouts(
  config: EleventyConfig,
  theme: string,
  disk: TemplateDisk,
  kept: KeptNames,
): LodgedLayouts {
  const { includes, layouts = includes } = config.directories;
  const templates = disk.list(theme).filter((path) => path.endsWith(".njk"));
  const isOwned = (path: string): boolean => disk.exists(`${resolve(includes)}/${path}`);
  const isOverride = (path: string): boolean =>
    isOwned(path) && buildsOnTheme(disk.text(`${includes}/${path}`));
  const owned = templates.filter(isOwned);
  const overrides = new Map(
    templates.flatMap((path) => {
      const place = [path, ...kept.oldOf(path)].find(isOverride);
      return place === undefined ? [] : [[path, place] as const];
    }),
  );
  const names: ThemeNames = {
    theme,
    includes: resolve(includes),
    templates: new Set(templates),
    overrides,
    owned,
    kept,
  };
  config.amendLibrary("njk", (environment) => {
    addOriginals(environment, theme, kept);
    nameTemplates(environment, names);
  });
  const aliases = new Set<string>();
  for (const path of templates.filter((name) => !name.startsWith("partials/"))) {
    const target = relative(resolve(layouts), `${theme}/${path}`).split(sep).join("/");
    const alias = (name: string): void => {
      aliases.add(name);
      config.addLayoutAlias(name, target);
    };
    alias(ORIGINAL + path);
    if (disk.exists(`${resolve(layouts)}/${path}`)) continue;
    for (const name of [path, path.replace(/\.njk$/, "")])
      if (!Object.hasOwn(config.layoutAliases, name)) alias(name);
  }
  return {
    layoutOf: (path) => overrides.get(path) ?? ORIGINAL + path,
    isThemes: (layout) =>
      typeof layout === "string" && (aliases.has(layout) || [...overrides.values()].includes(layout)),
    problems: owned.map((path) => told(path, includes, overrides)),
  };
}

/** A template that extends, includes or imports an original of the theme's. */
function buildsOnTheme(source: string): boolean {
  return source.includes(ORIGINAL);
}

interface ThemeNames {
  readonly theme: string;
  /** The owner's folder, absolute. */
  readonly includes: string;
  readonly templates: ReadonlySet<string>;
  /** The owner's file that replaces a theme's, by the theme's path: the same path, or an old one. */
  readonly overrides: ReadonlyMap<string, string>;
  readonly owned: readonly string[];
  readonly kept: KeptNames;
}

/** Decides by who asks which template a name means. */
function nameTemplates(environment: NunjucksEnvironment, names: ThemeNames): void {
  const naming = environment as unknown as NamingEnvironment;
  const get = naming.getTemplate;
  // Without it a theme's template would be given the owner's file of the same path.
  if (typeof get !== "function") return;
  naming.getTemplate = function getTemplate(name, eager, parent, ...rest) {
    return get.call(this, meant(name, parent, names), eager, parent, ...rest);
  };
}

function meant(
  name: unknown,
  parent: unknown,
  { theme, includes, templates, overrides, owned, kept }: ThemeNames,
): unknown {
  if (typeof name !== "string" || typeof parent !== "string") return name;
  const path = kept.today(name);
  if (!templates.has(path)) return name;
  const asker = resolve(parent);
  if (asker.startsWith(theme + sep)) return overrides.get(path) ?? ORIGINAL + path;
  const isOverride = [...overrides.values()].includes(relative(includes, asker).split(sep).join("/"));
  return isOverride && !owned.includes(name) ? ORIGINAL + path : name;
}

function told(path: string, includes: string, overrides: ReadonlyMap<string, string>): Problem {
  const file = `${includes.replace(/^\.\//, "").replace(/\/$/, "")}/${path}`;
  const message = overrides.has(path)
    ? "replaces the theme's file of the same path."
    : `is the site's own; the theme's pages use theirs. To replace that, build on "${ORIGINAL}${path}".`;
  return { file, line: 0, field: "theme", message, severity: "note" };
}
