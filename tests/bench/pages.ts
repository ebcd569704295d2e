import { listAccounts } from "~/features/access/accounts.queries.server";
import { showShell } from "~/features/access/shell.queries.server";
import { loadViewer } from "~/features/access/viewer.queries.server";
import { listCascades } from "~/features/cascade/spread/cascade-list.queries.server";
import { showCascade } from "~/features/cascade/spread/cascade-page.queries.server";
import { findPeople } from "~/features/cascade/entering/find-people.queries.server";
import { showHandOverForm } from "~/features/cascade/entering/hand-over-form.queries.server";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import { showHandOvers } from "~/features/cascade/hand-overs/hand-overs-page.queries.server";
import { listToConfirm } from "~/features/cascade/hand-overs/to-confirm.queries.server";
import { showUnit } from "~/overviews/unit/unit-overview.queries.server";
import { showMatrix } from "~/features/competence/levels/matrix.queries.server";
import { showPersonPage } from "~/overviews/person/person-page.queries.server";
import { listImports } from "~/features/exchange/uploads/imports.queries.server";
import { listCosts } from "~/features/funding/costs/costs.queries.server";
import { projectMoney, untilEndOf } from "~/features/funding/budget/figures.queries.server";
import { listOwnHours } from "~/features/funding/own-hours/own-hours.queries.server";
import { listProjects } from "~/features/funding/projects/projects.queries.server";
import { showProject } from "~/overviews/project/project-page.queries.server";
import { listReports, showReport } from "~/features/reports/reports.queries.server";
import { showStart } from "~/overviews/start/start-page.queries.server";
import { showLogForm } from "~/features/training/courses/log-form.queries.server";
import { listTraining } from "~/features/training/records/training-list.queries.server";
import { listApprovals } from "~/features/training/records/training.queries.server";
import { translator } from "~/i18n/server";
import type { Scene } from "./scene";

/** A page by its one query; `whose` stands beside the name where several roles come to it. */
export type BenchPage = { name: string; show: (scene: Scene) => Promise<unknown> };

const [page, project, unit] = [1, null, null];
const speech = { language: "sv" as const, t: translator("sv") };

