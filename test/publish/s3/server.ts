import { createRequire } from "node:module";
import type { AddressInfo, Server } from "node:net";
import { MemoryStore } from "./memory-store.ts";

const require = createRequire(import.meta.url);

interface S3rver {
  store: unknown;
  readonly context: { store: unknown };
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
  readonly httpServer: Server & { closeAllConnections(): void };
}

/** An S3 server on loopback with one bucket, `blog`. */
export interface S3Server {
  readonly port: number;
  readonly store: MemoryStore;
  close(): Promise<void>;
}

/** s3rver hides its place in a listing by DES, which OpenSSL 3 no longer has; AES does as well. */
function lendCipher(): void {
  const crypto = require("node:crypto") as Record<string, (name: string, key: Buffer, iv: Buffer) => unknown>;
  for (const way of ["createCipheriv", "createDecipheriv"]) {
    const real = crypto[way] as (name: string, key: Buffer, iv: Buffer) => unknown;
    crypto[way] = (name, key, iv) =>
      name === "des"
        ? real("aes-128-cbc", Buffer.concat([key, key]), Buffer.concat([iv, iv]))
        : real(name, key, iv);
  }
}
lendCipher();

/** Starts s3rver with {@link MemoryStore} under it. */
export async function startS3(): Promise<S3Server> {
  const Class = require("s3rver") as new (options: object) => S3rver;
  const server = new Class({ port: 0, address: "127.0.0.1", silent: true, vhostBuckets: false });
  const store = new MemoryStore();
  server.store = store;
  server.context.store = store;
  const { port } = await server.run();
  return {
    port,
    store,
    close: async () => {
      server.httpServer.closeAllConnections();
      await server.close();
    },
  };
}

/** What the SDK's usual chain finds; s3rver knows these. */
export const CREDENTIALS = { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" } as const;
