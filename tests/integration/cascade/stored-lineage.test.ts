import fc from "fast-check";
import { expect, test } from "vitest";
import { attest } from "~/features/competence/attestations/attestations.commands.server";
import { checkLineage, rebuildLineage } from "~/features/cascade/history/check-lineage.server";
import { cascadeInput } from "~/features/cascade/history/cascade-input.queries.server";
import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import { keepUnits } from "~/features/cascade/history/keep-units.server";
import { spreadFigures } from "~/features/cascade/history/spread-figures.queries.server";
import {
  teachingRecords,
  handOverStates,
} from "~/features/cascade/history/teaching-records.queries.server";
import { countBeside, countInGroup } from "../../unit/cascade/count-in-group";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { traceLineage } from "~/features/cascade/rules/lineage";
import { bookOwnHours } from "~/features/funding/own-hours/own-hours.commands.server";
import { noteAllUnits } from "~/features/organisation/due-units.server";
import type { Transaction } from "~/platform/db.server";
import { addDays, toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeHandOver } from "../../factories/hand-over";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { letLeave, makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeWorkGroup } from "../../factories/work-group";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const names = ["ann", "bo", "cia", "dan", "eva"] as const;
const dayOf = (number: number) => addDays("2013-01-01", number);

/** Acts of users, in any order: what they make is known by its place among its kind. */
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("attest" as const),
      who: who(),
      day: day(),
      level: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("teach_back" as const), who: who(), day: day() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("take-back" as const), which: place() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("hand-over" as const),
      day: day(),
      trainers: fc.uniqueArray(who(), { minLength: 1, maxLength: 2 }),
      learners: fc.uniqueArray(who(), { minLength: 1, maxLength: 3 }),
      ofProject: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("answer" as const),
      which: place(),
      after: fc.integer({ min: 0, max: 25 }),
      yes: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), which: place() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("leave" as const), who: who(), day: day() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("new element" as const), day: day() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("no element" as const), day: day() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("deliver" as const), which: place() }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function who() {
  return fc.constantFrom(...names);
}
function day() {
  return fc.integer({ min: 0, max: 30 });
}
function place() {
  return fc.integer({ min: 0, max: 9 });
}

test("in whatever order things happen, what is stored is what follows, for every day", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 22 }), async (acts) => {
      const scene = await makeScene();
      for (const each of acts) {
        await db.$transaction(async (tx) => {
          await carryOut(tx, scene, each);
          await keepLineage(tx);
        });
      }
      const offenders = (await checkLineage(db)).filter(({ code }) => code === scene.code);
      expect(offenders).toEqual([]);
      for (const asOf of await turningDays(scene)) await compareOn(scene, asOf);
    }),
    { numRuns: 20 },
  );
}, 300_000);

/** The days on which anything stored begins or ends to be so, the day before the first, and a later one. */
async function turningDays({ competenceId }: Scene): Promise<string[]> {
  const rows = await db.$queryRaw<{ day: string }[]>`
    select distinct to_char(day, 'YYYY-MM-DD') as day from (
      select unnest(array[known_from, known_until]) as day from lineage_person
      where competence_id = ${competenceId}::uuid
      union
      select unnest(array[known_from, known_until]) from lineage_hand_over
      where competence_id = ${competenceId}::uuid
    ) turns where day is not null order by day`;
  return [dayOf(-1), ...rows.map(({ day }) => day), dayOf(90)];
}

async function makeScene() {
  const { unit, competence, id } = await makeWorkGroup(db, ...names);
  const project = await makeProject(db, { unit, startsOn: "2013-01-01", endsBefore: "2013-01-25" });
  await makeBudgetLine(db, { projectId: project.id, financing: "in_kind" });
  await db.hourRate.create({
    data: { projectId: project.id, validFrom: toDbDate("2013-01-01"), rateOre: 35_000n },
  });
  await makeFrozenGroup(db, {
    project,
    competenceId: competence.id,
    members: [id.ann, id.bo, id.cia],
  });
  return { unit, id, project, competenceId: competence.id, code: competence.code, competence };
}
type Scene = Awaited<ReturnType<typeof makeScene>>;

