import { openPlaces, placeKey } from "../article/site-path.ts";
import { type Problem, quote } from "../problem.ts";

/** Somebody's claim to a path on the site. */
export interface PathClaim {
  readonly url: string;
  readonly file: string;
  /** Line of `permalink` in the file; 0 when the path comes from the file's name. */
  readonly line: number;
}

/**
 * Two files for one path, or paths that differ only in case: on many file
 * systems the second overwrites the first. Nor can a file stand where another
 * page needs a folder ("/y.html" and "/y.html/").
 */
export function findDuplicatePaths(claims: readonly PathClaim[]): Problem[] {
  const places = openPlaces<PathClaim>();
  return claims.flatMap((claim): Problem[] => {
    const other = places.claim(claim.url, claim);
    if (other === null) return [];
    const message = `expected a path of its own, received ${how(claim.url, other.url)} as ${other.file} has. Give one of them another permalink.`;
    return [{ file: claim.file, line: claim.line, field: "permalink", message, severity: "error" }];
  });
}

/** What template engines fill in. */
export const TEMPLATE = /\{[{%#]/;

/** Paths that hold a template as it was written: a page at "/{{ page.fileSlug }}/" is nobody's wish. */
export function findUnfilledPaths(claims: readonly PathClaim[]): Problem[] {
  return claims
    .filter(({ url }) => TEMPLATE.test(url))
    .map(({ url, file, line }) => unfilledPath(url, file, line));
}

/** Says that a path holds a template that nothing fills in: in an article it would be run. */
export function unfilledPath(path: string, file: string, line: number): Problem {
  const message = `expected a path, received ${quote(path)}, a template that nothing fills in here. Write the path out, or leave it to the file's name.`;
  return { file, line, field: "permalink", message, severity: "error" };
}

function how(url: string, other: string): string {
  if (url === other) return `"${url}"`;
  return placeKey(url) === placeKey(other)
    ? `"${url}", which differs from "${other}" only in case,`
    : `"${url}", which needs a folder or a file where "${other}" has the other,`;
}
