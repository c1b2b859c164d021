import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What becomes of a request on its way to the store.
 * - `refuse`: 503, as a store that is too busy
 * - `drop`: the connection ends before the store sees it
 * - `lose-answer`: the store does it, and its answer is lost
 * - `truncate`: the store gets half of the bytes
 * - `truncate-answer`: half of the answer comes back
 * - `duplicate`: the store gets it twice
 * - `expire`: the credentials are no longer good
 * - `delay`: a tenth of a second late
 */
export type Fault =
  | "refuse"
  | "drop"
  | "lose-answer"
  | "truncate"
  | "truncate-answer"
  | "duplicate"
  | "expire"
  | "delay";

/** A request as the rule of a test sees it. */
export interface Asked {
  /** From 1. */
  readonly number: number;
  readonly method: string;
  /** Below the bucket: "massage/index.html". */
  readonly key: string;
}

export interface FaultProxy {
  readonly endpoint: string;
  readonly asked: readonly Asked[];
  /** Decides what becomes of each request; null: it passes. */
  fault: (asked: Asked) => Fault | null;
  /** Forgets what was asked. */
  reset(): void;
  close(): Promise<void>;
}

/** Stands between a publisher and a store on loopback, and does what lines and stores do. */
export async function startProxy(storePort: number): Promise<FaultProxy> {
  const asked: Asked[] = [];
  const proxy = {
    fault: (_: Asked): Fault | null => null,
  };
  const server = http.createServer((request, response) => {
    const key = decodeURIComponent(
      new URL(request.url ?? "/", "http://x").pathname.replace(/^\/blog\/?/, ""),
    );
    const one: Asked = { number: asked.length + 1, method: request.method ?? "", key };
    asked.push(one);
    void handle(request, response, proxy.fault(one), storePort).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    asked,
    get fault() {
      return proxy.fault;
    },
    set fault(rule) {
      proxy.fault = rule;
    },
    reset: () => {
      asked.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault | null,
  storePort: number,
): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  if (fault === "drop") return void request.socket.destroy();
  if (fault === "refuse") return sendError(response, 503, "SlowDown", "Please reduce your request rate.");
  if (fault === "expire") return sendError(response, 400, "ExpiredToken", "The provided token has expired.");
  if (fault === "delay") await new Promise((resolve) => setTimeout(resolve, 100));
  if (fault === "duplicate") await forward(request, body, storePort);
  if (fault === "truncate") {
    await forward(request, body.subarray(0, body.length >> 1), storePort, true).catch(() => undefined);
    return void request.socket.destroy();
  }
  const answer = await forward(request, body, storePort);
  if (fault === "lose-answer") return void request.socket.destroy();
  response.writeHead(answer.status, answer.headers);
  if (fault !== "truncate-answer") return void response.end(answer.body);
  response.write(answer.body.subarray(0, answer.body.length >> 1));
  setTimeout(() => request.socket.destroy(), 5);
}

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** @param isCut the line ends after these bytes, of which more were promised */
function forward(request: IncomingMessage, body: Buffer, port: number, isCut = false): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = "GET", url = "/", headers } = request;
    const onward = http.request(
      { host: "127.0.0.1", port, method, path: url, headers, agent: false },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on("data", (piece: Buffer) => pieces.push(piece));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(pieces) }),
        );
      },
    );
    onward.on("error", reject);
    if (!isCut) return void onward.end(body);
    onward.write(body);
    setTimeout(() => onward.destroy(), 5);
  });
}

function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  );
}
