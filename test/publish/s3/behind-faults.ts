import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Test } from "uvu";
import { type FaultProxy, startProxy } from "./proxy.ts";
import { CREDENTIALS, type S3Server, startS3 } from "./server.ts";

/** A store on loopback behind a proxy that fails when it is told to, anew for each test; `site` is a folder to build into. */
export interface StoreBehindFaults {
  readonly site: string;
  readonly server: S3Server;
  readonly proxy: FaultProxy;
  /** Text of a live file; null: it is not there. */
  read(path: string): string | null;
}

/** @param name of the folder, after "vervain-" */
export function storeBehindFaults(test: Test, name: string): StoreBehindFaults {
  Object.assign(process.env, CREDENTIALS, { AWS_EC2_METADATA_DISABLED: "true" });
  const folder = mkdtempSync(join(tmpdir(), `vervain-${name}-`));
  let server: S3Server;
  let proxy: FaultProxy;
  test.before.each(async () => {
    server = await startS3();
    proxy = await startProxy(server.port);
  });
  test.after.each(async () => {
    await proxy.close();
    await server.close();
  });
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    site: join(folder, "_site"),
    get server() {
      return server;
    },
    get proxy() {
      return proxy;
    },
    read: (path) => server.store.objects.get(path)?.bytes.toString() ?? null,
  };
}
