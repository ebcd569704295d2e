import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { isCompetenceOf } from "~/features/competence/catalogue/competences.queries.server";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
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
    await requireCompetence(tx, authorityId, input);
    const { id } = await tx.course
      .create({ data: { ...columnsOf(input), authorityId }, select: { id: true } })
      .catch(refuseTaken("title", "training.catalogue.titleTaken"));
    audit({ type: "course", id, detail: columnsOf(input) });
    return id;
  });
}

/**
 * Changes a course of the catalogue; what people have logged stays as they logged it, and its former
 * title leads on to it. Throws a
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
    await tx.$queryRaw`select id from course where id = ${id}::uuid for no key update`;
    const before = await storedCourse(tx, { id, authorityId });
    requireUnchanged(seen, before);
    await requireCompetence(tx, authorityId, input);
    await tx.course
      .update({ where: { id }, data: columnsOf(input) })
      .catch(refuseTaken("title", "training.catalogue.titleTaken"));
    const { title, competenceId, minutes, givesLevel } = before;
    const was = { title, competenceId, minutes, givesLevel };
    audit({ type: "course", id, detail: { ...columnsOf(input), was } });
    return id;
  });
}

type Course = Omit<CatalogueInput, "submissionId">;

async function requireCompetence(
  tx: Transaction,
  authorityId: string,
  { competenceId }: Course,
): Promise<void> {
  if (!competenceId || (await isCompetenceOf(tx, authorityId, competenceId))) return;
  throw new FieldError({ competenceId: { key: "errors.notOffered" } });
}

function columnsOf({ hours, ...columns }: Course) {
  return { ...columns, minutes: hours };
}
