import { Prisma } from "~/generated/prisma/client";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { planStateOn } from "../rules/hand-over-debt";

/** What is left of one seat's plan to hand on what was learned. */
export type Owed = {
  trainingRecordId: string;
  person: { id: string; name: string };
  competence: { code: string; name: string };
  planned: number;
  reached: number;
  /** At least 1: a plan that has been reached owes nothing and isn't listed. */
  left: number;
  dueOn: IsoDate;
  isLate: boolean;
};

/** Whose plans: some people's, or those of everybody who works in some units. */
export type OwedBy = { personIds: string[] } | { unitIds: string[] };

/**
 * What is left to hand on, the earliest day first: of approved trainings that carry a plan, of
 * people who have not left. A fixed number of statements. The caller has chosen people that the
 * viewer may see.
 */
export async function listOwed(db: Db, by: OwedBy, today: IsoDate): Promise<Owed[]> {
  const plans = await plansOf(db, by, today);
  const names = await namesOf(
    db,
    plans.map(({ personId }) => personId),
    today,
  );
  return plans.flatMap(({ personId, code, competenceName, reached, ...plan }) => {
    const state = planStateOn(today, plan, reached);
    if (state.left === 0) return [];
    return [
      {
        trainingRecordId: plan.trainingRecordId,
        person: { id: personId, name: nameWithNote(names.get(personId)) },
        competence: { code, name: competenceName },
        planned: plan.colleagues,
        dueOn: plan.dueOn,
        ...state,
      },
    ];
  });
}

type PlanRow = {
  trainingRecordId: string;
  personId: string;
  code: string;
  competenceName: string;
  colleagues: number;
  /** How many different colleagues have learned from the person since the training. */
  reached: number;
  dueOn: IsoDate;
};

function plansOf(db: Db, by: OwedBy, today: IsoDate): Promise<PlanRow[]> {
  const whose =
    "personIds" in by
      ? Prisma.sql`person.id = any(${by.personIds}::uuid[])`
      : Prisma.sql`person.id in (
          select person_id from staff_on(${today}::date)
          where unit_id = any(${by.unitIds}::uuid[]))`;
  return db.$queryRaw<PlanRow[]>`
    select plan.record_id as "trainingRecordId", person.id as "personId",
      competence.code, competence.name as "competenceName", plan.colleagues,
      (select count(*)::int from handed_on_by(person.id, competence.id, plan.held_on,
        ${today}::date)) as reached,
      to_char(plan.due_on, 'YYYY-MM-DD') as "dueOn"
    from plans_to_hand_on() plan
    join people() person on person.id = plan.person_id
    join competences() competence on competence.id = plan.competence_id
    where ${whose} and person.id in (select person_id from staff_on(${today}::date))
    order by plan.due_on, person.family_name, person.given_name, competence.name, plan.record_id`;
}
