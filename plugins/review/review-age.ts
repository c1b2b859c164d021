import { DateTime } from "luxon";

/** Months after which a review is due again (24: the middle of common practice; the NHS takes 36). */
export const REVIEW_MONTHS = 24;

/** Day on which the next review is due; null for an article that was never reviewed. */
export function nextReview(reviewed: string | null, months: number = REVIEW_MONTHS): string | null {
  return reviewed === null ? null : DateTime.fromISO(reviewed, { zone: "utc" }).plus({ months }).toISODate();
}

/** True when the next review should have been done before the day of `now` (ISO 8601). */
export function isOverdue(reviewed: string | null, now: string, months: number = REVIEW_MONTHS): boolean {
  const due = nextReview(reviewed, months);
  return due !== null && due < now.slice(0, 10);
}
