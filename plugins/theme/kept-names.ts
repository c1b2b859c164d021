/** Paths of the theme that have moved, and where the owner's file of an old path still counts. */
export interface KeptNames {
  /** Old paths that lead to one of today's, newest first. */
  oldOf(path: string): readonly string[];
  /** Today's path of an old one; the path itself where it has not moved. */
  today(path: string): string;
  /**
   * Path under which a template that is asked for is found: the owner's file of
   * that path, else theirs of an old path, else today's.
   */
  found(path: string): string;
}

/**
 * @param moves old path → today's, as far as old ones still count
 * @param isOwned whether the owner has a file of that path
 */
export function keptNames(moves: ReadonlyMap<string, string>, isOwned: (path: string) => boolean): KeptNames {
  const oldOf: KeptNames["oldOf"] = (path) =>
    [...moves].flatMap(([from, to]) => (to === path ? [from] : [])).reverse();
  const today: KeptNames["today"] = (path) => moves.get(path) ?? path;
  return {
    oldOf,
    today,
    found: (path) => {
      // Most names have never moved: the disk is asked for those that have.
      if (moves.size === 0 || isOwned(path)) return path;
      const [now, olds] = [today(path), oldOf(today(path))];
      return isOwned(now) ? now : (olds.find(isOwned) ?? now);
    },
  };
}
