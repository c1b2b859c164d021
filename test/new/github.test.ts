import { test } from "uvu";
import * as assert from "uvu/assert";
import { takeAnswers } from "../../plugins/new/answers.ts";
import { clonedFrom, githubAddress } from "../../plugins/new/github.ts";

for (const [repository, address] of [
  ["ann/blog", "https://ann.github.io/blog"],
  ["Ann/My.Blog", "https://ann.github.io/My.Blog"],
  [" ann/blog ", "https://ann.github.io/blog"],
  ["Ann/ann.github.io", "https://ann.github.io"],
  ["ann", null],
  ["ann/blog/x", null],
  ["-ann/blog", null],
  ["https://ann.example/", null],
] as const)
  test(`githubAddress: ${repository}`, () => assert.is(githubAddress(repository), address));

const git = (url: string): string =>
  `[core]\n\tbare = false\n[remote "other"]\n\turl = https://github.com/eve/other\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n[branch "main"]\n\tremote = origin\n`;

for (const [url, repository] of [
  ["https://github.com/ann/blog.git", "ann/blog"],
  ["https://token@github.com/ann/blog", "ann/blog"],
  ["git@github.com:ann/blog.git", "ann/blog"],
  ["ssh://git@github.com/ann/ann.github.io.git", "ann/ann.github.io"],
  ["https://gitlab.example/ann/blog.git", null],
  ["https://github.com.example/ann/blog.git", null],
] as const)
  test(`clonedFrom: ${url}`, () => assert.is(clonedFrom(git(url)), repository));

test("clonedFrom: no remote is no repository", () => assert.is(clonedFrom("[core]\n\tbare = false\n"), null));

const answers = (given: object, repository: string | null = null) =>
  takeAnswers(given, { folder: "my-blog", repository }, "UTC").url;

test("takeAnswers: on GitHub a repository stands for its address, and a clone names its own", () => {
  assert.is(answers({ host: "github", url: "ann/blog" }), "https://ann.github.io/blog");
  assert.is(answers({ host: "github" }, "ann/blog"), "https://ann.github.io/blog");
  assert.is(answers({ host: "github", url: "https://ann.example/" }, "ann/blog"), "https://ann.example");
  assert.is(answers({}, "ann/blog"), "https://blog.example");
  assert.throws(
    () => answers({ url: "ann/blog" }),
    /new: --url: expected an address such as https:\/\/blog\.example/,
  );
  assert.throws(() => answers({ url: "https://ann.example/?a" }), /new: --url/);
});

test.run();
