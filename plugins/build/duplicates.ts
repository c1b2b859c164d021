import type { Problem } from "../problem.ts";

/** Somebody's claim to a path on the site. */
export interface PathClaim {
  readonly url: string;
  readonly file: string;
  /** Line of `permalink` in the file; 0 when the path comes from the file's name. */
  readonly line: number;
}

/** Two files for one path, or paths that differ only in case: on many file systems the second overwrites the first. */
export function findDuplicatePaths(claims: readonly PathClaim[]): Problem[] {
  const first = new Map<string, PathClaim>();
  return claims.flatMap((claim): Problem[] => {
    const key = claim.url.toLowerCase().normalize("NFC");
    const other = first.get(key);
    if (!other) {
      first.set(key, claim);
      return [];
    }
    const how =
      other.url === claim.url
        ? `"${claim.url}"`
        : `"${claim.url}", which differs from "${other.url}" only in case,`;
    const message = `expected a path of its own, received ${how} as ${other.file} has. Give one of them another permalink.`;
    return [{ file: claim.file, line: claim.line, field: "permalink", message, severity: "error" }];
  });
}
