import { FieldError } from "~/platform/field-error";
import { requireAgreement } from "~/platform/question";
import type { IsoDate } from "~/terms/day";
import { doubtOf } from "../rules/unit-sense";
import type { HeldIndicator } from "./held-indicator.server";
import type { MeasurementInput } from "./measurements.schema";

/**
 * Whether a measurement can be what was meant. Throws a `FieldError` at `measuredOn` for a day ahead
 * or before the indicator's baseline, and a `Question` for a value that its unit hardly has.
 */
export function requireMeant(
  { unit, baselineOn }: Pick<HeldIndicator, "unit" | "baselineOn">,
  { measuredOn, value, agreed }: MeasurementInput,
  today: IsoDate,
): void {
  if (measuredOn > today) {
    throw new FieldError({ measuredOn: { key: "outcomes.errors.dayAhead" } });
  }
  if (measuredOn < baselineOn) {
    const values = { date: baselineOn };
    throw new FieldError({ measuredOn: { key: "outcomes.errors.dayBeforeBaseline", values } });
  }
  const doubt = doubtOf(unit, value);
  if (doubt === null) return;
  requireAgreement([{ key: `outcomes.errors.${doubt}`, values: { unit, value } }], agreed);
}
