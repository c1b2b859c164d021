import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";

const require = createRequire(import.meta.url);

/** Rules of html-validate that ask for a taste of its own; the rest of its recommendations stand. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": "off",
    "long-title": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attr-quotes": "off",
  },
});

/** What html-validate says of a page, in words; empty when nothing. */
export function htmlValidate(file: string): readonly string[] {
  const { results } = validator.validateFileSync(file);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `html-validate ${line}: ${ruleId}: ${message}`),
  );
}

/** CSS that is in browsers and not yet in the Nu checker. */
const NEW_CSS = /^CSS:|text-wrap|light-dark|@layer|@property|forced-color|color-mix|text-box/;

/** What the Nu HTML checker (vnu) calls an error in these files; null where the machine has no Java. */
export function nuCheck(files: readonly string[]): readonly string[] | null {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  if (!existsSync(jar) || spawnSync("java", ["-version"]).status !== 0) return null;
  const { stderr } = spawnSync(
    "java",
    ["-Xss4m", "-jar", jar, "--errors-only", "--exit-zero-always", "--format", "json", ...files],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const { messages } = JSON.parse(stderr) as { messages: readonly NuMessage[] };
  return messages
    .filter(({ type, message }) => type === "error" && !NEW_CSS.test(message))
    .map(({ url, lastLine, message }) => `vnu ${url.replace(/^.*_site/, "")}:${lastLine ?? 0}: ${message}`);
}

interface NuMessage {
  readonly type: string;
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
}
