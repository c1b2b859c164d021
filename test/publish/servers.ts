import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { caddyfile } from "../../plugins/publish/caddy.ts";
import { type HeaderRule, rulesInFolder } from "../../plugins/publish/headers.ts";
import { nginxFiles } from "../../plugins/publish/nginx.ts";
import type { RedirectRule } from "../../plugins/publish/redirects.ts";
import { snippets } from "./sample.ts";

/** A web server that tests ask for files, when the machine has it. */
export interface TestServer {
  readonly name: string;
  readonly command: string | null;
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
const TYPES = "/etc/nginx/mime.types";
const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
/** nginx's module that sends `.br` is a package of its own. */
export const hasBrotli = existsSync(BROTLI);

export const SERVERS: readonly TestServer[] = [
  {
    name: "nginx",
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
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(origin);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`The server did not answer at ${origin}: ${said}`);
}
