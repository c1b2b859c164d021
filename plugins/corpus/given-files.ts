const GIVEN =
  /\.(?:pdf|epub|mobi|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|ics|vcf|gpx|mp3|m4a|aac|ogg|oga|opus|wav|flac|mp4|m4v|webm|ogv|mov|vtt|zip)$/i;

/**
 * Whether a file is of a kind that people give each other beside a text.
 * Pictures are not among them: linked as they are, they would show what the camera noted.
 */
export function isGivenFile(path: string): boolean {
  return GIVEN.test(path);
}
