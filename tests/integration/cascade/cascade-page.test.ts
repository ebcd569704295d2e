import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { listCascades } from "~/features/cascade/spread/cascade-list.queries.server";
import { cascadeFile, showCascade } from "~/features/cascade/spread/cascade-page.queries.server";
import type { Viewer } from "~/features/access/viewer";
import { makeAttestation } from "../../factories/attestation";
import { makeHandOver } from "../../factories/hand-over";
import { letLeave, makePerson } from "../../factories/person";
import { makeRequirement } from "../../factories/requirement";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { foundingCase, today } from "./hand-over-books";

const { db } = await testDatabase();

/** Ann taught Bo, Bo taught Cia, Dan is left; Eva, of the unit, is beside the group. */
async function spreadOut() {
  const given = await foundingCase(db);
  const { unit, competence, project, id } = given;
  const { id: eva } = await makePerson(db, { unit, givenName: "eva", joinedOn: "2013-06-01" });
  const clear = (personId: string, attestedOn: string) =>
    makeAttestation(db, {
      personId,
      competenceId: competence.id,
      attestedOn,
      source: "teach_back",
    });
  await clear(id.bo, "2013-03-15");
  const elements = competence.coreElements.map((element) => element.id);
  const one = { competence, projectId: project.id };
  await makeHandOver(db, {
    ...one,
    heldOn: "2013-03-01",
    trainers: [id.ann],
    learners: [id.bo],
    elements,
  });
  await makeHandOver(db, {
    ...one,
    heldOn: "2013-04-01",
    trainers: [id.bo],
    learners: [id.cia, eva],
    elements: elements.slice(0, 2),
  });
  const invalid = await makeHandOver(db, {
    ...one,
    heldOn: "2013-05-01",
    trainers: [id.cia],
    learners: [id.dan],
  });
  return { ...given, eva, invalid };
}

test("the page tells reach, carriers, dead ends and who is left, and names what doesn't count", async () => {
  const { competence, project, id, manager, invalid } = await spreadOut();
  const page = await showCascade(db, manager, {
    code: competence.code,
    project: project.code,
    unit: null,
    today,
  });
  const first = (name: string) => name.split(" ")[0];
  expect(page.figures).toMatchObject({
    reach: { numerator: 3, denominator: 4, beside: 1 },
    activation: { numerator: 1, denominator: 1 },
    reproduction: { learners: 3, trainers: 2 },
    generations: [
      { people: 1 },
      { people: 1, handOvers: 1, delivered: 3, possible: 3 },
      { people: 2, handOvers: 1, delivered: 2, possible: 3 },
    ],
  });
  expect(page.carriers.names.map(({ name }) => first(name))).toEqual(["ann", "bo"]);
  const shown = page.people.filter(({ isCarrier }) => isCarrier);
  expect(shown.map(({ name }) => first(name))).toEqual(["ann", "bo"]);
  expect(page.notReached).toMatchObject({
    names: [{ name: expect.stringMatching(/^dan/) }],
    count: 1,
  });
  expect(page.notCounted).toMatchObject({
    rows: [{ id: invalid.id, reason: "trainer-not-cleared", mayOpen: true }],
    count: 1,
  });
  expect(
    page.people.map(({ name, generation, isDeadEnd, inGroup, parent }) => [
      first(name),
      generation,
      isDeadEnd,
      inGroup,
      parent === null ? null : first(page.people.find((other) => other.id === parent)?.name ?? ""),
    ]),
  ).toEqual([
    ["ann", 0, false, true, null],
    ["bo", 1, false, true, "ann"],
    ["cia", 2, true, true, "bo"],
    ["eva", 2, true, false, "bo"],
  ]);
  expect(page.people.find((person) => person.id === id.bo)?.learnedFrom.map(first)).toEqual([
    "ann",
  ]);
});

test("of many that don't count the newest are told, and how many there are", async () => {
  const { competence, project, id, manager, invalid } = await spreadOut();
  const parts = { trainers: [id.cia], learners: [id.dan] };
  await makeHandOver(db, { competence, projectId: project.id, heldOn: "2013-04-20", ...parts });
  const asked = { code: competence.code, project: project.code, unit: null, today };
  const most = { whole: 150, gathered: 60, names: 1, branches: 12, followers: 6 };
  const { notCounted } = await showCascade(db, manager, asked, most);
  expect(notCounted).toMatchObject({ rows: [{ id: invalid.id }], count: 2 });
});

test("who learned from two of one generation stands below the first by id, in a branch as in the whole", async () => {
  const { competence, project, id, eva, manager } = await spreadOut();
  const trainers = [id.ann, eva].sort();
  const start = { personId: eva, competenceId: competence.id, attestedOn: "2013-02-01" };
  await makeAttestation(db, { ...start, source: "course", level: 4 });
  await makeHandOver(db, { competence, heldOn: "2013-06-01", trainers, learners: [id.dan] });
  const asked = { code: competence.code, project: project.code, unit: null, today };
  const whole = await showCascade(db, manager, asked);
  const dan = whole.people.find((person) => person.id === id.dan);
  expect(dan).toMatchObject({ generation: 1, parent: trainers[0] });
  const short = { whole: 0, gathered: 0, names: 2, branches: 9, followers: 1 };
  const show = (from: string) => showCascade(db, manager, { ...asked, from }, short);
  const ids = async (from: string) => (await show(from)).people.map((person) => person.id);
  expect(await ids(trainers[0] ?? "")).toContain(id.dan);
  expect(await ids(trainers[1] ?? "")).not.toContain(id.dan);
  await expect(show(competence.id)).rejects.toMatchObject({ code: "not-found" });
  await expect(show("ann")).rejects.toMatchObject({ code: "not-found" });
});

