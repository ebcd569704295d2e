// Every list that comes a page at a time: its pages together are the whole list, each row once.
import { expect, test } from "vitest";
import { listAccounts } from "~/features/access/accounts.queries.server";
import { listHandOvers } from "~/features/cascade/hand-overs/hand-overs.queries.server";
import {
  countedRows,
  reachedRows,
  trainedRows,
} from "~/features/cascade/spread/project-rows.queries.server";
import { listCompetenceRows } from "~/features/competence/catalogue/competence-list.queries.server";
import { showMatrix } from "~/features/competence/levels/matrix.queries.server";
import { listImports } from "~/features/exchange/uploads/imports.queries.server";
import { listCosts } from "~/features/funding/costs/costs.queries.server";
import { listOwnHours } from "~/features/funding/own-hours/own-hours.queries.server";
import { listProjects } from "~/features/funding/projects/projects.queries.server";
import { listPeople } from "~/features/organisation/people-list.queries.server";
import { showMeasurements } from "~/features/outcomes/measurements/measurements.queries.server";
import { listReports } from "~/features/reports/reports.queries.server";
import { listCatalogue } from "~/features/training/catalogue/catalogue.queries.server";
import { listTraining } from "~/features/training/records/training-list.queries.server";
import { listApprovals } from "~/features/training/records/training.queries.server";
import { listCommitments } from "~/overviews/project/commitments.queries.server";
import { listAwaitedAnswers } from "~/overviews/unit/awaited-answers.queries.server";
import { testDatabase } from "../../support/database";
import { storeLongLists } from "./long-lists";

const { db } = await testDatabase();
const today = "2013-06-01";
const world = await storeLongLists(db);
const { administrator, manager, projectId, code, unitId, indicatorId } = world;
const asked = { projectId, asOf: today };
const whose = { kind: "unit" as const };
const filter = "all" as const;

type Page = { pageCount: number; ids: string[] };
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

const lists: Record<string, (page: number) => Promise<Page>> = {
  accounts: async (page) => {
    const { accounts, pageCount } = await listAccounts(db, administrator, page);
    return { pageCount, ids: ids(accounts) };
  },
  people: async (page) => {
    const { rows, pageCount } = await listPeople(db, administrator, { search: "", page, today });
    return { pageCount, ids: ids(rows) };
  },
  matrix: async (page) => {
    const { people, pageCount } = await showMatrix(db, administrator, { unitId, page, today });
    return { pageCount, ids: people.map(({ id }) => id ?? "") };
  },
  competences: async (page) => {
    const { rows, pageCount } = await listCompetenceRows(db, administrator, { page, today });
    return { pageCount, ids: ids(rows) };
  },
  courses: async (page) => {
    const { rows, pageCount } = await listCatalogue(db, administrator, page);
    return { pageCount, ids: ids(rows) };
  },
  training: async (page) => {
    const list = await listTraining(db, manager, { whose, page, loggedId: null });
    return { pageCount: list.pageCount, ids: ids(list.rows) };
  },
  approvals: async (page) => {
    const list = await listApprovals(db, manager, { page, decidedId: null, today });
    return { pageCount: list.pageCount, ids: ids(list.records) };
  },
  answers: async (page) => {
    const { rows, pageCount } = await listAwaitedAnswers(db, manager, { unitId, page, today });
    return { pageCount, ids: rows.map(({ personId }) => personId) };
  },
  handOvers: async (page) => {
    const list = await listHandOvers(db, administrator, { part: "reach", page, today });
    return { pageCount: list.pageCount, ids: ids(list.handOvers) };
  },
  trained: async (page) => {
    const { rows, pageCount } = await trainedRows(db, { ...asked, page });
    return { pageCount, ids: rows.map(({ personId }) => personId) };
  },
  counted: async (page) => {
    const { rows, pageCount } = await countedRows(db, { ...asked, page });
    return { pageCount, ids: rows.map(({ handOverId }) => handOverId) };
  },
  reached: async (page) => {
    const { rows, pageCount } = await reachedRows(db, { ...asked, page });
    return { pageCount, ids: rows.map(({ personId }) => personId) };
  },
  projects: async (page) => {
    const { projects, pageCount } = await listProjects(db, administrator, { page, today });
    return { pageCount, ids: projects.map((project) => project.code) };
  },
  costs: async (page) => {
    const list = await listCosts(db, administrator, { code, filter, page, today });
    return { pageCount: list.pageCount, ids: ids(list.costs) };
  },
  ownHours: async (page) => {
    const { rows, pageCount } = await listOwnHours(db, administrator, { code, page, today });
    return { pageCount, ids: ids(rows) };
  },
  commitments: async (page) => {
    const which = { code, lines: [], page, today };
    const { rows, pageCount } = await listCommitments(db, administrator, which);
    return { pageCount, ids: ids(rows) };
  },
  measurements: async (page) => {
    const which = { code, id: indicatorId, page, today };
    const { measurements, pageCount } = await showMeasurements(db, administrator, which);
    return { pageCount, ids: ids(measurements) };
  },
  reports: async (page) => {
    const { reports, pageCount } = await listReports(db, administrator, { page, today });
    return { pageCount, ids: ids(reports) };
  },
  imports: async (page) => {
    const { imports, pageCount } = await listImports(db, administrator, page);
    return { pageCount, ids: ids(imports) };
  },
};

test("what a list sums up is all its pages", async () => {
  const which = { code, page: 2, today };
  const [costs, hours, commitments] = [
    await listCosts(db, administrator, { ...which, filter }),
    await listOwnHours(db, administrator, which),
    await listCommitments(db, administrator, { ...which, lines: [] }),
  ];
  const { many } = world;
  expect([costs, commitments]).toMatchObject([1, 2].map(() => ({ count: many, amountOre: many })));
  expect(hours).toMatchObject({ minutes: many * 60, amountOre: many });
});

for (const [name, list] of Object.entries(lists)) {
  test(`the pages of ${name} are the whole list, each row once`, async () => {
    const { pageCount, ids: first } = await list(1);
    expect(pageCount).toBeGreaterThan(1);
    const pages = [first];
    for (let page = 2; page <= pageCount; page++) pages.push((await list(page)).ids);
    const full = pages.slice(0, -1).map((page) => page.length);
    expect(new Set(full)).toEqual(new Set([first.length]));
    const all = pages.flat();
    expect(all).toHaveLength(world.many);
    expect(new Set(all).size).toBe(world.many);
  });
}
