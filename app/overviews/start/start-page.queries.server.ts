import { countAccounts } from "~/features/access/accounts.queries.server";
import { hasRole, type Viewer } from "~/features/access/viewer";
import {
  listToConfirm,
  type ToConfirm,
} from "~/features/cascade/hand-overs/to-confirm.queries.server";
import { listOwed, type Owed } from "~/features/cascade/plans/owed.queries.server";
import {
  projectsOnPage,
  type ProjectRow,
} from "~/features/funding/projects/projects.queries.server";
import { listReports, type ReportRow } from "~/features/reports/reports.queries.server";
import { returnedTo } from "~/features/training/records/training-list.queries.server";
import { countApprovals } from "~/features/training/records/training.queries.server";
import type { Db } from "~/platform/db.server";
import { addDays, type IsoDate } from "~/terms/day";
import { showUnit, type UnitOverview } from "../unit/unit-overview.queries.server";

const mostReports = 5;

/** What waits for the viewer, and how their part of the work stands. Null: not theirs. */
export type StartPage = {
  givenName: string;
  /** Answers, mendings, decisions and late reports that only the viewer can see to. */
  waiting: number;
  own: {
    toConfirm: ToConfirm[];
    returned: { id: string; title: string; word: string }[];
    owed: Owed[];
  } | null;
  approvals: number | null;
  unit: Pick<
    UnitOverview,
    "unit" | "requirements" | "measured" | "covered" | "atRisk" | "late"
  > | null;
  projects: (ProjectRow & { lastDay: IsoDate })[] | null;
  reports: ReportRow[] | null;
  accounts: { open: number; withoutPassword: number } | null;
};

export async function showStart(db: Db, viewer: Viewer, today: IsoDate): Promise<StartPage> {
  const seesProjects = hasRole(viewer, "manager", "project_manager", "administrator");
  const [own, approvals, unit, projects, reports, accounts] = await Promise.all([
    viewer.personId ? ownStart(db, viewer, viewer.personId, today) : null,
    hasRole(viewer, "manager") ? countApprovals(db, viewer) : null,
    unitStart(db, viewer, today),
    seesProjects ? projectsOnPage(db, viewer, { page: 1, today }) : null,
    seesProjects || hasRole(viewer, "funder") ? listReports(db, viewer, { page: 1, today }) : null,
    hasRole(viewer, "administrator") ? countAccounts(db, viewer) : null,
  ]);
  return {
    givenName: viewer.name.split(" ")[0] ?? viewer.name,
    waiting: (own?.toConfirm.length ?? 0) + (own?.returned.length ?? 0) + (approvals ?? 0),
    own,
    approvals,
    unit,
    projects: projects ? underWay(projects) : null,
    reports: reports?.reports.slice(0, mostReports) ?? null,
    accounts,
  };
}

function underWay(projects: ProjectRow[]) {
  return projects
    .filter(({ state }) => state === "current")
    .map((project) => ({ ...project, lastDay: addDays(project.endsBefore, -1) }));
}

async function ownStart(db: Db, viewer: Viewer, personId: string, today: IsoDate) {
  const [toConfirm, returned, owed] = await Promise.all([
    listToConfirm(db, viewer),
    returnedTo(db, personId),
    listOwed(db, { personIds: [personId] }, today),
  ]);
  return { toConfirm, returned, owed };
}

async function unitStart(db: Db, viewer: Viewer, today: IsoDate): Promise<StartPage["unit"]> {
  const [unitId] = viewer.managedUnitIds;
  if (!unitId) return null;
  const { unit, requirements, measured, covered, atRisk, late } = await showUnit(db, viewer, {
    unitId,
    today,
  });
  return { unit, requirements, measured, covered, atRisk, late };
}
