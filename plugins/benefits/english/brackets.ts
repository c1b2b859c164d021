import type { Claim } from "./claims.ts";
import type { Token } from "./tokens.ts";

/** "Lifts the libido (never a bad thing)": the words outside of brackets. */
export function withoutBrackets(tokens: readonly Token[]): readonly Token[] {
  const opens = tokens.findIndex(({ norm }) => norm === "(");
  const closes = tokens.findIndex(({ norm }, at) => at > opens && norm === ")");
  return opens <= 0 || closes < 0 ? tokens : [...tokens.slice(0, opens), ...tokens.slice(closes + 1)];
}

/** "Better recovery (less soreness)": what stands in brackets tells more of what is named before them; all of it where nothing is. */
export function beforeBrackets(tokens: readonly Token[], claims: readonly Claim[]): readonly Claim[] {
  const opens = tokens.findIndex(({ norm }) => norm === "(");
  const closes = tokens.findIndex(({ norm }, at) => at > opens && norm === ")");
  const outside = claims.filter(({ at }) => opens < 0 || at < opens || (closes >= 0 && at > closes));
  return outside.some(({ at }) => at < opens) ? outside : claims;
}
