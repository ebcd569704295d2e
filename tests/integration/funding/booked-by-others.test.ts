import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookCost, withdrawCosts } from "~/features/funding/costs/costs.commands.server";
import {
  bookOwnHours,
  withdrawOwnHours,
} from "~/features/funding/own-hours/own-hours.commands.server";
import { toIsoDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeHourRates } from "../../factories/hour-rates";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

async function makeInKindProject({ rates }: { rates: { validFrom: string; rateOre: number }[] }) {
  const unit = await makeUnit(db);
  const project = await makeProject(db, { unit });
  const line = await makeBudgetLine(db, { projectId: project.id, financing: "in_kind" });
  await makeHourRates(db, project.id, rates);
  return { unit, project, line };
}

const logged = () => ({ type: "training_record" as const, id: randomUUID() });

test("a cost is booked on its line, and taken back by its source", async () => {
  const project = await makeProject(db);
  const line = await makeBudgetLine(db, { projectId: project.id });
  const [source, other] = [logged(), logged()];
  const cost = {
    projectId: project.id,
    budgetLineId: line.id,
    bookedOn: "2013-05-06",
    amountOre: 450_000,
    text: "Sökmetoder",
  };
  await db.$transaction((tx) => bookCost(tx, { ...cost, source }));
  await db.$transaction((tx) => bookCost(tx, { ...cost, source: other }));
  await db.$transaction((tx) => withdrawCosts(tx, source));

  const rows = await db.cost.findMany({ where: { projectId: project.id } });
  const bySource = new Map(rows.map((row) => [row.sourceId, row]));
  expect(bySource.get(source.id)?.withdrawnAt).not.toBeNull();
  expect(bySource.get(other.id)).toMatchObject({
    budgetLineId: line.id,
    amountOre: 450_000n,
    text: "Sökmetoder",
    withdrawnAt: null,
  });
});

test("taking back twice changes nothing the second time", async () => {
  const project = await makeProject(db);
  const line = await makeBudgetLine(db, { projectId: project.id });
  const source = logged();
  await db.$transaction((tx) =>
    bookCost(tx, {
      projectId: project.id,
      budgetLineId: line.id,
      bookedOn: "2013-05-06",
      amountOre: 1,
      text: "",
      source,
    }),
  );
  expect(await db.$transaction((tx) => withdrawCosts(tx, source))).toBe(1);
  expect(await db.$transaction((tx) => withdrawCosts(tx, source))).toBe(0);
});

test("a line of another project, or one for own hours, takes no cost", async () => {
  const project = await makeProject(db);
  const inKind = await makeBudgetLine(db, { projectId: project.id, financing: "in_kind" });
  const foreign = await makeBudgetLine(db, { projectId: (await makeProject(db)).id });
  const book = (budgetLineId: string) =>
    db.$transaction((tx) =>
      bookCost(tx, {
        projectId: project.id,
        budgetLineId,
        bookedOn: "2013-05-06",
        amountOre: 1,
        text: "",
        source: logged(),
      }),
    );
  await expect(book(inKind.id)).rejects.toMatchObject({
    fields: { budgetLineId: { key: "funding.errors.lineTakesHours" } },
  });
  await expect(book(foreign.id)).rejects.toMatchObject({
    fields: { budgetLineId: { key: "funding.errors.lineOfOtherProject" } },
  });
  expect(await db.cost.count({ where: { projectId: project.id } })).toBe(0);
});

test("own hours are booked a row a person, at the rate that was valid on the day", async () => {
  const rates = [
    { validFrom: "2013-01-01", rateOre: 35_000 },
    { validFrom: "2013-07-01", rateOre: 36_001 },
  ];
  const { unit, project, line } = await makeInKindProject({ rates });
  const [anna, bo] = [await makePerson(db, { unit }), await makePerson(db, { unit })];
  const book = (workedOn: string, minutes: number) =>
    db.$transaction((tx) =>
      bookOwnHours(tx, {
        projectId: project.id,
        workedOn,
        people: [anna, bo].map(({ id }) => ({ personId: id, minutes, isUnanswered: false })),
        text: "Kunskapsöverföring",
        source: { type: "hand_over" as const, id: randomUUID() },
      }),
    );
  await book("2013-06-30", 120);
  await book("2013-07-01", 20);

  const rows = await db.ownHours.findMany({
    where: { projectId: project.id },
    orderBy: { workedOn: "asc" },
  });
  expect(rows.map((row) => [toIsoDate(row.workedOn), row.rateOre, row.amountOre])).toEqual([
    ["2013-06-30", 35_000n, 70_000n],
    ["2013-06-30", 35_000n, 70_000n],
    ["2013-07-01", 36_001n, 12_000n],
    ["2013-07-01", 36_001n, 12_000n],
  ]);
  expect(rows.every((row) => row.budgetLineId === line.id)).toBe(true);
});

