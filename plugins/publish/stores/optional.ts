/** Packages that only some sites need; a blog that publishes elsewhere has none of them on its disk. */
const PACKAGES = {
  "@aws-sdk/client-s3": () => import("@aws-sdk/client-s3"),
  "@aws-sdk/client-cloudfront": () => import("@aws-sdk/client-cloudfront"),
} as const;

type Packages = typeof PACKAGES;

/** Loads a package of the owner's. @throws {RangeError} that says how to install it */
export async function loadOptional<Name extends keyof Packages>(
  name: Name,
  load: () => Promise<unknown> = PACKAGES[name],
): Promise<Awaited<ReturnType<Packages[Name]>>> {
  try {
    return (await load()) as Awaited<ReturnType<Packages[Name]>>;
  } catch (error) {
    const { code, message = "" } = error as NodeJS.ErrnoException;
    if (code !== "ERR_MODULE_NOT_FOUND" || !message.includes(name)) throw error;
    throw new RangeError(
      `publish: expected the package ${name}, which this target needs, received none. Install it: npm install --save-dev ${name}`,
      { cause: error },
    );
  }
}
