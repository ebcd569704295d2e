import type { IsoDate } from "~/terms/day";

/** Something that a report sums up. */
export type ClockRow = {
  id: string;
  /** When it happened, which may be before the day from which it counts. */
  happenedOn: IsoDate;
  /** Known by what it came from: what takes its place has the same. Null where nothing can. */
  origin: string | null;
  /** Rows of one origin that have come together, such as a voucher's, take a place together. */
  together?: string | null;
  /** What it is of without whom: the place of somebody is taken by whom a correction names instead. */
  occasion?: string | null;
};

/**
 * The rows of a report's columns. `previous` is what its base said: the report that was shared
 * before. `standing` are the rows of now that the base had already, or that took the place of one:
 * they have changed by what they are otherwise. All others are of this period, `late` those of them
 * that happened before its first day. So that previous + changed + this period = accumulated.
 */
export type ClockRows<Row> = { previous: Row[]; standing: Row[]; thisPeriod: Row[]; late: Row[] };

/** Places what counts by a report's last day (`now`) against what its base had counted. */
export function clockRows<Row extends ClockRow>({
  base,
  now,
  startsOn,
}: {
  base: readonly Row[];
  now: readonly Row[];
  /** The first day of the report's period. */
  startsOn: IsoDate;
}): ClockRows<Row> {
  const ids = new Set(base.map(({ id }) => id));
  const stands = new Set(now.map(({ id }) => id));
  // One row, or the rows that came with it, takes the place of one: what comes later is new.
  const gone = base.filter(({ id }) => !stands.has(id));
  const [vacant, replaced] = [new Map<string, Row[]>(), new Set<Row>()];
  for (const row of gone) {
    if (row.origin !== null) vacant.set(row.origin, [...(vacant.get(row.origin) ?? []), row]);
  }
  const taken = new Set<string>();
  const isStanding = ({ id, origin, together }: Row) => {
    if (ids.has(id)) return true;
    if (origin === null) return false;
    const group = together ? `${origin} ${together}` : null;
    if (group !== null && taken.has(group)) return true;
    const place = vacant.get(origin)?.shift();
    if (!place) return false;
    replaced.add(place);
    if (group !== null) taken.add(group);
    return true;
  };
  const [standing, others]: [Row[], Row[]] = [[], []];
  for (const row of now) (isStanding(row) ? standing : others).push(row);
  const left = gone.filter((row) => !replaced.has(row));
  const successors = successorsIn(others, left);
  standing.push(...successors);
  const thisPeriod = others.filter((row) => !successors.has(row));
  const late = thisPeriod.filter(({ happenedOn }) => happenedOn < startsOn);
  return { previous: [...base], standing, thisPeriod, late };
}

/** Those of the rows that take the place which somebody else has left in an occasion. */
function successorsIn<Row extends ClockRow>(rows: readonly Row[], gone: readonly Row[]): Set<Row> {
  const vacant = new Map<string, number>();
  for (const { occasion } of gone) {
    if (occasion) vacant.set(occasion, (vacant.get(occasion) ?? 0) + 1);
  }
  const found = new Set<Row>();
  for (const row of rows) {
    const places = row.occasion ? (vacant.get(row.occasion) ?? 0) : 0;
    if (!row.occasion || places === 0) continue;
    vacant.set(row.occasion, places - 1);
    found.add(row);
  }
  return found;
}

export type ClockSums = { previous: number; changed: number; thisPeriod: number; late: number };

/** Those of the rows that are in a part: on a line, of a party, of a method. */
export function clockPart<Row>(
  { previous, standing, thisPeriod, late }: ClockRows<Row>,
  isIn: (row: Row) => boolean,
): ClockRows<Row> {
  return {
    previous: previous.filter(isIn),
    standing: standing.filter(isIn),
    thisPeriod: thisPeriod.filter(isIn),
    late: late.filter(isIn),
  };
}

/** What rows come to, column by column. */
export function clockSums<Row>(
  { previous, standing, thisPeriod, late }: ClockRows<Row>,
  value: (row: Row) => number,
): ClockSums {
  const total = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + value(row), 0);
  const before = total(previous);
  return {
    previous: before,
    changed: total(standing) - before,
    thisPeriod: total(thisPeriod),
    late: total(late),
  };
}
