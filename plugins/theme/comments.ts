/** A reader's approved comment, from its data file. No address is part of it. */
export interface Comment {
  readonly id: string;
  readonly parent: string | null;
  readonly author: string;
  readonly url: string | null;
  /** ISO 8601. */
  readonly date: string;
  readonly body: string;
}
