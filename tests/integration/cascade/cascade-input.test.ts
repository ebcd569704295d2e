import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readCascadeFile } from "~/features/cascade/spread/cascade-file.schema";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { cascadeInput } from "~/features/cascade/history/cascade-input.queries.server";
import type { CascadeGroup } from "~/features/cascade/rules/cascade-group";
import { traceLineage } from "~/features/cascade/rules/lineage";
import { toDbDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { letLeave, makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeRequirement } from "../../factories/requirement";
import { makeUnit } from "../../factories/unit";
import { makeWorkGroup } from "../../factories/work-group";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const asOf = "2013-11-21";

test("a project's file holds its group, what was learned outside, who may teach, and the hand-overs", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo", "cia", "dan");
  const { ann, bo, cia, dan } = id;
  await letLeave(db, cia, "2013-09-01");
  const project = await makeProject(db, { unit });
  await makeFrozenGroup(db, { project, competenceId: competence.id, members: [ann, bo, cia] });
  const competenceId = competence.id;
  await makeAttestation(db, { personId: ann, competenceId, attestedOn: "2013-02-01", level: 2 });
  await makeAttestation(db, {
    personId: ann,
    competenceId,
    attestedOn: "2013-03-01",
    source: "teach_back",
  });
  const handOver = await makeHandOver(db, {
    competence,
    heldOn: "2013-04-02",
    trainers: [ann],
    learners: [bo, { id: cia, confirmedOn: "2013-04-05" }, { id: dan, declinedOn: "2013-04-06" }],
    elements: competence.coreElements.slice(0, 2).map((element) => element.id),
    projectId: project.id,
    minutes: 90,
  });

  const input = await cascadeInput(db, { competenceId, group: { projectId: project.id }, asOf });

  expect(input).toEqual({
    asOf,
    method: { id: competenceId, coreElements: 3 },
    people: [ann, bo, cia].sort().map((id) => ({
      id,
      joined: "2000-01-01",
      left: id === cia ? "2013-09-01" : null,
    })),
    shouldHold: [ann, bo, cia].sort(),
    acquisitions: [{ person: ann, date: "2013-02-01" }],
    mayTeach: { [ann]: "2013-03-01" },
    handOvers: [
      {
        id: handOver.id,
        date: "2013-04-02",
        hours: 1.5,
        trainers: [ann],
        elementsDelivered: 2,
        learners: [bo, cia].sort().map((person) => ({
          person,
          confirmed: person === cia ? "2013-04-05" : "2013-04-02",
        })),
      },
    ],
  });
  expect(readCascadeFile(JSON.stringify(input))).toEqual({ ok: true, input });
  expect(cascadeFigures(input).reach).toEqual({ numerator: 2, denominator: 3, beside: 0 });
});

test("withdrawn attestations and hand-overs never were; a hand-over's attestation is no acquisition", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo");
  const { ann, bo } = id;
  const competenceId = competence.id;
  await makeAttestation(db, {
    personId: ann,
    competenceId,
    attestedOn: "2013-02-01",
    withdrawn: true,
  });
  await makeAttestation(db, {
    personId: ann,
    competenceId,
    attestedOn: "2013-05-01",
    source: "manager",
    level: 4,
  });
  await makeHandOver(db, {
    competence,
    heldOn: "2013-06-01",
    trainers: [ann],
    learners: [bo],
    withdrawn: true,
  });

  const input = await cascadeInput(db, { competenceId, group: { unitIds: [unit.id] }, asOf });

  expect(input.acquisitions).toEqual([{ person: ann, date: "2013-05-01" }]);
  expect(input.mayTeach).toEqual({ [ann]: "2013-05-01" });
  expect(input.handOvers).toEqual([]);
});

test("without a project the group is the requirement's people of today, also of a unit above", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo", "cia");
  const { ann, bo, cia } = id;
  await letLeave(db, cia, asOf);
  const above = await makeUnit(db, { authorityId: unit.authorityId });
  await db.unit.update({ where: { id: unit.id }, data: { parentId: above.id } });
  const group = { unitIds: [unit.id] };
  const competenceId = competence.id;
  expect((await cascadeInput(db, { competenceId, group, asOf })).shouldHold).toEqual([]);

  await makeRequirement(db, { unitId: above.id, competenceId });
  const input = await cascadeInput(db, { competenceId, group, asOf });

  expect(input.shouldHold).toEqual([ann, bo].sort());
});

