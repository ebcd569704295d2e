import type { Viewer } from "~/features/access/viewer";
import { seenState } from "~/features/organisation/seen-state.server";
import { typedKronor } from "~/formats/typed-numbers";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate, dayBefore } from "~/terms/day";
import type { Period } from "~/terms/period";
import { versionsOf } from "../budget/budget-versions.queries.server";
import { grantsOf } from "../grants/grants.queries.server";
import { budgetChanges, type BudgetChange } from "../rules/budget-decisions";
import { budgetPeriods, mostPeriods, type BudgetStep } from "../rules/budget-periods";
import { lineTitle } from "../rules/line-title";
import { findProject } from "../projects/projects.queries.server";
import { shownOf, standing } from "./part-facts.server";
import { stayReasonOfLine } from "./remove-part.commands.server";
import type { LineHeldElsewhere } from "./line-use.server";
import type { FormValues, PartFormView } from "./set-up-forms.queries.server";
import type { PartPlace } from "../rules/set-up-parts";

export type LineFormView = PartFormView & {
  grants: { id: string; label: string }[];
  /** The cost categories that the budget has already. */
  categories: string[];
  /** Nothing is planned yet: there is no budget to change. */
  isFirstBudget: boolean;
  /** How the line's budget has changed so far. */
  changes: BudgetChange[];
  /** How many rows of periods the form has, empty ones included. */
  rowCount: number;
  /** How the periods are laid out that stand there to be filled in; null for those as stored. */
  step: BudgetStep | null;
};

type Asked = PartPlace & { language: "sv" | "en"; step: BudgetStep | null };

/**
 * The form of a budget line: its periods as they are, or, for a line without any, the project's
 * time laid out in the steps asked for.
 */
export async function showLineForm(
  db: Db,
  viewer: Viewer,
  { code, id, language, step: asked }: Asked,
  heldElsewhere: LineHeldElsewhere,
): Promise<LineFormView> {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const [line, grants, lines] = await Promise.all([
    id === null ? null : findLine(db, { id, projectId: project.id }),
    grantsOf(db, project.id),
    db.budgetLine.findMany({
      where: { projectId: project.id, withdrawnAt: null },
      orderBy: { position: "asc" },
      select: { costCategory: true },
    }),
  ]);
  const stored = line?.amounts ?? [];
  const step = stored.length > 0 ? null : (asked ?? "whole");
  const rows = step === null ? stored.map(typedAmount(language)) : emptyRows(project, step);
  const open = grants.filter(({ closedOn }) => closedOn === null);
  const only = open.length === 1 ? open[0]?.id : undefined;
  return {
    ...{ project, id, step },
    name: line ? lineTitle(line) : "",
    seen: id === null ? "" : seenState(await shownOf(db, "lines", standing(id, project.id))),
    values: {
      ...(line ? lineValues(line) : { financing: "grant", grantId: only ?? "" }),
      budgetSince: stored.length > 0 ? "decided" : "start",
      decidedOn: viewer.today,
      ...numbered(rows),
    },
    isFirstBudget: stored.length === 0,
    changes: id === null ? [] : budgetChanges(await versionsOf(db, id)),
    stays: id === null ? null : await stayReasonOfLine(db, id, heldElsewhere),
    submissionId: crypto.randomUUID(),
    removalId: crypto.randomUUID(),
    grants: grants.map(({ id: grantId, title }) => ({ id: grantId, label: title })),
    categories: [...new Set(lines.map(({ costCategory }) => costCategory))],
    rowCount: Math.min(mostPeriods, rows.length + (step === null ? 2 : 1)),
  };
}

async function findLine(db: Db, where: { id: string; projectId: string }) {
  const inForce = { withdrawnAt: null, replacedOn: null };
  const include = { amounts: { where: inForce, orderBy: { startsOn: "asc" as const } } };
  const standing = { ...where, withdrawnAt: null };
  return (await db.budgetLine.findFirst({ where: standing, include })) ?? notFound();
}

type StoredLine = Awaited<ReturnType<typeof findLine>>;

function lineValues({ costCategory, name, financing, grantId, accounts }: StoredLine): FormValues {
  return {
    ...{ costCategory, name, financing, accounts: accounts.replaceAll(",", ", ") },
    grantId: grantId ?? "",
  };
}

type TypedRow = { startsOn: string; endsOn: string; amountOre: string };

function typedAmount(language: "sv" | "en") {
  return (row: StoredLine["amounts"][number]): TypedRow => ({
    startsOn: toIsoDate(row.startsOn),
    endsOn: dayBefore(toIsoDate(row.endsBefore)),
    amountOre: typedKronor(Number(row.amountOre), language),
  });
}

function emptyRows(project: Period, step: BudgetStep): TypedRow[] {
  return budgetPeriods(project, step).map(({ startsOn, endsBefore }) => ({
    ...{ startsOn, endsOn: dayBefore(endsBefore), amountOre: "" },
  }));
}

function numbered(rows: TypedRow[]): FormValues {
  return Object.fromEntries(
    rows.flatMap((row, number) =>
      Object.entries(row).map(([name, value]) => [`${name}${number}`, value]),
    ),
  );
}
