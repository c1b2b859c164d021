import type { Facts } from "../model.ts";
import type { Group } from "./group.ts";

/** A group of items with how likely it lists benefits of the article's subject. */
export interface Judged {
  readonly group: Group;
  readonly facts: Facts;
  /** 0..1. */
  readonly probability: number;
}
