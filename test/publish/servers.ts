import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { caddyfile } from "../../plugins/publish/caddy.ts";
import { type HeaderRule, rulesInFolder } from "../../plugins/publish/headers.ts";
import { nginxFiles } from "../../plugins/publish/nginx.ts";
import { asksForQuery, type RedirectRule } from "../../plugins/publish/redirects.ts";
import { targetFiles } from "../../plugins/publish/targets.ts";
import { builtPaths } from "../../plugins/publish/workers.ts";
import { ended } from "../project.ts";
import { ROOT } from "../root.ts";
import { snippets } from "./sample.ts";

/** A web server that tests ask for files, when the machine has it. */
export interface TestServer {
  readonly name: string;
  readonly command: string | null;
  /** Sends what lies compressed beside a file. */
  readonly hasCompressed: boolean;
  /** Leads an address with a query elsewhere than the same without. */
  readonly readsQueries: boolean;
  /** Writes the server's configuration, as docs/deploy.md gives it, and starts it; `below`: folder of the host, "/repo". */
  start(
    folder: string,
    port: number,
    rules: readonly HeaderRule[],
    redirects: readonly RedirectRule[],
    below: string,
  ): ChildProcess;
}

function installed(names: readonly string[]): string | null {
  return names.find((name) => spawnSync(name, ["-h"], { stdio: "ignore" }).error === undefined) ?? null;
}

const nginxCommand = installed(["nginx", "/usr/sbin/nginx"]);
const caddyCommand = installed(["caddy"]);
/** Too large to come along (npm brings 230 MB): in the project, or named by VERVAIN_WRANGLER. */
const wranglerCommand =
  [process.env.VERVAIN_WRANGLER, join(ROOT, "node_modules/.bin/wrangler")].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;
const TYPES = "/etc/nginx/mime.types";
const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
/** nginx's module that sends `.br` is a package of its own. */
export const hasBrotli = existsSync(BROTLI);

export const SERVERS: readonly TestServer[] = [
  {
    name: "nginx",
    hasCompressed: true,
    readsQueries: true,
    command: nginxCommand,
    start: (folder, port, rules, redirects, below) => {
      const { maps, server, precompressed } = nginxFiles(rulesInFolder(rules, below), redirects, below);
      mkdirSync(join(folder, "temp"));
      writeFileSync(join(folder, "vervain-maps.conf"), maps);
      writeFileSync(join(folder, "vervain-headers.conf"), server);
      writeFileSync(
        join(folder, "vervain-precompressed.conf"),
        hasBrotli ? precompressed : precompressed.replace("brotli_static on;\n", ""),
      );
      const site = shown("nginx", folder, below)
        .replace("listen 443 ssl;", `listen 127.0.0.1:${port};`)
        .replace(/ssl_[^;]+;/g, "")
        .replace(/\/etc\/nginx\/(?=vervain)/g, `${folder}/`);
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map((name) => `${name}_temp_path ${join(folder, "temp", name)};`)
        .join("\n");
      const types = existsSync(TYPES) ? `include ${TYPES};` : "";
      const brotli = hasBrotli ? `load_module ${BROTLI};\n` : "";
      const user = process.getuid?.() === 0 ? "user root;\n" : "";
      writeFileSync(
        join(folder, "nginx.conf"),
        `${user}${brotli}daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${types}\ninclude ${folder}/vervain-maps.conf;\n${site}\n}\n`,
      );
      return spawn(nginxCommand ?? "nginx", ["-p", folder, "-c", join(folder, "nginx.conf")]);
    },
  },
  {
    name: "caddy",
    hasCompressed: true,
    readsQueries: true,
    command: caddyCommand,
    start: (folder, port, rules, redirects, below) => {
      writeFileSync(
        join(folder, "vervain-headers.caddy"),
        caddyfile(rulesInFolder(rules, below), redirects, below),
      );
      const site = shown("caddy", folder, below)
        .replace(/^\S+\.(?:org|example) /, `http://127.0.0.1:${port} `)
        .replace("/etc/caddy/vervain-headers.caddy", join(folder, "vervain-headers.caddy"));
      writeFileSync(join(folder, "Caddyfile"), `{\n\tadmin off\n\tauto_https off\n}\n${site}\n`);
      return spawn(
        caddyCommand ?? "caddy",
        ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"],
        { env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } },
      );
    },
  },
  {
    name: "wrangler",
    hasCompressed: false,
    readsQueries: false,
    command: wranglerCommand,
    start: (folder, port, rules, redirects, below) => {
      const site = join(folder, "_site");
      const top = below === "" ? site : join(folder, "top");
      const paths = builtPaths(site);
      if (below !== "") cpSync(site, join(top, below), { recursive: true });
      for (const name of ["_headers", "_redirects", "vercel.json"])
        rmSync(join(top, below, name), { force: true });
      for (const { name, content } of targetFiles("workers", rules, redirects, below, paths))
        writeFileSync(join(top, name), content);
      const lines = redirects.map(({ from, query, to }) => [encodeURI(from), ...query, to, "301"].join(" "));
      writeFileSync(join(top, "_redirects"), lines.filter((line) => !asksForQuery(line)).join("\n"));
      const [config = ""] = snippets("json").filter((one) => one.includes("not_found_handling"));
      writeFileSync(join(folder, "wrangler.json"), config.replace("./_site", top));
      const how = [
        "dev",
        "--config",
        join(folder, "wrangler.json"),
        "--ip",
        "127.0.0.1",
        "--port",
        String(port),
      ];
      const quiet = { CI: "1", WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" };
      // Asks nobody where this machine stands.
      const offline = { CLOUDFLARE_CF_FETCH_ENABLED: "false" };
      return spawn(wranglerCommand ?? "wrangler", [...how, "--inspector-port", "0"], {
        cwd: folder,
        // Starts others, which {@link stopServer} ends with it.
        detached: true,
        env: { ...process.env, ...quiet, ...offline, HOME: folder, XDG_CONFIG_HOME: folder },
      });
    },
  },
];

/** What docs/deploy.md shows for a server, at the top of a host or in a folder, with the sample's folder in it. */
function shown(server: string, folder: string, below: string): string {
  const isInFolder = below !== "";
  const text = snippets(server).find((one) => one.includes("/repo/") === isInFolder) ?? "";
  if (isInFolder) {
    mkdirSync(join(folder, "www"));
    symlinkSync(join(folder, "_site"), join(folder, "www", below));
  }
  return text
    .replaceAll("/repo/", `${below}/`)
    .replaceAll("/var/www/site", join(folder, "www"))
    .replaceAll("/var/www/blog/current", join(folder, "_site"));
}

/** Ends a server and what it has started. */
export async function stopServer(child: ChildProcess, name: string): Promise<void> {
  if (name === "wrangler" && child.pid !== undefined && child.exitCode === null)
    process.kill(-child.pid, "SIGKILL");
  await ended(child);
}

/** A port on loopback that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Asks until the server answers; its own words are the error when it never does. */
export async function untilUp(origin: string, child: ChildProcess): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      await fetch(origin);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`The server did not answer at ${origin}: ${said}`);
}
