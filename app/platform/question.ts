import { createHash } from "node:crypto";
import type { Sentence } from "./field-error";

/** One line of what a change touches, with pages to look at; `href` null: not open to the person. */
export type Touched = Sentence & { links?: { label: string; href: string | null }[] };

/**
 * The one way to ask before something is done: a change that touches more than its form shows, or
 * that may not be meant. The person gets the form back with what there is to see, and says yes to
 * that (`<AskedAgain>`) or goes no further. Nothing has been written.
 */
export class Question extends Error {
  override name = "Question";
  readonly touched: readonly Touched[];
  /** What a yes is sent as: who has seen one list agrees to no other. */
  readonly mark: string;
  /** The fields without which a yes is none, each with what is said beside one that is left empty. */
  readonly needed: Readonly<Record<string, Sentence>>;

  constructor(touched: readonly Touched[], needed: Record<string, Sentence> = {}) {
    super(touched.map(({ key }) => key).join("; "));
    this.touched = touched;
    this.needed = needed;
    this.mark = createHash("sha256").update(JSON.stringify(touched)).digest("base64url");
  }
}

/** Throws a `Question` where a change touches something, and `agreed` is no yes to just that. */
export function requireAgreement(touched: readonly Touched[], agreed: string): void {
  if (touched.length === 0) return;
  const question = new Question(touched);
  if (question.mark !== agreed) throw question;
}
