import type { Person } from "../corpus/types.ts";

/** Names that stand for nobody. The same list makes Yoast drop "admin". */
const NOBODY =
  /^(?:(?:the )?(?:admin|administrator|anonymous|author|blogger|(?:editorial|content) team|editors?|editorial|guest(?: author)?|none|nobody|owner|root|staff(?: writer)?|team|unknown|user|webmaster)|n\/a)$/i;

/** True for a name that says who it is. An organisation may call itself what it likes. */
export function isNamed({ type, name }: Pick<Person, "type" | "name">): boolean {
  return name.trim() !== "" && (type === "Organization" || !NOBODY.test(name.trim()));
}
