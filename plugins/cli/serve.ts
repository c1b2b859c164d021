import { Server } from "node:net";
import { createEleventy } from "../engine/eleventy.ts";

export interface ServeOptions {
  readonly config?: string;
  readonly port: string;
}

/** Serves the site on loopback and rebuilds it on every change until interrupted. */
export async function serveCommand({ config, port }: ServeOptions): Promise<number> {
  listenOnLoopback();
  const eleventy = createEleventy({ configPath: config, output: "_site.serve", runMode: "serve" });
  await eleventy.init();
  await eleventy.watch();
  await eleventy.serve(Number(port));
  return new Promise((resolve) => {
    process.once("SIGINT", async () => {
      await eleventy.stopWatch();
      resolve(0);
    });
  });
}

// Eleventy's development server listens on every interface and has no option for
// it: drafts would be readable by the whole café.
function listenOnLoopback(): void {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function listenHere(this: Server, ...values: unknown[]) {
    const [first] = values;
    const isOptions = typeof first === "object" && first !== null && "port" in first;
    return listen.apply(
      this,
      (isOptions ? [{ host: "127.0.0.1", ...first }, ...values.slice(1)] : values) as Parameters<
        typeof listen
      >,
    );
  } as typeof listen;
}