test("the command computes from the page's file what the page shows", async () => {
  const { competence, project, manager } = await spreadOut();
  const asked = { code: competence.code, project: project.code, unit: null, today };
  const page = await showCascade(db, manager, asked);
  const { name, input } = await cascadeFile(db, manager, asked);
  expect(name).toBe(`kaskad-${competence.code}-${today}.json`);
  expect(JSON.stringify(input)).not.toMatch(/ann|eva/);

  const figures = await figuresOf(JSON.stringify(input));

  expect(figures).toMatchObject(page.figures);
  expect(figures.carriers).toHaveLength(page.carriers.count);
  expect(figures.deadEnds).toEqual(
    page.people.flatMap((person) => (person.isDeadEnd ? [person.id] : [])).sort(),
  );
  expect(figures.notCounted).toEqual(
    page.notCounted.rows.map((row) => ({ handOver: row.id, reason: row.reason })),
  );
});

test("a group is followed by its own people, their managers and administrators, and nobody else", async () => {
  const { unit, competence, project, id, viewerOf, manager } = await spreadOut();
  const administrator = makeViewer({ authorityId: unit.authorityId, roles: ["administrator"] });
  const projectManager = makeViewer({
    authorityId: unit.authorityId,
    roles: ["project_manager"],
    managedProjectIds: [project.id],
  });
  const elsewhere = await makeUnit(db, { authorityId: unit.authorityId });
  const colleague = viewerOf((await makePerson(db, { unit: elsewhere })).id, {
    unitId: elsewhere.id,
  });
  const stranger = viewerOf(id.ann, { authorityId: (await makeUnit(db)).authorityId });
  const outcomes = async (viewer: Viewer) =>
    Promise.all(
      [{ project: project.code }, { unit: unit.id }, {}].map((group) =>
        showCascade(db, viewer, {
          code: competence.code,
          project: null,
          unit: null,
          today,
          ...group,
        }).then(
          (page) => `${page.group.kind} ${page.figures.reach.denominator}`,
          (error: { code: string }) => error.code,
        ),
      ),
    );
  const all = ["project 4", "unit 0", "project 4"];
  expect(await outcomes(viewerOf(id.dan))).toEqual(all);
  expect(await outcomes(manager)).toEqual(all);
  expect(await outcomes(administrator)).toEqual(all);
  expect(await outcomes(projectManager)).toEqual(["project 4", "not-found", "project 4"]);
  expect(await outcomes(colleague)).toEqual(["not-found", "not-found", "unit 0"]);
  expect(await outcomes(stranger)).toEqual(["not-found", "not-found", "not-found"]);
  const file = cascadeFile(db, colleague, {
    code: competence.code,
    project: project.code,
    unit: null,
    today,
  });
  await expect(file).rejects.toMatchObject({ code: "not-found" });
});

test("of the carriers those beside the group are told apart", async () => {
  const { competence, project, manager, eva } = await spreadOut();
  const cleared = { personId: eva, competenceId: competence.id, attestedOn: "2013-05-02" };
  await makeAttestation(db, { ...cleared, source: "teach_back" });
  const group = { project: project.code, unit: null, today };
  const page = await showCascade(db, manager, { code: competence.code, ...group });
  expect([page.carriers.count, page.carriersInGroup]).toEqual([3, 2]);
  const { methods } = await listCascades(db, manager, group);
  expect(methods).toMatchObject([{ carriers: 3, carriersInGroup: 2, deadEndsInGroup: 1 }]);
});

test("the list has a unit's required and learned methods, a project's frozen ones", async () => {
  const { unit, competence, project, id, viewerOf } = await spreadOut();
  const list = (group: { unit?: string; project?: string }) =>
    listCascades(db, viewerOf(id.ann), { project: null, unit: null, today, ...group });
  const row = { code: competence.code, carriers: 2, deadEnds: 2, lastGeneration: 2, handOvers: 2 };
  expect(await list({ project: project.code })).toMatchObject({
    group: { query: `project=${project.code}` },
    methods: [{ ...row, reach: { numerator: 3, denominator: 4, beside: 1 } }],
  });
  expect((await list({})).group?.query).toBe(`unit=${unit.id}`);
  await makeRequirement(db, { unitId: unit.id, competenceId: competence.id, level: 1 });
  await letLeave(db, id.cia, "2013-07-01");
  expect((await list({ unit: unit.id })).methods).toMatchObject([
    { ...row, reach: { numerator: 3, denominator: 4, beside: 0 } },
  ]);
  const nobody = await listCascades(db, makeViewer({ authorityId: unit.authorityId }), {
    project: null,
    unit: null,
    today,
  });
  expect(nobody).toMatchObject({ group: null, methods: [] });
});

type Printed = { carriers: string[]; deadEnds: string[]; notCounted: unknown[] };

async function figuresOf(file: string): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), "cascade-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "cascade.json");
  await writeFile(path, file);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "scripts/cascade.ts", "figures", path],
    { cwd: fileURLToPath(new URL("../../..", import.meta.url)) },
  );
  return JSON.parse(stdout);
}
