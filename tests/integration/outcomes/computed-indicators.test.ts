import { expect, test } from "vitest";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { makeIndicator } from "../../factories/indicator";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

test("indicators that are computed say what the records say on the day", async () => {
  const unit = await makeUnit(db);
  const project = await makeProject(db, { unit });
  const competence = await makeCompetence(db, { authorityId: unit.authorityId });
  const [trainer, first, second] = [
    await makePerson(db, { unit }),
    await makePerson(db, { unit }),
    await makePerson(db, { unit }),
  ];
  const projectId = project.id;
  const members = [trainer.id, first.id, second.id];
  await makeFrozenGroup(db, { project, competenceId: competence.id, members });
  await makeAttestation(db, {
    personId: trainer.id,
    competenceId: competence.id,
    attestedOn: "2013-02-01",
    level: 4,
  });
  const handOver = { competence, trainers: [trainer.id], projectId };
  await makeHandOver(db, { ...handOver, heldOn: "2013-03-01", learners: [first.id] });
  await makeHandOver(db, { ...handOver, heldOn: "2013-05-01", learners: [second.id] });
  for (const [source, target] of [
    ["trained-people", 2],
    ["reach-percent", 100],
    ["hand-overs", 2],
  ] as const) {
    const targets: [string, number][] = [["2014-01-01", target]];
    // A typed value is no part of a computed figure.
    const measured: [string, number][] = [["2013-01-02", 77]];
    await makeIndicator(db, { projectId, source, targets, measured });
  }

  const actuals = async (asOf: string) =>
    (await projectIndicators(db, { projectId, asOf })).map(({ actual }) => actual);
  expect(await actuals("2013-01-31")).toEqual([0, 0, 0]);
  expect(await actuals("2013-04-30")).toEqual([1, 66.7, 1]);
  expect(await actuals("2013-05-01")).toEqual([2, 100, 2]);
  expect(await projectIndicators(db, { projectId, asOf: "2013-05-01" })).toMatchObject([
    { isComputed: true, measuredOn: null, band: "ahead" },
    { isComputed: true, band: "ahead" },
    { isComputed: true, band: "ahead" },
  ]);
});
