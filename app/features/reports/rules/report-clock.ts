import type { BookedRow } from "~/features/funding/rules/project-money";
import type { IsoDate } from "~/terms/day";
import { clockRows, clockSums, type ClockRow, type ClockRows, type ClockSums } from "./clock";
import type { Counted } from "./report";
import type { ReportRow, RowKind } from "./report-row";

/** The kinds of rows that a report sums up; of the others it tells how they stand. */
export const summedKinds = [
  "cost",
  "own-hours",
  "training",
  "hand-over",
] as const satisfies RowKind[];

/** The rows of now, and those that the base had counted; null without a base. */
export type BaseRows = { then: readonly ReportRow[] | null; now: readonly ReportRow[] };

/** A row as it is summed up. */
type Summed = ClockRow & {
  kind: "cost" | "own-hours" | "training" | "hand-over";
  /** The day from which it counts. */
  countsOn: IsoDate;
  amountOre: number;
  minutes: number;
  person: string | null;
  /** Of own hours a partner's id; null for our own people's. */
  party: string | null;
  /** A cost of a course. */
  isOfCourse: boolean;
};

/** A report's sums, column by column. */
export type ReportClock = {
  booked: BookedRow[];
  /** Own hours of a partner by its id, of our own people by null. */
  hoursOf: (party: string | null) => { minutes: ClockSums; ore: ClockSums };
  courses: Counted;
  courseMinutes: Counted;
  courseCost: Counted;
  /** Different people who finished a course. */
  coursePeople: Counted;
  /** The project's counted hand-overs and how long they were together, of a method or of all. */
  handOvers: (method: string | null) => Counted;
  handOverMinutes: (method: string | null) => Counted;
};

/**
 * Sums up a report's rows against what was told before. Without a base that is what counts before
 * the period's first day as it is now.
 */
export function reportClock({ then, now }: BaseRows, startsOn: IsoDate): ReportClock {
  const counted = now.flatMap(summedOf);
  const base = then?.flatMap(summedOf) ?? counted.filter(({ countsOn }) => countsOn < startsOn);
  const rows = clockRows({ base, now: counted, startsOn });
  const of = (kind: Summed["kind"]) => only(rows, (row) => row.kind === kind);
  const [training, handOvers] = [of("training"), of("hand-over")];
  const method = (id: string | null) => (id === null ? handOvers : only(handOvers, isUnder(id)));
  return {
    booked: bookedOf(only(rows, ({ kind }) => kind === "cost" || kind === "own-hours")),
    hoursOf: (party) => {
      const theirs = only(of("own-hours"), (row) => row.party === party);
      return { minutes: sums(theirs, minutesOf), ore: sums(theirs, oreOf) };
    },
    courses: countedOf(sums(training, one)),
    courseMinutes: countedOf(sums(training, minutesOf)),
    courseCost: countedOf(
      sums(
        only(rows, ({ isOfCourse }) => isOfCourse),
        oreOf,
      ),
    ),
    coursePeople: peopleOf(training),
    handOvers: (id) => countedOf(sums(method(id), one)),
    handOverMinutes: (id) => countedOf(sums(method(id), minutesOf)),
  };
}

/** What columns come to when they are added up. */
export function countedOf({ previous, changed, thisPeriod, late }: ClockSums): Counted {
  return { previous, changed, thisPeriod, late, accumulated: previous + changed + thisPeriod };
}

const one = () => 1;
const oreOf = ({ amountOre }: Summed) => amountOre;
const minutesOf = ({ minutes }: Summed) => minutes;

function isUnder(key: string) {
  return (row: Summed) => row.key === key;
}

function only(
  { previous, standing, thisPeriod, late }: ClockRows<Summed>,
  isIn: (row: Summed) => boolean,
): ClockRows<Summed> {
  return {
    previous: previous.filter(isIn),
    standing: standing.filter(isIn),
    thisPeriod: thisPeriod.filter(isIn),
    late: late.filter(isIn),
  };
}

/** All rows under one key. */
function sums(rows: ClockRows<Summed>, value: (row: Summed) => number): ClockSums {
  const all = (list: Summed[]) => list.map((row) => ({ ...row, key: null }));
  const { previous, standing, thisPeriod, late } = rows;
  const together = {
    previous: all(previous),
    standing: all(standing),
    thisPeriod: all(thisPeriod),
    late: all(late),
  };
  return clockSums(together, { key: null, value });
}

/** Each once, when they first took part. */
function peopleOf({ previous, standing, thisPeriod, late }: ClockRows<Summed>): Counted {
  const people = (rows: Summed[]) => new Set(rows.map(({ person }) => person));
  const [before, now] = [people(previous), people([...standing, ...thisPeriod])];
  const come = [...now].filter((person) => !before.has(person));
  const arrivedLate = people(late);
  return {
    previous: before.size,
    changed: now.size - come.length - before.size,
    thisPeriod: come.length,
    late: come.filter((person) => arrivedLate.has(person)).length,
    accumulated: now.size,
  };
}

function bookedOf(rows: ClockRows<Summed>): BookedRow[] {
  const now = [...rows.standing, ...rows.thisPeriod];
  const lines = new Set([...rows.previous, ...now].map(({ key }) => key));
  return [...lines].map((lineId): BookedRow => {
    const ore = clockSums(rows, { key: lineId, value: oreOf });
    const minutes = clockSums(rows, { key: lineId, value: minutesOf });
    return {
      lineId,
      ...{ previousOre: ore.previous, changedOre: ore.changed },
      ...{ thisPeriodOre: ore.thisPeriod, lateOre: ore.late },
      ...{ previousMinutes: minutes.previous, changedMinutes: minutes.changed },
      ...{ thisPeriodMinutes: minutes.thisPeriod, lateMinutes: minutes.late },
      count: now.filter(({ key }) => key === lineId).length,
    };
  });
}

function summedOf(row: ReportRow): Summed[] {
  const { kind, id, under, day, person, source } = row;
  const origin = source && [kind, source.type, source.id, person ?? ""].join(" ");
  const told = {
    ...{ id: `${kind} ${id}`, key: under, origin, person, party: null, isOfCourse: false },
    ...{ amountOre: 0, minutes: 0 },
  };
  if (day === null) return [];
  const onDay = { countsOn: day, happenedOn: day };
  if (kind === "cost") {
    const isOfCourse = source?.type === "training-record";
    return [{ ...told, ...onDay, kind, isOfCourse, amountOre: row.facts.amountOre }];
  }
  if (kind === "own-hours") {
    const { amountOre, minutes, workedOn, party } = row.facts;
    return [{ ...told, ...onDay, kind, amountOre, minutes, party, happenedOn: workedOn }];
  }
  if (kind === "training") return [{ ...told, ...onDay, kind, minutes: row.facts.minutes }];
  if (kind !== "hand-over") return [];
  const { isOwn, generation, countsFrom, minutes } = row.facts;
  if (!isOwn || generation === null || countsFrom === null) return [];
  return [{ ...told, kind, minutes, countsOn: countsFrom, happenedOn: day }];
}
