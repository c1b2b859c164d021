/** Files beside files: "index.html.br". */
export const BESIDE = /\.(?:br|gz|zst)$/;

/** Whether a file is the compressed form of another one of the same folder. */
export function isCompressedForm(path: string, exists: (path: string) => boolean): boolean {
  return BESIDE.test(path) && exists(path.replace(BESIDE, ""));
}
