import type { Viewer } from "~/features/access/viewer";
import {
  budgetChangesOf,
  type LineChange,
} from "~/features/funding/budget/budget-versions.queries.server";
import {
  cumulativeSpending,
  projectMoney,
  untilEndOf,
} from "~/features/funding/budget/figures.queries.server";
import {
  ownHoursByParty,
  type PartyHours,
} from "~/features/funding/own-hours/own-hours.queries.server";
import {
  projectIdentity,
  type ProjectIdentity,
} from "~/features/funding/projects/identity.queries.server";
import { findProject, type ProjectHead } from "~/features/funding/projects/projects.queries.server";
import { timePassed, type CumulativePoint } from "~/features/funding/rules/cumulative";
import type { ProjectMoney } from "~/features/funding/rules/project-money";
import type { IndicatorView } from "~/features/outcomes/indicator-view";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import { outcomeDay } from "~/features/outcomes/rules/outcome-day";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** A project's page: its money, its outcomes and its papers on one day. */
export type ProjectPageView = {
  project: ProjectHead & { mayChange: boolean; maySetUp: boolean };
  /** Money is until the end of this day: what is booked late counts also when the project is over. */
  asOf: IsoDate;
  /** Outcomes are until the end of this day: `outcomeDay`. */
  outcomesOn: IsoDate;
  /** Share of the project's time that had passed when the ledger was known, 0 to 1. */
  timeShare: number;
  /** Its last day lies behind: what remains is now the variance. */
  hasEnded: boolean;
  money: ProjectMoney;
  points: CumulativePoint[];
  parties: PartyHours[];
  indicators: IndicatorView[];
  identity: ProjectIdentity;
  /** The latest first. */
  budgetChanges: LineChange[];
};

/** Asks the same number of statements whatever the size of the project. */
export async function showProject(
  db: Db,
  viewer: Viewer,
  { code, today }: { code: string; today: IsoDate },
): Promise<ProjectPageView> {
  const project = await findProject(db, viewer, { code });
  const { id: projectId, startsOn, endsBefore } = project;
  const outcomesOn = outcomeDay({ startsOn, endsBefore }, today);
  const [money, points, parties, indicators, identity, budgetChanges] = await Promise.all([
    projectMoney(db, { projectId, period: untilEndOf(today, startsOn), asOf: today }),
    cumulativeSpending(db, { projectId, project: { startsOn, endsBefore }, asOf: today }),
    ownHoursByParty(db, { projectId, asOf: today }),
    projectIndicators(db, { projectId, asOf: outcomesOn }),
    projectIdentity(db, projectId),
    budgetChangesOf(db, projectId),
  ]);
  const timeShare = timePassed({ startsOn, endsBefore }, money.plannedThrough);
  const hasEnded = today >= endsBefore;
  return {
    project,
    asOf: today,
    outcomesOn,
    timeShare,
    hasEnded,
    money,
    points,
    parties,
    indicators,
    identity,
    budgetChanges,
  };
}
