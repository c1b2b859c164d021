/** Far beyond what a rebuild takes, so that a slow machine fails nothing. */
const PATIENCE_MS = 120_000;
const PAUSE_MS = 100;

/** Ways to ask a server of this machine. */
export interface Asking {
  /** A redirect is an answer. */
  get(path: string): Promise<{ readonly status: number; readonly text: string }>;
  /** Waits until something is so; what throws is not so yet. @throws {Error} with what was said, where it does not come true */
  until(isSo: () => Promise<boolean>): Promise<void>;
}

/** @param said what the server has said by now */
export function asking(origin: string, said: () => string): Asking {
  return {
    get: async (path) => {
      const response = await fetch(origin + path, { redirect: "manual" });
      return { status: response.status, text: await response.text() };
    },
    until: async (isSo) => {
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
        if (await isSo().catch(() => false)) return;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      throw new Error(`expected it to come true in time, received ${said().slice(-2000)}.`);
    },
  };
}
