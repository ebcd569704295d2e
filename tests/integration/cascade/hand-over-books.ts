import type { Viewer } from "~/features/access/viewer";
import type { Database } from "~/platform/db.server";
import { handOverForm, type HandOverEntry } from "~/features/cascade/hand-overs/hand-overs.schema";
import { toDbDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeProject } from "../../factories/project";
import { makeViewer } from "../../factories/viewer";
import { makeWorkGroup } from "../../factories/work-group";

export const today = "2013-11-21";

/**
 * The founding case: Ann has taken a course and may teach, Bo, Cia and Dan are to learn; a project
 * with an in-kind line at 300 kr an hour has them in its frozen group.
 */
export async function foundingCase(db: Database) {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo", "cia", "dan");
  const project = await makeProject(db, { unit });
  const line = await makeBudgetLine(db, { projectId: project.id, financing: "in_kind" });
  await db.hourRate.create({
    data: { projectId: project.id, validFrom: toDbDate("2013-01-01"), rateOre: 30_000n },
  });
  const members = Object.values(id);
  await makeFrozenGroup(db, { project, competenceId: competence.id, members });
  await makeAttestation(db, {
    personId: id.ann,
    competenceId: competence.id,
    attestedOn: "2013-02-01",
    level: 4,
  });
  const viewerOf = (personId: string, more: Partial<Viewer> = {}) =>
    makeViewer({
      authorityId: unit.authorityId,
      unitId: unit.id,
      personId,
      roles: ["employee"],
      ...more,
    });
  const manager = viewerOf(id.dan, {
    personId: null,
    roles: ["manager"],
    managedUnitIds: [unit.id],
    managedProjectIds: [project.id],
  });
  return { unit, competence, project, line, id, viewerOf, manager };
}

/** A form as a browser or a script sends it, read by its schema. */
export function entryOf(fields: Record<string, string | string[] | undefined>): HandOverEntry {
  return handOverForm.parse({
    heldOn: "2013-10-01",
    hours: "1,5",
    form: "walk_through",
    ...fields,
  });
}

/** What stands in the three books of a hand-over, withdrawn rows left out. */
export async function booksOf(db: Database, handOverId: string) {
  const [records, hours, attestations] = await Promise.all([
    db.trainingRecord.findMany({ where: { sourceId: handOverId } }),
    db.ownHours.findMany({ where: { sourceId: handOverId, withdrawnAt: null } }),
    db.attestation.findMany({ where: { sourceId: handOverId, withdrawnAt: null } }),
  ]);
  return {
    training: Object.fromEntries(records.map(({ personId, status }) => [personId, status])),
    hours: Object.fromEntries(hours.map(({ personId, minutes }) => [personId, minutes])),
    amountOre: hours.reduce((sum, { amountOre }) => sum + Number(amountOre), 0),
    levels: Object.fromEntries(attestations.map(({ personId, level }) => [personId, level])),
  };
}
