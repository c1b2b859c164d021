import { quote } from "../../problem.ts";

/** What keeps a disk from taking what is written, and what to do, by the system's code. */
const CAUSES: Readonly<Record<string, readonly [cause: string, remedy: string]>> = {
  ENOSPC: ["the disk is full", "Free some space and build again."],
  EDQUOT: ["your quota on that disk is used up", "Free some space and build again."],
  EROFS: ["that disk can only be read", "Name a folder on another with --output."],
  EACCES: ["you may not write there", "Give yourself the right, or name another folder with --output."],
  EPERM: ["you may not write there", "Give yourself the right, or name another folder with --output."],
  EBUSY: [
    "something is mounted there or holds it open",
    "Name a folder inside the mount with --output, or close what holds it.",
  ],
  EXDEV: [
    "it lies in a layer of a container image that cannot be moved",
    "Name a folder that the image does not bring with --output.",
  ],
  ENOTDIR: ["a file stands where a folder was expected", "Move the file away."],
  ELOOP: ["its links lead in a circle", "Remove one of them."],
  ENAMETOOLONG: ["its name is longer than the disk takes", "Shorten the path."],
  EMFILE: ["too many files are open", "Raise the limit (ulimit -n) and build again."],
  EIO: ["the disk reports a fault", "Look at the disk before you build again."],
};

/** Faults of what is moved and not of where it goes. */
const MOVED = new Set(["EBUSY", "EXDEV"]);

/** An error of the file system, with what Node tells of it. */
export interface DiskError {
  readonly code: string;
  readonly path?: string;
  readonly dest?: string;
}

/** Whether an error says that the disk refused something. */
export function isDiskError(error: unknown): error is Error & DiskError {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code in CAUSES;
}

/** Faults that come of writing alone; others may come of a file that is read. */
const OF_WRITING = new Set(["ENOSPC", "EDQUOT", "EROFS"]);

/** Whether the disk refused to take something, whatever it was that was written. */
export function isOfWriting({ code }: DiskError): boolean {
  return OF_WRITING.has(code);
}

/** One sentence that names the folder or file and the cause, instead of the system's words. */
export function wordDiskError({ code, path, dest }: DiskError, folder: string): string {
  const [cause, remedy] = CAUSES[code] as readonly [string, string];
  const place = MOVED.has(code) ? path : (dest ?? path);
  return `output: expected to write ${quote(place ?? folder)}, received ${code}: ${cause}. ${remedy}`;
}

/** The same of a folder of releases, in which what is live stays as it was. */
export function wordTargetDiskError({ code }: DiskError, folder: string): string {
  const [cause] = CAUSES[code] as readonly [string, string];
  return `publish: expected to write ${quote(folder)}, received ${code}: ${cause}. Mend that and publish again; what is live is whole.`;
}
