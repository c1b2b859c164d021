import type { Host } from "./answers.ts";

/** The target of the plugin `publish` for a host; null where the usual one serves. */
export function hostTarget(host: Host): "meta" | "workers" | null {
  if (host === "github") return "meta";
  return host === "cloudflare" ? "workers" : null;
}

/** Files by which a host builds and shows the site. */
export function hostFiles(host: Host): readonly (readonly [path: string, text: string])[] {
  if (host === "github") return [[".github/workflows/pages.yml", GITHUB]];
  if (host === "netlify") return [["netlify.toml", NETLIFY]];
  if (host !== "cloudflare") return [];
  return [
    [".nvmrc", "22\n"],
    ["wrangler.jsonc", WORKER],
  ];
}

/** A Worker of files alone, which Cloudflare recommends over Pages: missing pages are /404.html, folders end in a slash. */
const WORKER = `{
  "$schema": "./node_modules/wrangler/config-schema.json",
  "name": "my-blog",
  "compatibility_date": "2026-11-01",
  "assets": {
    "directory": "./_site",
    "html_handling": "auto-trailing-slash",
    "not_found_handling": "404-page"
  }
}
`;

const NETLIFY = `[build]
  command = "npm run build"
  publish = "_site"

[build.environment]
  NODE_VERSION = "22"
`;

/** Actions by the hash of what they are, as GitHub's security guide asks; the comments say which version that is. */
const GITHUB = `name: GitHub Pages

on:
  push:
    branches: [main]
  workflow_dispatch:

permissions: {}

concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: "22"
          package-manager-cache: false
      - uses: actions/cache@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3
        with:
          path: .cache/vervain
          key: vervain-\${{ github.sha }}
          restore-keys: vervain-
      - run: npm ci
      - run: npm run build
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with:
          path: _site

  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
`;
