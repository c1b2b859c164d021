/** A title cut after the number it begins with. */
export interface TitleParts {
  /** "9"; "" when the title begins with a word. */
  readonly titleNumber: string;
  readonly titleText: string;
}

/** "9 Benefits of rest" → "9" and "Benefits of rest": the number hangs in the margin, the reading order stays. */
export function splitTitle(title: string): TitleParts {
  const [, titleNumber = "", titleText = title] = /^(\d{1,3})\s+(\S.*)$/s.exec(title) ?? [];
  return { titleNumber, titleText };
}

/** A heading without the number its author wrote: the margin shows one. "5-minute rest" and "1.5 hours" keep theirs. */
export function withoutNumber(heading: string): string {
  return heading.replace(/^\s*\d{1,3}\s?(?:[.)](?!\d)|[:–—-](?=\s))\s*/, "");
}
