import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookOwnHours } from "~/features/funding/own-hours/own-hours.commands.server";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeHourRates } from "../../factories/hour-rates";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

test("hours go to the first line of theirs whose budget has the day, else to the first", async () => {
  const unit = await makeUnit(db);
  const { id: personId } = await makePerson(db, { unit });
  const { id: projectId } = await makeProject(db, { unit });
  await makeHourRates(db, projectId, [{ validFrom: "2013-01-01", rateOre: 35_000 }]);
  const line = (startsOn: string, endsBefore: string) =>
    makeBudgetLine(db, {
      ...{ projectId, financing: "in_kind" },
      plan: [{ startsOn, endsBefore, amountOre: 1 }],
    });
  const spring = await line("2013-02-01", "2013-05-01");
  const may = await line("2013-05-01", "2013-06-01");
  await line("2013-04-01", "2013-06-01");
  const lineOf = async (workedOn: string) => {
    const source = { type: "hand_over" as const, id: randomUUID() };
    const people = [{ personId, minutes: 60, isUnanswered: false }];
    await db.$transaction((tx) =>
      bookOwnHours(tx, { projectId, text: "", workedOn, people, source }),
    );
    const where = { sourceId: source.id };
    return (await db.ownHours.findFirstOrThrow({ where })).budgetLineId;
  };
  expect(await lineOf("2013-04-30")).toBe(spring.id);
  expect(await lineOf("2013-05-01")).toBe(may.id);
  expect(await lineOf("2013-12-01")).toBe(spring.id);
});
