import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { breaksRule } from "~/platform/taken.server";
import { toDbDate, type IsoDate } from "~/terms/day";
import type { OpenPeriod } from "~/terms/period";
import { endFrom } from "../rules/stretch-end";
import type { CoreElement } from "./core-elements.queries.server";

/**
 * Takes core elements away from a day on, in the caller's transaction; one that counts from that day
 * or later never was. Throws a `FieldError` at `elements` that names one which a hand-over of that
 * day or later has delivered: what people were taught doesn't change afterwards.
 */
export async function endElements(
  tx: Transaction,
  { elements, from }: { elements: readonly (CoreElement & OpenPeriod)[]; from: IsoDate },
): Promise<void> {
  for (const { id, name, startsOn } of elements) {
    const ended = endFrom(from, { startsOn });
    const data = ended.withdrawn
      ? { withdrawnAt: new Date() }
      : { endsBefore: ended.endsBefore && toDbDate(ended.endsBefore) };
    await tx.coreElement.update({ where: { id }, data }).catch((error: unknown) => {
      if (!breaksRule(error, "core_element_delivered")) throw error;
      const values = { name, date: from };
      throw new FieldError({ elements: { key: "competence.form.elementDelivered", values } });
    });
  }
}

/**
 * Writes a competence's core elements in order: those with an id are kept, the rest are new and
 * count from a day.
 */
export async function placeElements(
  tx: Transaction,
  {
    competenceId,
    elements,
    from,
  }: {
    competenceId: string;
    elements: readonly { id: string | null; name: string }[];
    from: IsoDate;
  },
): Promise<void> {
  const placed = elements.map((element, index) => ({ ...element, position: index + 1 }));
  const kept = placed.filter(({ id }) => id !== null);
  // No two that go on have one position: all step aside before they take their new places.
  await tx.$executeRaw`
    update core_element set position = -abs(position)
    where competence_id = ${competenceId}::uuid and ends_before is null and withdrawn_at is null`;
  await tx.$executeRaw`
    update core_element set position = placed.position, name = placed.name
    from unnest(
      ${kept.map(({ id }) => id)}::uuid[],
      ${kept.map(({ position }) => position)}::int[],
      ${kept.map(({ name }) => name)}::text[]
    ) as placed (id, position, name)
    where core_element.id = placed.id`;
  await tx.coreElement.createMany({
    data: placed
      .filter(({ id }) => id === null)
      .map(({ position, name }) => ({ competenceId, position, name, startsOn: toDbDate(from) })),
  });
}
