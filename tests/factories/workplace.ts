import type { Database } from "~/platform/db.server";
import { makeBudgetLine } from "./budget-line";
import { makeCompetence } from "./competence";
import { makePerson } from "./person";
import { makeProject } from "./project";
import { makeUnit } from "./unit";
import { makeViewer } from "./viewer";

/**
 * A unit below a department, as in any authority: an employee and their manager, the manager of
 * the department, a competence, and a project of 2013 with 10 000 kr for courses.
 */
export async function makeWorkplace(db: Database) {
  const department = await makeUnit(db);
  const { authorityId } = department;
  const unit = await makeUnit(db, { authorityId, parentId: department.id });
  const competence = await makeCompetence(db, { authorityId });
  const project = await makeProject(db, { unit: department });
  const line = await makeBudgetLine(db, { projectId: project.id, plan: 1_000_000 });
  const [employee, manager, head] = await Promise.all([
    makeStaff(db, unit),
    makeStaff(db, unit, [unit.id]),
    makeStaff(db, department, [department.id, unit.id]),
  ]);
  return { authorityId, department, unit, competence, project, line, employee, manager, head };
}

/** Somebody who works in the unit, as the viewer they are: with units to manage, a manager. */
export async function makeStaff(
  db: Database,
  unit: { id: string; authorityId: string },
  managedUnitIds: string[] = [],
) {
  const person = await makePerson(db, { unit });
  return makeViewer({
    name: `${person.givenName} ${person.familyName}`,
    authorityId: unit.authorityId,
    personId: person.id,
    unitId: unit.id,
    roles: managedUnitIds.length > 0 ? ["employee", "manager"] : ["employee"],
    managedUnitIds,
  });
}
