/** What a store or the way to it says, and what to do, by the name that S3 and Node have for it. */
const WORDS: Readonly<Record<string, string>> = {
  AccessDenied: "the credentials may not do that. Give them the rights that docs/deploy.md lists.",
  AuthorizationHeaderMalformed: "another region is meant. Set publish.to.region.",
  CredentialsProviderError:
    "no credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or log in.",
  ExpiredToken: "the credentials have expired. Take new ones and publish again.",
  ExpiredTokenException: "the credentials have expired. Take new ones and publish again.",
  InvalidAccessKeyId: "the store does not know this access key. Look which one is set.",
  NoSuchBucket: "there is no such bucket. Make it, or set publish.to.bucket.",
  NotFound: "there is no such bucket or file. Look at publish.to.",
  PermanentRedirect: "the bucket lies in another region. Set publish.to.region.",
  RequestTimeTooSkewed: "the clocks differ. Set the clock of this machine.",
  SignatureDoesNotMatch: "the secret does not belong to the access key. Look which ones are set.",
  ECONNREFUSED: "nothing answers there. Look at publish.to.endpoint.",
  ENOTFOUND: "there is no such host. Look at publish.to.endpoint and your connection.",
};

interface StoreError {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number };
}

/**
 * An error of a store in one sentence: what was tried, at what, and what to do.
 *
 * @param secrets words that are never shown, whoever says them
 */
export function wordStoreError(
  what: string,
  store: string,
  error: unknown,
  secrets: readonly string[],
): Error {
  const { name = "", code = "", message = "", $metadata = {} } = (error ?? {}) as StoreError;
  const said = WORDS[name] ?? WORDS[code] ?? `${message || "no answer"}.`.replace(/\.+$/, ".");
  const status = $metadata.httpStatusCode === undefined ? "" : ` ${$metadata.httpStatusCode}`;
  const tries = ($metadata.attempts ?? 1) > 1 ? ` after ${$metadata.attempts} tries` : "";
  const label = [name === "Error" ? "" : name, code].find(Boolean) ?? "an error";
  // Without the cause: its stack and fields hold the request, signature and all.
  return new Error(hideSecrets(`${what} at ${store}: received ${label}${status}${tries}: ${said}`, secrets));
}

/** Shortest text that is taken for a secret; a shorter one would blot out common words. */
const SECRET_LENGTH = 8;

/** The text without any of the secrets. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SECRET_LENGTH)
    .reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
}
