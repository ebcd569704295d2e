import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError, type Sentence } from "~/platform/field-error";
import { refuseTaken } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import { catalogueOf, storedCourse } from "./catalogue.queries.server";
import type { CatalogueChange, CatalogueInput } from "./catalogue.schema";

/** Adds a course to the authority's catalogue. Returns its id. */
export async function addCourse(
  db: Database,
  viewer: Viewer,
  { submissionId, ...input }: CatalogueInput,
): Promise<string> {
  const authorityId = catalogueOf(viewer);
  const act = { actor: actorOf(viewer), action: "course.add", submissionId };
  return transact(db, act, async (tx, audit) => {
    await lockCatalogue(tx, authorityId);
    await checkCourse(tx, { authorityId, input, id: null });
    const { id } = await tx.course
      .create({ data: { ...columnsOf(input), authorityId }, select: { id: true } })
      .catch(refuseTaken("title", "training.catalogue.titleTaken"));
    audit({ type: "course", id, detail: columnsOf(input) });
    return id;
  });
}

/**
 * Changes a course of the catalogue; what people have logged stays as they logged it. Throws a
 * `FieldError` where somebody else has changed it since the form was opened.
 */
export async function changeCourse(
  db: Database,
  viewer: Viewer,
  { id, submissionId, seen, ...input }: CatalogueChange & { id: string },
): Promise<string> {
  const authorityId = catalogueOf(viewer);
  const act = { actor: actorOf(viewer), action: "course.change", submissionId };
  return transact(db, act, async (tx, audit) => {
    await lockCatalogue(tx, authorityId);
    requireUnchanged(seen, await storedCourse(tx, { id, authorityId }));
    await checkCourse(tx, { authorityId, input, id });
    await tx.course
      .update({ where: { id }, data: columnsOf(input) })
      .catch(refuseTaken("title", "training.catalogue.titleTaken"));
    audit({ type: "course", id, detail: columnsOf(input) });
    return id;
  });
}

type Course = Omit<CatalogueInput, "submissionId">;

/** Those who write in the catalogue do so one after the other. */
async function lockCatalogue(tx: Transaction, authorityId: string): Promise<void> {
  await tx.$queryRaw`select id from authority where id = ${authorityId}::uuid for no key update`;
}

/**
 * Whoever types a title means that course, however they write its letters: so no two may differ by
 * capitals alone.
 */
async function checkCourse(
  tx: Transaction,
  { authorityId, input, id }: { authorityId: string; input: Course; id: string | null },
): Promise<void> {
  const faults: Record<string, Sentence> = {};
  const alike = await tx.$queryRaw<unknown[]>`
    select id from course
    where authority_id = ${authorityId}::uuid and lower(title) = lower(${input.title})
      and id is distinct from ${id}::uuid`;
  if (alike.length > 0) faults.title = { key: "training.catalogue.titleTaken" };
  const { competenceId } = input;
  if (competenceId && !(await tx.competence.count({ where: { id: competenceId, authorityId } }))) {
    faults.competenceId = { key: "errors.unreadable" };
  }
  if (Object.keys(faults).length > 0) throw new FieldError(faults);
}

function columnsOf({ hours, ...columns }: Course) {
  return { ...columns, minutes: hours };
}