test("of several lines for own hours the one whose budget has the day takes them", async () => {
  const { unit, project, line } = await makeInKindProject({
    rates: [{ validFrom: "2013-01-01", rateOre: 35_000 }],
  });
  const person = await makePerson(db, { unit });
  const autumn = await makeBudgetLine(db, {
    ...{ projectId: project.id, financing: "in_kind" },
    plan: [{ startsOn: "2013-07-01", endsBefore: "2014-01-01", amountOre: 100 }],
  });
  const lineOf = async (workedOn: string) => {
    const source = { type: "hand_over" as const, id: randomUUID() };
    const people = [{ personId: person.id, minutes: 60, isUnanswered: false }];
    const work = { projectId: project.id, workedOn, people };
    await db.$transaction((tx) => bookOwnHours(tx, { ...work, text: "", source }));
    return (await db.ownHours.findFirstOrThrow({ where: { sourceId: source.id } })).budgetLineId;
  };
  expect(await lineOf("2013-06-30")).toBe(line.id);
  expect(await lineOf("2013-07-01")).toBe(autumn.id);
  await db.budgetLine.update({ where: { id: autumn.id }, data: { withdrawnAt: new Date() } });
  expect(await lineOf("2013-07-01")).toBe(line.id);
});

test("own hours of a hand-over are taken back for one person, or for all", async () => {
  const { unit, project } = await makeInKindProject({
    rates: [{ validFrom: "2013-01-01", rateOre: 35_000 }],
  });
  const people = [await makePerson(db, { unit }), await makePerson(db, { unit })];
  const source = { type: "hand_over" as const, id: randomUUID() };
  await db.$transaction((tx) =>
    bookOwnHours(tx, {
      projectId: project.id,
      workedOn: "2013-06-30",
      people: people.map(({ id }) => ({ personId: id, minutes: 60, isUnanswered: false })),
      text: "",
      source,
    }),
  );
  const counted = () => db.ownHours.count({ where: { sourceId: source.id, withdrawnAt: null } });
  expect(await db.$transaction((tx) => withdrawOwnHours(tx, source, people[0]?.id))).toBe(1);
  expect(await counted()).toBe(1);
  expect(await db.$transaction((tx) => withdrawOwnHours(tx, source))).toBe(1);
  expect(await counted()).toBe(0);
  expect(await db.ownHours.count({ where: { sourceId: source.id } })).toBe(2);
});

test.each([
  { reason: "funding.errors.noHourRate", workedOn: "2013-02-28", takesHours: true },
  { reason: "funding.errors.dayOutsideProject", workedOn: "2012-12-31", takesHours: true },
  { reason: "funding.errors.dayOutsideProject", workedOn: "2014-01-01", takesHours: true },
  { reason: "funding.errors.noInKindLine", workedOn: "2013-03-01", takesHours: false },
])("$reason on $workedOn", async ({ reason, workedOn, takesHours }) => {
  const { unit, project, line } = await makeInKindProject({
    rates: [{ validFrom: "2013-03-01", rateOre: 35_000 }],
  });
  const person = await makePerson(db, { unit });
  if (!takesHours) {
    await db.budgetLine.update({ where: { id: line.id }, data: { financing: "cash" } });
  }
  const booking = db.$transaction((tx) =>
    bookOwnHours(tx, {
      projectId: project.id,
      workedOn,
      people: [{ personId: person.id, minutes: 60, isUnanswered: false }],
      text: "",
      source: { type: "hand_over" as const, id: randomUUID() },
    }),
  );
  await expect(booking).rejects.toMatchObject({ fields: { projectId: { key: reason } } });
  expect(await db.ownHours.count({ where: { projectId: project.id } })).toBe(0);
});
