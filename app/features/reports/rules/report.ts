import type { Activation } from "~/features/cascade/rules/activation";
import type { ProjectGeneration } from "~/features/cascade/rules/fidelity";
import type { Reach } from "~/features/cascade/rules/reach";
import type { Reproduction } from "~/features/cascade/rules/reproduction";
import type { CumulativePoint } from "~/features/funding/rules/cumulative";
import type { Grant } from "~/features/funding/rules/grant";
import type { GrantUse } from "~/features/funding/rules/grant-use";
import type {
  FinancingKind,
  HoursSpending,
  Spending,
  Sums,
} from "~/features/funding/rules/project-money";
import type { IndicatorView } from "~/features/outcomes/indicator-view";
import type { IsoDate } from "~/terms/day";
import type { Share } from "~/terms/share";

/**
 * A report to a funder: the one object that its page, charts, CSV, JSON and command are made from.
 * Counts and sums without names of people. Periods are half-open, amounts are öre under keys that
 * end in `Ore`, times are minutes, and every figure is until the end of `asOf`.
 */
export type Report = {
  /** The last day of the period, or today while it goes on. */
  asOf: IsoDate;
  periodHasEnded: boolean;
  /** Until the end of which day, `asOf` at the most, the ledger is known; null where none is. */
  bookedThrough: IsoDate | null;
  /** Until the end of which day the plan is counted, see `ProjectMoney`. */
  plannedThrough: IsoDate;
  hoursPlannedThrough: IsoDate | null;
  report: ReportHead;
  project: ReportProject;
  grants: (Grant & { id: string })[];
  /** Each grant against the lines that it pays. */
  grantUse: GrantUse[];
  decisions: {
    id: string;
    body: string;
    decidedOn: IsoDate;
    ref: string | null;
    summary: string;
  }[];
  appendices: { id: string; title: string; datedOn: IsoDate | null }[];
  money: ReportMoney;
  /**
   * The budget's lines that aren't told of: nothing has been decided or booked for them, and nothing
   * is said of them. The first versions don't name them.
   */
  leftOut?: string[];
  /** Each grant, cash and in-kind in the order of the budget, then what is unplaced, if any. */
  financing: SourceSums[];
  /** Cumulated plan and spending by month, and a modelled forecast: of what is paid in kronor. */
  points: CumulativePoint[];
  ownHours: ReportHours;
  training: ReportTraining;
  cascade: ReportCascade;
  indicators: IndicatorView[];
  texts: ReportTexts;
};

export type ReportKind = "interim" | "final";

export type ReportHead = {
  /** Null for a report that nobody has begun: it is computed from the project alone. */
  id: string | null;
  kind: ReportKind;
  title: string | null;
  startsOn: IsoDate;
  endsBefore: IsoDate;
  dueOn: IsoDate | null;
  /** Since when the funder reads it. */
  sharedOn: IsoDate | null;
  /** Which version it is as it was shared; null for figures that go on changing. */
  version: VersionHead | null;
};

/** A version of a report, by what its reader is told of it. */
export type VersionHead = {
  /** From 1 on. */
  number: number;
  /** The day that its figures were read. */
  frozenOn: IsoDate;
  /** When it was shared, or later: it was shared before the program froze reports. */
  freezing: "shared" | "at_upgrade";
  /** The version before it. */
  replaces: { number: number; sharedOn: IsoDate } | null;
};

export type PartyRole = "owner" | "coordinator" | "partner";

export type ReportProject = {
  code: string;
  name: string;
  purpose: string;
  startsOn: IsoDate;
  endsBefore: IsoDate;
  unit: string;
  /** The authority that owns the project. */
  owner: string;
  orgNumber: string | null;
  partners: { id: string; name: string; orgNumber: string | null; role: PartyRole }[];
};

/** Spending against its budget. What is booked and not paid has no date, and is left out. */
export type ReportSums = Omit<Sums, "committedOre" | "availableOre">;

export type LineSums = ReportSums & {
  lineId: string;
  costCategory: string;
  name: string;
  financing: FinancingKind;
  funder: string | null;
  grantTitle: string | null;
  /** What the project says of the line in this report. */
  comment: string;
};

export type CategorySums = Pick<
  ReportSums,
  "budgetOre" | "planOre" | "accumulatedOre" | "remainingOre"
> & { costCategory: string };

export type SourceSums = ReportSums & {
  kind: FinancingKind | "unplaced";
  grantId: string | null;
  funder: string | null;
  grantTitle: string | null;
};

export type ReportMoney = {
  lines: LineSums[];
  /** Costs that stand on no line yet, and how many they are. */
  unplaced: ReportSums & { count: number };
  totals: ReportSums;
  /** The totals without own hours. */
  paid: ReportSums;
  /** The lines by cost category. */
  categories: CategorySums[];
};

/** `partnerId` is null for the authority that owns the project, where no partner stands for it. */
export type PartyHoursSpending = HoursSpending & {
  partnerId: string | null;
  name: string;
  role: PartyRole;
};

export type ReportHours = HoursSpending & {
  /** Beside the accumulated: hours that were worked and await somebody's answer. */
  awaiting: { minutes: number; amountOre: number };
  /** Of the accumulated: hours of confirmed hand-overs that count for nobody in the lineage. */
  notCounted: { handOvers: number; minutes: number };
  parties: PartyHoursSpending[];
};

/**
 * A count before the period, in it (`late` of it happened before its first day), and until its end.
 * `previous` is what was told before, `changed` what that is otherwise now: the three add up.
 */
export type Counted = {
  previous: number;
  changed: number;
  thisPeriod: number;
  late: number;
  accumulated: number;
};

export type ReportTraining = {
  /** Different people with an approved course of the project or a part in a counted hand-over. */
  trainedPeople: Counted;
  /** Different people who took part in these in the period, as learners or trainers, new or not. */
  activePeople: number;
  /** Different people near the project who learned one of its methods otherwise, in its time. */
  besidePeople: number;
  /** Different people who finished a course. */
  coursePeople: Counted;
  /** Finished courses, once for each person. */
  courses: Counted;
  minutes: Counted;
  cost: Spending;
};

export type ReportMethod = {
  competenceId: string;
  code: string;
  name: string;
  /** As it was told when the period began. */
  reachBefore: Share;
  /** Of the group, since then. */
  reachCame: number;
  reachLeft: number;
  reach: Reach;
  activation: Activation;
  reproduction: Reproduction;
  generations: ProjectGeneration[];
  handOvers: Counted;
  /** Counted ones in its circle that aren't the project's. */
  handOversBeside: number;
  minutes: Counted;
  trainedPeople: Counted;
  besidePeople: number;
};

export type ReportCascade = {
  methods: ReportMethod[];
  /** People reached ÷ people in the groups, all methods, 0 to 100; null without groups. */
  reachPercentBefore: number | null;
  reachPercent: number | null;
  handOvers: Counted;
  minutes: Counted;
};

export const textNames = ["activities", "results", "lessons"] as const;
export type TextName = (typeof textNames)[number];
export type ReportTexts = Record<TextName, string>;
