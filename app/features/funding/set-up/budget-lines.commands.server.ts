import type { Viewer } from "~/features/access/viewer";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { refuseTaken } from "~/platform/taken.server";
import { toDbDate, toIsoDate, dayAfter, dayBefore, type IsoDate } from "~/terms/day";
import { type Period, firstOverlap, haveNoDayInCommon, lastDayOf } from "~/terms/period";
import { stepOfBudget, type BudgetSince } from "../rules/budget-decisions";
import { templateCategories } from "../rules/budget-templates";
import { categoryKey } from "../rules/cost-categories";
import { lineTitle } from "../rules/line-title";
import { lineUse } from "./line-use.server";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import { oneCategory } from "./one-category.server";
import { factsOf, shownOf, standing } from "./part-facts.server";
import {
  reasonOf,
  requireAgreedChange,
  type TouchedFigures,
} from "../reported/agreed-change.server";
import { readPeriods } from "../reported/read-periods.queries.server";
import { budgetedOre, type PlannedAmount } from "../rules/plan";
import type { PartPlace } from "../rules/set-up-parts";
import { setUpProject } from "./set-up-project.server";
import type { LineInput, TemplateInput } from "./set-up.schema";
import { touchedByLine, type LineFacts } from "./touched-by-line.server";
import { sharedAccounts } from "../rules/typed-accounts";

/**
 * Adds a line to a project's budget, or changes it, with its budget per period: from the day it is
 * decided, or in the place of one that was wrong. Throws a `FieldError` beside what can't be: no
 * budget, periods that overlap or leave the project's time, a decision ahead or before the one in
 * force, accounts that another line has for the same days, a name that another line of the category
 * has that is paid alike, a grant of another project or for a line that no grant pays, and a line
 * with costs that would take own hours (or the other way round); a `Question` where figures of past
 * days would be others. Returns the line's id.
 */
export function saveLine(db: Database, viewer: Viewer, input: LineInput & PartPlace) {
  const act = { ...input, action: input.id === null ? "budget-line.add" : "budget-line.change" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    const amounts = amountsWithin(project, input.rows);
    await requireGrant(tx, project.id, input);
    await requireOwnAccounts(tx, { projectId: project.id, amounts }, input);
    const { name, financing, grantId, accounts } = input;
    const line = input.id === null ? null : standing(input.id, project.id);
    const was = line && (await factsOf.lines(tx, line));
    const category = { projectId: project.id, id: input.id, typed: input.costCategory, was };
    const costCategory = await oneCategory(tx, audit, category);
    const after = { costCategory, name, financing, grantId, accounts };
    if (line && input.seen) requireUnchanged(input.seen, await shownOf(tx, "lines", line));
    const counted =
      line && was ? await touchedByLine(tx, { ...line, before: was, after }) : nothing;
    const id = line
      ? await changeLine(tx, line.id, after)
      : await addLine(tx, { ...after, projectId: project.id });
    const budget = await decideBudget(tx, { id, amounts, input, today: viewer.today });
    const planned = await touchedByBudget(tx, project.id, budget);
    const read = [...new Set([...counted.read, ...planned.read])];
    requireAgreedChange({ touched: [...counted.touched, ...planned.touched], read }, input);
    const detail = { ...after, was, ...budget, ...reasonOf(input) };
    audit({ type: "budget-line", id, detail });
    return id;
  }).catch(refuseTaken("name", "funding.errors.lineTwice"));
}

/**
 * Adds an empty line for each cost category of a template that the budget has no line of yet,
 * paid by the project's grant where it has one alone that isn't closed. Throws a `FieldError` at `template` where
 * all are there. Returns the project's id.
 */
