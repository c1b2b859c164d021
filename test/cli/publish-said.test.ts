import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ROOT } from "../project.ts";

const folder = mkdtempSync(join(tmpdir(), "vervain-publish-said-"));
const told = join(folder, "told.txt");
/** What the store is signed with: none of it may be seen by anybody. */
const SECRETS = {
  AWS_ACCESS_KEY_ID: "AKIAVERVAINTEST00001",
  AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMIK7MDENGbPxRfiCYVERVAINKEY",
  AWS_SESSION_TOKEN: "IQoJb3JpZ2luX2VjEVERVAINTOKEN",
};

test.before(() => {
  for (const name of ["_site", "src"]) mkdirSync(join(folder, name));
  // In place of the network: notes what is asked for, and answers yes.
  writeFileSync(
    join(folder, "fetch.mjs"),
    `import { appendFileSync } from "node:fs";
globalThis.fetch = async (address, { body = "" } = {}) => {
  appendFileSync(${JSON.stringify(told)}, address + " " + body + "\\n");
  return new Response("", { status: 200 });
};
`,
  );
});
test.after(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  options: string,
  values: readonly string[] = [],
): Promise<{ readonly status: number | null; readonly said: string }> {
  writeFileSync(
    join(folder, "eleventy.config.ts"),
    `import { publish } from ${JSON.stringify(join(ROOT, "plugins/publish/plugin.ts"))};
export default function (config: object) {
  config.addPlugin(publish, { site: { url: "https://blog.example" }, ${options} });
  return { dir: { input: "src", output: "_site" } };
}
`,
  );
  const command = ["--import", import.meta.resolve("tsx"), "--import", join(folder, "fetch.mjs")];
  const child = spawn(
    process.execPath,
    [...command, join(ROOT, "plugins/cli/main.ts"), "publish", ...values],
    {
      cwd: folder,
      env: {
        ...process.env,
        ...SECRETS,
        AWS_EC2_METADATA_DISABLED: "true",
        NO_COLOR: "1",
        CI: "1",
        DEBUG: "*",
      },
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, said };
}

function build(word: string): void {
  writeFileSync(join(folder, "_site/index.html"), `<h1>${word}</h1>`);
  writeFileSync(join(folder, "_site/sitemap.xml"), "<urlset><loc>https://blog.example/</loc></urlset>");
}

const WWW = 'to: { folder: "www" }, verify: false';

test("publish: search engines are told of nothing unless a key is set, and then of what changed", async () => {
  build("Rest");
  assert.is((await run(WWW)).status, 0);
  assert.not.ok(existsSync(told));
  build("Walk");
  const keyed = `${WWW}, indexNow: "abcdefgh"`;
  const { status, said } = await run(keyed);
  assert.is(status, 0, said);
  const message = readFileSync(told, "utf8");
  assert.match(
    message,
    /^https:\/\/api\.indexnow\.org\/indexnow \{.*"urlList":\["https:\/\/blog\.example\/"\]\}\n$/,
  );
  // Of a way back nobody is told.
  assert.is((await run(keyed, ["--rollback"])).status, 0);
  assert.is(readFileSync(told, "utf8"), message);
});

/** A store that says back all that it was sent, as some do in what they call a signature error. */
async function startTeller(): Promise<Server> {
  const server = createServer((request, response) => {
    const said = Object.entries({ ...request.headers, ...SECRETS }).map((entry) => entry.join("="));
    const text = said.join(" ").replace(/[<&]/g, " ");
    response.writeHead(403, { "content-type": "application/xml" });
    response.end(`<Error><Code>Refused</Code><Message>${text}</Message></Error>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

test("publish: no key, secret or token is printed, even where the store says them", async () => {
  const server = await startTeller();
  try {
    const { port } = server.address() as AddressInfo;
    build("Rest");
    for (const values of [[], ["--plan", "--json"]]) {
      const { status, said } = await run(
        `to: { bucket: "my-blog", endpoint: "http://127.0.0.1:${port}" }`,
        values,
      );
      assert.is(status, 1);
      assert.match(said, /at s3:\/\/my-blog: received Refused 403/);
      for (const secret of Object.values(SECRETS))
        assert.not.ok(said.includes(secret), `${values}: ${secret}`);
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test.run();
