import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { lineHeldElsewhere } from "~/overviews/project/line-held-elsewhere.server";
import {
  bookOwnHours,
  tellOwnHoursDays,
} from "~/features/funding/own-hours/own-hours.commands.server";
import { showRateChange } from "~/features/funding/rates/rate-change.queries.server";
import { rebookingsOf } from "~/features/funding/rates/rebookings.queries.server";
import { noteReported } from "~/features/funding/reported/reported-periods.commands.server";
import type { RateChange } from "~/features/funding/rules/hour-rates";
import { ownHoursAmountOre } from "~/features/funding/rules/own-hours-amount";
import { agreeToRate, saveRate } from "~/features/funding/set-up/hour-rates.commands.server";
import { removePart, stayReason } from "~/features/funding/set-up/remove-part.commands.server";
import { AppError } from "~/platform/app-error";
import { FieldError } from "~/platform/field-error";
import { addDays, toDbDate, toIsoDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeHourRates } from "../../factories/hour-rates";
import { makePerson } from "../../factories/person";
import { makeSetUpProject } from "../../factories/set-up-project";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const unit = await makeUnit(db);
const somebody = await makePerson(db, { unit });

type Rates = Parameters<typeof makeHourRates>[2];

async function makeRatedProject(rates: Rates) {
  const { project, manager } = await makeSetUpProject(db);
  await makeBudgetLine(db, { projectId: project.id, financing: "in_kind", plan: 1_000_000 });
  await makeHourRates(db, project.id, rates);
  const book = (workedOn: string, minutes = 60) =>
    db.$transaction(async (tx) => {
      const sourceId = randomUUID();
      await bookOwnHours(tx, {
        ...{ projectId: project.id, workedOn, text: "" },
        people: [{ personId: somebody.id, minutes, isUnanswered: false }],
        source: { type: "hand_over", id: sourceId },
      });
      await tellOwnHoursDays(tx, "hand_over", [
        { sourceId, personId: somebody.id, countsOn: workedOn },
      ]);
    });
  const standing = () =>
    db.ownHours.findMany({
      where: { projectId: project.id, withdrawnAt: null },
      orderBy: { workedOn: "asc" },
    });
  return { project, projectId: project.id, code: project.code, manager, book, standing };
}

/** Saves, and says yes to what it touches. */
async function changeAndAgree(viewer: Viewer, code: string, change: RateChange) {
  const { seen } = await showRateChange(db, viewer, { code, ...change });
  const form = { code, seen, reason: "Nytt avtal", submissionId: randomUUID() };
  return agreeToRate(db, viewer, { ...form, ...change });
}

test("an hour on the first day of a rate is worth that rate, whatever the one before becomes", async () => {
  const { code, manager, book, projectId } = await makeRatedProject([
    { validFrom: "2013-01-01", rateOre: 39_800 },
    { validFrom: "2013-04-01", rateOre: 41_000 },
  ]);
  await book("2013-04-01");
  const { id } = await db.hourRate.findFirstOrThrow({ where: { projectId, rateOre: 39_800n } });
  const change = { id, rate: { validFrom: "2013-01-01", rateOre: 40_000 } };
  expect(await showRateChange(db, manager, { code, ...change })).toMatchObject({ sums: null });
});

test("hours are booked anew only by who has seen which, and in the act that changes the rate", async () => {
  const { code, manager, book, standing, projectId } = await makeRatedProject([
    { validFrom: "2013-01-01", rateOre: 39_800 },
  ]);
  await book("2013-03-31", 20);
  await book("2013-04-01", 20);
  await book("2013-04-02", 60);
  const place = { code, id: null };
  const input = { ...place, validFrom: "2013-04-01", rateOre: 41_000 };

  expect(await saveRate(db, manager, { ...input, submissionId: randomUUID() })).toBeNull();
  expect(await db.hourRate.count({ where: { projectId } })).toBe(1);

  const change = { id: null, rate: { validFrom: "2013-04-01", rateOre: 41_000 } };
  const view = await showRateChange(db, manager, { code, ...change });
  expect(view).toMatchObject({
    isReported: false,
    sums: {
      ...{ rowCount: 2, minutes: 80, firstDay: "2013-04-01", lastDay: "2013-04-02" },
      ...{ beforeOre: 13_267 + 39_800, afterOre: 13_667 + 41_000 },
    },
    stretches: [{ rateOre: 39_800, newRateOre: 41_000 }],
  });
  await book("2013-04-03");
  const form = { ...place, ...change, submissionId: randomUUID() };
  // One more was booked since it was shown.
  expect(await agreeToRate(db, manager, { ...form, seen: view.seen })).toBeNull();

  const id = await changeAndAgree(manager, code, change);
  expect((await standing()).map((row) => [toIsoDate(row.workedOn), row.rateOre])).toEqual([
    ["2013-03-31", 39_800n],
    ["2013-04-01", 41_000n],
    ["2013-04-02", 41_000n],
    ["2013-04-03", 41_000n],
  ]);
  const gone = await db.ownHours.findMany({ where: { projectId, withdrawnAt: { not: null } } });
  const replaced = (await standing()).flatMap(({ replacesId }) => replacesId ?? []);
  expect(replaced.sort()).toEqual(gone.map((row) => row.id).sort());
  const rates = await db.hourRate.findMany({ where: { projectId }, orderBy: { validFrom: "asc" } });
  expect(rates.map(({ endsBefore }) => endsBefore && toIsoDate(endsBefore))).toEqual([
    "2013-04-01",
    null,
  ]);
  const trail = await db.auditEvent.findMany({
    where: { accountId: manager.accountId, action: "hour-rate.add" },
    orderBy: { subjectType: "asc" },
  });
  expect(trail).toMatchObject([
    { subjectId: id, detail: { before: null, after: change.rate } },
    { subjectType: "rebooking", detail: { rowCount: 3, beforeOre: 92_867, afterOre: 95_667 } },
  ]);
});

