import { employedOn, lastDayBefore } from "~/features/organisation/employed";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { stretchesOf } from "~/features/organisation/stretches.queries.server";
import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import type { IsoDate } from "~/terms/day";

/**
 * What entering a hand-over refuses, refused again of the yes that makes it count: somebody who
 * wasn't employed on its day, by what is known now. The people must be held.
 */
export async function requireEmployedThen(
  tx: Transaction,
  { personIds, heldOn }: { personIds: readonly string[]; heldOn: IsoDate },
): Promise<void> {
  const stretchesById = await stretchesOf(tx, personIds);
  for (const [personId, stretches] of stretchesById) {
    if (employedOn(stretches, heldOn) === "then") continue;
    const lastDay = lastDayBefore(stretches, heldOn);
    const name = nameWithNote((await namesOf(tx, [personId], heldOn)).get(personId));
    const values = { name, date: heldOn };
    throw new FieldError({
      form: lastDay
        ? { key: "cascade.errors.answerAfterLastDay", values: { ...values, lastDay } }
        : { key: "cascade.errors.answerBeforeFirstDay", values },
    });
  }
}
