import { noteAddress } from "../addresses.ts";
import { folded } from "../escape.ts";
import { at, type Fields, listOf, mapOf, wordsOf } from "../folders/values.ts";
import { escaped } from "../frames.ts";
import { type LeftItem, type Part, type Source, type SourceDocument, UNKNOWN_SITE } from "../model.ts";
import { plainWords } from "../plain-words.ts";
import { documentWith, leftParts, wholeSource } from "../whole.ts";
import {
  canonicalOf,
  fieldParts,
  isoDate,
  isWrittenElsewhere,
  laterThan,
  stateOf,
  UNREAD,
} from "./fields.ts";

/** Options of {@link openGhost}. */
export interface GhostOptions {
  /** Address of the old site, which an export does not say. */
  readonly siteUrl: string | null;
}

/** The export of a Ghost site; `file` as its owner knows it. null for JSON that holds no posts. */
export function openGhost(json: unknown, file: string, { siteUrl }: GhostOptions): Source | null {
  const data = dataOf(json);
  if (data === null) return null;
  const blog = new Ghost(data, file, siteUrl);
  return blog.source();
}

function dataOf(json: unknown): Fields | null {
  const db = listOf(at(mapOf(json), "db"))[0];
  const data = mapOf(at(mapOf(db), "data") ?? at(mapOf(json), "data"));
  return Array.isArray(data.posts) ? data : null;
}

class Ghost {
  private readonly data: Fields;
  private readonly file: string;
  private readonly front: string;
  private readonly siteUrl: string | null;
  private readonly addresses = new Set<string>();

  constructor(data: Fields, file: string, siteUrl: string | null) {
    this.data = data;
    this.file = file;
    this.siteUrl = siteUrl;
    this.front = siteUrl ?? UNKNOWN_SITE;
  }

  source(): Source {
    const users = this.rows("users");
    for (const { email } of users) if (typeof email === "string") noteAddress(email, this.addresses);
    const authors = users.map((user) => ({
      key: String(user.id),
      name: wordsOf(user.name) ?? "",
      description: null,
    }));
    const tags = new Map(this.rows("tags").map((tag) => [String(tag.id), tag]));
    const tagsOf = this.linked("posts_tags", "post_id", "tag_id");
    const authorsOf = this.linked("posts_authors", "post_id", "author_id");
    const metaOf = new Map(this.rows("posts_meta").map((meta) => [String(meta.post_id), meta]));
    const posts = this.rows("posts");
    const documents: SourceDocument[] = [];
    const left: LeftItem[] = [];
    const seen = new Set<string>();
    const sums = { item: posts.length, author: authors.length, comment: 0, field: 0, term: 0 };
    for (const post of posts) {
      const id = String(post.id);
      const fields = { ...mapOf(metaOf.get(id)), ...post };
      const terms = tagsOf.get(id) ?? [];
      sums.term += terms.length;
      sums.field += Object.keys(fields).length;
      if (seen.has(id)) left.push(this.twice(id, fields, terms.length));
      else
        documents.push(
          this.documentOf(
            fields,
            terms.map((tag) => mapOf(tags.get(tag))),
            authorsOf.get(id) ?? [String(post.author_id)],
            users,
          ),
        );
      seen.add(id);
    }
    return wholeSource({
      source: "a Ghost export",
      url: this.siteUrl,
      title: this.setting("title"),
      lang: this.setting("lang") ?? this.setting("locale"),
      authors,
      documents,
      left,
      parts: this.others(),
      archives: this.siteUrl === null ? [] : [...tags.values()].flatMap((tag) => this.archiveOf(tag)),
      sums,
      addresses: this.addresses,
    });
  }

  private rows(name: string): readonly Fields[] {
    return listOf(this.data[name]).map(mapOf);
  }

  /** Ids on one side of a table by those on the other, in its order. */
  private linked(table: string, from: string, to: string): ReadonlyMap<string, readonly string[]> {
    const links = new Map<string, string[]>();
    const order = (row: Fields): number => (typeof row.sort_order === "number" ? row.sort_order : 0);
    for (const row of [...this.rows(table)].sort((a, b) => order(a) - order(b))) {
      const key = String(row[from]);
      links.set(key, [...(links.get(key) ?? []), String(row[to])]);
    }
    return links;
  }

