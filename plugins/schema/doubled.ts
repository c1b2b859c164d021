/** Types of a page's main article; two nodes of them on a page say two things of one text. */
const ARTICLES =
  /"@type"\s*:\s*(?:\[[^\]]{0,200})?"(?:https?:\/\/schema\.org\/)?(?:Article|BlogPosting|NewsArticle|MedicalScholarlyArticle|TechArticle|ScholarlyArticle|MedicalWebPage|WebPage)"/;
const MICRODATA =
  /itemtype\s*=\s*["']?https?:\/\/schema\.org\/(?:Article|BlogPosting|NewsArticle|MedicalWebPage|WebPage)\b/i;
const SCRIPT = /<script\b[^>]{0,200}>/gi;

/**
 * The page without the script element that holds `graph`, where the page says
 * by itself what article it is: by another JSON-LD block or by microdata. Null
 * where ours is the only one, or is not in the page.
 */
export function withoutDoubled(page: string, graph: string): string | null {
  const at = graph === "" ? -1 : page.indexOf(graph);
  if (at < 0) return null;
  const start = page.lastIndexOf("<script", at);
  const end = page.indexOf("</script>", at);
  if (start < 0 || end < 0) return null;
  const others = page.slice(0, start) + page.slice(end + "</script>".length);
  return MICRODATA.test(others) || jsonLdOf(others).some((text) => ARTICLES.test(text)) ? others : null;
}

function jsonLdOf(page: string): readonly string[] {
  return Array.from(page.matchAll(SCRIPT)).flatMap(([tag], index, all) => {
    if (!tag.toLowerCase().includes("application/ld+json")) return [];
    const from = (all[index]?.index ?? 0) + tag.length;
    const end = page.indexOf("</script>", from);
    return end < 0 ? [] : [page.slice(from, end)];
  });
}