test("what a funder has read takes a reason, which is kept beside the period", async () => {
  const { code, manager, book, projectId } = await makeRatedProject([
    { validFrom: "2013-01-01", rateOre: 39_800 },
  ]);
  await book("2013-03-31");
  const spring = { startsOn: "2013-01-01", endsBefore: "2013-04-01" };
  await db.$transaction((tx) =>
    noteReported(tx, { projectId, reportId: randomUUID(), period: spring }),
  );
  const [first] = await db.hourRate.findMany({ where: { projectId } });
  const change = { id: first?.id ?? "", rate: { validFrom: "2013-01-01", rateOre: 40_000 } };
  const { seen, isReported } = await showRateChange(db, manager, { code, ...change });
  expect(isReported).toBe(true);
  const agree = (reason: string) =>
    agreeToRate(db, manager, { code, seen, reason, ...change, submissionId: randomUUID() });
  await expect(agree("")).rejects.toMatchObject({
    fields: { reason: { key: "funding.errors.reasonForReported" } },
  });
  await agree("Avtalet räknades om.");
  const since = new Date(0);
  expect(await rebookingsOf(db, { projectId, period: spring, since })).toMatchObject([
    { reason: "Avtalet räknades om.", rowCount: 1, beforeOre: 39_800, afterOre: 40_000 },
  ]);
  const summer = { startsOn: "2013-04-01", endsBefore: "2013-07-01" };
  expect(await rebookingsOf(db, { projectId, period: summer, since })).toEqual([]);

  // The first day after a period isn't in it.
  await book("2013-04-01");
  const later = { id: null, rate: { validFrom: "2013-04-01", rateOre: 1 } };
  expect(await showRateChange(db, manager, { code, ...later })).toMatchObject({
    isReported: false,
    sums: { rowCount: 1 },
  });
});

test("a rate that is taken out never was; one that a booked day needs stays", async () => {
  const { code, manager, book, standing, projectId } = await makeRatedProject([
    { validFrom: "2013-01-01", rateOre: 10_000 },
    { validFrom: "2013-04-01", rateOre: 20_000 },
  ]);
  await book("2013-04-01");
  const [first, second] = await db.hourRate.findMany({
    where: { projectId },
    orderBy: { validFrom: "asc" },
  });
  const removal = (id: string) => ({
    ...{ code, part: "rates" as const, id, submissionId: randomUUID() },
  });
  expect(await removePart(db, manager, removal(second?.id ?? ""), lineHeldElsewhere)).toBeNull();
  await changeAndAgree(manager, code, { id: second?.id ?? "", rate: null });
  expect(await standing()).toMatchObject([{ rateOre: 10_000n }]);
  const rates = await db.hourRate.findMany({ where: { projectId }, orderBy: { validFrom: "asc" } });
  expect(rates).toMatchObject([
    { id: first?.id, endsBefore: null, withdrawnAt: null },
    { id: second?.id, withdrawnAt: expect.any(Date) },
  ]);

  expect(await stayReason(db, "rates", first?.id ?? "")).toBe("rate-needed");
  await expect(
    removePart(db, manager, removal(first?.id ?? ""), lineHeldElsewhere),
  ).rejects.toMatchObject({
    code: "conflict",
  });
  const { id } = first ?? { id: "" };
  const late = { code, id, validFrom: "2013-04-02", rateOre: 1, submissionId: randomUUID() };
  await expect(saveRate(db, manager, late)).rejects.toMatchObject({
    fields: {
      validFrom: { key: "funding.errors.hoursWithoutRate", values: { date: "2013-04-01" } },
    },
  });
});

