import { pathToFileURL } from "node:url";
import { packageFolder } from "./package-folder.ts";

/**
 * Address of a thread's module ("images/cards/worker"): `.js` in the package,
 * `.ts` in the repository. Node before 22.18 reads no TypeScript, and tsx does
 * not reach into threads by itself: there the thread starts tsx first.
 */
export function threadScript(name: string): URL {
  const isSource = import.meta.url.endsWith(".ts");
  const script = pathToFileURL(packageFolder(isSource ? `plugins/${name}.ts` : `dist/${name}.js`));
  const { typescript } = process.features as { readonly typescript?: string | false };
  if (!isSource || typescript) return script;
  const loader = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const source = `import { register } from ${loader}; register(); await import(${JSON.stringify(script.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}
