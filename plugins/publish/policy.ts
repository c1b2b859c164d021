import { quote, SetupError } from "../problem.ts";

/** What a feature adds to the content policy: directive → sources. */
export type PolicyNeeds = Readonly<Record<string, readonly string[]>>;

/**
 * Nothing but the site's own files, no inline script, style or handler, no
 * string that becomes code. The same for every page, so it needs no hashes.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
const STRICT: PolicyNeeds = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
  "require-trusted-types-for": ["'script'"],
  "trusted-types": ["'none'"],
  "upgrade-insecure-requests": [],
};

/**
 * The site's one content policy: the strict one and what the features that are
 * on need more. A source takes the place of `'none'`; a directive that the
 * strict policy does not name follows it, in the order of the needs.
 *
 * @throws {RangeError} for a directive or source that would break the header
 */
export function contentPolicy(needs: readonly PolicyNeeds[] = []): string {
  const directives = new Map(Object.entries(STRICT));
  for (const need of needs) {
    for (const [directive, sources] of Object.entries(need)) {
      requireToken("directive", directive, /^[a-z-]+$/);
      for (const source of sources) requireToken(directive, source, /^[!-+\--:<-~]+$/);
      directives.set(directive, addSources(directives.get(directive) ?? [], sources));
    }
  }
  return [...directives].map(([directive, sources]) => [directive, ...sources].join(" ")).join("; ");
}

function addSources(known: readonly string[], added: readonly string[]): readonly string[] {
  const kept = added.length > 0 ? known.filter((source) => source !== "'none'") : known;
  return [...new Set([...kept, ...added])];
}

// Visible ASCII without "," and ";", which end a policy or a directive.
function requireToken(field: string, value: string, shape: RegExp): void {
  if (!shape.test(value))
    throw new SetupError(
      `publish: needs: ${field}: expected a name of the policy, received ${quote(value)}.`,
    );
}