/** What the viewer of one unit or one project opens: held against the limits. */
export const ordinaryPages: BenchPage[] = [
  { name: "loadViewer (manager)", show: ({ db, manager }) => loadViewer(db, manager.accountId) },
  { name: "showShell", show: ({ db, manager }) => showShell(db, manager) },
  { name: "start (manager)", show: ({ db, manager, today }) => showStart(db, manager, today) },
  { name: "start (employee)", show: ({ db, employee, today }) => showStart(db, employee, today) },
  {
    name: "start (project manager)",
    show: ({ db, projectManager, today }) => showStart(db, projectManager, today),
  },
  {
    name: "unit",
    show: ({ db, manager, unitId, today }) => showUnit(db, manager, { unitId, today }),
  },
  {
    name: "matrix",
    show: ({ db, manager, unitId, today }) => showMatrix(db, manager, { unitId, page, today }),
  },
  {
    name: "person",
    show: ({ db, manager, personId, today }) => showPersonPage(db, manager, { personId, today }),
  },
  {
    name: "training (own)",
    show: ({ db, employee }) =>
      listTraining(db, employee, { whose: { kind: "own" }, page, loggedId: null }),
  },
  {
    name: "training (unit)",
    show: ({ db, manager }) =>
      listTraining(db, manager, { whose: { kind: "unit" }, page, loggedId: null }),
  },
  {
    name: "approvals",
    show: ({ db, manager, today }) => listApprovals(db, manager, { page, decidedId: null, today }),
  },
  {
    name: "log a course",
    show: ({ db, employee, today }) => showLogForm(db, employee, { day: null, today }),
  },
  {
    name: "hand-overs (employee)",
    show: ({ db, employee, today }) => showHandOvers(db, employee, { part: null, page, today }),
  },
  {
    name: "hand-overs (manager)",
    show: ({ db, manager, today }) => showHandOvers(db, manager, { part: "reach", page, today }),
  },
  {
    name: "hand-over",
    show: ({ db, manager, handOverId, today }) =>
      showHandOver(db, manager, { id: handOverId, today }),
  },
  {
    name: "enter a hand-over",
    show: ({ db, manager, methods, today }) =>
      showHandOverForm(db, manager, { code: methods.code, from: null, today }),
  },
  { name: "listToConfirm", show: ({ db, employee }) => listToConfirm(db, employee) },
  {
    name: "findPeople",
    show: ({ db, manager, today }) => findPeople(db, manager, { query: "a lind", today }),
  },
  {
    name: "spread (unit)",
    show: ({ db, manager, unitId, today }) =>
      listCascades(db, manager, { project, unit: unitId, today }),
  },
  {
    name: "spread (project)",
    show: ({ db, projectManager, project: { code }, today }) =>
      listCascades(db, projectManager, { project: code, unit, today }),
  },
  {
    name: "cascade of a method (unit)",
    show: ({ db, manager, unitId, methods, today }) =>
      showCascade(db, manager, { code: methods.code, project, unit: unitId, today }),
  },
  {
    name: "projects (project manager)",
    show: ({ db, projectManager, today }) => listProjects(db, projectManager, { page, today }),
  },
  {
    name: "projectMoney",
    show: ({ db, project: { id }, today }) =>
      projectMoney(db, {
        projectId: id,
        period: untilEndOf(today, "2000-01-01"),
        asOf: today,
      }),
  },
  {
    name: "project",
    show: ({ db, projectManager, project: { code }, today }) =>
      showProject(db, projectManager, { code, today }),
  },
  {
    name: "costs",
    show: ({ db, projectManager, project: { code }, today }) =>
      listCosts(db, projectManager, { code, filter: "all", page, today }),
  },
  {
    name: "own hours",
    show: ({ db, projectManager, project: { code }, today }) =>
      listOwnHours(db, projectManager, { code, page, today }),
  },
  {
    name: "report",
    show: ({ db, projectManager, reportId, today }) =>
      showReport(db, projectManager, { id: reportId, today, speech }),
  },
  {
    name: "reports (project manager)",
    show: ({ db, projectManager, today }) => listReports(db, projectManager, { page, today }),
  },
  {
    name: "reports (funder)",
    show: ({ db, funder, today }) => listReports(db, funder, { page, today }),
  },
  { name: "imports", show: ({ db, projectManager }) => listImports(db, projectManager, page) },
  { name: "accounts", show: ({ db, administrator }) => listAccounts(db, administrator, page) },
];

/** What covers the whole authority by its meaning: more work where there is more of it. */
export const widePages: BenchPage[] = [
  {
    name: "start (administrator)",
    show: ({ db, administrator, today }) => showStart(db, administrator, today),
  },
  {
    name: "projects (administrator)",
    show: ({ db, administrator, today }) => listProjects(db, administrator, { page, today }),
  },
  {
    name: "training (administrator)",
    show: ({ db, administrator }) =>
      listTraining(db, administrator, { whose: { kind: "unit" }, page, loggedId: null }),
  },
  {
    name: "hand-overs (administrator)",
    show: ({ db, administrator, today }) =>
      showHandOvers(db, administrator, { part: "reach", page, today }),
  },
  {
    name: "reports (administrator)",
    show: ({ db, administrator, today }) => listReports(db, administrator, { page, today }),
  },
  {
    name: "matrix (administrator)",
    show: ({ db, administrator, today }) =>
      showMatrix(db, administrator, { unitId: null, page, today }),
  },
  {
    name: "spread (administrator)",
    show: async ({ db, administrator, today }) => {
      const root = await db.unit.findFirstOrThrow({ where: { parentId: null } });
      return listCascades(db, administrator, { project, unit: root.id, today });
    },
  },
  {
    name: "cascade across all units",
    show: ({ db, manager, unitId, methods, today }) =>
      showCascade(db, manager, { code: methods.lastCode, project, unit: unitId, today }),
  },
];
