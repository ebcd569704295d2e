import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { sourceColumns, type Source } from "~/platform/source";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import { ownHoursAmountOre } from "../rules/own-hours-amount";

export type SourcedHours = {
  projectId: string;
  workedOn: IsoDate;
  /** Of each person. */
  minutes: number;
  personIds: string[];
  text: string;
  source: Source;
};

/**
 * Books own hours as co-financing, in the caller's transaction: one row a person on the project's
 * first in-kind line, at the rate valid on the day. They count once it is told from which day. Throws a `FieldError` at `projectId` where
 * the project can't take the hours: no in-kind line, no rate on the day, or a day outside the
 * project.
 */
export async function bookOwnHours(tx: Transaction, hours: SourcedHours): Promise<void> {
  const { budgetLineId, rateOre } = await placeForHours(tx, hours);
  await tx.ownHours.createMany({
    data: [...new Set(hours.personIds)].map((personId) => ({
      projectId: hours.projectId,
      budgetLineId,
      personId,
      workedOn: toDbDate(hours.workedOn),
      minutes: hours.minutes,
      rateOre: BigInt(rateOre),
      amountOre: BigInt(ownHoursAmountOre({ minutes: hours.minutes, rateOre })),
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
