import { randomBytes } from "node:crypto";
import { loadOptional } from "./optional.ts";
import { wordStoreError } from "./store-fault.ts";

/** Above that many addresses all are forgotten at once: CloudFront counts `/*` as one, and a month's first thousand are free. */
const MOST_PATHS = 1000;

/**
 * The name of one request. Two requests of one name with other addresses are
 * refused by CloudFront, and of the same are one: a release that is brought to its
 * end by a second run asks anew. The SDK's own retries keep the name.
 */
export function callerReference(release: string): string {
  return `${release}-${randomBytes(4).toString("hex")}`;
}

/**
 * Paths for the CDN to forget. A function on viewer requests asks for a
 * folder's page, "/rest/index.html", where the reader has asked for "/rest/": both are named.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
 */
export function forgottenPaths(addresses: readonly string[], folder: string): readonly string[] {
  const paths = addresses.flatMap((address) =>
    (address.endsWith("/") ? [address, `${address}index.html`] : [address]).map((path) => folder + path),
  );
  return paths.length > MOST_PATHS ? [`${folder}/*`] : paths;
}

/**
 * A function that lets a CloudFront distribution forget paths of the site.
 *
 * @param folder of the distribution's host in which the site lies: "/repo"; "" at the top
 */
export async function invalidator(
  distribution: string,
  store: string,
  folder = "",
): Promise<(addresses: readonly string[], release: string) => Promise<void>> {
  const sdk = await loadOptional("@aws-sdk/client-cloudfront");
  return async (addresses, release) => {
    const client = new sdk.CloudFrontClient({ region: "us-east-1", maxAttempts: 5 });
    const Items = [...forgottenPaths(addresses, folder)];
    try {
      await client.send(
        new sdk.CreateInvalidationCommand({
          DistributionId: distribution,
          InvalidationBatch: {
            CallerReference: callerReference(release),
            Paths: { Quantity: Items.length, Items },
          },
        }),
      );
    } catch (error) {
      const secrets = await client.config.credentials().then(
        ({ accessKeyId, secretAccessKey, sessionToken = "" }) => [secretAccessKey, sessionToken, accessKeyId],
        () => [],
      );
      throw wordStoreError(
        "publish: invalidating",
        `${store} (distribution ${distribution})`,
        error,
        secrets,
      );
    } finally {
      client.destroy();
    }
  };
}
