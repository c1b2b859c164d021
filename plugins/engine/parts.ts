import type { FileSystemManager, Page, TemplateClass, TemplateWriter } from "./internals.ts";

/** Those of some names that `owner` has not; none where there is no owner, which has a name of its own in the list. */
function lacked(owner: object | undefined, names: readonly string[]): readonly string[] {
  return owner === undefined ? [] : names.filter((name) => !(name in owner));
}

/**
 * What a build leans on and the Eleventy that runs has not, by its names; [] for
 * every Eleventy that is promised. To be asked when every file was read.
 *
 * @param page any page of the build
 */
export function missingParts(
  writer: TemplateWriter | undefined,
  page: Partial<Page> | undefined,
): readonly string[] {
  const { template } = page ?? {};
  const templates = template && (Object.getPrototypeOf(template).constructor as TemplateClass);
  const files = template?.fsManager && (Object.getPrototypeOf(template.fsManager) as FileSystemManager);
  const map = writer?.templateMap;
  return [
    ...(writer === undefined ? ["writer"] : []),
    ...(writer?.createTemplate ? [] : lacked(writer, ["_createTemplate"])),
    ...lacked(writer, ["templateMap"]),
    ...lacked(map, ["map", "getMapEntryForInputPath"]),
    ...lacked(page, ["template", "_templateContent"]),
    ...lacked(template, ["fsManager", "readingPromise", "inputContent"]),
    ...lacked(templates?.prototype, [
      "generateMapEntry",
      "renderPageEntry",
      "renderPageEntryWithoutLayout",
      "_write",
    ]),
    ...lacked(templates, ["_inputCache", "_compileCache", "augmentWithTemplateContentProperty"]),
    ...lacked(files, ["createDirectoryForFileSync", "writeFileSync"]),
  ];
}
