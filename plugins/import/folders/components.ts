import { escapeInline, folded } from "../escape.ts";
import { bareName } from "./values.ts";

/** What a tag, shortcode or component was called with: by name, or by place ("0", "1"). */
export type Values = Readonly<Record<string, string>>;

type Writer = (values: Values, inner: string | null) => string | null;

/**
 * Markdown for a component that most themes have under one of few names: a
 * picture with a caption, a film, a note, code. null for others.
 */
export function componentMarkdown(name: string, values: Values, inner: string | null): string | null {
  return WRITERS[bareName(name)]?.(values, inner) ?? null;
}

const WRITERS: Readonly<Record<string, Writer>> = {
  ...all(
    picture,
    "figure",
    "image",
    "img",
    "picture",
    "postimage",
    "respimage",
    "responsiveimage",
    "astroimage",
    "figureimage",
  ),
  ...all(
    film("https://www.youtube.com/watch?v="),
    "youtube",
    "youtubeplayer",
    "liteyoutube",
    "youtubeembed",
    "yt",
  ),
  ...all(film("https://vimeo.com/"), "vimeo", "vimeoplayer", "litevimeo"),
  ...all(
    quote,
    "note",
    "tip",
    "info",
    "warning",
    "alert",
    "notice",
    "callout",
    "admonition",
    "hint",
    "important",
    "aside",
    "danger",
    "success",
  ),
  gist: (values) => place(`https://gist.github.com/${[values["0"], values["1"]].filter(Boolean).join("/")}`),
  ...all(
    (values) => place(address(values, "https://twitter.com/i/status/", "id", "1", "0")),
    "tweet",
    "twitter",
    "x",
    "twittersimple",
  ),
  instagram: (values) => place(address(values, "https://www.instagram.com/p/", "id", "0")),
  codepen: (values) => place(address(values, "https://codepen.io/pen/", "id", "0")),
  highlight: (values, inner) => (inner === null ? null : fence(values["0"] ?? "", inner)),
  details: (values, inner) =>
    inner === null
      ? null
      : `\n<details>\n<summary>${escapeInline(values.summary ?? values["0"] ?? "")}</summary>\n\n${inner.trim()}\n\n</details>\n`,
  ...all(
    (_values, inner) => inner ?? "",
    "raw",
    "rawhtml",
    "html",
    "markdown",
    "center",
    "fragment",
    "unsafe",
    "lead",
  ),
  ...all(() => "", "toc", "tableofcontents", "comment"),
};

function all(writer: Writer, ...names: readonly string[]): Readonly<Record<string, Writer>> {
  return Object.fromEntries(names.map((name) => [name, writer]));
}

function picture(values: Values): string | null {
  const src =
    values.src ??
    values.url ??
    values.imagepath ??
    values.imageurl ??
    values.image ??
    values.path ??
    values.file ??
    values["0"];
  if (!src || /[{}]/.test(src)) return null;
  const alt = escapeInline(folded(values.alt ?? values["1"] ?? values.title ?? ""));
  const shown = `![${alt}](${src.trim().replace(/[\s()<>]/g, encoded)})`;
  const linked = values.link ? `[${shown}](${values.link.trim().replace(/[\s()<>]/g, encoded)})` : shown;
  const caption = folded(values.caption ?? (values.alt === undefined ? "" : (values.title ?? "")));
  if (caption === "") return linked;
  return `\n<figure>\n\n${linked}\n\n<figcaption>\n\n${caption}\n\n</figcaption>\n</figure>\n`;
}

function encoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

function film(prefix: string): Writer {
  return (values) =>
    place(
      address(values, prefix, "id", "videoid", "video", "code", "url", "src", "0"),
      values.title ?? values.caption,
    );
}

/** The first value under one of the names as an address: a whole one, or what follows `prefix`. */
function address(values: Values, prefix: string, ...names: readonly string[]): string {
  const value = names.map((name) => values[name]).find((one) => one !== undefined && one !== "") ?? "";
  if (/^https?:\/\//i.test(value)) return value;
  return /^[\w-]+$/.test(value) ? prefix + value : "";
}

function place(href: string, words = ""): string | null {
  if (href === "" || /\/$/.test(href)) return null;
  const text = escapeInline(folded(words));
  return `\n[${text === "" ? escapeInline(href) : text}](${href.replace(/[\s()<>]/g, encoded)})\n`;
}

function quote(values: Values, inner: string | null): string | null {
  const title = values.title ?? "";
  const text = inner?.trim() ?? values.text ?? values.content ?? "";
  if (text === "" && title === "") return null;
  const lines = [...(title === "" ? [] : [`**${escapeInline(folded(title))}**`, ""]), ...text.split("\n")];
  return `\n${lines.map((line) => (line.trim() === "" ? ">" : `> ${line}`)).join("\n")}\n`;
}

/** A block of code whose fence is longer than any in it. */
export function fence(language: string, code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  return `\n${mark}${/^[\w+#-]+$/.test(language) ? language : ""}\n${code.replace(/^\r?\n|\s+$/g, "")}\n${mark}\n`;
}

/** Values as tags and shortcodes have them: `name="words"`, `name=word`, `"words"`, `word`. */
export function readValues(text: string): Values {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  let count = 0;
  const pattern =
    /([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s,"']+))|"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s,]+)/g;
  for (const [, name, a, b, c, d, e, f, g, h] of text.matchAll(pattern)) {
    if (name !== undefined) values[bareName(name)] = a ?? b ?? c ?? d ?? "";
    else values[String(count++)] = e ?? f ?? g ?? h ?? "";
  }
  return values;
}