export function addTemplateLines(
  db: Database,
  viewer: Viewer,
  input: TemplateInput & { code: string },
) {
  const act = { ...input, action: "budget-line.template" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project: { id: projectId } }) => {
    const [lines, grants] = await Promise.all([
      tx.budgetLine.findMany({ where: { projectId, withdrawnAt: null } }),
      tx.grant.findMany({ where: { projectId, withdrawnAt: null, closedOn: null }, take: 2 }),
    ]);
    const present = new Set(lines.map(({ costCategory }) => categoryKey(costCategory)));
    const wanted = templateCategories[input.template];
    const missing = wanted.filter((category) => !present.has(categoryKey(category)));
    if (missing.length === 0) {
      throw new FieldError({ template: { key: "funding.errors.templateThere" } });
    }
    const last = Math.max(0, ...lines.map(({ position }) => position));
    const grantId = grants.length === 1 ? (grants[0]?.id ?? null) : null;
    await tx.budgetLine.createMany({
      data: missing.map((costCategory, index) => ({
        ...{ projectId, costCategory, name: costCategory, financing: "grant" as const, grantId },
        position: last + index + 1,
      })),
    });
    audit({ type: "project", id: projectId, detail: { template: input.template } });
    return projectId;
  });
}

type Row = LineInput["rows"][number];

function amountsWithin(project: Period, rows: Row[]): PlannedAmount[] {
  if (rows.length === 0) throw new FieldError({ amountOre0: { key: "funding.errors.noAmount" } });
  const periods = rows.map(({ endsOn, ...row }) => ({ ...row, endsBefore: dayAfter(endsOn) }));
  const values = { first: project.startsOn, last: dayBefore(project.endsBefore) };
  for (const { number, startsOn, endsBefore } of periods) {
    const key = "funding.errors.periodOutside";
    if (startsOn < project.startsOn)
      throw new FieldError({ [`startsOn${number}`]: { key, values } });
    if (endsBefore > project.endsBefore) {
      throw new FieldError({ [`endsOn${number}`]: { key, values } });
    }
  }
  const overlapping = firstOverlap(periods);
  if (overlapping) {
    const key = "funding.errors.periodsOverlap";
    throw new FieldError({ [`startsOn${overlapping.number}`]: { key } });
  }
  return periods.map(({ startsOn, endsBefore, amountOre }) => ({
    startsOn,
    endsBefore,
    amountOre,
  }));
}

async function requireGrant(tx: Transaction, projectId: string, line: LineInput): Promise<void> {
  if (line.grantId === null) return;
  if (line.financing !== "grant") {
    throw new FieldError({ grantId: { key: "funding.errors.grantOfOwnMoney" } });
  }
  const where = { id: line.grantId, projectId, withdrawnAt: null };
  const grant = await tx.grant.findFirst({ where });
  if (!grant) throw new FieldError({ grantId: { key: "errors.notOffered" } });
}

/** Two lines share an account only where their budgets have no day in common. */
async function requireOwnAccounts(
  tx: Transaction,
  { projectId, amounts }: { projectId: string; amounts: readonly PlannedAmount[] },
  { id, financing, accounts }: LineInput & PartPlace,
): Promise<void> {
  if (accounts === "") return;
  if (financing === "in_kind") {
    throw new FieldError({ accounts: { key: "funding.errors.accountsOfHours" } });
  }
  const others = await tx.budgetLine.findMany({
    where: {
      ...{ projectId, withdrawnAt: null, accounts: { not: "" } },
      ...(id !== null && { id: { not: id } }),
    },
    orderBy: { position: "asc" },
    include: { amounts: { where: inForce } },
  });
  for (const other of others) {
    const shared = sharedAccounts(accounts, other.accounts);
    if (shared === null || haveNoDayInCommon(amounts, other.amounts.map(plannedAmount))) continue;
    const values = { accounts: shared, line: lineTitle(other) };
    throw new FieldError({ accounts: { key: "funding.errors.accountsTaken", values } });
  }
}

type LineData = LineFacts & { projectId: string };

async function addLine(tx: Transaction, data: LineData): Promise<string> {
  const { projectId } = data;
  const { _max } = await tx.budgetLine.aggregate({
    where: { projectId, withdrawnAt: null },
    _max: { position: true },
  });
  const line = await tx.budgetLine.create({
    data: { ...data, position: (_max.position ?? 0) + 1 },
  });
  return line.id;
}

