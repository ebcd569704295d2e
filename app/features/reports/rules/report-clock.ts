import type { BookedRow, HoursSpending, Spending } from "~/features/funding/rules/project-money";
import type { IsoDate } from "~/terms/day";
import {
  clockPart,
  clockRows,
  clockSums,
  type ClockRow,
  type ClockRows,
  type ClockSums,
} from "./clock";
import type { Counted } from "./report";
import { reachChange, type ReachChange } from "./reach-change";
import { hasParts, rowsOf, type ReportRow, type RowKind } from "./report-row";

/** The kinds of rows that a report sums up; of the others it tells how they stand. */
const summedKinds = [
  "cost",
  "own-hours",
  "training",
  "hand-over",
  "part",
] as const satisfies RowKind[];

/** What a report's columns are made of: what it sums up, and its groups, which are a state. */
export const clockKinds = [...summedKinds, "group"] as const satisfies RowKind[];

export type BaseRows = {
  /** What the base had counted; null without one. */
  then: readonly ReportRow[] | null;
  now: readonly ReportRow[];
  /** The groups as the base told them; of a method of which it told none, the day before the period. */
  groupsThen: readonly ReportRow[];
};

/** A row as it is summed up. */
type Summed = ClockRow & {
  /** What it is counted under: a line, a method. */
  key: string | null;
  kind: (typeof summedKinds)[number];
  /** The day from which it counts. */
  countsOn: IsoDate;
  amountOre: number;
  minutes: number;
  person: string | null;
  /** Of own hours a partner's id; null for our own people's. */
  party: string | null;
  /** A cost of a course. */
  isOfCourse: boolean;
  /** Trained their person: an approved course, or a learner's part in a counted hand-over. */
  trains: boolean;
};

/** A report's sums, column by column. */
export type ReportClock = {
  booked: BookedRow[];
  /** Own hours of a partner by its id, of our own people by null. */
  hoursOf: (party: string | null) => { minutes: ClockSums; ore: ClockSums };
  courses: Counted;
  courseMinutes: Counted;
  courseCost: Spending;
  /** Different people who finished a course. */
  coursePeople: Counted;
  /** Different people who were trained, in a method or at all. */
  trainedPeople: (method: string | null) => Counted;
  /** Different people who took part in what counts from a day in the period, as learners or trainers. */
  activePeople: number;
  /** The project's counted hand-overs and how long they were together, of a method or of all. */
  handOvers: (method: string | null) => Counted;
  handOverMinutes: (method: string | null) => Counted;
  /** Of a method's group, or of all groups. */
  reachChange: (method: string | null) => ReachChange;
};

/**
 * Sums up a report's rows against what was told before. Without a base that is what counts before
 * the period's first day as it is now.
 */
export function reportClock({ then, now, groupsThen }: BaseRows, startsOn: IsoDate): ReportClock {
  const counted = now.flatMap(summedOf);
  const rows = placedRows({ then, counted }, startsOn);
  const of = (kind: Summed["kind"]) => clockPart(rows, (row) => row.kind === kind);
  const [training, handOvers, ownHours] = [of("training"), of("hand-over"), of("own-hours")];
  const trained = clockPart(rows, ({ trains }) => trains);
  const taken = counted.filter(({ kind }) => kind === "training" || kind === "part");
  const takenThen = taken.filter(({ countsOn }) => countsOn >= startsOn);
  const [membersThen, members] = [rowsOf(groupsThen, "group"), rowsOf(now, "group")];
  const method = (id: string | null) =>
    id === null ? handOvers : clockPart(handOvers, isUnder(id));
  return {
    booked: bookedOf(clockPart(rows, ({ kind }) => kind === "cost" || kind === "own-hours")),
    hoursOf: (party) => {
      const theirs = clockPart(ownHours, (row) => row.party === party);
      return { minutes: clockSums(theirs, minutesOf), ore: clockSums(theirs, oreOf) };
    },
    courses: countedOf(clockSums(training, one)),
    courseMinutes: countedOf(clockSums(training, minutesOf)),
    courseCost: inOre(
      clockSums(
        clockPart(rows, ({ isOfCourse }) => isOfCourse),
        oreOf,
      ),
    ),
    coursePeople: peopleOf(training),
    trainedPeople: (id) => peopleOf(id === null ? trained : clockPart(trained, isUnder(id))),
    activePeople: new Set(takenThen.map(({ person }) => person)).size,
    handOvers: (id) => countedOf(clockSums(method(id), one)),
    handOverMinutes: (id) => countedOf(clockSums(method(id), minutesOf)),
    reachChange: (id) => {
      const groupIn = (all: typeof members) =>
        all.filter(({ under }) => id === null || under === id);
      return reachChange({ then: groupIn(membersThen), now: groupIn(members), startsOn });
    },
  };
}

/** What is summed up, each row in its column. */
function placedRows(
  { then, counted }: Pick<BaseRows, "then"> & { counted: readonly Summed[] },
  startsOn: IsoDate,
): ClockRows<Summed> {
  const before = counted.filter(({ countsOn }) => countsOn < startsOn);
  const untold = then && !hasParts(then) ? before.filter(({ kind }) => kind === "part") : [];
  const base = then ? [...summedThen(then), ...untold] : before;
  return clockRows({ base, now: counted, startsOn });
}

/** The column of a report that rows are asked of: what came in its period, or what of it late. */
export type RowsWhen = "this-period" | "late";

/** Which rows of a report are its period's, and who was counted by those before them. */
export type PeriodRows = {
  isOf: (row: ReportRow) => boolean;
  /** The people of what was told before or has taken its place, under what it is counted. */
  before: { person: string | null; under: string | null; kind: RowKind; trains: boolean }[];
};

