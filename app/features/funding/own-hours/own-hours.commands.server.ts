import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { sourceColumns, type Source } from "~/platform/source";
import { toDbDate, type IsoDate } from "~/terms/day";
import { holdLine } from "../costs/money-lines.server";
import { ownHoursAmountOre } from "../rules/own-hours-amount";

export type HoursOfPerson = {
  personId: string;
  minutes: number;
  /** Others entered them, and the person hasn't said yes, nor has anybody for whom they count. */
  isUnanswered: boolean;
};

export type SourcedHours = {
  projectId: string;
  workedOn: IsoDate;
  people: readonly HoursOfPerson[];
  text: string;
  source: Source;
  /** The record that `source` is the correction of. */
  corrects?: Source | null;
};

/**
 * Books own hours as co-financing, in the caller's transaction: one row a person at the rate valid
 * on the day, on the project's line for own hours: that of the day's hours of the record that is
 * corrected, else, of several, the first whose budget has the day.
 * They count once it is told from which day. Throws a `FieldError` at `projectId` where
 * the project can't take the hours: no in-kind line, no rate on the day, or a day outside the
 * project. How long a day may be is `askedOfDay`'s.
 */
export async function bookOwnHours(tx: Transaction, hours: SourcedHours): Promise<void> {
  const { budgetLineId, rateOre } = await placeForHours(tx, hours);
  await tx.ownHours.createMany({
    data: hours.people.map(({ personId, minutes, isUnanswered }) => ({
      projectId: hours.projectId,
      budgetLineId,
      personId,
      workedOn: toDbDate(hours.workedOn),
      minutes,
      rateOre: BigInt(rateOre),
      amountOre: BigInt(ownHoursAmountOre({ minutes, rateOre })),
      unanswered: isUnanswered,
      text: hours.text,
      ...sourceColumns(hours.source),
    })),
  });
}

/** From which day somebody's own hours of another room's record count; null: they await it. */
export type HoursDay = { sourceId: string; personId: string; countsOn: IsoDate | null };

/** Takes in what another room tells of its records' hours. */
export async function tellOwnHoursDays(
  tx: Transaction,
  kind: Source["type"],
  days: readonly HoursDay[],
): Promise<void> {
  await tx.$executeRaw`
    update own_hours set counts_on = told."countsOn"
    from json_to_recordset(${JSON.stringify(days)}::json)
      as told ("sourceId" uuid, "personId" uuid, "countsOn" date)
    where own_hours.source_type = ${kind}::source_type
      and own_hours.source_id = told."sourceId" and own_hours.person_id = told."personId"
      and own_hours.withdrawn_at is null and own_hours.counts_on is distinct from told."countsOn"`;
}

/**
 * People's own hours of one source become others: the rows are taken back, and new ones stand in
 * their place, on their lines and at their rates.
 */
export async function changeOwnHours(
  tx: Transaction,
  source: Source,
  { personIds, minutes }: { personIds: readonly string[]; minutes: number },
): Promise<void> {
  const where = { ...sourceColumns(source), personId: { in: [...personIds] }, withdrawnAt: null };
  const rows = await tx.ownHours.findMany({ where: { ...where, minutes: { not: minutes } } });
  await tx.ownHours.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { withdrawnAt: new Date() },
  });
  await tx.ownHours.createMany({
    data: rows.map(({ id, ...row }) => ({
      ...row,
      ...{ minutes, replacesId: id },
      amountOre: BigInt(ownHoursAmountOre({ minutes, rateOre: Number(row.rateOre) })),
    })),
  });
}

/** The own hours that others have entered of people are theirs from now on: they count, or await that. */
export async function answerOwnHours(
  tx: Transaction,
  source: Source,
  personIds: readonly string[],
): Promise<void> {
  await tx.ownHours.updateMany({
    where: { ...sourceColumns(source), personId: { in: [...personIds] }, withdrawnAt: null },
    data: { unanswered: false },
  });
}

/**
 * Takes back the own hours that came from another room's record: of everybody, or of one person.
 * The rows stay, and count nowhere. Returns how many were taken back; none is no fault.
 */
export async function withdrawOwnHours(
  tx: Transaction,
  source: Source,
  personId?: string,
): Promise<number> {
  const whose = personId === undefined ? {} : { personId };
  const { count } = await tx.ownHours.updateMany({
    where: { ...sourceColumns(source), ...whose, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  return count;
}

type Place = { isRunning: boolean; budgetLineId: string | null; rateOre: bigint | null };

/**
 * Project and line are held: nobody changes a rate or removes the line until the transaction has
 * ended.
 */
async function placeForHours(
  tx: Transaction,
  { projectId, workedOn, corrects }: Pick<SourcedHours, "projectId" | "workedOn" | "corrects">,
): Promise<{ budgetLineId: string; rateOre: number }> {
  await tx.$queryRaw`select from project where id = ${projectId}::uuid for share`;
  const [place] = await tx.$queryRaw<Place[]>`
    select project.starts_on <= ${workedOn}::date and project.ends_before > ${workedOn}::date
        as "isRunning",
      line.line_id as "budgetLineId", rate.rate_ore as "rateOre"
    from project
    left join lateral (
      select line_id from lines_on(project.id, ${workedOn}::date, 'infinity')
      where financing = 'in_kind'
      order by line_id in (
        select budget_line_id from own_hours
        where source_type = ${corrects?.type ?? null}::source_type
          and source_id = ${corrects?.id ?? null}::uuid and worked_on = ${workedOn}::date) desc,
        is_planned desc, place limit 1
    ) line on true
    left join lateral rate_on(project.id, ${workedOn}::date) rate on true
    where project.id = ${projectId}::uuid`;
  if (!place) throw new Error(`There is no project ${projectId}`);
  if (!place.isRunning) return refuse("funding.errors.dayOutsideProject", workedOn);
  const { budgetLineId, rateOre } = place;
  if (budgetLineId === null || !(await holdLine(tx, budgetLineId))) {
    throw new FieldError({ projectId: { key: "funding.errors.noInKindLine" } });
  }
  if (rateOre === null) return refuse("funding.errors.noHourRate", workedOn);
  return { budgetLineId, rateOre: Number(rateOre) };
}

function refuse(key: string, date: IsoDate): never {
  throw new FieldError({ projectId: { key, values: { date } } });
}
