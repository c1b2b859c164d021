import { SaxesParser } from "saxes";
import { escaped } from "../frames.ts";

/** An element with what is in it. */
export interface XmlNode {
  /** `group:local`, the group by namespace: "wp:post_id", "title". */
  readonly name: string;
  /** 1-based line on which it starts. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  /** Own text, entities read and CDATA joined. */
  text: string;
  readonly children: XmlNode[];
}

/** What may be wrong with a file and does not keep it from being read. */
export interface XmlFaults {
  /** First of each kind, with its line. */
  readonly messages: Map<string, number>;
}

/** A file that is not read any further; the message is for people. */
export class XmlRefusal extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.name = "XmlRefusal";
    this.line = line;
  }
}

/** Longest text of one element, in characters: WordPress's own limit of a post is 4 GB, nobody's post is 32 MB. */
const TEXT_LIMIT = 32_000_000;
/** Elements inside one another; exports have four. */
const DEPTH_LIMIT = 64;
/** Kinds of faults that are remembered. */
const FAULT_LIMIT = 50;

/** Short names of namespaces, whatever prefix a file gives them. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, "excerpt"],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/, "wp"],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, "content"],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, "dc"],
  [/^http:\/\/www\.w3\.org\/2005\/Atom$/, ""],
  [/^http:\/\/purl\.org\/atom\/app#$/, "app"],
  [/^http:\/\/schemas\.google\.com\/blogger\/2018$/, "blogger"],
  [/^http:\/\/purl\.org\/syndication\/thread\/1\.0$/, "thr"],
  [/^http:\/\/search\.yahoo\.com\/mrss\/$/, "media"],
  [/^http:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/, "itunes"],
];

/**
 * The records of a feed or export as they end, in order: the children of
 * `channel` in RSS, of `feed` in Atom. Only one record is held at a time.
 *
 * A document type is refused: with it come external entities and entities that
 * grow. Anything else that is wrong is noted in `faults` and read on from.
 *
 * @throws {XmlRefusal}
 */
export async function* xmlRecords(
  chunks: AsyncIterable<string>,
  faults: XmlFaults,
): AsyncGenerator<XmlNode, void> {
  const reader = new RecordReader(faults);
  for await (const chunk of chunks) {
    reader.write(chunk);
    yield* reader.take();
  }
  reader.close();
  yield* reader.take();
}

/** State between two chunks of a file. */
class RecordReader {
  private readonly parser = new SaxesParser({ xmlns: false, position: true });
  private readonly prefixes = new Map<string, string>();
  private readonly faults: XmlFaults;
  private readonly open: XmlNode[] = [];
  private ready: XmlNode[] = [];
  /** How many elements stand round a record: 2 in RSS, 1 in Atom. */
  private depth = 0;
  private around = 1;
  /** Depth of the element whose markup is its text (Atom's `type="xhtml"`); 0 outside of one. */
  private markupDepth = 0;

  constructor(faults: XmlFaults) {
    this.faults = faults;
    const { parser } = this;
    parser.on("error", (error) => this.note(error.message));
    parser.on("doctype", () =>
      this.refuse("expected an export without a document type, received <!DOCTYPE …>"),
    );
    parser.on("opentag", (tag) => this.start(tag.name, tag.attributes as Record<string, string>));
    parser.on("closetag", (tag) => this.end(tag.name));
    parser.on("text", (text) => this.add(text));
    parser.on("cdata", (text) => this.add(text));
  }

  write(chunk: string): void {
    this.parser.write(chunk);
  }

  close(): void {
    if (this.open.length > 0)
      this.refuse(`expected a whole export, received one that stops inside <${this.open[0]!.name}>`);
    this.parser.close();
  }

  take(): readonly XmlNode[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  private refuse(message: string): never {
    throw new XmlRefusal(message, this.parser.line);
  }

  private note(message: string): void {
    const kind = message.replace(/^\d+:\d+: /, "").slice(0, 120);
    if (this.faults.messages.size < FAULT_LIMIT && !this.faults.messages.has(kind))
      this.faults.messages.set(kind, this.parser.line);
  }

  private start(tag: string, attributes: Record<string, string>): void {
    this.depth++;
    if (this.depth > DEPTH_LIMIT)
      this.refuse(`expected at most ${DEPTH_LIMIT} elements inside one another, received more`);
    if (this.depth <= 2) this.learnPrefixes(attributes);
    if (this.depth === 1) this.around = /(?:^|:)rss$/i.test(tag) ? 2 : 1;
    if (this.depth <= this.around) return;
    if (this.markupDepth > 0) {
      this.append(`<${tag.slice(tag.indexOf(":") + 1)}${attributesText(attributes)}>`);
      return;
    }
    if (attributes.type === "xhtml") this.markupDepth = this.depth;
    const node: XmlNode = {
      name: this.nameOf(tag),
      line: this.parser.line,
      attributes,
      text: "",
      children: [],
    };
    this.open.at(-1)?.children.push(node);
    this.open.push(node);
  }

  private end(tag: string): void {
    this.depth--;
    if (this.markupDepth > 0 && this.depth >= this.markupDepth) {
      const name = tag.slice(tag.indexOf(":") + 1);
      if (!/^(?:br|hr|img|input|source|col|wbr)$/.test(name)) this.append(`</${name}>`);
      return;
    }
    this.markupDepth = 0;
    const node = this.open.pop();
    if (node !== undefined && this.open.length === 0) this.ready.push(node);
  }

  private add(text: string): void {
    this.append(this.markupDepth > 0 ? escaped(text) : text);
  }

  private append(text: string): void {
    const node = this.open.at(-1);
    if (node === undefined) return;
    if (node.text.length + text.length > TEXT_LIMIT)
      this.refuse(`expected at most ${TEXT_LIMIT / 1e6} million characters in one element, received more`);
    node.text += text;
  }

  private learnPrefixes(attributes: Readonly<Record<string, string>>): void {
    for (const [name, uri] of Object.entries(attributes)) {
      const prefix = /^xmlns(?::(.+))?$/.exec(name);
      const group = GROUPS.find(([pattern]) => pattern.test(uri.trim()))?.[1];
      if (prefix && group !== undefined) this.prefixes.set(prefix[1] ?? "", group);
    }
  }

  private nameOf(tag: string): string {
    const colon = tag.indexOf(":");
    const prefix = colon < 0 ? "" : tag.slice(0, colon);
    const group = this.prefixes.get(prefix) ?? prefix;
    const local = tag.slice(colon + 1);
    return group === "" ? local : `${group}:${local}`;
  }
}

function attributesText(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .filter(([name]) => !name.startsWith("xmlns"))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
}

/** Text of the first child of a name; "" without one. */
export function childText(node: XmlNode, name: string): string {
  return node.children.find((child) => child.name === name)?.text ?? "";
}
