import type { Grant } from "~/features/funding/rules/grant";
import type { IsoDate } from "~/terms/day";

/**
 * A row that a report's figures are made of, as it stands when the figures' last day has ended.
 * Amounts are öre, times minutes, `day` the day from which the row counts. `under` is what it is
 * counted under: the id of a line, a method or an indicator. Nobody's name is in it: a person is an
 * id, in a shared report a key of it alone.
 */
export type ReportRow = { [Kind in RowKind]: RowOf<Kind> }[RowKind];

export type RowOf<Kind extends RowKind> = {
  kind: Kind;
  /** Once among the rows of its kind. */
  id: string;
  under: string | null;
  day: IsoDate | null;
  person: string | null;
  /** What it came from. */
  source: { type: string; id: string } | null;
  facts: RowFacts[Kind];
};

/**
 * What a row was when it was first told: a course, a voucher, a hand-over, an entry. What takes a
 * row's place has the same. The first versions don't say it.
 */
type Origin = { origin?: string };

/** What each kind of row says. */
export type RowFacts = {
  /** Booked on a line that isn't own hours; `under` is null where it stands on none. */
  cost: { amountOre: number; voucher: string | null; import: string | null } & Origin;
  /** The project's ledger is known through `day`; null where none has been read. */
  ledger: Record<never, never>;
  /** Own hours on a line of theirs, a person's or a partner's (`party`). */
  "own-hours": {
    amountOre: number;
    minutes: number;
    rateOre: number;
    workedOn: IsoDate;
    party: string | null;
    /** Worked, and not counted: they await somebody's answer, and `day` is null. */
    awaits: boolean;
  } & Origin;
  /** An approved course of the project's training, once for each person. */
  training: { minutes: number; costOre: number } & Origin;
  /** A confirmed hand-over of the project (`isOwn`), or one beside that joins its people to others. */
  "hand-over": {
    isOwn: boolean;
    minutes: number;
    form: string;
    givesLevel: number;
    /** Null where it doesn't count, for `reason`. */
    generation: number | null;
    reason: string | null;
    trainers: number;
    learners: number;
    countsFrom: IsoDate | null;
    delivered: number;
    possible: number;
  } & Origin;
  /** Somebody who took part in a counted hand-over of the project, as a learner or as a trainer. */
  part: { isLearner: boolean; heldOn: IsoDate } & Origin;
  /** Somebody of a frozen group. */
  group: { isReached: boolean; leftOn: IsoDate | null };
  /** Somebody in the project's circles who has acquired a method. */
  acquired: {
    generation: number;
    inGroup: boolean;
    hasTaught: boolean;
    isActive: boolean;
    leftOn: IsoDate | null;
    mayTeach: boolean;
    /** Learned it in the project's time and near it, and not by the project's training. */
    isBeside: boolean;
    /** What the first versions said in its place: learned it in the project's time and near it. */
    isTrained?: boolean;
  };
  method: { code: string; name: string };
  measurement: { value: number };
  target: { value: number; decidedOn: IsoDate };
  indicator: {
    name: string;
    unit: string;
    higherIsBetter: boolean;
    baseline: number;
    cumulation: string;
    source: string | null;
  };
  project: {
    code: string;
    name: string;
    purpose: string;
    lastDay: IsoDate;
    unit: string;
    owner: string;
    orgNumber: string | null;
  };
  line: {
    place: number;
    costCategory: string;
    name: string;
    financing: string;
    grant: string | null;
  };
  /** What a line may spend in a stretch that begins on `day`. */
  budget: { lastDay: IsoDate; amountOre: number };
  /** `day`: when it was granted. */
  grant: Omit<Grant, "title" | "grantedOn">;
  decision: { body: string; ref: string | null; summary: string };
  phase: { name: string; lastDay: IsoDate; isExtension: boolean };
  partner: { name: string; orgNumber: string | null; role: string };
  appendix: { title: string };
};

export type RowKind = keyof RowFacts;

/** The first versions have no rows of parts, and say of no hand-over what it was at first. */
export function hasParts(version: readonly ReportRow[]): boolean {
  return rowsOf(version, "hand-over").every(({ facts }) => facts.origin !== undefined);
}

/** The rows of one kind. */
export function rowsOf<Kind extends RowKind>(
  rows: readonly ReportRow[],
  kind: Kind,
): RowOf<Kind>[] {
  // The kind tells which of the union's rows these are, which a filter's type can't say.
  return rows.filter((row) => row.kind === kind) as RowOf<Kind>[];
}
