import { expect } from "vitest";
import { listProjects } from "~/features/funding/projects/projects.queries.server";
import { listReports } from "~/features/reports/reports.queries.server";
import { reportState } from "~/features/reports/rules/report-state";
import { listCommitments } from "~/overviews/project/commitments.queries.server";
import { showProject, type ProjectPageView } from "~/overviews/project/project-page.queries.server";
import type { Database } from "~/platform/db.server";
import { projectKeys, projectUnits, type ProjectKey } from "./page-facts";
import { projectCode } from "./page-world";
import type { Looking, Viewers } from "./viewers";
import type { Asked } from "./viewers";
import { byText, comesBy, down } from "./sorted";
import { promisedBy, spentBy, standingLines } from "./told-of-money";

type OfDay = Pick<Asked, "world" | "today">;

/** Which projects somebody is shown, and which reports. */
export async function holdsProjectLists(
  db: Database,
  { world, today, looking }: Asked,
): Promise<void> {
  const { viewer, projects } = looking;
  const stateOf = (key: ProjectKey) => {
    const { startsOn, endsBefore } = world.facts.projects[key];
    if (startsOn > today) return "coming";
    return endsBefore <= today ? "ended" : "current";
  };
  const list = await listProjects(db, viewer, { page: 1, today });
  const placeOf = (state: string) => ["current", "coming", "ended"].indexOf(state);
  comesBy(list.projects, ({ state, startsOn, code }) => [placeOf(state), down(startsOn), code]);
  const rows = projects.map((key) => ({ name: key, unit: projectUnits[key], state: stateOf(key) }));
  expect(
    list.projects.map(({ name, unit, state }) => ({ name, unit, state })).sort(byText),
  ).toEqual(rows.sort(byText));
  expect([list.count, list.currentCount]).toEqual([
    projects.length,
    rows.filter(({ state }) => state === "current").length,
  ]);
  for (const row of list.projects) {
    const key = projectKeys.find((each) => each === row.name) ?? "near";
    expect(row.spentOre).toBe(spentBy(world, key, today));
  }
  for (const key of projectKeys) {
    const page = showProject(db, viewer, { code: projectCode(world, key), today });
    if (projects.includes(key)) {
      holdsPapers(await page, spentBy(world, key, today));
      await holdsPromises(db, { world, today, looking, key });
    } else await expect(page).rejects.toMatchObject({ code: "not-found" });
  }
  await holdsReportList(db, { world, today, viewer, all: projects, shared: [] });
}

function holdsPapers({ identity, money, parties }: ProjectPageView, spentOre: number): void {
  const { grants, phases, decisions, appendices, partners } = identity;
  expect(grants).toHaveLength(1);
  const names = [phases[0]?.name, decisions[0]?.body, appendices[0]?.title, partners[0]?.name];
  expect(names).toEqual(["stands", "stands", "stands", "stands"]);
  expect([phases, decisions, appendices, partners].map(({ length }) => length)).toEqual([
    1, 1, 1, 1,
  ]);
  expect(parties.map(({ name }) => name).slice(1)).toEqual(["stands"]);
  expect(money.paid.accumulatedOre).toBe(spentOre);
}

/** What a project's lines have promised, of all of them and of each. */
async function holdsPromises(db: Database, asked: Asked & { key: ProjectKey }): Promise<void> {
  const { world, today, looking, key } = asked;
  const promised = standingLines.flatMap((line) =>
    promisedBy(world.facts, key)
      .filter((course) => course.line === line)
      .toSorted((a, b) => byText([a.heldOn], [b.heldOn])),
  );
  for (const line of [null, "granted", "cash"] as const) {
    const which = {
      code: projectCode(world, key),
      lines: line === null ? [] : [world.lines[key][line]],
    };
    const { rows, ...list } = await listCommitments(db, looking.viewer, {
      ...{ ...which, page: 1, today },
    });
    const shown = promised.filter((course) => line === null || course.line === line);
    const sum = shown.reduce((ore, { costOre }) => ore + costOre, 0);
    expect([list.count, list.amountOre]).toEqual([shown.length, sum]);
    const told = rows.map(({ recordId, amountOre, heldOn, person }) => [
      ...[recordId, amountOre, heldOn, person !== null],
    ]);
    const expected = shown.map(({ id, costOre, heldOn, person }) => [
      ...[id, costOre, heldOn, looking.inReach.includes(person)],
    ]);
    expect(told.sort(byText)).toEqual(expected.sort(byText));
    expect(rows.map(({ heldOn }) => heldOn)).toEqual(shown.map(({ heldOn }) => heldOn));
  }
}

type Reading = OfDay & { viewer: Looking["viewer"]; all: ProjectKey[]; shared: ProjectKey[] };

async function holdsReportList(db: Database, asked: Reading): Promise<void> {
  const { world, today, viewer, all, shared } = asked;
  const reports = world.facts.reports.filter(
    ({ project, state }) =>
      (all.includes(project) && state !== "gone") ||
      (shared.includes(project) && state === "shared"),
  );
  const drafts = reports.filter(({ state }) => state === "draft");
  const coming = drafts.map(({ dueOn }) => dueOn).filter((dueOn) => dueOn >= today);
  const list = await listReports(db, viewer, { page: 1, today });
  expect(list.reports.map(({ id, state }) => [id, state]).sort(byText)).toEqual(
    reports
      .map(({ id, dueOn, state }) => [
        id,
        reportState({ dueOn, isShared: state === "shared" }, today),
      ])
      .sort(byText),
  );
  comesBy(list.reports, ({ state, dueOn, id }) => {
    const isShared = state.state === "shared";
    return [isShared, isShared ? down(dueOn) : dueOn, id];
  });
  expect(list).toMatchObject({
    ...{ count: reports.length, draftCount: drafts.length, nextDueOn: coming.sort()[0] ?? null },
    lateCount: drafts.length - coming.length,
  });
}

/** What the funder of `near` reads: its shared reports. */
export async function holdsFunder(
  db: Database,
  { world, today, funder }: OfDay & Pick<Viewers, "funder">,
): Promise<void> {
  await holdsReportList(db, { world, today, viewer: funder, all: [], shared: ["near"] });
  expect((await listProjects(db, funder, { page: 1, today })).count).toBe(0);
}
