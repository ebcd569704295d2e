import { Question, type Touched } from "~/platform/question";
import { lastDayOf, type Period } from "~/terms/period";
import type { AgreedChange } from "./agreed-change.schema";

/** What a change touches, and the periods of it that a funder has read. */
export type TouchedFigures = { touched: readonly Touched[]; read: readonly Period[] };

/**
 * Throws a `Question` where a change touches something, and `agreed` is no yes to just that; where a
 * funder has read some of it, until somebody says why as well.
 */
export function requireAgreedChange(
  figures: TouchedFigures,
  { agreed: yes, reason }: AgreedChange,
): void {
  const question = questionOf(figures);
  if (question === null) return;
  const isExplained = reason !== "" || question.needed.reason === undefined;
  if (question.mark !== yes || !isExplained) throw question;
}

/** What is asked before such a change; null where it touches nothing. */
export function questionOf({ touched, read }: TouchedFigures): Question | null {
  if (touched.length === 0) return null;
  const [first] = read;
  if (!first) return new Question(touched);
  const last = read.map(lastDayOf).sort().at(-1) ?? "";
  const values = { count: read.length, from: first.startsOn, to: last };
  const lines = [...touched, { key: "funding.touched.read", values }];
  return new Question(lines, { reason: { key: "funding.errors.reasonForRead" } });
}

/** Why a change was made, for its trail. */
export function reasonOf({ reason }: AgreedChange): { reason?: string } {
  return reason === "" ? {} : { reason };
}
