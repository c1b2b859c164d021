import { isEnglish } from "../../article/language-tag.ts";
import type { ImageMark } from "../marks.ts";
import type { ArticleRule, Hit, Reading } from "../types.ts";

const FILE_NAME =
  /^[\w-]+\.(?:jpe?g|png|gif|webp|avif|svg)$|^(?:img|dsc|image|photo|picture|screenshot)[\W_]*\d*$/i;
const CREDIT =
  /\b(?:photo|photos|photograph|photographs|image|illustration|picture|drawing|graphic|credit|source|foto|bron|courtesy)\b\s*(?:by|:|from|of)|©|\bcc[ -]by\b/i;
const COMPARISON = /\bbefore\b.{0,10}\bafter\b/i;
const COMPARISON_NOTE =
  /\b(?:results? (?:may |can |will )?(?:vary|differ)|individual results?|not typical|one person|same light|no retouch|not retouched|unretouched)\b/i;

export const images: ArticleRule = {
  name: "images",
  number: 22,
  level: "warning",
  scope: "article",
  language: "any",
  expected: "an image with a text that stands for it",
  why: "Readers who do not see the picture get its text, and makers their credit",
  source: "WCAG 2.2, 1.1.1; Google, image metadata",
  todo: "Write what the picture shows between the brackets: ![A hand on a shoulder](…).",
  check: (reading) => [...leading(reading), ...inBody(reading)],
};

function leading({ article }: Reading): readonly Hit[] {
  const { image } = article.frontMatter;
  if (!image) return [];
  const hits: Hit[] = [];
  if (FILE_NAME.test(image.alt))
    hits.push({ words: image.alt, field: "image", expected: "an alt text, not a file name" });
  if (image.credit === null)
    hits.push({
      words: image.src,
      field: "image",
      expected: "a credit for the image",
      todo: "Add credit to the image in front matter: who made it, under which licence.",
    });
  return hits;
}

function inBody(reading: Reading): readonly Hit[] {
  return reading.marks.images.flatMap((image) => {
    const hits: Hit[] = [];
    const { src, alt, line } = image;
    if (alt === null) hits.push({ words: src, line });
    else if (FILE_NAME.test(alt)) hits.push({ words: alt, line, expected: "an alt text, not a file name" });
    if (alt !== "" && isEnglish(reading.article.lang) && !isCredited(reading, image))
      hits.push({
        words: src,
        line,
        expected: "a credit for the image",
        todo: 'Name the maker in the title or the line below: ![…](… "Photo: Name, CC BY 4.0").',
      });
    if (COMPARISON.test(`${src} ${alt ?? ""}`) && !hasNote(reading))
      hits.push({
        words: alt ?? src,
        line,
        expected: "a note beside pictures of before and after",
        todo: "Say that results differ, or leave the pictures out.",
      });
    return hits;
  });
}

/** Credit in the image's title, or in the line right below it. */
function isCredited({ marks }: Reading, { title, line }: ImageMark): boolean {
  if (CREDIT.test(title)) return true;
  const below = marks.lines.slice(line - marks.firstLine, line - marks.firstLine + 3);
  return below.some((text) =>
    CREDIT.test(text.slice(0, 2000).replace(/!\[[^\]]{0,500}\]\([^)]{0,500}\)/g, "")),
  );
}

function hasNote({ article }: Reading): boolean {
  return article.blocks.some(({ text }) => COMPARISON_NOTE.test(text));
}
