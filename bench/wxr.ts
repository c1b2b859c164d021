/** A person of a made-up export; every address in it is under `.example` or in a documentation network. */
export interface MadePerson {
  readonly login: string;
  readonly name: string;
  readonly mail: string;
}

/** A comment of a made-up post. */
export interface MadeComment {
  readonly author: string;
  readonly mail: string;
  readonly network: string;
  readonly approved: "1" | "0" | "spam" | "trash";
  readonly type: "" | "comment" | "pingback";
  /** Place of the comment it answers among those of its post; null for none. */
  readonly parent: number | null;
  readonly words: string;
}

/** A post or page of a made-up export. */
export interface MadePost {
  readonly type: "post" | "page";
  readonly status: "publish" | "future" | "draft" | "pending" | "private" | "trash";
  readonly password: string;
  readonly title: string;
  readonly slug: string;
  /** "2019-03-02 09:30:00" on the site's clock. */
  readonly date: string;
  /** Minutes that clock is ahead of UTC; null: the export has zeros for UTC. */
  readonly offset: number | null;
  readonly author: number;
  readonly content: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly fields: readonly (readonly [string, string])[];
  readonly comments: readonly MadeComment[];
}

/** A made-up site. */
export interface MadeSite {
  readonly url: string;
  readonly version: "1.0" | "1.1" | "1.2";
  /** Prefix that the file gives WordPress's own names. */
  readonly prefix: string;
  readonly permalinks: "date" | "name" | "plain" | "html";
  readonly people: readonly MadePerson[];
  readonly posts: readonly MadePost[];
}

/** CDATA as WordPress writes it: an end inside it is cut in two. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

function plain(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Number of a post in the export, by its place. */
export function postId(index: number): number {
  return 100 + index;
}

/** The address at which readers found a post. */
export function postUrl(site: Pick<MadeSite, "url" | "permalinks">, post: MadePost, index: number): string {
  const isDraft = post.status === "draft" || post.status === "pending";
  if (isDraft || site.permalinks === "plain")
    return `${site.url}/?${post.type === "page" ? "page_id" : "p"}=${postId(index)}`;
  const slug = encodeURIComponent(post.slug).toLowerCase();
  if (post.type === "page" || site.permalinks === "name") return `${site.url}/${slug}/`;
  const folder = post.date.slice(0, 10).replaceAll("-", "/");
  return site.permalinks === "html"
    ? `${site.url}/${folder.slice(0, 7)}/${slug}.html`
    : `${site.url}/${folder}/${slug}/`;
}

const ZEROS = "0000-00-00 00:00:00";

function gmtOf({ date, offset }: MadePost): string {
  if (offset === null || date === ZEROS) return ZEROS;
  const time = Date.parse(`${date.replace(" ", "T")}Z`) - offset * 60_000;
  return new Date(time).toISOString().slice(0, 19).replace("T", " ");
}

/** A WordPress export of a made-up site, piece by piece. */
export function* wxrPieces(site: MadeSite, encoding = "UTF-8"): Generator<string> {
  const p = site.prefix;
  yield `<?xml version="1.0" encoding="${encoding}" ?>
<!-- generator="WordPress/6.4" created="2024-05-01 10:00" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/${site.version}/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:${p}="http://wordpress.org/export/${site.version}/">
<channel>
<title>A made-up site</title><link>${site.url}</link><description></description>
<pubDate>Wed, 01 May 2024 10:00:00 +0000</pubDate><language>en-GB</language>
<${p}:wxr_version>${site.version}</${p}:wxr_version><${p}:base_site_url>${site.url}</${p}:base_site_url><${p}:base_blog_url>${site.url}</${p}:base_blog_url>
`;
  for (const { login, name, mail } of site.people)
    yield `<${p}:author><${p}:author_login>${plain(login)}</${p}:author_login><${p}:author_email>${mail}</${p}:author_email><${p}:author_display_name>${cdata(name)}</${p}:author_display_name></${p}:author>\n`;
  for (const [index, post] of site.posts.entries()) yield item(site, post, index);
  yield "</channel>\n</rss>\n";
}

function item(site: MadeSite, post: MadePost, index: number): string {
  const p = site.prefix;
  const id = postId(index);
  const term =
    (domain: string) =>
    (name: string): string =>
      `<category domain="${domain}" nicename="${encodeURIComponent(name.toLowerCase().replace(/ /g, "-"))}">${cdata(name)}</category>`;
  const fields = post.fields.map(
    ([key, value]) =>
      `<${p}:postmeta><${p}:meta_key>${plain(key)}</${p}:meta_key><${p}:meta_value>${cdata(value)}</${p}:meta_value></${p}:postmeta>`,
  );
  return `<item><title>${site.version === "1.2" ? cdata(post.title) : plain(post.title)}</title><link>${plain(postUrl(site, post, index))}</link><pubDate></pubDate><dc:creator>${cdata(site.people[post.author]?.login ?? "nobody")}</dc:creator><guid isPermaLink="false">${site.url}/?p=${id}</guid><description></description>
<content:encoded>${cdata(post.content)}</content:encoded><excerpt:encoded>${cdata("")}</excerpt:encoded>
<${p}:post_id>${id}</${p}:post_id><${p}:post_date>${post.date}</${p}:post_date><${p}:post_date_gmt>${gmtOf(post)}</${p}:post_date_gmt><${p}:post_name>${encodeURIComponent(post.slug).toLowerCase()}</${p}:post_name><${p}:status>${post.status}</${p}:status><${p}:post_parent>0</${p}:post_parent><${p}:menu_order>0</${p}:menu_order><${p}:post_type>${post.type}</${p}:post_type><${p}:post_password>${plain(post.password)}</${p}:post_password><${p}:is_sticky>0</${p}:is_sticky>
${post.categories.map(term("category")).join("")}${post.tags.map(term("post_tag")).join("")}${fields.join("")}${post.comments.map((comment, at) => commentOf(site, post, comment, id * 1000 + at + 1, id * 1000)).join("")}</item>
`;
}

function commentOf(
  { prefix: p }: MadeSite,
  post: MadePost,
  comment: MadeComment,
  id: number,
  base: number,
): string {
  const { author, mail, network, approved, type, parent, words } = comment;
  const parentId = parent === null ? 0 : base + parent + 1;
  return `<${p}:comment><${p}:comment_id>${id}</${p}:comment_id><${p}:comment_author>${cdata(author)}</${p}:comment_author><${p}:comment_author_email>${plain(mail)}</${p}:comment_author_email><${p}:comment_author_url></${p}:comment_author_url><${p}:comment_author_IP>${network}</${p}:comment_author_IP><${p}:comment_date>${post.date}</${p}:comment_date><${p}:comment_date_gmt>${gmtOf(post)}</${p}:comment_date_gmt><${p}:comment_content>${cdata(words)}</${p}:comment_content><${p}:comment_approved>${approved}</${p}:comment_approved><${p}:comment_type>${type}</${p}:comment_type><${p}:comment_parent>${parentId}</${p}:comment_parent></${p}:comment>`;
}