async function carryOut(tx: Transaction, scene: Scene, given: Act): Promise<void> {
  const { id, competenceId, competence } = scene;
  switch (given.kind) {
    case "attest":
    case "teach_back": {
      const isLevel = given.kind === "attest";
      await attest(tx, {
        ...{ personId: id[given.who], competenceId, level: isLevel ? given.level : null },
        ...{ observed: false, source: isLevel ? "manager" : "teach_back", sourceId: null },
        ...{ attestedOn: dayOf(given.day), attestedById: null },
      });
      return;
    }
    case "take-back": {
      const found = await tx.attestation.findMany({
        where: { competenceId, source: { not: "hand_over" } },
        orderBy: { id: "asc" },
      });
      const one = found[given.which % Math.max(1, found.length)];
      if (one) {
        await tx.attestation.update({ where: { id: one.id }, data: { withdrawnAt: new Date() } });
      }
      return;
    }
    case "hand-over": {
      const learners = given.learners.filter((name) => !given.trainers.includes(name));
      if (learners.length === 0) return;
      const { id: handOverId } = await tx.handOver.create({
        data: {
          ...{
            authorityId: competence.authorityId,
            competenceId,
            heldOn: toDbDate(dayOf(given.day)),
          },
          ...{ minutes: 60, form: "walk_through", givesLevel: 2 },
          projectId: given.ofProject ? scene.project.id : null,
          trainers: { create: given.trainers.map((name) => ({ personId: id[name] })) },
          learners: { create: learners.map((name) => ({ personId: id[name] })) },
        },
      });
      if (!given.ofProject) return;
      await bookOwnHours(tx, {
        ...{ projectId: scene.project.id, text: "", workedOn: dayOf(given.day % 24) },
        people: [...given.trainers, ...learners].map((name) => ({
          ...{ personId: id[name], minutes: 60, isUnanswered: false },
        })),
        source: { type: "hand_over", id: handOverId },
      });
      return;
    }
    case "answer": {
      const waiting = await tx.handOverLearner.findMany({
        where: { handOver: { competenceId }, confirmedOn: null, declinedOn: null },
        orderBy: [{ handOverId: "asc" }, { personId: "asc" }],
        include: { handOver: true },
      });
      const one = waiting[given.which % Math.max(1, waiting.length)];
      if (!one) return;
      const { handOverId, personId, handOver } = one;
      const on = new Date(handOver.heldOn.getTime() + given.after * 86_400_000);
      await tx.handOverLearner.update({
        where: { handOverId_personId: { handOverId, personId } },
        data: given.yes ? { confirmedOn: on } : { declinedOn: on },
      });
      return;
    }
    case "withdraw": {
      const found = await tx.handOver.findMany({
        where: { competenceId, withdrawnAt: null },
        orderBy: { id: "asc" },
      });
      const one = found[given.which % Math.max(1, found.length)];
      if (!one) return;
      const data = { withdrawnAt: new Date(), withdrawnReason: "Fel" };
      await tx.handOver.update({ where: { id: one.id }, data });
      return;
    }
    case "new element": {
      const position = 100 + (await tx.coreElement.count({ where: { competenceId } }));
      const startsOn = toDbDate(dayOf(given.day));
      await tx.coreElement.create({ data: { competenceId, position, name: "Moment", startsOn } });
      return;
    }
    case "no element":
      await tx.coreElement.updateMany({
        where: {
          ...{ competenceId, startsOn: { lt: toDbDate(dayOf(given.day)) } },
          deliveries: { none: {} },
        },
        data: { endsBefore: toDbDate(dayOf(given.day)) },
      });
      return;
    case "deliver": {
      const found = await tx.handOver.findMany({ where: { competenceId }, orderBy: { id: "asc" } });
      const one = found[given.which % Math.max(1, found.length)];
      if (!one) return;
      const element = await tx.coreElement.findFirst({
        where: {
          ...{ competenceId, startsOn: { lte: one.heldOn } },
          OR: [{ endsBefore: null }, { endsBefore: { gt: one.heldOn } }],
        },
        orderBy: { position: "asc" },
      });
      if (!element) return;
      const data = { handOverId: one.id, coreElementId: element.id };
      await tx.handOverElement.createMany({ data, skipDuplicates: true });
      return;
    }
    case "leave":
      await tx.placement.updateMany({
        where: { personId: id[given.who] },
        data: { endsBefore: toDbDate(dayOf(given.day)) },
      });
  }
}

