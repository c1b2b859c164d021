/** What Eleventy says while it serves that no writer needs: measurements, each file, where an error was thrown. */
const NOISE =
  /Benchmark|Watching…|^\s*at |Original error stack trace|\(more in DEBUG output\)|File (?:changed|added|deleted):/;

/** Takes what Eleventy says and passes on what a writer can use, without its stacks. */
export function quietLogger(): Readonly<Record<"log" | "warn" | "error", (line: string) => void>> {
  return { log: passing(console.log), warn: passing(console.warn), error: passing(console.error) };
}

function passing(say: (line: string) => void): (line: string) => void {
  return (message) => {
    const kept = heard(String(message));
    if (kept !== "") say(kept);
  };
}

/** The lines of a message that are no noise; "" where all are. */
export function heard(message: string): string {
  return message
    .split("\n")
    .filter((line) => !NOISE.test(line))
    .join("\n")
    .trimEnd();
}
