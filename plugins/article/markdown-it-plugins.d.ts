declare module "markdown-it-footnote" {
  import type { PluginSimple } from "markdown-it";

  const plugin: PluginSimple;
  export = plugin;
}
declare module "markdown-it-deflist" {
  import type { PluginSimple } from "markdown-it";

  const plugin: PluginSimple;
  export = plugin;
}
declare module "markdown-it-abbr" {
  import type { PluginSimple } from "markdown-it";

  const plugin: PluginSimple;
  export = plugin;
}
declare module "markdown-it-container" {
  import type { PluginWithParams } from "markdown-it";

  const plugin: PluginWithParams;
  export = plugin;
}