/** The relations of a day against the rules of that day, over the circle's own facts. */
async function compareOn(scene: Scene, asOf: string): Promise<void> {
  const { competenceId, id, project, unit } = scene;
  await db.$transaction(async (tx) => {
    await noteAllUnits(tx);
    await keepUnits(tx, asOf);
  });
  for (const group of [{ projectId: project.id }, { unitIds: [unit.id] }]) {
    const input = await cascadeInput(db, { competenceId, group, asOf });
    const lineage = traceLineage(input);
    const figures = cascadeFigures(input, lineage);
    const [stored] = await spreadFigures(db, { competenceIds: [competenceId], group, asOf });
    expect(stored).toMatchObject({
      reach: figures.reach,
      activation: figures.activation,
      reproduction: figures.reproduction,
      generations: figures.generations,
      deadEnds: figures.deadEnds.length,
      deadEndsInGroup: countInGroup(input, figures.deadEnds),
      deadEndsBeside: countBeside(input, figures.deadEnds),
      carriers: figures.carriers.length,
      carriersInGroup: countInGroup(input, figures.carriers),
    });
    const recordOf = await teachingRecords(db, {
      competenceIds: [competenceId],
      personIds: Object.values(id),
      asOf,
    });
    // What somebody learned after having left is no part of the unit's lineage.
    for (const { id: personId } of input.people) {
      const acquired = lineage.people.get(personId)?.acquiredOn ?? null;
      expect(recordOf(competenceId, personId).acquiredOn).toBe(acquired);
    }
    const states = await handOverStates(db, [...lineage.handOvers.keys()], asOf);
    const circle = new Set(input.people.map(({ id: personId }) => personId));
    // Of one that nobody has said yes to, a trainer may be of another circle and isn't told of.
    const told = input.handOvers.filter(({ trainers }) => trainers.every((one) => circle.has(one)));
    for (const { id: handOver } of told) {
      const trace = lineage.handOvers.get(handOver);
      if (!trace) throw new Error(`Nothing is traced of ${handOver}`);
      const state = trace.counted ? "counted" : trace.reason;
      expect(states.get(handOver) ?? "after-as-of").toBe(state);
    }
  }
}

test("a level of a hand-over stands from the day that the learner's part counts", async () => {
  const { competenceId, id, competence } = await makeScene();
  await db.$transaction(async (tx) => {
    await attest(tx, {
      ...{ personId: id.ann, competenceId, level: 4, observed: true, source: "manager" },
      ...{ sourceId: null, attestedOn: dayOf(0), attestedById: null },
    });
    await tx.handOver.create({
      data: {
        ...{ authorityId: competence.authorityId, competenceId, heldOn: toDbDate(dayOf(5)) },
        ...{ minutes: 60, form: "walk_through", givesLevel: 2 },
        trainers: { create: { personId: id.ann } },
        learners: { create: { personId: id.bo, confirmedOn: toDbDate(dayOf(9)) } },
      },
    });
    await keepLineage(tx);
  });
  const levelOn = async (number: number) => {
    const [known] = await db.$queryRaw<{ level: number }[]>`
      select level from known_of(${id.bo}::uuid, ${competenceId}::uuid, ${dayOf(number)}::date)`;
    return known?.level;
  };
  expect([await levelOn(8), await levelOn(9)]).toEqual([0, 2]);
  expect(await db.attestation.findMany({ where: { competenceId, personId: id.bo } })).toMatchObject(
    [{ attestedOn: toDbDate(dayOf(5)), standsFrom: toDbDate(dayOf(9)) }],
  );

  // Its trainer's clearance was a mistake: so was what followed from it.
  await db.$transaction(async (tx) => {
    await tx.attestation.updateMany({
      where: { personId: id.ann, competenceId },
      data: { withdrawnAt: new Date() },
    });
    await keepLineage(tx);
  });
  expect(await levelOn(9)).toBe(0);
});

