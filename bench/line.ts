/** Prints what one thing costs, in milliseconds. */
export function line(name: string, unit: string, ms: number): void {
  console.log(`  ${name.padEnd(40)} ${ms.toFixed(3)} ms a${unit === "article" ? "n article" : ` ${unit}`}`);
}