test("a hand-over is measured against the core elements of its day", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo");
  const { ann, bo } = id;
  const competenceId = competence.id;
  const [first, second] = competence.coreElements;
  const element = (name: string, startsOn: string, given: object = {}) =>
    db.coreElement.create({
      data: { competenceId, position: 9, name, startsOn: toDbDate(startsOn), ...given },
    });
  await element("Ett misstag", "1900-01-01", { withdrawnAt: new Date() });
  await db.coreElement.update({
    where: { id: second?.id ?? "" },
    data: { endsBefore: toDbDate("2013-05-01") },
  });
  await element("Nytt", "2013-06-01");
  await element("Nytt också", "2013-06-02", { position: 10 });
  const heldOn = (date: string) =>
    makeHandOver(db, {
      ...{ competence, heldOn: date, trainers: [ann], learners: [bo] },
      elements: [first?.id ?? ""],
    });
  for (const day of ["2013-04-30", "2013-05-01", "2013-06-01", "2013-06-02"]) await heldOn(day);

  const group = { unitIds: [unit.id] };
  const input = await cascadeInput(db, { competenceId, group, asOf });
  expect(input.method.coreElements).toBe(4);
  expect(input.handOvers.map(({ date, coreElements }) => [date, coreElements])).toEqual([
    ["2013-04-30", 3],
    ["2013-05-01", 2],
    ["2013-06-01", 3],
    ["2013-06-02", undefined],
  ]);
  const before = await cascadeInput(db, { competenceId, group, asOf: "2013-04-30" });
  expect(before.method.coreElements).toBe(3);
  expect(readCascadeFile(JSON.stringify(before)).ok).toBe(true);
});

test("a group that is frozen for a later day has no denominator before it", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo");
  const project = await makeProject(db, { unit });
  await makeFrozenGroup(db, {
    ...{ project, competenceId: competence.id, members: [id.ann, id.bo] },
    frozenOn: "2013-04-02",
  });
  const reachOn = async (day: string) => {
    const group = { projectId: project.id };
    const input = await cascadeInput(db, { competenceId: competence.id, group, asOf: day });
    return cascadeFigures(input).reach.denominator;
  };
  expect(await reachOn("2013-04-01")).toBe(0);
  expect(await reachOn("2013-04-02")).toBe(2);
});

test("core elements are never fewer than a hand-over delivered", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo");
  const { ann, bo } = id;
  // An element may move to another method once its own has been reworked.
  const other = await makeCompetence(db, { authorityId: unit.authorityId, coreElements: 2 });
  await makeHandOver(db, {
    competence,
    heldOn: "2013-04-02",
    trainers: [ann],
    learners: [bo],
    elements: [...competence.coreElements, ...other.coreElements].map((element) => element.id),
  });
  const input = await cascadeInput(db, {
    competenceId: competence.id,
    group: { unitIds: [unit.id] },
    asOf,
  });
  expect(input.method.coreElements).toBe(3);
  expect(input.handOvers).toMatchObject([{ elementsDelivered: 5, coreElements: 5 }]);
  expect(readCascadeFile(JSON.stringify(input)).ok).toBe(true);
});

