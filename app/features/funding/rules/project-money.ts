import type { IsoDate } from "~/terms/day";
import { grantUseOf, type GrantUse } from "./grant-use";
import { tellLinesApart } from "./line-title";
import { payerKey } from "./payer-key";
import { budgetedOre, plannedOre, type PlannedAmount } from "./plan";
import { variance } from "./variance";

/** Who pays a budget line: the grant, the unit's own cash, or own hours (in kind). */
export type FinancingKind = "grant" | "cash" | "in_kind";

/**
 * What was spent before a period, in it, and until its end, in öre. `previousOre` is what was told
 * before, where it was, and `changedOre` what that is otherwise now: the three add up to what has
 * accumulated. `lateOre` is the part of this period's that happened before its first day.
 */
export type Spending = {
  previousOre: number;
  changedOre: number;
  thisPeriodOre: number;
  lateOre: number;
  accumulatedOre: number;
};

/** Spending against its budget, in öre. */
export type Sums = Spending & {
  /** The current budget, whole. */
  budgetOre: number;
  /** What the plan says should have been spent: until `plannedThrough`, of own hours until `asOf`. */
  planOre: number;
  /** Budget − accumulated. Until the period ends it is what remains; minus is overspent. */
  remainingOre: number;
  /** The same figure, under its name once the period has ended. */
  varianceOre: number;
  /** Variance ÷ budget; null where there is no budget. */
  varianceShare: number | null;
  /** Booked and not yet paid. */
  committedOre: number;
  /** Remaining − committed. */
  availableOre: number;
};

export type LineMoney = Sums & {
  lineId: string;
  costCategory: string;
  name: string;
  financing: FinancingKind;
  grantId: string | null;
  /** Of the grant that pays it: its funder, and what it is called, see `grantTitles`. */
  funder: string | null;
  grantTitle: string | null;
};

/** One source of the money: a grant, the unit's own cash, own hours, or not yet known. */
export type SourceMoney = Sums & {
  kind: FinancingKind | "unplaced";
  grantId: string | null;
  funder: string | null;
  grantTitle: string | null;
};

/** Own hours as co-financing: minutes, and what they are worth. */
export type HoursSpending = Spending & {
  previousMinutes: number;
  changedMinutes: number;
  thisPeriodMinutes: number;
  lateMinutes: number;
  accumulatedMinutes: number;
};

/** The money of one project for one period: what page, chart, file and report all show. */
export type ProjectMoney = {
  /** In the order of the budget. */
  lines: LineMoney[];
  /** Costs that stand on no line yet, and how many they are. */
  unplaced: Sums & { count: number };
  /** All lines and what is unplaced. */
  totals: Sums;
  /** The totals without own hours: what is paid in kronor. */
  paid: Sums;
  /** Each grant, cash and in-kind in the order of the budget, then what is unplaced, if any. */
  sources: SourceMoney[];
  /** Each of the project's grants against its own lines. */
  grants: GrantUse[];
  ownHours: HoursSpending;
  /** Until the end of which day the ledger is known; null where none has been read. */
  bookedThrough: IsoDate | null;
  /** Until the end of which day the plan is counted: what is not in the books yet isn't behind it. */
  plannedThrough: IsoDate;
  /** The same of own hours, which wait for no ledger; null where no line is of them. */
  hoursPlannedThrough: IsoDate | null;
};

/** A grant of the project, whether it pays a line or not. */
export type GrantRow = {
  id: string;
  funder: string;
  title: string;
  grantedOn: IsoDate | null;
  grantedOre: number | null;
};

export type BudgetLineRow = {
  lineId: string;
  costCategory: string;
  name: string;
  financing: FinancingKind;
  grantId: string | null;
  /** What is planned for it as it was decided by the day asked for. */
  amounts: PlannedAmount[];
  committedOre: number;
};

/** What is booked on one line, or on none (`lineId` null). */
export type BookedRow = {
  lineId: string | null;
  previousOre: number;
  changedOre: number;
  thisPeriodOre: number;
  lateOre: number;
  previousMinutes: number;
  changedMinutes: number;
  thisPeriodMinutes: number;
  lateMinutes: number;
  count: number;
};

