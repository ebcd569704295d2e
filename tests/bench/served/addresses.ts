import type { Scene } from "../scene";

type Role = "manager" | "employee" | "projectManager" | "administrator" | "funder";

/** A page as somebody opens it. `limitKb`: what its HTML may weigh, packed. */
export type Address = {
  name: string;
  role: Role;
  path: (scene: Scene) => string;
  limitKb?: number;
};

/** What is of one unit, person or project. */
export const ordinaryAddresses: Address[] = [
  { name: "own training", role: "employee", path: () => "/training" },
  { name: "start (employee)", role: "employee", path: () => "/" },
  { name: "start (manager)", role: "manager", path: () => "/" },
  { name: "start (project manager)", role: "projectManager", path: () => "/" },
  { name: "unit", role: "manager", path: ({ unitId }) => `/units/${unitId}` },
  {
    name: "unit, a past day",
    role: "manager",
    path: ({ unitId, pastDay }) => `/units/${unitId}?day=${pastDay}`,
  },
  { name: "requirements", role: "manager", path: ({ unitId }) => `/units/${unitId}/requirements` },
  { name: "matrix", role: "manager", path: ({ unitId }) => `/matrix?unit=${unitId}` },
  {
    name: "matrix, a past day",
    role: "manager",
    path: ({ unitId, pastDay }) => `/matrix?unit=${unitId}&day=${pastDay}`,
  },
  { name: "people", role: "manager", path: () => "/people" },
  { name: "person", role: "manager", path: ({ personId }) => `/people/${personId}` },
  { name: "training (unit)", role: "manager", path: () => "/training?scope=unit" },
  { name: "approvals", role: "manager", path: () => "/training/approvals", limitKb: 15 },
  { name: "log a course", role: "employee", path: () => "/training/log" },
  { name: "hand-overs (employee)", role: "employee", path: () => "/handovers" },
  { name: "hand-overs (manager)", role: "manager", path: () => "/handovers" },
  { name: "hand-over", role: "manager", path: ({ handOverId }) => `/handovers/${handOverId}` },
  {
    name: "enter a hand-over",
    role: "manager",
    path: ({ methods }) => `/handovers/new?competence=${methods.code}`,
  },
  { name: "spread (unit)", role: "manager", path: ({ unitId }) => `/cascade?unit=${unitId}` },
  {
    name: "spread (project)",
    role: "projectManager",
    path: ({ project }) => `/cascade?project=${project.code}`,
  },
  {
    name: "method (unit)",
    role: "manager",
    path: ({ unitId, methods }) => `/cascade/${methods.code}?unit=${unitId}`,
    limitKb: 25,
  },
  { name: "projects", role: "projectManager", path: () => "/projects" },
  { name: "project", role: "projectManager", path: ({ project }) => `/projects/${project.code}` },
  {
    name: "project's set-up",
    role: "projectManager",
    path: ({ project }) => `/projects/${project.code}/setup`,
  },
  {
    name: "costs",
    role: "projectManager",
    path: ({ project }) => `/projects/${project.code}/costs`,
  },
  {
    name: "own hours",
    role: "projectManager",
    path: ({ project }) => `/projects/${project.code}/own-hours`,
  },
  { name: "report", role: "projectManager", path: ({ reportId }) => `/reports/${reportId}` },
  {
    name: "shared report",
    role: "projectManager",
    path: ({ sharedReportId }) => `/reports/${sharedReportId}`,
  },
  {
    name: "shared report (funder)",
    role: "funder",
    path: ({ sharedReportId }) => `/reports/${sharedReportId}`,
  },
  { name: "reports", role: "projectManager", path: () => "/reports" },
  { name: "reports (funder)", role: "funder", path: () => "/reports" },
  { name: "imports", role: "projectManager", path: () => "/import" },
];

/** What covers the whole authority by its meaning. */
export const wideAddresses: Address[] = [
  { name: "start (administrator)", role: "administrator", path: () => "/" },
  { name: "units", role: "administrator", path: () => "/units" },
  { name: "people (administrator)", role: "administrator", path: () => "/people" },
  { name: "training (administrator)", role: "administrator", path: () => "/training?scope=unit" },
  { name: "hand-overs (administrator)", role: "administrator", path: () => "/handovers" },
  {
    name: "unit of all",
    role: "administrator",
    path: ({ rootUnitId }) => `/units/${rootUnitId}`,
  },
  {
    name: "unit of all, a past day",
    role: "administrator",
    path: ({ rootUnitId, pastDay }) => `/units/${rootUnitId}?day=${pastDay}`,
  },
  { name: "matrix (administrator)", role: "administrator", path: () => "/matrix" },
  {
    name: "matrix (administrator), a past day",
    role: "administrator",
    path: ({ pastDay }) => `/matrix?day=${pastDay}`,
  },
  {
    name: "spread (administrator)",
    role: "administrator",
    path: ({ rootUnitId }) => `/cascade?unit=${rootUnitId}`,
  },
  {
    name: "method across all units",
    role: "manager",
    path: ({ unitId, methods }) => `/cascade/${methods.lastCode}?unit=${unitId}`,
    limitKb: 25,
  },
  {
    name: "method of the authority",
    role: "administrator",
    path: ({ rootUnitId, methods }) => `/cascade/${methods.lastCode}?unit=${rootUnitId}`,
    limitKb: 25,
  },
  { name: "projects (administrator)", role: "administrator", path: () => "/projects" },
  { name: "reports (administrator)", role: "administrator", path: () => "/reports" },
  { name: "accounts", role: "administrator", path: () => "/accounts" },
];
