import type { PlainPage } from "../corpus/corpus.ts";
import type { CollectionItem, TemplateData } from "../eleventy.ts";
import { cleanText } from "../text.ts";
import { projectPath } from "./build.ts";

/** A page of this build that is no article. */
export function toPlainPage({ inputPath, url, data }: CollectionItem): PlainPage {
  return plainPage(inputPath, url || "", data);
}

/** A draft of such a page, with the path at which it will stand, as far as its header says so. */
export function toDraftPage(data: TemplateData): PlainPage {
  const { permalink, page } = data;
  const isPath = typeof permalink === "string" && permalink.startsWith("/");
  return plainPage(page.inputPath, isPath ? permalink : `${page.filePathStem}/`, data);
}

function plainPage(inputPath: string, url: string, data: TemplateData): PlainPage {
  const { title, description } = data;
  return {
    file: projectPath(inputPath),
    url,
    title: typeof title === "string" ? cleanText(title) : "",
    description: typeof description === "string" ? cleanText(description) : null,
    data,
  };
}