test("the circle follows hand-overs out of the unit and back, and leaves other units' history out", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "bo", "cia");
  const { bo, cia } = id;
  const elsewhere = await makeUnit(db, { authorityId: unit.authorityId });
  const competenceId = competence.id;
  const [ann, dan, eva, far] = [
    await makePerson(db, { unit: elsewhere }),
    await makePerson(db, { unit: elsewhere }),
    await makePerson(db, { unit: elsewhere }),
    await makePerson(db, { unit: elsewhere }),
  ];
  for (const person of [ann, far]) {
    await makeAttestation(db, {
      personId: person.id,
      competenceId,
      attestedOn: "2012-01-01",
      level: 4,
    });
  }
  await makeAttestation(db, {
    personId: bo,
    competenceId,
    attestedOn: "2013-03-01",
    source: "teach_back",
  });
  await makeHandOver(db, { competence, heldOn: "2012-02-01", trainers: [ann.id], learners: [bo] });
  await makeHandOver(db, { competence, heldOn: "2013-04-01", trainers: [bo], learners: [dan.id] });
  await makeHandOver(db, {
    competence,
    heldOn: "2012-05-01",
    trainers: [far.id],
    learners: [eva.id],
  });

  const input = await cascadeInput(db, { competenceId, group: { unitIds: [unit.id] }, asOf });

  expect(input.people.map((person) => person.id)).toEqual([ann.id, bo, dan.id].sort());
  const { people, reach } = cascadeFigures(input);
  expect(people[dan.id]?.generation).toBe(2);
  expect(people[cia]).toBeUndefined();
  expect(reach).toEqual({ numerator: 0, denominator: 0, beside: 3 });
});

test("many units are read in another way, to the same circle", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo", "cia");
  const guest = await makePerson(db, {
    unit: await makeUnit(db, { authorityId: unit.authorityId }),
  });
  const competenceId = competence.id;
  const other = await makeCompetence(db, { authorityId: unit.authorityId });
  const given = { competence, trainers: [id.ann] };
  await makeHandOver(db, { ...given, heldOn: "2013-02-01", learners: [id.bo, guest.id] });
  await makeHandOver(db, { ...given, heldOn: "2013-03-01", learners: [id.cia], withdrawn: true });
  await makeHandOver(db, {
    competence: other,
    heldOn: "2013-02-01",
    trainers: [guest.id],
    learners: [(await makePerson(db, { unit })).id],
  });
  const read = (unitIds: string[]) => cascadeInput(db, { competenceId, group: { unitIds }, asOf });
  const few = await read([unit.id]);
  const many = await read([unit.id, ...Array.from({ length: 30 }, () => randomUUID())]);
  expect(many).toEqual(few);
  expect(many.people.map((person) => person.id)).toEqual([id.ann, id.bo, guest.id].sort());
});

test("the circle of some people judges what they learned and taught as the whole history does", async () => {
  const names = ["ann", "bo", "cia", "dan", "eva", "finn", "gun"] as const;
  const { unit, competence, id } = await makeWorkGroup(db, ...names);
  const { ann, bo, cia, dan, eva, finn, gun } = id;
  const competenceId = competence.id;
  const clear = (personId: string) =>
    makeAttestation(db, { personId, competenceId, attestedOn: "2013-01-02", source: "teach_back" });
  await makeAttestation(db, { personId: ann, competenceId, attestedOn: "2013-01-01" });
  for (const person of [ann, bo, cia, gun]) await clear(person);
  await makeHandOver(db, { competence, heldOn: "2013-02-01", trainers: [ann], learners: [bo] });
  await makeHandOver(db, { competence, heldOn: "2013-03-01", trainers: [bo], learners: [cia] });
  const shared = await makeHandOver(db, {
    competence,
    heldOn: "2013-04-01",
    trainers: [dan, cia],
    learners: [eva],
  });
  const unlearned = await makeHandOver(db, {
    competence,
    heldOn: "2013-05-01",
    trainers: [gun],
    learners: [finn],
  });

  const whole = await lineageOf({ unitIds: [unit.id] });
  for (const [person, handOver] of [
    [dan, shared.id],
    [eva, shared.id],
    [gun, unlearned.id],
    [finn, unlearned.id],
  ] as const) {
    const part = await lineageOf({ personIds: [person] });
    expect(part.handOvers.get(handOver)).toEqual(whole.handOvers.get(handOver));
    expect(part.people.get(person)).toEqual(whole.people.get(person));
  }
  expect(whole.handOvers.get(shared.id)).toMatchObject({ counted: true, generation: 3 });
  expect(whole.handOvers.get(unlearned.id)).toMatchObject({ reason: "trainer-had-not-learned" });

  async function lineageOf(group: CascadeGroup) {
    return traceLineage(await cascadeInput(db, { competenceId, group, asOf }));
  }
});
