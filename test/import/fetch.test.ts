import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { importCommand } from "../../plugins/cli/import.ts";
import { fetchedPath, hostsToAsk } from "../../plugins/import/fetched.ts";

interface Context {
  folder: string;
  server: Server;
  asked: string[];
}

const PNG = Buffer.concat([Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"), Buffer.alloc(64)]);

const test = suite<Context>("--fetch-images");
test.before.each(async (context) => {
  context.folder = mkdtempSync(join(tmpdir(), "vervain-fetch-"));
  context.asked = [];
  context.server = createServer((request, response) => {
    const url = request.url ?? "";
    context.asked.push(url);
    if (url.startsWith("/tub")) response.end(PNG);
    else if (url === "/page.png") response.end("<html>no picture</html>".repeat(9));
    else if (url === "/code.png")
      response.end(`<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>${" ".repeat(40)}`);
    else if (url === "/away.png")
      response.writeHead(302, { location: "http://elsewhere.invalid/tub.png" }).end();
    else if (url === "/moved.png") response.writeHead(302, { location: "/tub-moved.png" }).end();
    else if (url === "/endless.png") {
      response.write(PNG);
      const timer = setInterval(() => response.write(Buffer.alloc(4_000_000)), 1);
      response.on("close", () => clearInterval(timer));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => context.server.listen(0, "127.0.0.1", done));
});
test.after.each(async ({ folder, server }) => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

async function run({ folder }: Context, fetchImages: string | true | undefined): Promise<string> {
  const printed: string[] = [];
  const { log, error } = console;
  console.log = (line: string) => void printed.push(line);
  console.error = (line: string) => void printed.push(line);
  try {
    const options = { into: join(folder, "site"), ...(fetchImages === undefined ? {} : { fetchImages }) };
    await importCommand([join(folder, "a.md")], options);
    return printed.join("\n");
  } finally {
    console.log = log;
    console.error = error;
  }
}

test("pictures come from the hosts that are named, checked, once; what fails is said and stays", async (context) => {
  const host = `127.0.0.1:${(context.server.address() as AddressInfo).port}`;
  const names = ["tub.png?w=9", "moved.png", "page.png", "code.png", "away.png", "endless.png", "gone.png"];
  const pictures = names.map((name) => `![x](http://${host}/${name})`).join("\n\n");
  writeFileSync(
    join(context.folder, "a.md"),
    `---\ntitle: A\ndate: 2024-01-01\n---\n\n${pictures}\n\n![y](https://other.invalid/y.png)\n`,
  );
  const printed = await run(context, host);
  assert.match(printed, `fetching 7 from ${host}`);
  assert.match(printed, "1 from other.invalid: name it with --fetch-images other.invalid");
  const text = readFileSync(join(context.folder, "site/src/articles/a.md"), "utf8");
  assert.match(text, /!\[x\]\(\/images\/127\.0\.0\.1\/tub-[0-9a-f]{8}\.png\)/);
  assert.match(text, "![x](/images/127.0.0.1/moved.png)");
  assert.ok(PNG.equals(readFileSync(join(context.folder, "site/src/images/127.0.0.1/moved.png"))));
  const report = readFileSync(join(context.folder, "site/import-report.json"), "utf8");
  for (const why of [
    "no picture that browsers show",
    "leads on to elsewhere.invalid, which was not named",
    "larger than 30 MB",
    "status 404",
  ])
    assert.match(report, `could not be fetched (${why})`);
  const before = context.asked.length;
  const again = await run(context, undefined);
  assert.match(again, "files: 0 new");
  assert.is(context.asked.length, before, "nothing is fetched unasked");
  assert.is(
    readFileSync(join(context.folder, "site/src/articles/a.md"), "utf8"),
    text,
    "and what was fetched stays in use",
  );
});

for (const [named, site, hosts] of [
  [true, "https://old.example", ["old.example", "www.old.example"]],
  [true, "http://169.254.169.254", []],
  [true, "http://localhost:80", []],
  [true, "http://router.local", []],
  [true, null, []],
  ["A.example, b.example:81", "https://old.example", ["a.example", "b.example:81"]],
] as const)
  test(`hostsToAsk: ${named} of ${site}`, () => assert.equal([...hostsToAsk(named, site)], hosts));

for (const [address, path] of [
  ["https://a.example/2019/tub.JPG", "a.example/2019/tub.png"],
  ["https://a.example/photo-1?w=8", "a.example/photo-1-abcd.png"],
  ["https://a.example/", "a.example/abcd.png"],
  ["https://a.example/%2e%2e/%2e%2e/x", "a.example/x.png"],
  ["https://a.example/caf%C3%A9.jpg", "a.example/caf-abcd.png"],
] as const)
  test(`fetchedPath: ${address}`, () => assert.is(fetchedPath(address, "png", "abcd"), path));

test.run();