test("what is changed past the program is noticed, and put right", async () => {
  const { code, competenceId, id, unit } = await makeScene();
  await db.attestation.create({
    data: {
      ...{ personId: id.ann, competenceId, level: 2, source: "manager" },
      ...{ attestedOn: toDbDate(dayOf(0)), standsFrom: toDbDate(dayOf(0)) },
    },
  });
  const kinds = async () =>
    (await checkLineage(db)).filter((each) => each.code === code).map(({ what }) => what);
  expect(await kinds()).toEqual(["due", "people", "circles", "tally"]);
  expect(await rebuildLineage(db)).toBeGreaterThan(0);
  expect(await kinds()).toEqual([]);
  await db.lineagePerson.updateMany({ where: { competenceId }, data: { generation: 3 } });
  expect(await kinds()).toEqual(["people"]);
  await rebuildLineage(db);
  expect(await kinds()).toEqual([]);
  await db.unitHolding.updateMany({ where: { competenceId }, data: { holders: 7 } });
  expect(await kinds()).toEqual(["units"]);
  await rebuildLineage(db);
  await db.unitSpread.updateMany({ where: { competenceId }, data: { acquired: 7 } });
  expect(await kinds()).toEqual(["units"]);
  await rebuildLineage(db);
  expect(await kinds()).toEqual([]);

  await letLeave(db, (await makePerson(db, { unit })).id, dayOf(3));
  await makeUnit(db);
});

test("what must never be is told of whom it is of", async () => {
  const { code, competenceId, competence, id } = await makeScene();
  const { id: handOverId } = await makeHandOver(db, {
    ...{ competence, heldOn: dayOf(5), trainers: [id.ann] },
    learners: [id.bo, id.cia],
  });
  await db.$transaction(async (tx) => {
    await attest(tx, {
      ...{ personId: id.ann, competenceId, level: 4, observed: false, source: "manager" },
      ...{ sourceId: null, attestedOn: dayOf(0), attestedById: null },
    });
    await keepLineage(tx);
  });
  const told = async () =>
    (await checkLineage(db)).flatMap(({ code: of, what, ids }) =>
      of === code && /level/.test(what) ? [[what, ...ids]] : [],
    );
  expect(await told()).toEqual([]);
  const given = { competenceId, source: "hand_over" as const, personId: id.bo };
  await db.attestation.updateMany({
    where: given,
    data: { standsFrom: toDbDate(dayOf(6)) },
  });
  expect(await told()).toEqual([
    ["acquired-without-level", id.bo],
    ["level-without-hand-over", handOverId],
  ]);
  await db.attestation.updateMany({ where: given, data: { withdrawnAt: new Date() } });
  expect(await told()).toEqual([
    ["acquired-without-level", id.bo],
    ["part-without-level", handOverId],
  ]);
  await rebuildLineage(db);
  expect(await told()).toEqual([]);
  // Bo's part isn't Cia's, nor is it of another hand-over.
  await db.lineagePart.deleteMany({ where: { handOverId, personId: id.bo } });
  expect(await told()).toEqual([["level-without-hand-over", handOverId]]);
});

test("two who change one method at once leave what follows from both", async () => {
  const { code, competenceId, id } = await makeScene();
  const word = (personId: string) =>
    db.$transaction(async (tx) => {
      await attest(tx, {
        ...{ personId, competenceId, level: 2, observed: false, source: "manager" },
        ...{ sourceId: null, attestedOn: dayOf(0), attestedById: null },
      });
      await keepLineage(tx);
    });
  await Promise.all(Object.values(id).map(word));
  expect((await checkLineage(db)).filter((each) => each.code === code)).toEqual([]);
  expect(await db.lineagePerson.count({ where: { competenceId } })).toBe(names.length);
});
