import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startProxy } from "../../test/publish/s3/proxy.ts";
import { publishFolder, testStore } from "../../test/publish/s3/publishing.ts";
import { type S3Server, startS3 } from "../../test/publish/s3/server.ts";
import { blogFiles, writeSite } from "../../test/publish/s3/site.ts";

/** Writes to the site itself after version 3 was live: pages, deletes. */
interface Written {
  readonly pages: number;
  readonly deletes: number;
}

/** One style sheet is refused: what `hugo deploy` and what ours writes all the same. */
export async function measureHugo(folder: string): Promise<readonly string[]> {
  const ours = await refuseStyles(folder, async (endpoint) => {
    const store = await testStore(endpoint, 3);
    const code = await publishFolder(join(folder, "public"), store).then(
      () => 0,
      () => 1,
    );
    store.close();
    return code;
  });
  const lines = [`refused style sheet, ours: ${worded(ours)}`];
  if (spawnSync("hugo", ["version"]).error !== undefined) return [...lines, "hugo is not installed: skipped"];
  const theirs = await refuseStyles(folder, (endpoint) => deployWithHugo(folder, endpoint));
  return [...lines, `refused style sheet, hugo deploy: ${worded(theirs)}`];
}

async function refuseStyles(
  folder: string,
  publish: (endpoint: string) => Promise<number>,
): Promise<Written & { readonly code: number }> {
  const server: S3Server = await startS3();
  const proxy = await startProxy(server.port);
  for (const version of [1, 2, 3]) {
    writeSite(join(folder, "public"), blogFiles(version));
    await publish(proxy.endpoint);
  }
  proxy.reset();
  proxy.fault = ({ method, key }) => (method === "PUT" && key.endsWith(".css") ? "refuse" : null);
  writeSite(join(folder, "public"), blogFiles(4));
  const code = await publish(proxy.endpoint);
  const pages = proxy.asked.filter(({ method, key }) => method === "PUT" && key.endsWith(".html")).length;
  const deletes = proxy.asked.filter(
    ({ method, key }) => method === "DELETE" && !key.startsWith(".vervain/"),
  ).length;
  await proxy.close();
  await server.close();
  return { code, pages, deletes };
}

async function deployWithHugo(folder: string, endpoint: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const url = `s3://blog?endpoint=${new URL(endpoint).host}&disableSSL=true&s3ForcePathStyle=true&region=us-east-1`;
  writeFileSync(
    join(folder, "config.toml"),
    `baseURL = "/"\n[deployment]\n[[deployment.targets]]\nname = "x"\nURL = "${url}"\n`,
  );
  const child = spawn("hugo", ["deploy", "--maxDeletes", "-1"], { cwd: folder, stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), 120_000);
  const [code] = await once(child, "exit");
  clearTimeout(timer);
  return (code as number | null) ?? 1;
}

function worded({ pages, deletes, code }: Written & { readonly code: number }): string {
  return `${pages} pages sent, ${deletes} deletes, exit ${code}`;
}
