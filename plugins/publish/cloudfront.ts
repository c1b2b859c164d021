import { groupHeaders } from "./groups.ts";
import type { HeaderRule, Headers } from "./headers.ts";
import type { PathPattern } from "./paths.ts";

/** CloudFront keeps these apart from other headers. */
const SECURITY = new Set([
  "Content-Security-Policy",
  "Strict-Transport-Security",
  "X-Content-Type-Options",
  "Referrer-Policy",
  "X-Frame-Options",
]);

interface Policy {
  readonly name: string;
  readonly paths: PathPattern[];
  readonly headers: Headers;
}

/**
 * Response headers policies for CloudFront as JSON: `Policies` holds one
 * `ResponseHeadersPolicyConfig` by name, `Behaviors` says which path patterns
 * take which; every other path takes "site". Types are left to the objects in
 * the bucket.
 */
export function cloudFrontJson(rules: readonly HeaderRule[], folder = ""): string {
  const policies = mergePolicies(rules);
  const json = {
    Policies: Object.fromEntries(policies.map(({ name, headers }) => [name, policyConfig(name, headers)])),
    Behaviors: [
      ...policies.flatMap(({ name, paths }) => paths.map((path) => ({ PathPattern: path, Policy: name }))),
      // At the top of a host the default behaviour has it.
      ...(folder === "" ? [] : [{ PathPattern: `${folder}/*`, Policy: "site" }]),
    ],
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** Groups that differ by nothing but the type share one policy: an account may have twenty. */
function mergePolicies(rules: readonly HeaderRule[]): Policy[] {
  const { everywhere, rest, groups } = groupHeaders(rules);
  const policies: Policy[] = [{ name: "site", paths: [], headers: { ...everywhere, ...rest } }];
  for (const { name, paths, headers } of groups) {
    const { "Content-Type": _, ...others } = { ...everywhere, ...headers };
    const same = policies.find((policy) => JSON.stringify(policy.headers) === JSON.stringify(others));
    if (same === undefined) policies.push({ name, paths: [...paths], headers: others });
    else if (same.name !== "site") same.paths.push(...paths);
  }
  return policies;
}

function policyConfig(name: string, headers: Headers): object {
  const items = Object.entries(headers)
    .filter(([header]) => !SECURITY.has(header))
    // The bucket's own Cache-Control steers the edge too, so it stays where it is set.
    .map(([Header, Value]) => ({ Header, Value, Override: Header !== "Cache-Control" }));
  return {
    Name: `vervain-${name.replace(/_/g, "-")}`,
    Comment: "Made by Vervain",
    SecurityHeadersConfig: securityConfig(headers),
    CustomHeadersConfig: { Quantity: items.length, Items: items },
  };
}

function securityConfig(headers: Headers): object {
  const policy = headers["Content-Security-Policy"];
  const transport = headers["Strict-Transport-Security"];
  const referrer = headers["Referrer-Policy"];
  const frame = headers["X-Frame-Options"];
  return {
    ...(policy && { ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: policy } }),
    ...(transport && { StrictTransportSecurity: transportConfig(transport) }),
    ...(headers["X-Content-Type-Options"] && { ContentTypeOptions: { Override: true } }),
    ...(referrer && { ReferrerPolicy: { Override: true, ReferrerPolicy: referrer } }),
    ...(frame && { FrameOptions: { Override: true, FrameOption: frame } }),
  };
}

function transportConfig(value: string): object {
  return {
    Override: true,
    IncludeSubdomains: /\bincludeSubDomains\b/i.test(value),
    Preload: /\bpreload\b/i.test(value),
    AccessControlMaxAgeSec: Number(/max-age=(\d+)/i.exec(value)?.[1] ?? 0),
  };
}