/** What a line was where it was told before: where its previous money was counted. */
export type ToldLine = Pick<
  BudgetLineRow,
  "lineId" | "costCategory" | "name" | "financing" | "grantId"
>;

export type MoneyFacts = {
  lines: readonly BudgetLineRow[];
  /** The lines as they were told before, also those that are gone; none where nothing was told. */
  toldLines?: readonly ToldLine[];
  booked: readonly BookedRow[];
  grants: readonly GrantRow[];
  bookedThrough: IsoDate | null;
  asOf: IsoDate;
};

/** Puts budget and booked rows together. A line without booked rows has spent nothing. */
export function projectMoneyOf(facts: MoneyFacts): ProjectMoney {
  const { booked, grants, bookedThrough, asOf, toldLines = [] } = facts;
  const lines = withGone(facts);
  const plannedThrough = bookedThrough ?? asOf;
  const bookedOn = new Map(booked.map((row) => [row.lineId, row]));
  const payers = new Map(grants.map((grant) => [grant.id, grant]));
  const lineMoney = tellLinesApart(lines, grants).map((line): LineMoney => {
    const payer = line.grantId === null ? undefined : payers.get(line.grantId);
    const named = { funder: payer?.funder ?? null, grantTitle: payer?.title ?? null };
    const through = line.financing === "in_kind" ? asOf : plannedThrough;
    return { ...moneyOf(line, bookedOn.get(line.lineId), through), ...named };
  });
  const paidParts = lineMoney.flatMap((line) => partsByPayer(line, { toldLines, payers }));
  const unplacedRow = bookedOn.get(null);
  const unplaced = { ...sumsOf(noBudget, unplacedRow), count: unplacedRow?.count ?? 0 };
  return {
    lines: lineMoney,
    unplaced,
    totals: addUp([...lineMoney, unplaced]),
    paid: addUp([...paidParts.filter(({ kind }) => kind !== "in_kind"), unplaced]),
    sources: sourcesOf(paidParts, unplaced),
    grants: grantUseOf({ grants, lines: lineMoney, asOf }),
    ownHours: hoursOf(paidParts, booked),
    bookedThrough,
    plannedThrough,
    hoursPlannedThrough: lines.some(({ financing }) => financing === "in_kind") ? asOf : null,
  };
}

/** A line that was told before and is gone has its previous money, until that is changed. */
function withGone({ lines, toldLines = [], booked }: MoneyFacts): readonly BudgetLineRow[] {
  const standing = new Set(lines.map(({ lineId }) => lineId));
  const counted = new Set(booked.map(({ lineId }) => lineId));
  const gone = toldLines.filter(({ lineId }) => !standing.has(lineId) && counted.has(lineId));
  return [...lines, ...gone.map((line) => ({ ...line, amounts: [], committedOre: 0 }))];
}

type Payers = ReadonlyMap<string, GrantRow>;

/**
 * What each source of a line's money has paid. Where another paid it when it was told before, the
 * previous money is that one's, and has moved since.
 */
function partsByPayer(
  line: LineMoney,
  { toldLines, payers }: { toldLines: readonly ToldLine[]; payers: Payers },
): SourceMoney[] {
  const payerOf = ({ financing, grantId }: Pick<ToldLine, "financing" | "grantId">) => {
    const paying = financing === "grant" ? grantId : null;
    const grant = paying === null ? undefined : payers.get(paying);
    const named = { funder: grant?.funder ?? null, grantTitle: grant?.title ?? null };
    return { kind: financing, grantId: paying, ...named };
  };
  const told = toldLines.find(({ lineId }) => lineId === line.lineId) ?? line;
  const [was, is] = [payerOf(told), payerOf(line)];
  if (sourceKey(was) === sourceKey(is)) return [{ ...is, ...addUp([line]) }];
  const { previousOre } = line;
  const left = { previousOre, changedOre: -previousOre, thisPeriodOre: 0, lateOre: 0 };
  const come = { ...line, previousOre: 0, changedOre: line.changedOre + previousOre };
  return [
    { ...is, ...sumsOf(line, come) },
    { ...was, ...sumsOf(noBudget, left) },
  ];
}

