import { openPlaces, placeKey } from "../article/site-path.ts";
import type { Problem } from "../problem.ts";

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

function how(url: string, other: string): string {
  if (url === other) return `"${url}"`;
  return placeKey(url) === placeKey(other)
    ? `"${url}", which differs from "${other}" only in case,`
    : `"${url}", which needs a folder or a file where "${other}" has the other,`;
}
