import type { Direction } from "../../corpus/types.ts";
import type { Naming, Steering } from "../lexicon.ts";

/** How the words of a direction stand to their object. */
export type Position = "leads" | "follows" | "adjective";

/**
 * Direction that `steering` gives to a target, or null where the words tell of
 * harm ("increases anxiety", "impairs sleep") or make no sense together.
 */
export function directionOf(steering: Steering, naming: Naming, position: Position): Direction | null {
  const { target } = naming;
  if (steering.isHarm) return null;
  if (naming.isTrouble) return ofTrouble(steering, naming);
  switch (target.nature) {
    case "good":
      return ofGood(steering);
    case "burden":
      return ofBurden(steering, position);
    case "level":
      return ofLevel(steering, naming);
  }
}

/** "Fights tooth decay" improves oral health; "prevents tooth decay" prevents. */
function ofTrouble({ direction, isKind }: Steering, { target }: Naming): Direction | null {
  if (direction === "prevent") return "prevent";
  if (direction === "improve" && !isKind) return null;
  return target.usual;
}

/** "Protects the heart" improves it, "lowers mood" is no benefit. */
function ofGood({ direction, isKind }: Steering): Direction | null {
  if (direction === "improve" || direction === "regulate") return direction;
  return isKind ? "improve" : null;
}

/** "Helps with anxiety" reduces it, "increases anxiety" is no benefit, "pain management" reduces pain. */
function ofBurden({ direction, isKind }: Steering, position: Position): Direction | null {
  if (direction === "improve") return isKind ? "reduce" : null;
  if (direction === "regulate" && position === "follows") return "reduce";
  return direction;
}

function ofLevel({ direction, isKind }: Steering, { target }: Naming): Direction | null {
  if (direction !== "improve") return direction;
  if (!target.isBadRaised) return "improve";
  return isKind ? target.usual : null;
}