  private setting(key: string): string | null {
    return wordsOf(this.rows("settings").find((row) => row.key === key)?.value);
  }

  private twice(id: string, fields: Fields, termCount: number): LeftItem {
    const why = "stands twice in the export; the first is taken";
    const parts = [
      ...leftParts("field", Object.keys(fields).length, why),
      ...leftParts("term", termCount, why),
    ];
    return {
      key: `post ${id} again`,
      title: wordsOf(fields.title) ?? id,
      file: this.file,
      line: 1,
      why,
      parts,
    };
  }

  private archiveOf(tag: Fields) {
    const slug = wordsOf(tag.slug);
    const name = wordsOf(tag.name);
    return slug === null || name === null || name.startsWith("#")
      ? []
      : [{ url: `${this.front}/tag/${slug}/`, of: { kind: "tag" as const, name } }];
  }

  private documentOf(
    post: Fields,
    tags: readonly Fields[],
    authors: readonly string[],
    users: readonly Fields[],
  ): SourceDocument {
    const parts: Part[] = [];
    const names = tags.map((tag) => wordsOf(tag.name) ?? "");
    const shown = names.filter(
      (name, index) => name !== "" && !name.startsWith("#") && tags[index]?.visibility !== "internal",
    );
    for (const name of names)
      parts.push(
        shown.includes(name)
          ? { kind: "term", what: `tag ${name}`, outcome: "kept", to: "tags" }
          : {
              kind: "term",
              what: `tag ${name}`,
              outcome: "left-out",
              why: "for the old theme only, or without a name",
            },
      );
    const slug = wordsOf(post.slug) ?? "";
    const body = this.bodyOf(post, parts);
    const { state, why } = body === "" && isWrittenElsewhere(post) ? UNREAD : stateOf(post);
    const image = wordsOf(post.feature_image);
    const known = new Set(users.map(({ id }) => String(id)));
    const date = wordsOf(post.published_at) ?? (state === "published" ? wordsOf(post.created_at) : null);
    return documentWith({
      key: `post ${String(post.id)}`,
      kind: post.type === "page" || post.page === true || post.page === 1 ? "page" : "article",
      file: this.file,
      title: folded(wordsOf(post.title) ?? ""),
      slug,
      url: slug === "" ? null : `${this.front}/${slug}/`,
      state,
      ...(why === null ? {} : { hiddenWhy: why }),
      date: isoDate(date),
      updated: laterThan(isoDate(wordsOf(post.updated_at)), isoDate(date)),
      authors: authors.filter((id) => known.has(id)),
      body,
      description: wordsOf(post.custom_excerpt) ?? wordsOf(post.meta_description),
      tags: shown,
      image:
        image === null
          ? null
          : {
              src: this.absolute(image),
              alt: wordsOf(post.feature_image_alt) ?? "",
              caption: plainWords(wordsOf(post.feature_image_caption) ?? "") || null,
            },
      feedId: state === "published" ? wordsOf(post.id) : null,
      seoTitle: wordsOf(post.meta_title),
      canonical: canonicalOf(post),
      parts: [...parts, ...fieldParts(post)],
    });
  }

  private absolute(address: string): string {
    return address.replaceAll("__GHOST_URL__", this.front);
  }

  private bodyOf(post: Fields, parts: Part[]): string {
    const html = typeof post.html === "string" ? post.html : "";
    if (html.trim() !== "") return this.absolute(html);
    const plain = typeof post.plaintext === "string" ? post.plaintext : "";
    if (plain.trim() === "") return "";
    parts.push({
      kind: "text",
      what: "the text",
      outcome: "changed",
      why: "the export has no HTML of it; its plain words stand in",
    });
    return plain
      .split(/\n{2,}/)
      .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
      .join("\n");
  }

  /** Tables of the export that hold no texts, by their names. */
  private others(): readonly Part[] {
    const read = new Set(["posts", "tags", "users", "posts_tags", "posts_authors", "posts_meta"]);
    return Object.entries(this.data).flatMap(([name, rows]): readonly Part[] =>
      read.has(name) || listOf(rows).length === 0
        ? []
        : [
            {
              kind: "text",
              what: `the table "${name}"`,
              outcome: "left-out",
              why: "holds no texts; members and settings stay where they are",
              count: listOf(rows).length,
            },
          ],
    );
  }
}
