import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { resolve } from "node:path";

/** A program of the system that exchanges two folders in one step, and how it is called. */
type Exchanger = (a: string, b: string) => readonly [program: string, ...values: string[]];

/** Number of renameat2 by processor (Linux 3.15; the kernel's tables of system calls). */
const RENAMEAT2: Readonly<Record<string, number>> = {
  x64: 316,
  arm64: 276,
  arm: 382,
  ia32: 353,
  ppc64: 357,
  riscv64: 276,
  s390x: 347,
};

/** Paths from the working folder (AT_FDCWD), exchanged (RENAME_EXCHANGE). */
const PERL = "my ($n, $a, $b) = @ARGV; exit(syscall($n + 0, -100, $a, -100, $b, 2) == 0 ? 0 : 1)";

/** A program that has not ended by then is ended: renaming takes a microsecond. */
const PATIENCE_MS = 10_000;

/** Quickest first. Node itself can only rename, and a package with native code for one call would need a build of its own. */
const EXCHANGERS: readonly Exchanger[] = [
  (a, b) => ["perl", "-e", PERL, String(RENAMEAT2[process.arch]), a, b],
  // GNU coreutils 9.5 and util-linux 2.40.
  (a, b) => ["mv", "--exchange", "--no-target-directory", a, b],
  (a, b) => ["exch", a, b],
];

/**
 * Exchanges two folders in one step, so that each path leads to one of the two
 * at every moment. False, with both where they were, where the system has no
 * such step: other systems than Linux, older programs, some file systems.
 */
export function exchange(first: string, second: string): boolean {
  if (process.platform !== "linux" || RENAMEAT2[process.arch] === undefined) return false;
  const [a, b] = [resolve(first), resolve(second)];
  const before = identity(a);
  // Asked of the disk and not of the program, which may have been killed after it had done it.
  return EXCHANGERS.some((exchanger) => {
    const [program, ...values] = exchanger(a, b);
    spawnSync(program, values, { stdio: "ignore", timeout: PATIENCE_MS, killSignal: "SIGKILL" });
    return identity(b) === before;
  });
}

function identity(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev} ${ino}`;
}