async function changeLine(tx: Transaction, id: string, data: LineFacts): Promise<string> {
  const use = await lineUse(tx, id);
  const takesHours = data.financing === "in_kind";
  if (takesHours ? use.costs + use.courses > 0 : use.ownHours > 0) {
    const key = takesHours ? "funding.errors.lineHasCosts" : "funding.errors.lineHasHours";
    throw new FieldError({ financing: { key } });
  }
  await tx.budgetLine.update({ where: { id }, data });
  return id;
}

const nothing: TouchedFigures = { touched: [], read: [] };

/** That a funder has read another budget of days on which this one would have been decided already. */
async function touchedByBudget(
  tx: Transaction,
  projectId: string,
  { before, amounts, decidedOn }: Awaited<ReturnType<typeof decideBudget>>,
): Promise<TouchedFigures> {
  if (!decidedOn) return nothing;
  const periods = await readPeriods(tx, projectId);
  const read = periods.filter((period) => lastDayOf(period) >= decidedOn);
  if (read.length === 0) return nothing;
  const values = { before: budgetedOre(before) / 100, after: budgetedOre(amounts) / 100 };
  return { touched: [{ key: "funding.touched.budget", values: { ...values, decidedOn } }], read };
}

/** Of amounts: those of the budget that holds until another is decided. */
const inForce = { withdrawnAt: null, replacedOn: null };

type Since = Pick<LineInput, "budgetSince" | "decidedOn"> & { isFirst: boolean; today: IsoDate };

/** Where nobody says, a first budget holds from the start, and another is decided today. */
function sinceOf({ budgetSince, decidedOn, isFirst, today }: Since): BudgetSince {
  const since = budgetSince ?? (isFirst ? "start" : "decided");
  if (since === "start") return { since };
  if (budgetSince !== null && decidedOn === null) {
    throw new FieldError({ decidedOn: { key: "errors.required" } });
  }
  const day = decidedOn ?? today;
  if (day > today) throw new FieldError({ decidedOn: { key: "funding.errors.decidedAhead" } });
  return { since, decidedOn: day };
}

type Decided = { id: string; amounts: PlannedAmount[]; input: LineInput; today: IsoDate };

/** Takes the step from the line's budget in force to the typed one. Returns both for the trail. */
async function decideBudget(tx: Transaction, { id: budgetLineId, amounts, input, today }: Decided) {
  const stored = await tx.budgetAmount.findMany({ where: { budgetLineId, ...inForce } });
  const before = stored.map(plannedAmount);
  const [first] = stored;
  const current = first ? { decidedOn: toIsoDate(first.decidedOn), amounts: before } : null;
  const since = sinceOf({ ...input, isFirst: current === null, today });
  const step = stepOfBudget(current, amounts, since);
  if (step.kind === "same") return {};
  const decidedOn = toDbDate(step.decidedOn);
  if (step.kind === "too-early") {
    const values = { date: step.decidedOn };
    throw new FieldError({ decidedOn: { key: "funding.errors.decidedBefore", values } });
  }
  await tx.budgetAmount.updateMany({
    where: { id: { in: stored.map((amount) => amount.id) } },
    data: step.kind === "replacement" ? { replacedOn: decidedOn } : { withdrawnAt: new Date() },
  });
  await tx.budgetAmount.createMany({
    data: amounts.map(({ startsOn, endsBefore, amountOre }) => ({
      ...{ budgetLineId, decidedOn, amountOre: BigInt(amountOre) },
      startsOn: toDbDate(startsOn),
      endsBefore: toDbDate(endsBefore),
    })),
  });
  return { before, amounts, step: step.kind, decidedOn: step.decidedOn };
}

function plannedAmount(stored: {
  startsOn: Date;
  endsBefore: Date;
  amountOre: bigint;
}): PlannedAmount {
  return {
    startsOn: toIsoDate(stored.startsOn),
    endsBefore: toIsoDate(stored.endsBefore),
    amountOre: Number(stored.amountOre),
  };
}
