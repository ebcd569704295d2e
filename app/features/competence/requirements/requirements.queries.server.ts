import type { Viewer } from "~/features/access/viewer";
import { seenState } from "~/features/organisation/seen-state.server";
import { unitInCharge } from "~/features/organisation/units.queries.server";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import type { Required } from "../rules/requirement-stretch";
import { formerOf, stretchesOf, type UnitsStretch } from "./requirement-stretches.server";
import { storedRequirement } from "./stored-requirement.server";

/** What the unit itself requires from a day on, or has required before. */
export type OwnRequirement = UnitsStretch & {
  when: "before" | "now" | "later";
  /** It took over from another, which goes on where this one never was. */
  hasFormer: boolean;
  submissionId: string;
};

export type RequirementAbove = Required & {
  id: string;
  competence: { name: string };
  unit: { name: string };
};

export type RequirementsView = {
  unit: { id: string; name: string };
  /** Written for the unit itself, and in force today or from a later day. */
  own: OwnRequirement[];
  /** What the unit itself has required before. */
  earlier: OwnRequirement[];
  /** Written for a unit above it: they hold here too, and are changed there. */
  above: RequirementAbove[];
  /** Competences that the unit itself does not require now or later. */
  open: { id: string; name: string }[];
  today: IsoDate;
  submissionId: string;
};

/** What a unit requires, and what could be required besides; 404 for units not in charge of. */
export async function showRequirements(
  db: Db,
  viewer: Viewer,
  { unitId, today }: { unitId: string; today: IsoDate },
): Promise<RequirementsView> {
  const { id, name, authorityId } = await unitInCharge(db, viewer, unitId);
  const [stretches, above, competences] = await Promise.all([
    stretchesOf(db, id),
    requiredAbove(db, id, today),
    db.competence.findMany({
      where: { authorityId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  ]);
  const all = stretches.map((stretch) => ({
    ...stretch,
    when: whenOf(stretch, today),
    hasFormer: formerOf(stretch, stretches) !== null,
    submissionId: crypto.randomUUID(),
  }));
  const own = all.filter(({ when }) => when !== "before");
  const required = new Set(own.map(({ competence }) => competence.id));
  return {
    unit: { id, name },
    own,
    earlier: all.filter(({ when }) => when === "before"),
    above,
    open: competences.filter((competence) => !required.has(competence.id)),
    today,
    submissionId: crypto.randomUUID(),
  };
}

function whenOf(stretch: UnitsStretch, today: IsoDate): OwnRequirement["when"] {
  if (stretch.startsOn > today) return "later";
  return covers(stretch, today) ? "now" : "before";
}

type StoredRow = Required & { id: string; competenceName: string; unitName: string };

/** What the units above require of one today. */
async function requiredAbove(db: Db, unitId: string, today: IsoDate): Promise<RequirementAbove[]> {
  const rows = await db.$queryRaw<StoredRow[]>`
    select required.requirement_id as id, required.level, required.min_holders as "minHolders",
      required.min_carriers as "minCarriers", to_char(required.due_on, 'YYYY-MM-DD') as "dueOn",
      competence.name as "competenceName", unit.name as "unitName"
    from required_of(array[${unitId}::uuid], ${today}::date) required
    join units() unit on unit.id = required.over_id
    join competence on competence.id = required.competence_id
    where required.over_id <> required.unit_id
    order by competence.name, unit.name, required.requirement_id`;
  return rows.map(({ competenceName, unitName, ...row }) => ({
    ...row,
    competence: { name: competenceName },
    unit: { name: unitName },
  }));
}

/** One requirement of a unit as its form shows it. */
export async function showRequirementDraft(
  db: Db,
  viewer: Viewer,
  { id, unitId, today }: { id: string; unitId: string; today: IsoDate },
) {
  const unit = await unitInCharge(db, viewer, unitId);
  const stored = await storedRequirement(db, { id, unitId, today });
  return {
    unit: { id: unit.id, name: unit.name },
    draft: stored,
    /** The day from which another level or number holds, unless another is typed. */
    from: stored.startsOn > today ? stored.startsOn : today,
    seen: seenState(stored),
    submissionId: crypto.randomUUID(),
  };
}

/** How many requirements each unit itself has on a day. */
export async function countRequirements(db: Db, day: IsoDate): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ unitId: string; count: number }[]>`
    select unit_id as "unitId", count(*)::int as count
    from requirements_on(${day}::date) group by unit_id`;
  return new Map(rows.map(({ unitId, count }) => [unitId, count]));
}
