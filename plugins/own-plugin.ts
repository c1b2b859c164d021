import { packageFolder } from "./package-folder.ts";
import { SetupError } from "./problem.ts";

/** Of all copies of this module that a process has loaded. */
const MARK = Symbol.for("vervain.folder");

/** Lets a command tell a plugin of this package, in a configuration, from code of the owner's. */
export function markOwn(plugin: object): void {
  Object.defineProperty(plugin, MARK, { value: packageFolder(".") });
}

/** Whether it is a plugin of the package that asks: of the same version, in the same place. */
export function isOwnPlugin(plugin: object): boolean {
  return (plugin as { readonly [MARK]?: unknown })[MARK] === packageFolder(".");
}

/**
 * Whoever calls a plugin instead of giving it to Eleventy hands it options, or nothing, in place of a configuration.
 *
 * @throws {SetupError} with the line to write
 */
export function requireConfig(plugin: string, config: unknown): void {
  if (typeof (config as { addPlugin?: unknown } | null | undefined)?.addPlugin === "function") return;
  const received = config === undefined ? "nothing" : "something else";
  throw new SetupError(
    `${plugin}: expected the configuration of Eleventy, received ${received}. A plugin is given to Eleventy, which calls it: config.addPlugin(${plugin}, { … }), not config.addPlugin(${plugin}({ … })).`,
  );
}
