import type { Db } from "~/platform/db.server";
import type { RequirementStretch } from "../rules/requirement-stretch";

export type UnitsStretch = RequirementStretch & {
  id: string;
  competence: { id: string; name: string };
  /** The one that it has changed. */
  replacesId: string | null;
};

/**
 * What a unit itself has required, requires and will require, by competence and first day. The
 * caller has made sure that the unit is the viewer's to set up.
 */
export async function stretchesOf(db: Db, unitId: string): Promise<UnitsStretch[]> {
  const rows = await db.$queryRaw<StoredRow[]>`
    select stretch.requirement_id as id, stretch.level, stretch.min_holders as "minHolders",
      stretch.min_carriers as "minCarriers", to_char(stretch.due_on, 'YYYY-MM-DD') as "dueOn",
      to_char(stretch.starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(stretch.ends_before, 'YYYY-MM-DD') as "endsBefore",
      stretch.replaces_id as "replacesId",
      competence.id as "competenceId", competence.name as "competenceName"
    from requirement_stretches(${unitId}::uuid) stretch
    join competence on competence.id = stretch.competence_id
    order by competence.name, competence.id, stretch.starts_on`;
  return rows.map(({ competenceId, competenceName, ...stretch }) => ({
    ...stretch,
    competence: { id: competenceId, name: competenceName },
  }));
}

/** Of a unit's stretches the one that goes on where `gone` never was: what that has changed. */
export function formerOf(
  { replacesId }: Pick<UnitsStretch, "replacesId">,
  all: readonly UnitsStretch[],
): UnitsStretch | null {
  return all.find(({ id }) => id === replacesId) ?? null;
}

type StoredRow = RequirementStretch &
  Pick<UnitsStretch, "id" | "replacesId"> & { competenceId: string; competenceName: string };
