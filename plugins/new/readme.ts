import type { Answers, Host } from "./answers.ts";

/** What the owner of a new site needs to know, in one page. */
export function ownerReadme({ title, host }: Answers): string {
  return `# ${title}

A blog made with [Vervain](https://www.npmjs.com/package/vervain) and Eleventy. Node 20.19 or newer.

| | |
|---|---|
| \`npm start\` | serves the site on http://localhost:8080, to this machine only; drafts are shown, marked |
| \`npm run article -- "TITLE"\` | makes an article in \`src/articles\`, a draft |
| \`npm run build\` | checks every page and puts the finished site into \`_site/\` |
| \`npm run review\` | reads the articles as a careful health editor would |

## First steps

1. \`src/articles/welcome.md\` is a draft: change it, or delete it.
2. The pages in \`src/pages\` are drafts too. Fill in what stands in \`[fill in: …]\` and take out \`draft: true\`. A page with an open place is never published.
3. \`_data/site.js\` has the site's name and address, \`_data/people.json\` who writes. Say of people only what is true.
4. Add terms of your own to a folder \`_data/lexicon\`.

## Going online

${ONLINE[host]}
`;
}

const ONLINE: Readonly<Record<Host, string>> = {
  github:
    "In the repository on GitHub: Settings → Pages → Source: **GitHub Actions**, then push to `main`. `.github/workflows/pages.yml` builds and deploys. Commit `package-lock.json`: the build installs from it.",
  netlify: "Connect the repository; `netlify.toml` says how it is built.",
  cloudflare:
    "`npm install --save-dev wrangler`, then connect the repository as a Worker: build command `npm run build`, deploy command `npx wrangler deploy`. `wrangler.jsonc` says the rest; give it the name of your blog.",
  other: "Put what `npm run build` leaves in `_site/` on any host that serves files.",
};
