import type { Rule } from "./rule.ts";
import { fileRules } from "./rules/files.ts";
import { googleRules } from "./rules/google.ts";
import { honestyRules } from "./rules/honesty.ts";
import { identityRules } from "./rules/identity.ts";
import { jsonRules } from "./rules/json.ts";
import { pageRules } from "./rules/page.ts";
import { richResultRules } from "./rules/rich-results.ts";
import { siteRules } from "./rules/site.ts";
import { valueRules } from "./rules/values.ts";
import { visibleRules } from "./rules/visible.ts";
import { visiblePartRules } from "./rules/visible-parts.ts";
import { vocabularyRules } from "./rules/vocabulary.ts";

/** Every rule of `vervain check`, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...jsonRules,
  ...vocabularyRules,
  ...valueRules,
  ...identityRules,
  ...googleRules,
  ...richResultRules,
  ...honestyRules,
  ...visibleRules,
  ...visiblePartRules,
  ...pageRules,
  ...siteRules,
  ...fileRules,
];
