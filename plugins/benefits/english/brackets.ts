import type { Claim } from "./claims.ts";
import type { Token } from "./tokens.ts";

/** "Better recovery (less soreness)": what stands in brackets tells more of what is named before them; all of it where nothing is. */
export function beforeBrackets(tokens: readonly Token[], claims: readonly Claim[]): readonly Claim[] {
  const opens = tokens.findIndex(({ norm }) => norm === "(");
  const closes = tokens.findIndex(({ norm }, at) => at > opens && norm === ")");
  const outside = claims.filter(({ at }) => opens < 0 || at < opens || (closes >= 0 && at > closes));
  return outside.some(({ at }) => at < opens) ? outside : claims;
}
