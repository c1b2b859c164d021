import { packageFolder } from "./package-folder.ts";

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
