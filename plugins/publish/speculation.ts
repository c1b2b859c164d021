/** Path on the site of the rules by which browsers fetch pages ahead. */
export const SPECULATION_PATH = "/vervain-speculation.json";

/** Type that browsers ask of it. @see https://html.spec.whatwg.org/multipage/speculative-loading.html#the-speculation-rules-header */
export const SPECULATION_TYPE = "application/speculationrules+json";

const HEADER = "Speculation-Rules";

/** What is put behind an address to tell where a reader came from: names of the advertisers' and newsletters' own making. */
const CAMPAIGN =
  "utm_source utm_medium utm_campaign utm_term utm_content utm_id fbclid gclid msclkid mc_cid mc_eid".split(
    " ",
  );

/**
 * Headers with which browsers fetch the page behind a link that a reader points
 * at, and take addresses that differ only in where a reader came from for one.
 *
 * @param folder of its host in which the site lies: "/repo"; "" at the top
 * @see https://www.rfc-editor.org/rfc/rfc9651 for the quotes
 */
export function speculationHeaders(folder: string): Readonly<Record<string, string>> {
  return {
    [HEADER]: `"${folder}${SPECULATION_PATH}"`,
    "No-Vary-Search": `params=(${CAMPAIGN.map((name) => `"${name}"`).join(" ")})`,
  };
}

/**
 * The rules as JSON, where the site-wide headers name them, else null: pages of this site alone,
 * fetched and not run, no earlier than a pointer rests on their link; files
 * have no slash at the end. Browsers leave it out where data is to be saved.
 */
export function speculationRules(siteWide: Readonly<Record<string, string>>, folder: string): string | null {
  if (siteWide[HEADER] !== speculationHeaders(folder)[HEADER]) return null;
  const pages = [{ href_matches: `${folder}/` }, { href_matches: `${folder}/*/` }];
  return `${JSON.stringify({ prefetch: [{ where: { or: pages }, eagerness: "moderate" }] })}\n`;
}
