import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { enterHandOver } from "~/features/cascade/entering/enter-hand-over.commands.server";
import { showHandOverForm } from "~/features/cascade/entering/hand-over-form.queries.server";
import type { FieldError } from "~/platform/field-error";
import { toDbDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makeHandOver } from "../../factories/hand-over";
import { makePerson } from "../../factories/person";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";
import { booksOf, entryOf, foundingCase, today } from "./hand-over-books";

const { db } = await testDatabase();

test("one entry writes the hand-over, the learners' training and everybody's own hours", async () => {
  const { competence, project, line, id, viewerOf } = await foundingCase(db);
  const elements = competence.coreElements.slice(0, 2).map((element) => element.id);
  const handOverId = await enterHandOver(db, viewerOf(id.ann), {
    entry: entryOf({ competence: competence.code, learners: [id.bo, id.cia], elements }),
    today,
  });

  expect(await booksOf(db, handOverId)).toEqual({
    training: { [id.bo]: "submitted", [id.cia]: "submitted" },
    hours: { [id.ann]: 90, [id.bo]: 90, [id.cia]: 90 },
    amountOre: 3 * 45_000,
    levels: {},
  });
  const handOver = await db.handOver.findUniqueOrThrow({
    where: { id: handOverId },
    include: { trainers: true, learners: true, elements: true },
  });
  expect(handOver).toMatchObject({ projectId: project.id, minutes: 90, givesLevel: 2 });
  expect(handOver.trainers.map(({ personId }) => personId)).toEqual([id.ann]);
  expect(handOver.elements).toHaveLength(2);
  expect(await db.ownHours.count({ where: { budgetLineId: line.id } })).toBe(3);
  const [trail] = await db.auditEvent.findMany({ where: { subjectId: handOverId } });
  expect(trail).toMatchObject({ action: "hand-over.enter", subjectType: "hand-over" });
});

test("an empty project books no hours, a named one must be the viewer's and take them", async () => {
  const { competence, id, viewerOf } = await foundingCase(db);
  const { project: foreign } = await foundingCase(db);
  const enter = (project: string, heldOn = "2013-10-01") =>
    enterHandOver(db, viewerOf(id.ann), {
      entry: entryOf({ competence: competence.id, learners: id.bo, project, heldOn }),
      today,
    });

  expect((await booksOf(db, await enter(""))).hours).toEqual({});
  await expect(enter(foreign.code)).rejects.toThrow("project: cascade.errors.project");
});

test("a trainer who has not learned, or isn't cleared on the day, is refused by name", async () => {
  const { competence, id, viewerOf } = await foundingCase(db);
  const enter = (trainer: string, fields: Record<string, string | string[]> = {}) =>
    enterHandOver(db, viewerOf(trainer), {
      entry: entryOf({ competence: competence.code, learners: id.cia, ...fields }),
      today,
    });
  const refusalOf = (entering: Promise<string>) =>
    entering.then(
      () => "entered",
      ({ fields }: FieldError) => fields.trainers,
    );

  expect(await refusalOf(enter(id.bo))).toMatchObject({
    key: "cascade.errors.trainerHadNotLearned",
    values: { names: expect.stringContaining("bo"), competence: competence.name },
  });
  await makeHandOver(db, {
    competence,
    heldOn: "2013-09-01",
    trainers: [id.ann],
    learners: [{ id: id.bo, confirmedOn: "2013-11-01" }],
  });
  expect(await refusalOf(enter(id.bo))).toMatchObject({ key: "cascade.errors.trainerNotCleared" });
  await makeAttestation(db, {
    personId: id.bo,
    competenceId: competence.id,
    attestedOn: "2013-10-15",
    source: "teach_back",
  });
  expect(await refusalOf(enter(id.bo))).toMatchObject({ key: "cascade.errors.trainerNotCleared" });
  expect(await refusalOf(enter(id.ann, { heldOn: "2013-02-01" }))).toMatchObject({
    key: "cascade.errors.trainerHadNotLearned",
  });
  expect(await refusalOf(enter(id.bo, { heldOn: "2013-10-15" }))).toBe("entered");
  expect(await db.handOver.count({ where: { competenceId: competence.id } })).toBe(2);
});

