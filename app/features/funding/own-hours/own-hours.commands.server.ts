import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { sourceColumns, type Source } from "~/platform/source";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import { ownHoursAmountOre } from "../rules/own-hours-amount";

export type HoursOfPerson = {
  personId: string;
  minutes: number;
  /** Others entered them, and the person hasn't said yes. */
  isUnanswered: boolean;
};

export type SourcedHours = {
  projectId: string;
  workedOn: IsoDate;
  people: readonly HoursOfPerson[];
  text: string;
  source: Source;
};

/**
 * Books own hours as co-financing, in the caller's transaction: one row a person on the project's
 * first in-kind line, at the rate valid on the day. They count once it is told from which day. Throws a `FieldError` at `projectId` where
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
  kind: "hand-over" | "training-record",
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
    data: rows.map(({ id: _id, ...row }) => ({
      ...row,
      minutes,
      amountOre: BigInt(ownHoursAmountOre({ minutes, rateOre: Number(row.rateOre) })),
    })),
  });
}

/** Somebody says yes to the own hours that others have entered of them. */
export async function answerOwnHours(
  tx: Transaction,
  source: Source,
  personId: string,
): Promise<void> {
  await tx.ownHours.updateMany({
    where: { ...sourceColumns(source), personId, withdrawnAt: null },
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

async function placeForHours(
  tx: Transaction,
  { projectId, workedOn }: Pick<SourcedHours, "projectId" | "workedOn">,
): Promise<{ budgetLineId: string; rateOre: number }> {
  const project = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    select: {
      startsOn: true,
      endsBefore: true,
      budgetLines: {
        where: { financing: "in_kind" },
        orderBy: { position: "asc" },
        take: 1,
        select: { id: true },
      },
      hourRates: {
        where: { validFrom: { lte: toDbDate(workedOn) } },
        orderBy: { validFrom: "desc" },
        take: 1,
        select: { rateOre: true },
      },
    },
  });
  if (workedOn < toIsoDate(project.startsOn) || workedOn >= toIsoDate(project.endsBefore)) {
    return refuse("funding.errors.dayOutsideProject", workedOn);
  }
  const [line] = project.budgetLines;
  if (!line) throw new FieldError({ projectId: { key: "funding.errors.noInKindLine" } });
  const [rate] = project.hourRates;
  if (!rate) return refuse("funding.errors.noHourRate", workedOn);
  return { budgetLineId: line.id, rateOre: Number(rate.rateOre) };
}

function refuse(key: string, date: IsoDate): never {
  throw new FieldError({ projectId: { key, values: { date } } });
}
