import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { askedOfAnswer, askedOfDay } from "~/features/funding/own-hours/hours-of-day.server";
import { lengthOfDay, minutesOfDay } from "~/features/funding/rules/hours-of-day";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const unit = await makeUnit(db);
const lines = [await newLine(), await newLine()];

async function newLine() {
  const { id: projectId } = await makeProject(db, { unit });
  const { id } = await makeBudgetLine(db, { projectId, financing: "in_kind" });
  return { projectId, budgetLineId: id };
}

type Hours = {
  id?: string;
  sourceId?: string;
  replacesId?: string;
  minutes: number;
  workedOn?: string;
  unanswered?: boolean;
  withdrawnAt?: Date | null;
};

function work(personId: string, { workedOn = "2013-05-01", ...hours }: Hours, place = lines[0]) {
  if (!place) throw new Error("There is no line");
  return db.ownHours.create({
    data: {
      ...{ ...place, personId, workedOn: toDbDate(workedOn), rateOre: 1n, amountOre: 1n },
      ...{ sourceType: "hand_over", sourceId: randomUUID(), ...hours },
    },
  });
}

test("own_hours_of_day says what the rule says, over all projects", async () => {
  const rarely = fc.nat(3).map((number) => number === 0);
  const hours = fc.record({
    // Six of them are less than 24 hours, and three often more than ten.
    minutes: fc.constantFrom(1, 200, 200, 239),
    workedOn: fc.constantFrom("2013-04-30", "2013-05-01", "2013-05-01", "2013-05-02"),
    isUnanswered: rarely,
    isWithdrawn: rarely,
    place: fc.constantFrom(...lines),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(hours, { minLength: 2, maxLength: 6 }), async (all) => {
      const { id } = await makePerson(db, { unit });
      for (const { isUnanswered, isWithdrawn, place, ...each } of all) {
        const withdrawnAt = isWithdrawn ? new Date() : null;
        await work(id, { ...each, unanswered: isUnanswered, withdrawnAt }, place);
      }
      const [row] = await db.$queryRaw<{ minutes: number }[]>`
        select coalesce(sum(minutes), 0)::int as minutes
        from own_hours_of_day(${id}::uuid, '2013-05-01')`;
      const booked = minutesOfDay(all, "2013-05-01");
      expect(row?.minutes).toBe(booked);
      const more = { workedOn: "2013-05-01", people: [{ personId: id, minutes: 1 }], field: "" };
      const asked = await db.$transaction((tx) => askedOfDay(tx, more));
      expect(asked.map(({ values }) => values)).toEqual(
        booked + 1 > 10 * 60
          ? [
              expect.objectContaining({
                hours: Math.floor((booked + 1) / 60),
                minutes: (booked + 1) % 60,
              }),
            ]
          : [],
      );
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("the database refuses more than 24 hours of a person's day, also of two at once", async () => {
  const { id } = await makePerson(db, { unit });
  await work(id, { minutes: 23 * 60 });
  await work(id, { minutes: 60 }, lines[1]);
  await expect(work(id, { minutes: 1 }, lines[1])).rejects.toThrow("own_hours_of_day");
  await work(id, { minutes: 60, workedOn: "2013-05-02" });

  // What others say of somebody leaves no room out before they have answered.
  const said = await work(id, { minutes: 60, unanswered: true });
  const answer = db.ownHours.update({ where: { id: said.id }, data: { unanswered: false } });
  await expect(answer).rejects.toThrow("own_hours_of_day");
  const taken = await work(id, { minutes: 60, withdrawnAt: new Date() });
  const back = db.ownHours.update({ where: { id: taken.id }, data: { withdrawnAt: null } });
  await expect(back).rejects.toThrow("own_hours_of_day");

  const other = await makePerson(db, { unit });
  await work(other.id, { minutes: 20 * 60 });
  const both = await Promise.allSettled([
    work(other.id, { minutes: 180 }, lines[0]),
    work(other.id, { minutes: 180 }, lines[1]),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("the database keeps every day by the rule, whatever is entered, said yes to or taken back", async () => {
  const rarely = fc.nat(3).map((number) => number === 0);
  const act = fc.record({
    // Two, three or four of them are just as long as a day.
    minutes: fc.constantFrom(360, 480, 720),
    workedOn: fc.constantFrom("2013-05-01", "2013-05-01", "2013-05-02"),
    ...{ isUnanswered: rarely, isWithdrawn: rarely },
    /** Of one that is there already. */
    changes: fc.option(fc.nat(9)),
    place: fc.constantFrom(...lines),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 9 }), async (acts) => {
      const { id: personId } = await makePerson(db, { unit });
      const standing = new Map<string, Omit<(typeof acts)[number], "changes" | "place">>();
      for (const { changes, place, ...hours } of acts) {
        const id = [...standing.keys()][changes ?? 99] ?? randomUUID();
        const after = [...new Map([...standing, [id, hours]]).values()];
        const isTooLong = lengthOfDay(minutesOfDay(after, hours.workedOn)) === "impossible";
        const { workedOn, isUnanswered: unanswered, isWithdrawn, minutes } = hours;
        const withdrawnAt = isWithdrawn ? new Date() : null;
        const row = { minutes, unanswered, withdrawnAt, workedOn: toDbDate(workedOn) };
        const written = standing.has(id)
          ? db.ownHours.update({ where: { id }, data: row })
          : work(personId, { id, ...row, workedOn }, place);
        if (isTooLong) await expect(written).rejects.toThrow("own_hours_of_day");
        else standing.set(id, (await written, hours));
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("a day that is longer already can become shorter, and no longer", async () => {
  const { id } = await makePerson(db, { unit });
  const { id: long } = await work(id, { minutes: 30 * 60, unanswered: true });
  await db.$transaction(async (tx) => {
    // As a day stands that was written before there was such a rule.
    await tx.$executeRaw`alter table own_hours disable trigger user`;
    await tx.ownHours.update({ where: { id: long }, data: { unanswered: false } });
    await tx.$executeRaw`alter table own_hours enable trigger user`;
  });
  const change = (minutes: number) =>
    db.ownHours.update({ where: { id: long }, data: { minutes } });
  await change(29 * 60);
  await expect(change(30 * 60)).rejects.toThrow("own_hours_of_day");
  await db.ownHours.update({ where: { id: long }, data: { withdrawnAt: new Date() } });
  // Booked anew it is what it was, and no longer.
  const again = (minutes: number) => work(id, { minutes, replacesId: long });
  await expect(again(29 * 60 + 1)).rejects.toThrow("own_hours_of_day");
  const elsewhere = { minutes: 29 * 60, replacesId: long, workedOn: "2013-05-02" };
  await expect(work(id, elsewhere)).rejects.toThrow("own_hours_of_day");
  await again(29 * 60);
});

test("a yes to other hours is asked about by what stands of them, not by what was taken back", async () => {
  const { id: personId } = await makePerson(db, { unit });
  const sourceId = randomUUID();
  await work(personId, { minutes: 60, sourceId, withdrawnAt: new Date() });
  await work(personId, { minutes: 9 * 60, sourceId });
  const source = { type: "hand_over" as const, id: sourceId };
  const asked = async (minutes: number) => {
    const answer = { source, personId, others: [], minutes, field: "" };
    const touched = await db.$transaction((tx) => askedOfAnswer(tx, answer));
    return touched.map(({ values }) => [values?.hours, values?.minutes]);
  };
  expect(await asked(10 * 60)).toEqual([]);
  expect(await asked(10 * 60 + 1)).toEqual([[10, 1]]);
});
