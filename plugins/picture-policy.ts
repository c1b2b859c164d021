/** Which pictures the headers of a site let its readers' browsers load. */
export interface PicturePolicy {
  /** Whether the picture at an address, as it stands in a page, is loaded. */
  loads(src: string): boolean;
}

const policies = new WeakMap<object, PicturePolicy>();

/** Lets everything that renders a site know what its headers will let through; `config`: Eleventy's. */
export function setPicturePolicy(config: object, policy: PicturePolicy): void {
  policies.set(config, policy);
}

/** What the site's headers let through; null where we send none. */
export function picturePolicyOf(config: object): PicturePolicy | null {
  return policies.get(config) ?? null;
}