function sourceKey({ kind, grantId }: Pick<SourceMoney, "kind" | "grantId">): string {
  return payerKey(kind, grantId);
}

const noBudget = { budgetOre: 0, planOre: 0, committedOre: 0 };

function moneyOf(
  { amounts, committedOre, ...line }: BudgetLineRow,
  booked: BookedRow | undefined,
  plannedThrough: IsoDate,
): Omit<LineMoney, "funder" | "grantTitle"> {
  const budget = {
    budgetOre: budgetedOre(amounts),
    planOre: plannedOre(amounts, plannedThrough),
    committedOre,
  };
  return { ...line, ...sumsOf(budget, booked) };
}

type Booked = Omit<Spending, "accumulatedOre">;
type Budget = Pick<Sums, "budgetOre" | "planOre" | "committedOre">;

function sumsOf(budget: Budget, booked: Booked | undefined): Sums {
  const { previousOre = 0, changedOre = 0, thisPeriodOre = 0, lateOre = 0 } = booked ?? {};
  const accumulatedOre = previousOre + changedOre + thisPeriodOre;
  const difference = variance({ budgetOre: budget.budgetOre, actualOre: accumulatedOre });
  return {
    ...budget,
    previousOre,
    changedOre,
    thisPeriodOre,
    lateOre,
    accumulatedOre,
    remainingOre: difference.varianceOre,
    ...difference,
    availableOre: difference.varianceOre - budget.committedOre,
  };
}

/** The sums of several rows, as one row. */
function addUp(rows: readonly Sums[]): Sums {
  const total = (figure: keyof Budget | keyof Booked) =>
    rows.reduce((sum, row) => sum + row[figure], 0);
  return sumsOf(
    {
      budgetOre: total("budgetOre"),
      planOre: total("planOre"),
      committedOre: total("committedOre"),
    },
    {
      previousOre: total("previousOre"),
      changedOre: total("changedOre"),
      thisPeriodOre: total("thisPeriodOre"),
      lateOre: total("lateOre"),
    },
  );
}

function sourcesOf(parts: readonly SourceMoney[], unplaced: Sums & { count: number }) {
  const bySource = new Map<string, SourceMoney[]>();
  for (const part of parts) {
    const source = sourceKey(part);
    bySource.set(source, [...(bySource.get(source) ?? []), part]);
  }
  const sources = [...bySource.values()].flatMap((ofSource): SourceMoney[] => {
    const [first] = ofSource;
    return first ? [{ ...first, ...addUp(ofSource) }] : [];
  });
  if (unplaced.count === 0) return sources;
  const nobody = { grantId: null, funder: null, grantTitle: null };
  return [...sources, { kind: "unplaced" as const, ...nobody, ...addUp([unplaced]) }];
}

function hoursOf(parts: readonly SourceMoney[], booked: readonly BookedRow[]): HoursSpending {
  const inKind = parts.filter(({ kind }) => kind === "in_kind");
  const { previousOre, changedOre, thisPeriodOre, lateOre, accumulatedOre } = addUp(inKind);
  const total = (minutes: "previous" | "changed" | "thisPeriod" | "late") =>
    booked.reduce((sum, row) => sum + row[`${minutes}Minutes`], 0);
  const previousMinutes = total("previous");
  const changedMinutes = total("changed");
  const thisPeriodMinutes = total("thisPeriod");
  return {
    ...{ previousOre, changedOre, thisPeriodOre, lateOre, accumulatedOre },
    ...{ previousMinutes, changedMinutes, thisPeriodMinutes, lateMinutes: total("late") },
    accumulatedMinutes: previousMinutes + changedMinutes + thisPeriodMinutes,
  };
}
