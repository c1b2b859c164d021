import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What a request says of itself, as far as the guard asks. */
export interface Asked {
  readonly url: string;
  readonly host: string | undefined;
  /** Set by browsers when a page of another site asks, and for every WebSocket. */
  readonly origin: string | undefined;
}

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 400 | 403;
  readonly message: string;
}

/** Names that lead to this machine whoever answers for them. @see RFC 6761, section 6.3 */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Why a request is refused, or null. Another host name means that somebody's
 * own name was made to lead here (DNS rebinding), whose pages could read drafts;
 * so does a WebSocket of another page. An address that cannot be decoded, or
 * leads up, is nobody's page.
 */
export function refuse({ url, host, origin }: Asked): Refusal | null {
  if (!isLoopback(`http://${host ?? ""}`))
    return { status: 403, message: "vervain serve answers to localhost only." };
  if (origin !== undefined && !isLoopback(origin))
    return { status: 403, message: "vervain serve answers to its own pages only." };
  return isPath(url) ? null : { status: 400, message: "That is no address of a page." };
}

function isLoopback(address: string): boolean {
  try {
    return LOOPBACK.test(new URL(address).hostname);
  } catch {
    return false;
  }
}

function isPath(url: string): boolean {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] as string);
    return /^\/(?!\/)/.test(path) && !path.includes("\0") && !path.split(/[/\\]/).includes("..");
  } catch {
    return false;
  }
}

/** Answers a request itself; false leaves it to the server. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Puts the guard before a server: of requests and WebSockets only those that
 * pass reach it, and one that fails in it is answered with 500 instead of
 * ending the process. What `answers` takes never comes to the server.
 */
export function guard(server: Server, answers: Answer = async () => false): void {
  const emit = server.emit;
  server.emit = function emitGuarded(this: Server, event: string, ...values: unknown[]) {
    if (event !== "request" && event !== "upgrade") return Reflect.apply(emit, this, [event, ...values]);
    const [request, answer] = values as [IncomingMessage, ServerResponse | Socket];
    const refusal = refuse({
      url: request.url ?? "",
      host: request.headers.host,
      origin: event === "upgrade" ? request.headers.origin : undefined,
    });
    if (event === "request") respond(server, request, answer as ServerResponse, refusal, answers);
    else if (refusal === null) return Reflect.apply(emit, this, [event, ...values]);
    else (answer as Socket).end(`HTTP/1.1 ${refusal.status} Refused\r\nConnection: close\r\n\r\n`);
    return true;
  } as typeof emit;
}

function respond(
  server: Server,
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal | null,
  answers: Answer,
): void {
  const end = (status: number, message: string): void => {
    if (!response.headersSent) response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(message);
  };
  if (refusal !== null) {
    end(refusal.status, refusal.message);
    return;
  }
  const passOn = async (): Promise<void> => {
    if (await answers(request, response)) return;
    const listeners = server.listeners("request") as RequestListener[];
    await Promise.all(listeners.map((listener) => listener.call(server, request, response)));
  };
  passOn().catch(() => end(500, "This page could not be read. Reload it."));
}
