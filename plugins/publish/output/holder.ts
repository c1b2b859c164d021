import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  /** When that process began, by the kernel's count, so that another with its number is not taken for it; "" where that is not told. */
  readonly began: string;
  /** Machine and space of process numbers, in which `pid` means something. */
  readonly where: string;
  /** Which run of the machine; "" where that is not told. */
  readonly boot: string;
}

/** This process, as a lock names it. */
export function thisProcess(): Holder {
  return {
    pid: process.pid,
    began: lifeOf("self").began,
    where: `${hostname()} ${told(() => readlinkSync("/proc/self/ns/pid"))}`.trim(),
    boot: told(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
  };
}

/** Whether the process of a lock still runs; unknown: it is one of another machine or container. */
export function stateOf(holder: Holder): "alive" | "dead" | "unknown" {
  const here = thisProcess();
  if (holder.where !== here.where) return "unknown";
  if (holder.boot !== here.boot || !isRunning(holder.pid)) return "dead";
  const { began, isZombie } = lifeOf(String(holder.pid));
  if (isZombie) return "dead";
  return holder.began === "" || began === "" || began === holder.began ? "alive" : "dead";
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Fields 3 and 22 of `/proc/PID/stat`: the name before them may hold spaces
 * and brackets. A zombie has ended, and only nobody has asked how: in a
 * container without an init process nobody ever does.
 *
 * @see proc(5)
 */
function lifeOf(pid: string): { readonly began: string; readonly isZombie: boolean } {
  const stat = told(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { began: fields[19] ?? "", isZombie: /^[ZX]/.test(fields[0] ?? "") };
}

/** What Linux tells and other systems do not. */
function told(look: () => string): string {
  try {
    return look();
  } catch {
    return "";
  }
}
