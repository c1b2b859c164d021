import { readdirSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { releaseNotes } from "../../scripts/release-notes.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly "timeout-minutes"?: number;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const github = new URL("../../.github/", import.meta.url);
/** Workflows of this project, and those that owners copy. */
const FOLDERS = ["workflows/", "../docs/workflows/"];
const ALL = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(folder, github))
    .sort()
    .map((name) => ({ name, path: `${folder}${name}` })),
);
/** The only writes that any job may have, and which. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  "pages.yml deploy": ["pages: write", "id-token: write"],
  // Says by OIDC who publishes and from what commit: no token is stored.
  "release.yml publish": ["id-token: write"],
  "release.yml announce": ["contents: write"],
  // Takes a role by OIDC, so that no key is stored.
  "s3.yml publish": ["id-token: write"],
};

/** Every rule of the supply chain that a workflow breaks, in words; none is what is wanted. */
function faultsOf(name: string, source: string): string[] {
  const workflow = parse(source) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const faults: string[] = [];
  if ("pull_request_target" in workflow.on) faults.push("runs strangers' code with the repository's rights");
  if (workflow.permissions === undefined) faults.push("no permissions at the top");
  if (Object.values(workflow.permissions ?? {}).some((level) => level !== "read"))
    faults.push("a write at the top");
  for (const line of source.split("\n").filter((line) => /^\s*(?:- )?uses:/.test(line)))
    if (!/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
      faults.push(`not pinned: ${line.trim()}`);
  for (const [id, job] of jobs) {
    const writes = Object.entries(job.permissions ?? {}).filter(([, level]) => level !== "read");
    for (const [scope, level] of writes)
      if (!WRITES[`${name} ${id}`]?.includes(`${scope}: ${level}`)) faults.push(`${id}: may write ${scope}`);
    if (job.permissions === undefined) faults.push(`${id}: no permissions of its own`);
    if (job["timeout-minutes"] === undefined) faults.push(`${id}: may run for hours`);
    for (const step of job.steps) {
      if (step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false)
        faults.push(`${id}: leaves the token in the checkout`);
      // What is fetched by name at the time is whatever stands there that day.
      if (/\bnpx (?!--no-install )/.test(step.run ?? ""))
        faults.push(`${id}: runs a package past the lockfile`);
      // An expression in a script is text that becomes code.
      if (step.run?.includes("${{")) faults.push(`${id}: an expression inside a script`);
      if (/\bnpm (?:i|install)\b/.test(step.run ?? "")) faults.push(`${id}: installs past the lockfile`);
    }
  }
  return faults;
}

function read(name: string): string {
  return readFileSync(new URL(name, github), "utf8");
}

for (const { name, path } of ALL) {
  test(`${name}: pinned, least rights, no stranger's code with ours`, () => {
    assert.equal(faultsOf(name, read(path)), []);
  });
}

test("workflows: what owners copy installs by the lockfile, builds, and stores no cloud key", () => {
  const copied = ALL.filter(({ path }) => path.startsWith("../docs"));
  assert.equal(
    copied.map(({ name }) => name),
    ["cloudflare.yml", "netlify.yml", "s3.yml"],
  );
  for (const { path } of copied) {
    const { jobs } = parse(read(path)) as { jobs: Record<string, Job> };
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    assert.equal(commands.slice(0, 2), ["npm ci", "npm run build"]);
    assert.match(commands[2] ?? "", /^npx --no-install /);
    const caches = Object.values(jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith("actions/cache@")),
    );
    assert.equal(
      caches.map((step) => step.with?.path),
      [".cache/vervain"],
    );
    assert.not.match(read(path), /AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)|aws-access-key-id/);
  }
});

test("workflows: one action is pinned to one commit everywhere", () => {
  const all = ALL.map(({ path }) => read(path));
  const pins = new Set(all.join("\n").match(/uses: .+/g));
  const actions = new Set([...pins].map((pin) => pin.split("@", 1)[0]));
  assert.is(pins.size, actions.size);
});

test("ci.yml: the three Node versions that are promised run the commands of .ci/run", () => {
  const { jobs } = parse(read("workflows/ci.yml")) as {
    jobs: { test: Job & { strategy: { matrix: object } } };
  };
  assert.equal(jobs.test.strategy.matrix, { node: ["20.19", "22", "24"] });
  assert.ok(jobs.test.steps.some(({ run }) => run === ".ci/run"));
});

