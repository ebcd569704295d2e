import { expect, test } from "vitest";
import { showComputedRows } from "~/features/outcomes/computed/computed-rows.queries.server";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { makeIndicator } from "../../factories/indicator";
import { letLeave, makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

/** Two methods, one of them with a group of four of whom one has left; in spring two learned. */
async function makeSpread() {
  const unit = await makeUnit(db);
  const project = await makeProject(db, { unit });
  const [method, other] = [
    await makeCompetence(db, { authorityId: unit.authorityId }),
    await makeCompetence(db, { authorityId: unit.authorityId }),
  ];
  const people = [];
  for (let count = 0; count < 4; count += 1) people.push(await makePerson(db, { unit }));
  const [trainer = "", first = "", second = "", leaver = ""] = people.map(({ id }) => id);
  const projectId = project.id;
  const members = [trainer, first, second, leaver];
  await makeFrozenGroup(db, { project, competenceId: method.id, members });
  for (const [personId, competenceId, attestedOn] of [
    [trainer, method.id, "2013-02-01"],
    [leaver, method.id, "2013-02-02"],
    // Learned before the project, and of a method that is none of its own.
    [trainer, other.id, "2012-02-01"],
  ] as const) {
    await makeAttestation(db, { personId, competenceId, attestedOn, level: 4 });
  }
  await letLeave(db, leaver, "2013-04-01");
  const handOver = { competence: method, trainers: [trainer], projectId };
  await makeHandOver(db, { ...handOver, heldOn: "2013-03-01", learners: [first] });
  await makeHandOver(db, { ...handOver, heldOn: "2013-05-01", learners: [first, second] });
  await makeHandOver(db, {
    ...{ competence: other, trainers: [trainer], projectId },
    ...{ heldOn: "2013-05-02", learners: [first] },
  });
  // Not the project's.
  const elsewhere = { competence: method, trainers: [trainer], learners: [second] };
  await makeHandOver(db, { ...elsewhere, heldOn: "2013-05-03" });
  const viewer = makeViewer({ roles: ["manager"], managedProjectIds: [projectId] });
  const rowsOf = async (source: string, today: string) => {
    const { id } = await makeIndicator(db, { projectId, source, targets: [["2013-12-31", 9]] });
    const view = await showComputedRows(db, viewer, { code: project.code, id, page: 1, today });
    return { actual: view.indicator.actual, ...view.rows };
  };
  return { project, viewer, rowsOf };
}

test.each(["2013-01-31", "2013-02-01", "2013-03-31", "2013-04-01", "2013-05-01", "2014-06-01"])(
  "each figure of %s counts the rows that it opens to",
  async (today) => {
    const { rowsOf } = await makeSpread();
    for (const source of ["trained-people", "hand-overs"]) {
      const { actual, rows, count } = await rowsOf(source, today);
      expect([rows.length, count]).toEqual([actual, actual]);
    }
    const reach = await rowsOf("reach-percent", today);
    if (reach.source !== "reach-percent") throw new Error("Another kind of rows");
    const reached = reach.rows.filter(({ isReached }) => isReached).length;
    expect(reach.actual).toBe((100 * reached) / reach.rows.length);
  },
);

test("the rows are those of the day, by name", async () => {
  const { rowsOf } = await makeSpread();
  const trained = await rowsOf("trained-people", "2013-05-02");
  expect(trained.count).toBe(2);
  expect(trained.rows.flatMap((row) => ("learned" in row ? row.learned : []))).toHaveLength(4);
  const reached = await rowsOf("reach-percent", "2013-05-02");
  expect(reached).toMatchObject({ actual: 75, count: 4 });
  expect(reached.rows.at(-1)).toMatchObject({ isReached: false, leftOn: "2013-04-01" });
  expect(await rowsOf("hand-overs", "2013-05-02")).toMatchObject({
    actual: 3,
    rows: [{ heldOn: "2013-05-02" }, { heldOn: "2013-05-01" }, { heldOn: "2013-03-01" }],
  });
});

test("reach without a group is no figure", async () => {
  const project = await makeProject(db);
  const projectId = project.id;
  const targets: [string, number][] = [["2013-06-30", 50]];
  const { id } = await makeIndicator(db, { projectId, source: "reach-percent", targets });
  const [view] = await projectIndicators(db, { projectId, asOf: "2013-09-01" });
  expect(view).toMatchObject({ actual: null, ratio: null, band: "not-measured" });
  const viewer = makeViewer({ roles: ["manager"], managedProjectIds: [projectId] });
  const asked = { code: project.code, id, page: 1, today: "2013-09-01" };
  expect(await showComputedRows(db, viewer, asked)).toMatchObject({ rows: { count: 0 } });
});

test("typed indicators, and those out of reach, have no such page", async () => {
  const project = await makeProject(db);
  const projectId = project.id;
  const typed = await makeIndicator(db, { projectId });
  const computed = await makeIndicator(db, { projectId, source: "hand-overs" });
  const viewer = makeViewer({ roles: ["manager"], managedProjectIds: [projectId] });
  const stranger = makeViewer({ roles: ["project_manager"] });
  for (const [who, id] of [
    [viewer, typed.id],
    [stranger, computed.id],
  ] as const) {
    const asked = { code: project.code, id, page: 1, today: "2013-09-01" };
    await expect(showComputedRows(db, who, asked)).rejects.toMatchObject({ code: "not-found" });
  }
});