test("an hour that is booked while its rate is changed has the one of its day all the same", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { code, manager, book, standing } = await makeRatedProject([
      { validFrom: "2013-01-01", rateOre: 10_000 },
    ]);
    const input = { code, id: null, validFrom: "2013-04-01", rateOre: 20_000 };
    const [saved] = await Promise.all([
      saveRate(db, manager, { ...input, submissionId: randomUUID() }),
      book("2013-04-01"),
    ]);
    // Whoever came first: the other knows of it.
    expect(await standing()).toMatchObject([{ rateOre: saved === null ? 10_000n : 20_000n }]);
  }
});

test("two rates of one day are refused by the database too", async () => {
  const { projectId } = await makeRatedProject([{ validFrom: "2013-01-01", rateOre: 1 }]);
  const rate = { projectId, rateOre: 2n, validFrom: toDbDate("2013-06-01") };
  await expect(db.hourRate.create({ data: rate })).rejects.toThrow("hour_rate_once");
  await db.hourRate.create({ data: { ...rate, withdrawnAt: new Date() } });
  const backwards = { ...rate, endsBefore: toDbDate("2013-06-01"), withdrawnAt: new Date() };
  await expect(db.hourRate.create({ data: backwards })).rejects.toThrow("hour_rate_stretch");
});

test("another project's rate is nobody's", async () => {
  const { code, manager } = await makeRatedProject([]);
  const other = await makeRatedProject([{ validFrom: "2013-01-01", rateOre: 1 }]);
  const [foreign] = await db.hourRate.findMany({ where: { projectId: other.projectId } });
  const change = { id: foreign?.id ?? "", rate: { validFrom: "2013-02-01", rateOre: 2 } };
  await expect(showRateChange(db, manager, { code, ...change })).rejects.toMatchObject({
    code: "not-found",
  });
  const form = { code, ...change, submissionId: randomUUID() };
  await expect(agreeToRate(db, manager, form)).rejects.toMatchObject({ code: "not-found" });
});

const dayOf = (number: number) => addDays("2013-03-01", number);
// Few days, so that much happens on the days on which a rate begins.
const day = fc.integer({ min: 0, max: 4 });

/** What somebody does: `which` is one of the rates that stand then. */
const step = fc.oneof(
  fc.record({
    does: fc.constant("enter" as const),
    day,
    rateOre: fc.integer({ min: 1, max: 60_000 }),
  }),
  fc.record({
    ...{ does: fc.constant("change" as const), which: fc.nat(5), day },
    rateOre: fc.integer({ min: 1, max: 60_000 }),
  }),
  fc.record({ does: fc.constant("remove" as const), which: fc.nat(5) }),
  fc.record({ does: fc.constant("work" as const), day, minutes: fc.integer({ min: 1, max: 200 }) }),
);

test("after any order of changes the booked hours have the rates of their days", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const { code, manager, book, standing, projectId } = await makeRatedProject([]);
      let minutes = 0;
      for (const each of steps) {
        const rates = await db.hourRate.findMany({ where: { projectId, withdrawnAt: null } });
        const chosen = "which" in each ? rates[each.which % Math.max(1, rates.length)] : undefined;
        const done = await carryOut(async () => {
          if (each.does === "work") return book(dayOf(each.day), each.minutes);
          if (each.does !== "enter" && !chosen) return undefined;
          const rate =
            each.does === "remove" ? null : { validFrom: dayOf(each.day), rateOre: each.rateOre };
          return changeAndAgree(manager, code, { id: chosen?.id ?? null, rate });
        });
        if (done && each.does === "work") minutes += each.minutes;
      }
      const rows = await standing();
      expect(rows.reduce((sum, row) => sum + row.minutes, 0)).toBe(minutes);
      const rates = await db.hourRate.findMany({ where: { projectId, withdrawnAt: null } });
      for (const row of rows) {
        const begun = rates.filter(({ validFrom }) => validFrom <= row.workedOn);
        const last = begun.toSorted((a, b) => a.validFrom.getTime() - b.validFrom.getTime()).at(-1);
        expect(row.rateOre).toBe(last?.rateOre);
        const { minutes: length, rateOre } = row;
        const worth = ownHoursAmountOre({ minutes: length, rateOre: Number(rateOre) });
        expect(Number(row.amountOre)).toBe(worth);
      }
    }),
    { numRuns: 20 },
  );
}, 120_000);

/** Whether it was done: what can't be is refused, and leaves everything as it was. */
async function carryOut(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const isRefused = error instanceof FieldError || error instanceof AppError;
    if (!isRefused) throw error;
    return false;
  }
}
