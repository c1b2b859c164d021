/**
 * Makes `_includes/models.json`, the fields of every view model, from their types.
 *
 *     npx tsx scripts/theme-models.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { packageFolder } from "../plugins/package-folder.ts";

const SOURCES = ["plugins/page/parts.ts", "plugins/page/types.ts"].map(packageFolder);

/** `_includes/models.json` as the types have it: fields of each exported interface, its parents' too. */
export function themeModels(): string {
  const program = ts.createProgram(SOURCES, {
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const models = new Map<string, string>();
  for (const file of SOURCES) {
    const source = program.getSourceFile(file);
    for (const node of source?.statements ?? []) {
      if (!ts.isInterfaceDeclaration(node)) continue;
      const fields = checker.getPropertiesOfType(checker.getTypeAtLocation(node)).map(({ name }) => name);
      models.set(node.name.text, fields.sort().join(" "));
    }
  }
  const rows = [...models].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(packageFolder("_includes/models.json"), themeModels());