test("every name at fault is told at its field, and nothing is written", async () => {
  const { unit, competence, id, viewerOf } = await foundingCase(db);
  const left = await makePerson(db, { unit, leftOn: "2013-10-01" });
  const coming = await makePerson(db, { unit, joinedOn: "2013-10-02" });
  const away = await makePerson(db, { unit, leftOn: "2013-09-01" });
  await db.placement.create({
    data: { personId: away.id, unitId: unit.id, startsOn: toDbDate("2013-11-01") },
  });
  const stranger = await makePerson(db, { unit: await makeUnit(db) });
  const other = await makeCompetence(db, { authorityId: unit.authorityId, coreElements: 1 });
  const faultsOf = (fields: Record<string, string | string[]>, viewer = viewerOf(id.ann)) =>
    enterHandOver(db, viewer, {
      entry: entryOf({ competence: competence.code, learners: id.bo, ...fields }),
      today,
    }).then(
      () => "entered",
      ({ fields }: FieldError) =>
        Object.fromEntries(
          Object.entries(fields).map(([name, { key }]) => [
            name,
            key.replace("cascade.errors.", ""),
          ]),
        ),
    );

  expect(await faultsOf({ learners: [id.bo, id.bo] })).toEqual({ learners: "namedTwice" });
  expect(await faultsOf({ learners: left.id })).toEqual({ learners: "hasLeft" });
  expect(await faultsOf({ learners: coming.id })).toEqual({ learners: "notJoined" });
  expect(await faultsOf({ learners: away.id })).toEqual({ learners: "hasLeft" });
  expect(await faultsOf({ learners: stranger.id })).toEqual({ learners: "unknownPerson" });
  expect(await faultsOf({ learners: randomUUID() })).toEqual({ learners: "unknownPerson" });
  expect(await faultsOf({ learners: id.ann })).toEqual({ learners: "trainerIsLearner" });
  expect(await faultsOf({ heldOn: "2013-11-22" })).toEqual({ heldOn: "future" });
  expect(await faultsOf({ elements: other.coreElements.map((element) => element.id) })).toEqual({
    elements: "elements",
  });
  expect(await faultsOf({ competence: "finns-inte" })).toEqual({ competence: "competence" });
  expect(await faultsOf({ trainers: id.ann }, viewerOf(id.dan))).toEqual({ trainers: "notYours" });
  expect(await faultsOf({ heldOn: "2013-11-22", learners: [id.bo, id.bo] })).toEqual({
    heldOn: "future",
    learners: "namedTwice",
  });
  expect(await db.handOver.count({ where: { competenceId: competence.id } })).toBe(0);
  expect(await db.trainingRecord.count({ where: { competenceId: competence.id } })).toBe(0);
});

test("the same form sent twice at once is one hand-over", async () => {
  const { competence, id, viewerOf } = await foundingCase(db);
  const viewer = viewerOf(id.ann);
  const entry = entryOf({
    competence: competence.code,
    learners: id.bo,
    submissionId: randomUUID(),
  });
  const [first, second] = await Promise.all([
    enterHandOver(db, viewer, { entry, today }),
    enterHandOver(db, viewer, { entry, today }),
  ]);
  expect(second).toBe(first);
  expect(await db.handOver.count({ where: { competenceId: competence.id } })).toBe(1);
  expect((await booksOf(db, first)).hours).toEqual({ [id.ann]: 90, [id.bo]: 90 });
});

test("a manager enters for a trainer of their unit; a project without a rate takes no hours", async () => {
  const { competence, project, id, manager } = await foundingCase(db);
  const enter = () =>
    enterHandOver(db, manager, {
      entry: entryOf({
        competence: competence.code,
        trainers: id.ann,
        learners: id.bo,
        project: project.code,
      }),
      today,
    });
  const handOverId = await enter();
  expect((await booksOf(db, handOverId)).hours).toEqual({ [id.ann]: 90, [id.bo]: 90 });

  await db.hourRate.updateMany({
    where: { projectId: project.id },
    data: { validFrom: toDbDate("2013-11-01") },
  });
  await expect(enter()).rejects.toThrow("project: cascade.errors.project");
});

test("entered anew, a hand-over keeps its project also where that is offered to nobody", async () => {
  const { unit, competence, project, id, viewerOf } = await foundingCase(db);
  const ann = viewerOf(id.ann);
  const given = { competence: competence.code, learners: id.bo, project: project.code };
  const from = await enterHandOver(db, ann, { entry: entryOf(given), today });
  const elsewhere = await makeUnit(db, { authorityId: unit.authorityId });
  await db.project.update({ where: { id: project.id }, data: { unitId: elsewhere.id } });
  await db.frozenGroup.deleteMany({ where: { projectId: project.id, members: { none: {} } } });
  await db.groupMember.deleteMany({ where: { group: { projectId: project.id } } });

  const asked = { code: competence.code, today };
  const anew = await showHandOverForm(db, ann, { ...asked, from });
  expect(anew.earlier?.projectId).toBe(project.id);
  expect(anew.chosen?.projects.map(({ id }) => id)).toContain(project.id);
  const empty = await showHandOverForm(db, ann, { ...asked, from: null });
  expect(empty.chosen?.projects.map(({ id }) => id)).not.toContain(project.id);

  const entry = () => entryOf({ ...given, heldOn: "2013-10-02" });
  await expect(enterHandOver(db, ann, { entry: entry(), today })).rejects.toThrow("project");
  const again = await enterHandOver(db, ann, { entry: entry(), from, today });
  expect(await db.handOver.findUniqueOrThrow({ where: { id: again } })).toMatchObject({
    projectId: project.id,
  });
  // A hand-over that one can't see lends nobody its project.
  const stranger = viewerOf(id.cia, { personId: null, accountId: randomUUID() });
  await expect(enterHandOver(db, stranger, { entry: entry(), from, today })).rejects.toThrow();
});
