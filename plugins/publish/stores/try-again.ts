/** Wait before the second try, milliseconds; each next one is twice as long. */
const FIRST_WAIT_MS = 100;

/** Does something again when it fails for a line that broke, at most `tries` times in all; the last failure is thrown. */
export async function tryAgain<Answer>(act: () => Promise<Answer>, tries: number): Promise<Answer> {
  for (let done = 1; ; done++) {
    try {
      return await act();
    } catch (error) {
      if (done >= tries || !isBrokenLine(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** (done - 1)));
    }
  }
}

function isBrokenLine(error: unknown): boolean {
  const { code = "", name = "" } = (error ?? {}) as { readonly code?: string; readonly name?: string };
  return (
    ["ECONNRESET", "EPIPE", "ETIMEDOUT"].includes(code) || name === "TimeoutError" || name === "AbortError"
  );
}
