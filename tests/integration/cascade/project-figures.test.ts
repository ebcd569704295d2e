import { expect, test } from "vitest";
import { projectCascadeFigures } from "~/features/cascade/spread/project-figures.queries.server";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { letLeave, makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeWorkGroup } from "../../factories/work-group";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

test("a project's figures are those of its methods, and its sums count everybody once", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo", "cia", "dan");
  const project = await makeProject(db, { unit });
  const other = await makeCompetence(db, { authorityId: unit.authorityId });
  const projectId = project.id;
  for (const { id: competenceId } of [competence, other]) {
    await makeFrozenGroup(db, { project, competenceId, members: [id.ann, id.bo, id.cia, id.dan] });
  }
  // Ann learned before the project, Bo in it; both are held to have the other method of old.
  const attest = (personId: string, competenceId: string, attestedOn: string) =>
    makeAttestation(db, { personId, competenceId, attestedOn, level: 4 });
  await attest(id.ann, competence.id, "2012-05-01");
  await attest(id.bo, other.id, "2012-05-01");
  await attest(id.dan, other.id, "2013-05-01");
  const counted = { competence, projectId, trainers: [id.ann], minutes: 90 };
  await makeHandOver(db, { ...counted, heldOn: "2013-03-01", learners: [id.bo] });
  await makeHandOver(db, { ...counted, heldOn: "2013-04-01", learners: [id.bo, id.dan] });
  await makeHandOver(db, { ...counted, heldOn: "2013-05-01", learners: [id.cia], withdrawn: true });
  await makeHandOver(db, { ...counted, heldOn: "2013-12-01", learners: [id.cia] });
  await makeHandOver(db, {
    ...counted,
    projectId: null,
    heldOn: "2013-06-01",
    learners: [id.bo],
  });
  await makeHandOver(db, {
    ...counted,
    trainers: [id.cia],
    heldOn: "2013-07-01",
    learners: [id.dan],
  });

  const figures = await projectCascadeFigures(db, projectId, "2013-11-21");

  expect(figures).toMatchObject({
    trainedPeople: 2,
    besidePeople: 1,
    reachPercent: 62.5,
    handOvers: 2,
    minutes: 180,
  });
  expect(figures.methods.map(({ competenceId }) => competenceId)).toEqual([
    competence.id,
    other.id,
  ]);
  expect(figures.methods[0]).toMatchObject({
    code: competence.code,
    reach: { numerator: 3, denominator: 4, beside: 0 },
    activation: { numerator: 1, denominator: 1 },
    reproduction: { learners: 2, trainers: 1 },
    deadEnds: 2,
    carriers: 1,
    handOvers: 2,
    minutes: 180,
    trainedPeople: 2,
  });
  expect(figures.methods[1]).toMatchObject({
    reach: { numerator: 2, denominator: 4 },
    handOvers: 0,
    trainedPeople: 0,
    besidePeople: 1,
  });
});

test("a leaver stays in the denominator, and falls out of the reach from the day they leave", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo");
  const project = await makeProject(db, { unit });
  await makeFrozenGroup(db, { project, competenceId: competence.id, members: [id.ann, id.bo] });
  const given = { personId: id.ann, competenceId: competence.id };
  await makeAttestation(db, { ...given, attestedOn: "2013-02-01" });
  await letLeave(db, id.ann, "2013-09-01");
  const reachOn = async (day: string) =>
    (await projectCascadeFigures(db, project.id, day)).reachPercent;
  expect([await reachOn("2013-08-31"), await reachOn("2013-09-01")]).toEqual([50, 0]);
});

test("a project without groups has nothing to reach; a hand-over makes a method the project's", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo");
  const project = await makeProject(db, { unit });
  const guest = await makePerson(db, {
    unit: await makeUnit(db, { authorityId: unit.authorityId }),
  });
  const asOf = "2013-11-21";
  expect(await projectCascadeFigures(db, project.id, asOf)).toEqual({
    methods: [],
    trainedPeople: 0,
    besidePeople: 0,
    reachPercent: null,
    handOvers: 0,
    minutes: 0,
  });
  await makeAttestation(db, {
    personId: id.ann,
    competenceId: competence.id,
    attestedOn: "2012-02-01",
    level: 4,
  });
  await makeHandOver(db, {
    competence,
    heldOn: "2013-03-01",
    trainers: [id.ann],
    learners: [id.bo, guest.id],
    projectId: project.id,
  });
  expect(await projectCascadeFigures(db, project.id, asOf)).toMatchObject({
    methods: [{ reach: { numerator: 0, denominator: 0 }, handOvers: 1, trainedPeople: 2 }],
    trainedPeople: 2,
    handOvers: 1,
  });
});
