/** Everything that a configuration imports from "vervain". */

export { assets } from "./assets/plugin.ts";
export { type BenefitsOptions, benefits } from "./benefits/plugin.ts";
export { type ArticleHost, type ArticleOptions, article } from "./build/plugin.ts";
export { type CheckPluginOptions, check } from "./check/plugin.ts";
export { type Corpus, STAGE_ORDER, type Stage } from "./corpus/corpus.ts";
export { defineSite, type SiteOptions } from "./corpus/site.ts";
export type { EleventyConfig } from "./eleventy.ts";
export { images } from "./images/plugin.ts";
export { type PublishOptions, publish } from "./publish/plugin.ts";
export { type RelatedPluginOptions, related } from "./related/plugin.ts";
export { type ReviewPluginOptions, review } from "./review/plugin.ts";
export { type SchemaPluginOptions, schema } from "./schema/plugin.ts";
export { search } from "./search/plugin.ts";
export { type VervainOptions, vervain, vervain as default, watchCode } from "./vervain/plugin.ts";
export { type ThemeOptions, theme } from "./vervain/theme.ts";
