import { employedOn, lastDayBefore } from "~/features/organisation/employed";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { stretchesOf } from "~/features/organisation/stretches.queries.server";
import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import type { Touched } from "~/platform/question";
import type { IsoDate } from "~/terms/day";

/**
 * What logging a course asks, asked again of who approves it: it counts from their yes, and the last
 * day may have been set since. Throws a `FieldError` for a course from after the last day, and
 * returns what to ask about one from before the employment. The person must be held.
 */
export async function employedThen(
  tx: Transaction,
  { personId, heldOn }: { personId: string; heldOn: IsoDate },
): Promise<Touched[]> {
  const stretches = (await stretchesOf(tx, [personId])).get(personId) ?? [];
  const employed = employedOn(stretches, heldOn);
  if (employed === "then") return [];
  const lastDay = lastDayBefore(stretches, heldOn);
  const name = nameWithNote((await namesOf(tx, [personId], heldOn)).get(personId));
  const values = { name, date: heldOn };
  if (employed === "after" && lastDay) {
    throw new FieldError({
      form: { key: "training.approve.afterLastDay", values: { ...values, lastDay } },
    });
  }
  return [{ key: "training.approve.beforeEmployment", values }];
}
