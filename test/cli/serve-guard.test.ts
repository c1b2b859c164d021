import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { closePassthrough } from "../../plugins/cli/serve-files.ts";
import { guard, refuse } from "../../plugins/cli/serve-guard.ts";
import type { EleventyConfig } from "../../plugins/eleventy.ts";

for (const [url, host, origin, status] of [
  ["/", "localhost:8080", undefined, null],
  ["/massage/?q=%25", "127.0.0.1:8080", undefined, null],
  ["/%E7%9D%A1/", "[::1]:8080", undefined, null],
  ["/a..b/", "LOCALHOST", undefined, null],
  ["/", "localhost:8080", "http://localhost:8080", null],
  ["/%", "localhost:8080", undefined, 400],
  ["/%E0%A4%A", "localhost:8080", undefined, 400],
  ["/..%2f_site.serve2/x", "localhost:8080", undefined, 400],
  ["/..%2F..%2Fetc/passwd", "localhost:8080", undefined, 400],
  ["/%2e%2e/x", "localhost:8080", undefined, 400],
  ["/..%5cx", "localhost:8080", undefined, 400],
  ["/a%00b", "localhost:8080", undefined, 400],
  ["//[", "localhost:8080", undefined, 400],
  ["/%2f/evil.example", "localhost:8080", undefined, 400],
  ["http://evil.example/", "localhost:8080", undefined, 400],
  ["*", "localhost:8080", undefined, 400],
  ["/", "evil.example:8080", undefined, 403],
  ["/", "localhost.evil.example", undefined, 403],
  ["/", "127.0.0.1.evil.example", undefined, 403],
  ["/", "evil-localhost:8080", undefined, 403],
  ["/", "evil127.0.0.1:8080", undefined, 403],
  ["/", "192.168.1.4:8080", undefined, 403],
  ["/", undefined, undefined, 403],
  ["/", "", undefined, 403],
  ["/", "localhost:8080", "https://evil.example", 403],
  ["/", "localhost:8080", "null", 403],
] as const) {
  test(`serve guard: ${url} of ${host} from ${origin}: ${status ?? "answered"}`, () =>
    assert.is(refuse({ url, host, origin })?.status ?? null, status));
}

test("serve guard: a server behind it hears nothing that is refused, and a fault in it is answered, not thrown", async () => {
  const heard: string[] = [];
  const server = createServer(async ({ url }: IncomingMessage, response) => {
    heard.push(url ?? "");
    if (url === "/fault") throw new Error("as of a file that went meanwhile");
    response.end("page");
  });
  server.on("upgrade", (_, socket) => {
    heard.push("upgrade");
    socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n");
  });
  guard(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, headers: Record<string, string> = {}): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, headers: { connection: "close", ...headers } });
      for (const event of ["response", "upgrade"] as const)
        asked.on(event, (response: IncomingMessage) => {
          response.resume();
          resolve(response.statusCode);
        });
      asked.on("error", reject).end();
    });
  const upgrade = { connection: "Upgrade", upgrade: "websocket" };
  const told: (number | undefined)[] = [];
  for (const [path, headers] of [
    ["/", {}],
    ["/%", {}],
    ["/", { host: "evil.example" }],
    ["/fault", {}],
    ["/", { ...upgrade, origin: "https://evil.example" }],
    ["/", { ...upgrade, origin: `http://localhost:${port}` }],
  ] as const)
    told.push(await ask(path, headers));
  // Before anything is judged: a server that goes on listening keeps a test that fails from ending.
  server.close();
  assert.equal(told, [200, 400, 403, 500, 403, 101]);
  assert.equal(heard, ["/", "/fault", "upgrade"]);
});

test("serve: what is copied as it is comes from its folder, and not from one whose name begins alike", () => {
  let told: ((event: { map: Record<string, string> }) => void) | undefined;
  closePassthrough({
    on: (_: string, callback: typeof told) => (told = callback),
  } as unknown as EleventyConfig);
  const map: Record<string, string> = { "/images": "./plugins", "/a.md": "README.md", "/gone": "nowhere" };
  told?.({ map });
  assert.equal(map, { "/images/": "./plugins/", "/a.md": "README.md", "/gone": "nowhere" });
});

test.run();
