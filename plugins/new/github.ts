/** A repository as GitHub names it. */
const REPOSITORY = /^([a-z\d](?:[a-z\d-]{0,38}))\/([\w.-]{1,100})$/i;

/**
 * Address at which GitHub Pages shows a repository without a domain of its own:
 * "ann/blog" → "https://ann.github.io/blog"; null for what names none.
 *
 * @see https://docs.github.com/pages/getting-started-with-github-pages/what-is-github-pages
 */
export function githubAddress(repository: string): string | null {
  const [, owner = "", name = ""] = REPOSITORY.exec(repository.trim()) ?? [];
  if (owner === "") return null;
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}` : `https://${host}/${name}`;
}

/** Repository on GitHub that a clone came from, "ann/blog", by Git's own configuration; null for another place or none. */
export function clonedFrom(gitConfig: string): string | null {
  const remote = /^\[remote "origin"\]\s*$([^[]*)/m.exec(gitConfig)?.[1] ?? "";
  const address = /^\s*url\s*=\s*(\S+)\s*$/m.exec(remote)?.[1] ?? "";
  const place =
    /^(?:https:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git@)github\.com[/:](.+?)(?:\.git)?\/?$/.exec(address)?.[1] ??
    "";
  return githubAddress(place) === null ? null : place;
}
