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

/** A file of a made-up media library. */
export interface MadeFile {
  /** Below `wp-content/uploads`. */
  readonly path: string;
  readonly alt: string;
  /** Place of the post that it was added to. */
  readonly parent: number;
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
  readonly files?: readonly MadeFile[];
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
  for (const [at, file] of (site.files ?? []).entries())
    yield attachment(site, file, postId(site.posts.length + at));
  yield "</channel>\n</rss>\n";
}

function attachment({ url, prefix: p }: MadeSite, { path, alt, parent }: MadeFile, id: number): string {
  const address = `${url}/wp-content/uploads/${path}`;
  const slug = path.replace(/^.*\/|\.\w+$/g, "");
  const field = (key: string, value: string): string =>
    `<${p}:postmeta><${p}:meta_key>${key}</${p}:meta_key><${p}:meta_value>${cdata(value)}</${p}:meta_value></${p}:postmeta>`;
  return `<item><title>${slug}</title><link>${url}/${slug}/</link><pubDate></pubDate><dc:creator>${cdata("user0")}</dc:creator><guid isPermaLink="false">${address}</guid><description></description><content:encoded>${cdata("")}</content:encoded><excerpt:encoded>${cdata("")}</excerpt:encoded><${p}:post_id>${id}</${p}:post_id><${p}:post_date>2020-01-01 10:00:00</${p}:post_date><${p}:post_date_gmt>2020-01-01 10:00:00</${p}:post_date_gmt><${p}:post_name>${slug}</${p}:post_name><${p}:status>inherit</${p}:status><${p}:post_parent>${postId(parent)}</${p}:post_parent><${p}:menu_order>0</${p}:menu_order><${p}:post_type>attachment</${p}:post_type><${p}:post_password></${p}:post_password><${p}:is_sticky>0</${p}:is_sticky><${p}:attachment_url>${address}</${p}:attachment_url>${field("_wp_attached_file", path)}${field("_wp_attachment_metadata", sizesOf(slug, path))}${field("_wp_attachment_image_alt", alt)}</item>
`;
}

/** Sizes that WordPress makes of a picture, as PHP keeps them. */
const SIZES = {
  medium: [300, 200],
  large: [1024, 683],
  thumbnail: [150, 150],
  medium_large: [768, 512],
  "1536x1536": [1536, 1024],
  "post-thumbnail": [1200, 800],
} as const;

function php(text: string): string {
  return `s:${Buffer.byteLength(text)}:"${text}";`;
}

function sizesOf(slug: string, path: string): string {
  const sizes = Object.entries(SIZES).map(
    ([name, [width, height]]) =>
      `${php(name)}a:5:{${php("file")}${php(`${slug}-${width}x${height}.jpg`)}${php("width")}i:${width};${php("height")}i:${height};${php("mime-type")}${php("image/jpeg")}${php("filesize")}i:${width * 90};}`,
  );
  const camera = `a:12:{${["aperture", "credit", "camera", "caption", "created_timestamp", "copyright", "focal_length", "iso", "shutter_speed", "title", "orientation"].map((name) => php(name) + php("0")).join("")}${php("keywords")}a:0:{}}`;
  return `a:6:{${php("width")}i:2048;${php("height")}i:1365;${php("file")}${php(path)}${php("filesize")}i:412345;${php("sizes")}a:${sizes.length}:{${sizes.join("")}}${php("image_meta")}${camera}}`;
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