/** The rows that came in a report's period; with `late` those alone that happened before it. */
export function periodRows(
  { then, now }: Pick<BaseRows, "then" | "now">,
  { startsOn, isLate }: { startsOn: IsoDate; isLate: boolean },
): PeriodRows {
  const placed = placedRows({ then, counted: now.flatMap(summedOf) }, startsOn);
  const ids = new Set((isLate ? placed.late : placed.thisPeriod).map(({ id }) => id));
  const before = [...placed.previous, ...placed.standing];
  return {
    isOf: ({ kind, id }) => ids.has(`${kind} ${id}`),
    before: before.map(({ person, key, kind, trains }) => ({ person, under: key, kind, trains })),
  };
}

function countedOf(sums: ClockSums): Counted {
  return { ...sums, accumulated: accumulatedOf(sums) };
}

/** Sums of amounts, under the names of amounts. */
export function inOre(sums: ClockSums): Spending {
  return {
    ...{ previousOre: sums.previous, changedOre: sums.changed },
    ...{ thisPeriodOre: sums.thisPeriod, lateOre: sums.late },
    accumulatedOre: accumulatedOf(sums),
  };
}

/** Sums of time, under the names of times. */
export function inMinutes(sums: ClockSums): Omit<HoursSpending, keyof Spending> {
  return {
    ...{ previousMinutes: sums.previous, changedMinutes: sums.changed },
    ...{ thisPeriodMinutes: sums.thisPeriod, lateMinutes: sums.late },
    accumulatedMinutes: accumulatedOf(sums),
  };
}

function accumulatedOf({ previous, changed, thisPeriod }: ClockSums): number {
  return previous + changed + thisPeriod;
}

const one = () => 1;
const oreOf = ({ amountOre }: Summed) => amountOre;
const minutesOf = ({ minutes }: Summed) => minutes;

function isUnder(key: string | null) {
  return (row: Summed) => row.key === key;
}

/** Each once, when they first took part. */
function peopleOf({ previous, standing, thisPeriod, late }: ClockRows<Summed>): Counted {
  const people = (rows: Summed[]) => new Set(rows.map(({ person }) => person));
  const [before, now] = [people(previous), people([...standing, ...thisPeriod])];
  const stand = people(standing);
  const come = [...now].filter((person) => !before.has(person) && !stand.has(person));
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
  const all = [...rows.previous, ...rows.standing, ...rows.thisPeriod];
  const lines = new Set(all.map(({ key }) => key));
  return [...lines].map((lineId): BookedRow => {
    const onLine = clockPart(rows, isUnder(lineId));
    return {
      lineId,
      ...inOre(clockSums(onLine, oreOf)),
      ...inMinutes(clockSums(onLine, minutesOf)),
      count: onLine.standing.length + onLine.thisPeriod.length,
    };
  });
}

/** What a version holds stays as it is, and is summed up at every look: once is enough. */
function summedThen(then: readonly ReportRow[]): Summed[] {
  const known = thenSummed.get(then) ?? then.flatMap(summedOf);
  thenSummed.set(then, known);
  return known;
}

const thenSummed = new WeakMap<readonly ReportRow[], Summed[]>();

function summedOf(row: ReportRow): Summed[] {
  const { day } = row;
  if (day === null) return [];
  if (row.kind === "cost") {
    const summed = summedOn(day, row, row.kind);
    summed.isOfCourse = row.source?.type === "training_record";
    summed.amountOre = row.facts.amountOre;
    summed.together = row.facts.voucher && `${row.facts.voucher} ${day}`;
    return [summed];
  }
  if (row.kind === "own-hours") {
    const summed = summedOn(day, row, row.kind);
    summed.amountOre = row.facts.amountOre;
    summed.minutes = row.facts.minutes;
    summed.party = row.facts.party;
    summed.happenedOn = row.facts.workedOn;
    summed.occasion = row.person === null ? null : `${row.kind} ${occasionOf(row)}`;
    return [summed];
  }
  if (row.kind === "training") {
    const summed = summedOn(day, row, row.kind);
    summed.trains = true;
    summed.minutes = row.facts.minutes;
    return [summed];
  }
  if (row.kind === "part") {
    const summed = summedOn(day, row, row.kind);
    summed.trains = row.facts.isLearner;
    summed.occasion = `${row.kind} ${occasionOf(row)} ${row.facts.isLearner}`;
    summed.happenedOn = row.facts.heldOn;
    return [summed];
  }
  if (row.kind !== "hand-over") return [];
  const { isOwn, generation, countsFrom, minutes } = row.facts;
  if (!isOwn || generation === null || countsFrom === null) return [];
  const summed = summedOn(countsFrom, row, row.kind);
  summed.minutes = minutes;
  summed.happenedOn = day;
  return [summed];
}

/** What a row is of, without whom. */
function occasionOf({ id, source, facts }: ReportRow): string {
  const first = "origin" in facts ? facts.origin : undefined;
  return first ?? source?.id ?? id;
}

/** Filled in field by field by who asked for it: of thousands of rows a spread takes its time. */
function summedOn(day: IsoDate, row: ReportRow, kind: Summed["kind"]): Summed {
  const { id, under, person } = row;
  return {
    id: `${kind} ${id}`,
    key: under,
    kind,
    countsOn: day,
    happenedOn: day,
    origin: `${kind} ${occasionOf(row)} ${person ?? ""}`,
    occasion: null,
    amountOre: 0,
    minutes: 0,
    person,
    party: null,
    isOfCourse: false,
    trains: false,
  };
}
