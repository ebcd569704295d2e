import type { Viewer } from "~/features/access/viewer";
import { seenState } from "~/features/organisation/seen-state.server";
import { unitInCharge } from "~/features/organisation/units.queries.server";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { storedRequirement } from "./stored-requirement.server";

export type RequirementRow = {
  id: string;
  competence: { id: string; name: string };
  unit: { id: string; name: string };
  level: Level;
  minHolders: number;
  minCarriers: number;
  dueOn: IsoDate | null;
};

export type RequirementsView = {
  unit: { id: string; name: string };
  /** Written for the unit itself. */
  own: (RequirementRow & { submissionId: string })[];
  /** Written for a unit above it: they hold here too, and are changed there. */
  above: RequirementRow[];
  /** Competences that the unit itself does not require yet. */
  open: { id: string; name: string }[];
  submissionId: string;
};

/** What a unit requires, and what could be required besides; 404 for units not in charge of. */
export async function showRequirements(
  db: Db,
  viewer: Viewer,
  unitId: string,
): Promise<RequirementsView> {
  const { id, name, authorityId } = await unitInCharge(db, viewer, unitId);
  const [rows, open] = await Promise.all([
    requirementsOn(db, id),
    db.competence.findMany({
      where: { authorityId, requirements: { none: { unitId: id } } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  ]);
  return {
    unit: { id, name },
    own: rows
      .filter((row) => row.unit.id === id)
      .map((row) => ({ ...row, submissionId: crypto.randomUUID() })),
    above: rows.filter((row) => row.unit.id !== id),
    open,
    submissionId: crypto.randomUUID(),
  };
}

type StoredRow = Omit<RequirementRow, "competence" | "unit"> & {
  competenceId: string;
  competenceName: string;
  unitId: string;
  unitName: string;
};

/** Every requirement that holds for a unit: its own and those of the units above it. */
async function requirementsOn(db: Db, unitId: string): Promise<RequirementRow[]> {
  const rows = await db.$queryRaw<StoredRow[]>`
    with recursive above as (
      select id, parent_id from unit where id = ${unitId}::uuid
      union
      select unit.id, unit.parent_id from above join unit on unit.id = above.parent_id
    )
    select requirement.id, requirement.level::int as level,
      requirement.min_holders as "minHolders", requirement.min_carriers as "minCarriers",
      to_char(requirement.due_on, 'YYYY-MM-DD') as "dueOn",
      competence.id as "competenceId", competence.name as "competenceName",
      unit.id as "unitId", unit.name as "unitName"
    from requirement
    join above on above.id = requirement.unit_id
    join unit on unit.id = requirement.unit_id
    join competence on competence.id = requirement.competence_id
    order by competence.name, unit.name, requirement.id`;
  return rows.map(({ competenceId, competenceName, unitId: id, unitName, ...row }) => ({
    ...row,
    competence: { id: competenceId, name: competenceName },
    unit: { id, name: unitName },
  }));
}

/** One requirement of a unit as its form shows it. */
export async function showRequirementDraft(
  db: Db,
  viewer: Viewer,
  { id, unitId }: { id: string; unitId: string },
) {
  const unit = await unitInCharge(db, viewer, unitId);
  const stored = await storedRequirement(db, { id, unitId });
  return {
    unit: { id: unit.id, name: unit.name },
    draft: stored,
    seen: seenState(stored),
    submissionId: crypto.randomUUID(),
  };
}
