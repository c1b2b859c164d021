import type { Link } from "../article/types.ts";

/** Hosts of primary sources: research, registers, health services, institutes. A host stands for its subdomains. */
const PRIMARY_HOSTS: readonly string[] =
  "doi.org nih.gov nhs.uk who.int cochrane.org cochranelibrary.com cdc.gov fda.gov ema.europa.eu ecdc.europa.eu nice.org.uk europepmc.org clinicaltrials.gov bmj.com thelancet.com nejm.org jamanetwork.com annals.org nature.com science.org cell.com plos.org frontiersin.org biomedcentral.com springer.com sciencedirect.com wiley.com oup.com sagepub.com tandfonline.com mdpi.com cambridge.org karger.com racgp.org.au ahajournals.org mja.com.au cmaj.ca healthdirect.gov.au thuisarts.nl gesundheitsinformation.de iqwig.de has-sante.fr rivm.nl".split(
    " ",
  );
/** Governments' own hosts: "cancer.gov", "health.gov.au", "data.gouv.fr". */
const GOVERNMENT = /(?:^|\.)(?:gov|gouv|govt|gob)(?:\.[a-z]{2})?$/;

/** True when the address leads to research or to a health service's own words. */
export function isPrimary(url: string, more: readonly string[] = []): boolean {
  const host = hostOf(url);
  if (host === "") return false;
  return (
    GOVERNMENT.test(host) ||
    [...PRIMARY_HOSTS, ...more].some((known) => host === known || host.endsWith(`.${known}`))
  );
}

/** Host of an absolute web address without "www."; "" for anything else. */
export function hostOf(url: string): string {
  const match = /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#:]{1,253})/i.exec(url.trim());
  return (match?.[1] ?? "")
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/\.$/, "");
}

/** True when a reader can follow the link to somebody else's page. */
export function isExternal({ href }: Pick<Link, "href">): boolean {
  return hostOf(href) !== "";
}
