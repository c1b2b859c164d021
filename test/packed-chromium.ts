import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Where the package believes everything to lie; its font list says so in words. */
const WRITTEN_INTO_FONTS = "/tmp/fonts";

/** Runs `work` while the system's temporary folder is another one: the only way to tell the package where to unpack. */
async function withTemporaryFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The package's way with `folder` as its place; importing it points the loader at the libraries in there. */
async function unpack(folder: string): Promise<string> {
  const { default: packed } = await import("@sparticuz/chromium");
  return withTemporaryFolder(folder, () => packed.executablePath());
}

/**
 * Unpacks the Chromium that comes with npm into `folder` and returns the path of its program.
 *
 * The package takes any file of the right name for a whole one, also while another process still writes it: two test
 * files that start together on a new machine then run half a program. So each process unpacks beside `folder`, and the
 * first to end gives its copy the name; a copy that was cut short never has it.
 */
export async function packedChromium(folder: string): Promise<string> {
  // Bare machines lack libnss3 and its kin. The package carries them, but unpacks them only where it believes to be in the cloud.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  await withTemporaryFolder(folder, () => import("@sparticuz/chromium"));
  if (!existsSync(folder)) {
    await mkdir(dirname(folder), { recursive: true });
    const own = mkdtempSync(`${folder}-`);
    await unpack(own);
    const fonts = join(own, "fonts", "fonts.conf");
    const list = readFileSync(fonts, "utf8");
    writeFileSync(fonts, list.replaceAll(WRITTEN_INTO_FONTS, join(folder, "fonts")));
    try {
      renameSync(own, folder);
    } catch (error) {
      rmSync(own, { recursive: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return unpack(folder);
}
