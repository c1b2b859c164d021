/**
 * The same text in memory of its own. A part cut out of a long text keeps all of
 * it alive: the headings of 10,000 articles held their 70 MiB of bodies.
 */
export function detach(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