test("pages.yml: builds as the README says, deploys only what was built, from another job", () => {
  const { jobs } = parse(read("workflows/pages.yml")) as { jobs: Record<string, Job & { needs?: string }> };
  assert.equal(
    jobs.build?.steps.flatMap(({ run }) => run ?? []),
    ["npm ci", "npm run build", "npm run docs", "mv _docs _site/docs"],
  );
  assert.equal(jobs.build?.steps.at(-1)?.with, { path: "_site" });
  assert.is(jobs.deploy?.needs, "build");
  assert.ok(jobs.deploy?.steps.every(({ uses }) => uses?.startsWith("actions/deploy-pages@")));
});

test("release.yml: a tag is tested, then published with provenance, then announced with its section of the changelog", () => {
  const { on, jobs } = parse(read("workflows/release.yml")) as {
    on: object;
    jobs: Record<string, Job & { needs?: string }>;
  };
  const commands = (id: string): readonly string[] => jobs[id]?.steps.flatMap(({ run }) => run ?? []) ?? [];
  assert.equal(on, { push: { tags: ["v*"] } });
  assert.equal(
    Object.entries(jobs).map(([id, { needs }]) => [id, needs]),
    [
      ["test", undefined],
      ["publish", "test"],
      ["announce", "publish"],
    ],
  );
  const notes = /^node scripts\/release-notes\.ts "\$GITHUB_REF_NAME"/;
  assert.match(commands("test")[0] ?? "", notes);
  assert.equal(commands("test").slice(1), ["npm ci", "npm test"]);
  assert.equal(commands("publish"), [
    "npm ci",
    "npm publish --provenance --access public",
    "npm publish ./create-vervain --provenance --access public",
  ]);
  assert.match(commands("announce")[0] ?? "", notes);
  assert.match(
    commands("announce")[1] ?? "",
    /^gh release create "\$GITHUB_REF_NAME" --verify-tag .*--notes-file/,
  );
});

test("release notes: the section of the tag's version, and nothing of another", () => {
  const changes = "# Changes\n\n## 0.2.0\n\n- Second.\n\n## 0.1.0\n\nFirst version.\n\n- First.\n";
  assert.is(releaseNotes(changes, "0.2.0", "v0.2.0"), "- Second.\n");
  assert.is(releaseNotes(changes, "0.1.0", "v0.1.0"), "First version.\n\n- First.\n");
});

for (const [name, changes, version, tag, message] of [
  [
    "of another version",
    "## 0.1.0\n\n- A.\n",
    "0.1.0",
    "v0.2.0",
    /expected the tag v0\.1\.0, .* received "v0\.2\.0"/,
  ],
  ["without a section", "## 0.1.0\n\n- A.\n", "0.1.1", "v0.1.1", /expected a section "## 0\.1\.1"/],
  [
    "still unreleased",
    "## 0.1.0 (unreleased)\n\n- A.\n",
    "0.1.0",
    "v0.1.0",
    /expected a section "## 0\.1\.0"/,
  ],
  [
    "with an empty section",
    "## 0.1.0\n\n## 0.0.9\n\n- A.\n",
    "0.1.0",
    "v0.1.0",
    /expected a section "## 0\.1\.0"/,
  ],
] as const) {
  test(`release notes: a tag ${name} is refused before anything is published`, () =>
    assert.throws(() => releaseNotes(changes, version, tag), message));
}

test("dependabot.yml: packages and actions are both kept up to date", () => {
  const { updates } = parse(read("dependabot.yml")) as { updates: { "package-ecosystem": string }[] };
  assert.equal(
    updates.map((update) => update["package-ecosystem"]),
    ["npm", "github-actions"],
  );
});

const LOOSE = `on: { pull_request_target: {} }
jobs:
  a:
    permissions: { contents: write }
    steps:
      - uses: actions/checkout@v6
      - run: npx wrangler && npm install && echo "\${{ github.head_ref }}"
`;

test("workflows: each rule is seen to fail on a loose workflow", () => {
  assert.equal(faultsOf("loose.yml", LOOSE), [
    "runs strangers' code with the repository's rights",
    "no permissions at the top",
    "not pinned: - uses: actions/checkout@v6",
    "a: may write contents",
    "a: may run for hours",
    "a: leaves the token in the checkout",
    "a: runs a package past the lockfile",
    "a: an expression inside a script",
    "a: installs past the lockfile",
  ]);
});

test.run();
