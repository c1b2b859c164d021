import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { Parser } from "htmlparser2";
import { serveSite } from "./browser.ts";

/** An address as a file of a built site writes it. */
export interface Written {
  /** Path of the file below the folder, with "/". */
  readonly file: string;
  /** What it is the value of: "a href", "url()". */
  readonly where: string;
  readonly address: string;
}

/** Attributes whose whole value is an address. */
const WHOLE = ["href", "src", "action", "formaction", "poster", "data-script"];
const LISTS = ["srcset", "imagesrcset"];

/**
 * Every address that a browser, a feed reader or a search engine finds in the
 * files of a built site, as it is written there.
 *
 * @param origin addresses in graphs and texts are those that begin with it
 */
export function addressesIn(folder: string, origin: string): readonly Written[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => !name.startsWith("pagefind/"))
    .sort()
    .flatMap((file) => {
      const reader = READERS.find(([ending]) => ending.test(file))?.[1];
      if (reader === undefined) return [];
      return reader(readFileSync(join(folder, file), "utf8"), origin).map((found) => ({ file, ...found }));
    });
}

type Found = Omit<Written, "file">;
type Reader = (text: string, origin: string) => readonly Found[];

const inHtml: Reader = (html, origin) => {
  const found: Found[] = [];
  let raw = "";
  const parser = new Parser({
    onopentag(tag, attributes) {
      raw = "";
      for (const [name, value] of Object.entries(attributes)) {
        const add = (address: string): void => void found.push({ where: `${tag} ${name}`, address });
        if (WHOLE.includes(name)) add(value);
        else if (LISTS.includes(name))
          for (const one of value.split(/,\s+/)) add(one.trim().split(/\s/)[0] ?? "");
        else if (name === "style") for (const { address } of inCss(value, origin)) add(address);
        else if (tag === "meta" && name === "content") {
          const refresh = /^\s*\d+\s*;\s*url=(.*)$/i.exec(value)?.[1];
          if (refresh !== undefined) add(refresh);
          else if (/^(?:https?:\/\/\S+|\/\S+)$/.test(value)) add(value);
        }
      }
    },
    ontext: (text) => {
      raw += text;
    },
    onclosetag(tag) {
      if (tag === "style") found.push(...inCss(raw, origin));
      if (tag === "script" && raw.trim().startsWith("{")) found.push(...inJson(raw, origin));
    },
  });
  parser.end(html);
  return found;
};

const inCss: Reader = (css) =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, address = ""]) => ({ where: "url()", address }));

const NAMES = new Set(["href", "src", "id", "loc", "uri"]);

const inXml: Reader = (xml, origin) => {
  const found: Found[] = [...xml.matchAll(/<\?xml-stylesheet href="([^"]*)"/g)].map(([, address = ""]) => ({
    where: "xml-stylesheet",
    address,
  }));
  let text = "";
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        text = "";
        for (const [name, address] of Object.entries(attributes))
          if (NAMES.has(name)) found.push({ where: `${tag} ${name}`, address });
      },
      ontext: (more) => {
        text += more;
      },
      onclosetag(tag) {
        if (NAMES.has(tag)) found.push({ where: tag, address: text });
        if (tag === "content") found.push(...inHtml(text, origin));
        text = "";
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
};

/** Addresses of the site, and those that begin at the top, wherever they stand; HTML is read as such. */
const inJson: Reader = (json, origin) => {
  const found: Found[] = [];
  const look = (value: unknown, where: string): void => {
    if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) look(inner, key);
    if (typeof value !== "string") return;
    if (where === "content_html") found.push(...inHtml(value, origin));
    else if (value.startsWith(origin) || /^\/\S*$/.test(value)) found.push({ where, address: value });
  };
  look(JSON.parse(json), "");
  return found;
};

const inText: Reader = (text, origin) =>
  [...text.matchAll(/\S+/g)].flatMap(([address]) =>
    address.startsWith(origin) ? [{ where: "text", address }] : [],
  );

const inRedirects: Reader = (text) =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => ({ where: "_redirects", address: line.split(" ").at(-2) ?? "" }));

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/\.html$/, inHtml],
  [/\.css$/, inCss],
  [/\.xml$/, inXml],
  [/(?:^|\/)feed\.json$|\.webmanifest$/, inJson],
  [/\.txt$/, inText],
  [/^_redirects$/, inRedirects],
];

/**
 * What in a built site leads nowhere, or out of its folder, as readers of the
 * host find it; and how many addresses of the site there are.
 *
 * @param host "https://user.example"
 * @param below folder of the host in which the site lies: "/repo"
 */
export async function strays(
  folder: string,
  host: string,
  below: string,
): Promise<{ readonly found: readonly string[]; readonly count: number }> {
  const served = await serveSite(folder, {}, below);
  const found: string[] = [];
  const seen = new Map<string, number>();
  try {
    for (const { file, where, address } of addressesIn(folder, host)) {
      const page = `${host}${below}/${file}`;
      if (!URL.canParse(address, page)) found.push(`${file}: ${where}: ${address} is no address`);
      const target = URL.canParse(address, page) ? new URL(address, page) : null;
      if (target?.origin !== host || /[{}]|%7B/.test(address)) continue;
      const { pathname } = target;
      const status = seen.get(pathname) ?? (await fetch(served.origin + pathname)).status;
      seen.set(pathname, status);
      if (!pathname.startsWith(`${below}/`) || status !== 200)
        found.push(`${file}: ${where}: ${address}: ${status}`);
    }
  } finally {
    await served.close();
  }
  return { found, count: seen.size };
}
