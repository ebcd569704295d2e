import { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import type { StoredElement } from "../rules/core-elements";

/**
 * Removes core elements in the caller's transaction. Throws a `FieldError` at `elements` that names
 * those which a hand-over has delivered: what people were taught doesn't change afterwards.
 */
export async function removeElements(tx: Transaction, removed: StoredElement[]): Promise<void> {
  if (removed.length === 0) return;
  const ids = removed.map(({ id }) => id);
  const delivered = await tx.coreElement.findMany({
    where: { id: { in: ids }, deliveries: { some: {} } },
    orderBy: { position: "asc" },
    select: { id: true, name: true },
  });
  if (delivered.length > 0) refuseRemoval(delivered);
  await tx.coreElement.deleteMany({ where: { id: { in: ids } } }).catch((error: unknown) => {
    // A hand-over that delivers one of them was entered in the same moment.
    if (isForeignKeyFault(error)) refuseRemoval(removed);
    throw error;
  });
}

function refuseRemoval(elements: StoredElement[]): never {
  throw new FieldError({
    elements: {
      key: "competence.form.elementDelivered",
      values: {
        count: elements.length,
        names: elements.map(({ name }) => name).join(", "),
      },
    },
  });
}

function isForeignKeyFault(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003";
}

/** Writes a competence's core elements in order: those with an id are kept, the rest are new. */
export async function placeElements(
  tx: Transaction,
  competenceId: string,
  elements: { id: string | null; name: string }[],
): Promise<void> {
  const placed = elements.map((element, index) => ({ ...element, position: index + 1 }));
  const kept = placed.filter(({ id }) => id !== null);
  // Positions are unique within a competence: all step aside before they take their new places.
  await tx.$executeRaw`
    update core_element set position = -position where competence_id = ${competenceId}::uuid`;
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
      .map(({ position, name }) => ({ competenceId, position, name })),
  });
}
