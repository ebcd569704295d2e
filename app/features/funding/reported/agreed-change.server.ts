import { Question, requireAgreement, type Touched } from "~/platform/question";
import { lastDayOf, type Period } from "~/terms/period";
import type { AgreedChange } from "./agreed-change.schema";

/** What a change touches, and the periods of it that a funder has read. */
export type TouchedFigures = { touched: readonly Touched[]; read: readonly Period[] };

/**
 * Throws a `Question` where a change touches something, and `agreed` is no yes to just that; where a
 * funder has read some of it, until somebody says why as well.
 */
export function requireAgreedChange(
  { touched, read }: TouchedFigures,
  { agreed: yes, reason }: AgreedChange,
): void {
  const [first] = read;
  if (touched.length === 0 || !first) return requireAgreement(touched, yes);
  const last = read.map(lastDayOf).sort().at(-1) ?? "";
  const values = { count: read.length, from: first.startsOn, to: last };
  const lines = [...touched, { key: "funding.touched.read", values }];
  if (reason === "") throw new Question(lines);
  requireAgreement(lines, yes);
}

/** Why a change was made, for its trail. */
export function reasonOf({ reason }: AgreedChange): { reason?: string } {
  return reason === "" ? {} : { reason };
}
