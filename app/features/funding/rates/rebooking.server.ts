import type { Db, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { toDbDate, type IsoDate } from "~/terms/day";
import type { RateStretch } from "../rules/hour-rates";
import { newAmountOre, rebookedSums, type TouchedHours } from "../rules/rebooking";

/** What a change of rates would do to what is booked. */
export type RateEffect = {
  /** The booked hours that have another rate than their day would have. */
  rows: TouchedHours[];
  /** The first day with booked hours that would have no rate at all; null where none would. */
  unrated: IsoDate | null;
  /** Some of them lie in a period that a funder has read. */
  isReported: boolean;
};

/** The effect that rates would have on the booked hours of a project, or that they have. */
export async function effectOfRates(
  db: Db,
  projectId: string,
  rates: readonly RateStretch[],
): Promise<RateEffect> {
  const found = await db.$queryRaw<StoredTouched[]>`
    select worked.entry_id as id, to_char(worked.worked_on, 'YYYY-MM-DD') as "workedOn",
      worked.minutes, worked.rate_ore as "rateOre", worked.amount_ore as "amountOre",
      rate."rateOre" as "newRateOre",
      exists (select from reported_of(${projectId}::uuid) reported
        where reported.starts_on <= worked.counts_on
          and reported.ends_before > worked.counts_on) as "isReported"
    from own_hours_of(${projectId}::uuid) worked
    left join json_to_recordset(${JSON.stringify(rates)}::json)
        as rate ("validFrom" date, "endsBefore" date, "rateOre" bigint)
      on rate."validFrom" <= worked.worked_on
      and (rate."endsBefore" is null or rate."endsBefore" > worked.worked_on)
    where rate."rateOre" is distinct from worked.rate_ore
    order by worked.worked_on, worked.entry_id`;
  const rows = found.flatMap(({ newRateOre, isReported: _isReported, ...row }) =>
    newRateOre === null
      ? []
      : [
          {
            ...row,
            rateOre: Number(row.rateOre),
            amountOre: Number(row.amountOre),
            newRateOre: Number(newRateOre),
          },
        ],
  );
  return {
    rows,
    unrated: found.find(({ newRateOre }) => newRateOre === null)?.workedOn ?? null,
    isReported: found.some(({ isReported }) => isReported),
  };
}

type StoredTouched = Omit<TouchedHours, "rateOre" | "amountOre" | "newRateOre"> & {
  rateOre: bigint;
  amountOre: bigint;
  newRateOre: bigint | null;
  isReported: boolean;
};

type Booking = { projectId: string; reason: string; madeByName: string };

/** So many at a time: a statement takes only so many values. */
const atOnce = 1000;

/**
 * Books hours anew at the rate of their day, in the caller's transaction: a row stays as
 * withdrawn, and another takes its place. Returns the id of the note of it.
 */
export async function rebook(
  tx: Transaction,
  rows: readonly TouchedHours[],
  { projectId, reason, madeByName }: Booking,
): Promise<string> {
  for (let first = 0; first < rows.length; first += atOnce) {
    await replaceRows(tx, new Map(rows.slice(first, first + atOnce).map((row) => [row.id, row])));
  }
  const { firstDay, lastDay, rowCount, minutes, beforeOre, afterOre } = rebookedSums(rows);
  const { id } = await tx.rebooking.create({
    data: {
      ...{ projectId, rowCount, minutes, reason, madeByName },
      firstDay: toDbDate(firstDay),
      lastDay: toDbDate(lastDay),
      beforeOre: BigInt(beforeOre),
      afterOre: BigInt(afterOre),
    },
    select: { id: true },
  });
  return id;
}

async function replaceRows(
  tx: Transaction,
  touched: ReadonlyMap<string, TouchedHours>,
): Promise<void> {
  const where = { id: { in: [...touched.keys()] }, withdrawnAt: null };
  const booked = await tx.ownHours.findMany({ where });
  const { count } = await tx.ownHours.updateMany({ where, data: { withdrawnAt: new Date() } });
  // Somebody has taken one back since it was read.
  if (booked.length < touched.size || count < touched.size) {
    throw new FieldError({ form: { key: "funding.errors.hoursMoved" } });
  }
  await tx.ownHours.createMany({
    data: booked.flatMap(({ id, ...row }) => {
      const now = touched.get(id);
      if (!now) return [];
      const amountOre = BigInt(newAmountOre(now));
      return [{ ...row, rateOre: BigInt(now.newRateOre), amountOre, replacesId: id }];
    }),
  });
}
