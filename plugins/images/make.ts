import { isOwnAddress, type Picture } from "../corpus/picture.ts";
import type { Wanted } from "../corpus/wanted-images.ts";
import { type Limiter, limiter } from "../limiter.ts";
import type { Problem } from "../problem.ts";
import { formFile, keyOf, readForms, writeForms } from "./cache-folder.ts";
import { convert, RECIPE } from "./convert.ts";
import {
  brokenFault,
  type Fault,
  kindFault,
  MOST_BYTES,
  missingFault,
  STRANGE,
  wordFault,
} from "./faults.ts";
import {
  type Form,
  type FormSettings,
  formatsFor,
  formName,
  stemOf,
  toPicture,
  worthwhile,
} from "./forms.ts";
import { type ImageKind, imageKind } from "./kind.ts";
import { type CopiedFolders, candidateFiles } from "./resolve.ts";

/** The project's files, as making pictures needs them. */
export interface ImageDisk {
  /** Size and time of change; "strange" for what is no file of the project, null for what is not there. */
  stat(path: string): { readonly size: number; readonly mtimeMs: number } | "strange" | null;
  bytes(path: string): Uint8Array;
}

export interface MakeOptions {
  readonly disk: ImageDisk;
  /** The input folder, relative to the project. */
  readonly input: string;
  readonly copied: CopiedFolders;
  /** Where forms are kept between builds. */
  readonly folder: string;
  /** Folder on the site, with slashes at both ends. */
  readonly path: string;
  /** What an image that is not there is. */
  readonly missing: Problem["severity"];
  /** False: what is not kept yet goes to the site as it is, at once. */
  readonly makesForms: boolean;
  /** Called with the path of a kept file that is no good. */
  readonly onDamaged?: (path: string) => void;
}

/** A picture and the files the site needs for it. */
export interface MadePicture {
  readonly picture: Picture;
  readonly files: readonly SiteFileCopy[];
}

/** A file to copy: path in the project → path on the site. */
export interface SiteFileCopy {
  readonly from: string;
  readonly to: string;
  /** It lies in the cache, sealed. */
  readonly isKept?: boolean;
}

/** Pictures made so far, so that each file is made once however many pages show it. */
export interface PictureMaker {
  /** The picture of a reference; null, with a problem noted, where it cannot be made; null for other sites' images. */
  make(wanted: Wanted, settings: FormSettings): Promise<Picture | null>;
  readonly files: ReadonlyMap<string, SiteFileCopy>;
  readonly problems: readonly Problem[];
}

/** What is known of a file, by path, while its size and time stay: for the builds of one process. */
const seen = new Map<string, SeenFile & { readonly stamp: string }>();

interface SeenFile {
  readonly size: number;
  readonly kind: ImageKind;
  readonly hash: string;
}

/** Images decoded at once: more would not be sooner, the decoder has four threads. */
const AT_ONCE = 4;

export function pictureMaker(options: MakeOptions): PictureMaker {
  const made = new Map<string, Promise<MadePicture | Fault>>();
  const files = new Map<string, SiteFileCopy>();
  const problems: Problem[] = [];
  const inTurn = limiter(AT_ONCE);
  const makeFile = (file: string, settings: FormSettings): Promise<MadePicture | Fault> => {
    const id = `${file}\n${JSON.stringify(settings)}`;
    const known = made.get(id);
    if (known) return known;
    const making = makeOne(file, settings, options, inTurn);
    made.set(id, making);
    return making;
  };
  const make: PictureMaker["make"] = async (wanted, settings) => {
    const file = fileOf(wanted, options);
    if (file === null) return null;
    const result = typeof file === "string" ? await makeFile(file, settings) : file;
    if ("severity" in result) {
      const { file, field, src } = wanted;
      const message = wordFault(result, src);
      problems.push({ file, line: wanted.line(), field, message, severity: result.severity });
      return null;
    }
    for (const copy of result.files) files.set(copy.to, copy);
    return result.picture;
  };
  return { make, files, problems };
}

/** The file that is meant, why there is none, or null for an image of another site. */
function fileOf(wanted: Wanted, { disk, input, copied, missing }: MakeOptions): string | Fault | null {
  if (!isOwnAddress(wanted.src)) return null;
  for (const candidate of candidateFiles(wanted.src, wanted.file, input, copied)) {
    const stat = disk.stat(candidate);
    if (stat === "strange") return STRANGE;
    if (stat !== null) return candidate;
  }
  return missingFault(missing);
}

async function makeOne(
  file: string,
  settings: FormSettings,
  { disk, folder, path, makesForms, onDamaged }: MakeOptions,
  inTurn: Limiter,
): Promise<MadePicture | Fault> {
  const known = read(file, disk);
  if ("severity" in known) return known;
  const { size, kind, hash } = known;
  const stem = stemOf(file);
  if (kind.isAnimated || kind.format === "svg") return asItIs(file, kind, size, hash, stem, path);
  const key = keyOf(
    `${RECIPE}\n${JSON.stringify([settings.widths, formatsFor(kind.format, settings)])}\n${hash}`,
  );
  let forms = readForms(folder, key, onDamaged);
  if (forms === null && !makesForms) return asItIs(file, kind, size, hash, stem, path);
  if (forms === null) {
    const made = await inTurn(() => convert(file, kind, settings)).catch(brokenFault);
    if ("severity" in made) return made;
    const offered = worthwhile(made);
    writeForms(folder, key, offered);
    forms = offered;
  }
  const copies = forms.map((form) => ({
    from: formFile(folder, key, form),
    to: path + formName(stem, key, form),
    isKept: true,
  }));
  return { picture: toPicture(forms, stem, key, path), files: copies };
}

/** What moves or is drawn goes to the site as it is, under a name that changes with its bytes. */
function asItIs(
  file: string,
  { format, size }: ImageKind,
  bytes: number,
  hash: string,
  stem: string,
  path: string,
): MadePicture {
  const form: Form = { format, width: size?.width ?? 0, height: size?.height ?? 0, bytes };
  const picture = toPicture([form], stem, hash, path);
  return { picture, files: [{ from: file, to: path + formName(stem, hash, form) }] };
}

/** What a file is, or what is wrong with it. */
function read(file: string, disk: ImageDisk): SeenFile | Fault {
  const stat = disk.stat(file);
  const { size, mtimeMs } = stat === null || stat === "strange" ? { size: 0, mtimeMs: 0 } : stat;
  const stamp = `${size} ${mtimeMs}`;
  const last = seen.get(file);
  if (last?.stamp === stamp) return last;
  if (size > MOST_BYTES) return kindFault(null, size) ?? STRANGE;
  try {
    const bytes = disk.bytes(file);
    const kind = imageKind(bytes);
    const fault = kindFault(kind, size);
    if (fault !== null || kind === null) return fault ?? STRANGE;
    const entry = { stamp, size, kind, hash: keyOf(bytes) };
    seen.set(file, entry);
    return entry;
  } catch (thrown) {
    return brokenFault(thrown);
  }
}
