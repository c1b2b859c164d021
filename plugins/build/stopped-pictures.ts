import { type HtmlImage, replaceImages } from "../article/html-images.ts";
import { type Corpus, STAGE_ORDER, type Stage } from "../corpus/corpus.ts";
import { type Sources, type Wanted, wantedImages, wantedPortraits } from "../corpus/wanted-images.ts";
import type { PicturePolicy } from "../picture-policy.ts";
import type { Problem } from "../problem.ts";

/** Text for HTML content and quoted attributes. */
type ToHtml = (text: string) => string;

/**
 * The HTML of a text with a link in the place of each picture that the site's
 * headers keep browsers from loading, where a reader would see a gap; its words
 * alone where it stands in a link.
 */
export function linkStoppedPictures(html: string, policy: PicturePolicy, toHtml: ToHtml): string {
  return replaceImages(html, (image) => {
    if (!policy.loads(image.src)) return inWords(image, toHtml);
    const loadsAll = image.srcsets.every((srcset) => addresses(srcset).every(policy.loads));
    return loadsAll ? null : inOneForm(image, toHtml);
  });
}

function inWords({ src, attributes: { alt = "", title = "" }, isInLink }: HtmlImage, toHtml: ToHtml): string {
  const isOfWeb = /^(?:https?:)?\/\//i.test(src);
  const words = toHtml(alt.trim() || title.trim() || (isOfWeb ? fileName(src) : ""));
  return isInLink || !isOfWeb ? words : `<a href="${toHtml(src)}">${words}</a>`;
}

/** "cup.png" of an address; its host where it has no file. */
function fileName(src: string): string {
  return /([^/?#]+)\/*(?:[?#].*)?$/s.exec(src)?.[1] ?? src;
}

/** The `<img>` alone, with the one address that is let through. */
function inOneForm({ attributes }: HtmlImage, toHtml: ToHtml): string {
  const kept = Object.entries(attributes).filter(([name]) => name !== "srcset" && name !== "sizes");
  return `<img${kept.map(([name, value]) => ` ${name}="${toHtml(value)}"`).join("")}>`;
}

/** Addresses of a `srcset`. @see https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute */
function addresses(srcset: string): readonly string[] {
  return srcset
    .split(/,\s+|\s+/)
    .map((part) => part.replace(/^,+|,+$/g, ""))
    .filter((part) => part !== "" && !/^\d+(?:\.\d+)?[wxh]$/.test(part));
}

/** How the stage reaches what it needs. */
export interface StoppedPictureOptions {
  /** Asked when the stage runs: the plugin that decides may be added later. */
  readonly policy: () => PicturePolicy | null;
  readonly sources: Sources;
  /** Path of the file of people. */
  readonly peopleFile: () => string;
  /** One problem in place of many that say the same. */
  readonly told: (problems: readonly Problem[]) => readonly Problem[];
}

/**
 * Takes lead pictures and portraits that readers' browsers would not load out
 * of the corpus, so that nothing shows them and no graph claims them, and says
 * of each where it stands, those in the text among them.
 */
export function stoppedPictureStage(options: StoppedPictureOptions): Stage {
  return {
    name: "stopped-pictures",
    order: STAGE_ORDER.benefits - 1,
    isTextless: true,
    run: (corpus) => {
      const policy = options.policy();
      if (policy === null) return;
      const { sources, peopleFile, told } = options;
      const isStopped = ({ src }: Pick<Wanted, "src">): boolean => !policy.loads(src);
      const wanted = [
        ...wantedImages(corpus, sources),
        ...wantedPortraits(corpus, peopleFile(), sources).values(),
      ];
      corpus.problems.push(...told(wanted.filter(isStopped).map(wordStopped)));
      for (const record of corpus.records.values()) {
        const { article } = record;
        const { image } = article.frontMatter;
        if (image !== null && isStopped(image))
          record.article = { ...article, frontMatter: { ...article.frontMatter, image: null } };
      }
      corpus.people = withoutStopped(corpus.people, isStopped);
    },
  };
}

function withoutStopped(
  people: Corpus["people"],
  isStopped: (image: Pick<Wanted, "src">) => boolean,
): Corpus["people"] {
  return new Map(
    [...people].map(([id, person]) => [
      id,
      person.image !== null && isStopped(person.image) ? { ...person, image: null } : person,
    ]),
  );
}

function wordStopped({ src, file, field, line }: Wanted): Problem {
  const host = originOf(src);
  const instead = field === "image" ? "It becomes a link" : "It is not shown";
  const message = `expected a picture of this site, received one of ${host}, which the site's headers keep browsers from loading. ${instead}; save it in the site, or let its host through: publish: { needs: [{ "img-src": [${JSON.stringify(host)}] }] }.`;
  return { file, line: line(), field, message, severity: "warning" };
}

/** "https://img.example.org"; "data:" for what has no host. */
function originOf(src: string): string {
  const { protocol, host } = new URL(src, "https://site.invalid");
  return host === "" ? protocol : `https://${host}`;
}
