import { createHash } from "node:crypto";
import type { Sentence } from "./field-error";

/**
 * A change that touches more than its form shows: the person gets the form back with what it
 * touches, and says yes to that or goes no further. Nothing has been written.
 */
export class Question extends Error {
  override name = "Question";
  readonly touched: readonly Sentence[];
  /** What a yes is sent as: who has seen one list agrees to no other. */
  readonly mark: string;

  constructor(touched: readonly Sentence[]) {
    super(touched.map(({ key }) => key).join("; "));
    this.touched = touched;
    this.mark = createHash("sha256").update(JSON.stringify(touched)).digest("base64url");
  }
}

/** Throws a `Question` where a change touches something, and `agreed` is no yes to just that. */
export function requireAgreement(touched: readonly Sentence[], agreed: string): void {
  if (touched.length === 0) return;
  const question = new Question(touched);
  if (question.mark !== agreed) throw question;
}
