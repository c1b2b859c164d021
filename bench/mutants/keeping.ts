import type { Mutant } from "./mutant.ts";

/** Lines of the rooms that take in, write out and command. */
export const KEEPING: readonly Mutant[] = [
  {
    name: "build: a reading of another setting is taken",
    file: "plugins/build/readings.ts",
    change: {
      from: "reading?.result === undefined || reading.setting !== setting",
      to: "reading?.result === undefined",
    },
    tests: ["build/readings.test.ts"],
    why: "an option that changes how articles are read changes nothing until each is edited",
  },
  {
    name: "files: a kept result that was damaged is taken",
    file: "plugins/files/kept.ts",
    change: { from: "bytes !== null && crc32(bytes) === crc ? bytes : null", to: "bytes" },
    tests: ["files/kept.test.ts"],
    why: "a disk that turns a bit puts it on the page",
  },
  {
    name: "import: template braces come over as they are",
    file: "plugins/import/escape.ts",
    change: { from: '    .replace(/\\{(?=[{%#])/g, "&#123;")', to: "" },
    tests: ["import/units.test.ts", "import/hostile.test.ts"],
    why: "A page of somebody else's runs as a template.",
  },
  {
    name: "import: any address is safe",
    file: "plugins/import/address.ts",
    change: {
      from: "if (scheme && !SAFE_SCHEMES.has",
      to: "if (scheme && SAFE_SCHEMES.size === 0 && !SAFE_SCHEMES.has",
    },
    tests: ["import/units.test.ts", "import/hostile.test.ts"],
    why: "A link of an imported page runs a script.",
  },
  {
    name: "import: comments that waited are approved",
    file: "plugins/import/wordpress/comments.ts",
    change: {
      from: 'state: whyPending(comment) ? ("pending" as const)',
      to: 'state: whyPending(comment) ? ("approved" as const)',
    },
    tests: ["import/wordpress-units.test.ts", "import/wordpress.test.ts"],
    why: "Words nobody has read are on a health site.",
  },
  {
    name: "import: posts behind a password are published",
    file: "plugins/import/wordpress/outline.ts",
    change: {
      from: 'if (hasPassword && (state === "published" || state === "scheduled")) return "password";',
      to: "",
    },
    tests: ["import/wordpress-units.test.ts", "import/wordpress.test.ts"],
    why: "What was for a few is for all.",
  },
  {
    name: "import: an owner's edits are overwritten",
    file: "plugins/cli/import-writer.ts",
    change: { from: "before !== undefined && fingerprint(there) === before", to: "before !== undefined" },
    tests: ["import/wordpress.test.ts", "import/command.test.ts"],
    why: "Work is lost.",
  },
  {
    name: "publish: scripts may stand in a page",
    file: "plugins/publish/policy.ts",
    change: { from: '"script-src": ["\'self\'"]', to: '"script-src": ["\'self\'", "\'unsafe-inline\'"]' },
    tests: ["publish/headers.test.ts"],
    why: "What slips through elsewhere runs.",
  },
  {
    name: "publish: a folder without a mark is ours",
    file: "plugins/publish/output/mark.ts",
    change: { from: "mark?.(path) !== true", to: "mark?.(path) === false" },
    tests: ["publish/output.test.ts"],
    why: "A build removes a folder of the owner's.",
  },
  {
    name: "publish: the output may hold the input",
    file: "plugins/publish/output/place.ts",
    change: {
      from: 'folder === output ? "is" : isInside(folder, output) ? "holds" : null',
      to: 'folder === output ? "is" : null',
    },
    tests: ["publish/output.test.ts"],
    why: "A build removes the articles.",
  },
  {
    name: "publish: a lock of another machine counts as dead",
    file: "plugins/publish/output/holder.ts",
    change: { from: 'if (holder.where !== here.where) return "unknown";', to: "" },
    tests: ["publish/lock.test.ts"],
    why: "Two builds write one folder.",
  },
  {
    name: "publish: the policy ends its own attribute",
    file: "plugins/publish/meta.ts",
    change: { from: '.replace(/"/g, "&quot;")', to: "" },
    tests: ["publish/hosts.test.ts"],
    why: "The page has no policy, or another's markup.",
  },
  {
    name: "cli: a build with errors in its pages is swapped in",
    file: "plugins/cli/build.ts",
    change: { from: "  return errors.length === 0;", to: "  return errors.length >= 0;" },
    tests: ["review/built.test.ts"],
    why: "What is broken takes the place of what was good.",
  },
  {
    name: "cli: a lock that was lost is not noticed",
    file: "plugins/cli/build.ts",
    change: { from: "    lock.requireHeld();\n", to: "" },
    tests: ["cli/build.test.ts"],
    why: "Two builds are mixed into one site.",
  },
  {
    name: "cli: a failed build ends with 0",
    file: "plugins/cli/build.ts",
    change: {
      from: "    reportFault(error, closing());\n    return 1;",
      to: "    reportFault(error, closing());\n    return 0;",
    },
    tests: ["cli/build.test.ts"],
    why: "A build service publishes the last site as the new one.",
  },
  {
    name: "cli: serve answers to pages of other sites",
    file: "plugins/cli/serve-guard.ts",
    change: { from: "if (origin !== undefined && !isLoopback(origin))", to: "if (origin === null)" },
    tests: ["cli/serve-guard.test.ts"],
    why: "Any page can follow the writer's drafts.",
  },
  {
    name: "cli: serve answers to any name that ends right",
    file: "plugins/cli/serve-guard.ts",
    change: { from: "const LOOPBACK = /^(?:", to: "const LOOPBACK = /(?:" },
    tests: ["cli/serve-guard.test.ts"],
    why: "A stranger's name that leads here reads drafts.",
  },
];
