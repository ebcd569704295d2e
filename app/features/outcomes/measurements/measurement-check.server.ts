import { FieldError } from "~/platform/field-error";
import type { IsoDate } from "~/terms/day";
import { doubtOf } from "../rules/unit-sense";
import type { HeldIndicator } from "./held-indicator.server";
import type { MeasurementInput } from "./measurements.schema";

/**
 * Whether a measurement can be what was meant. Throws a `FieldError` at `measuredOn` for a day ahead
 * or before the indicator's baseline, and at `value` for one that its unit hardly has: with a box to
 * say that this very value is right.
 */
export function requireMeant(
  { unit, baselineOn }: Pick<HeldIndicator, "unit" | "baselineOn">,
  { measuredOn, value, valueIsRight }: MeasurementInput,
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
  const said = String(value);
  if (doubt === null || valueIsRight === said) return;
  throw new FieldError(
    { value: { key: `outcomes.errors.${doubt}`, values: { unit } } },
    { valueIsRight: { value: said, label: { key: "outcomes.measurement.valueIsRight" } } },
  );
}
