import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { rebookingsOf } from "~/features/funding/rates/rebookings.queries.server";
import { showRateChange } from "~/features/funding/rates/rate-change.queries.server";
import { agreeToRate } from "~/features/funding/set-up/hour-rates.commands.server";
import { translator } from "~/i18n/server";
import { showReport } from "~/features/reports/reports.queries.server";
import { shareReport, unshareReport } from "~/features/reports/writing/reports.commands.server";
import { toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeHourRates } from "../../factories/hour-rates";
import { makeOwnHours } from "../../factories/own-hours";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeReport } from "../../factories/report";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";
import { makeReaders } from "./reported-project";

const { db } = await testDatabase();
const today = "2013-06-10";
const speech = { language: "sv" as const, t: translator("sv") };

/** A project with an hour in May, and a draft of a report on the spring. */
async function makeReportedHours() {
  const unit = await makeUnit(db);
  const project = await makeProject(db, { unit });
  const { id: projectId, authorityId, code } = project;
  const line = await makeBudgetLine(db, { projectId, financing: "in_kind" });
  await makeHourRates(db, projectId, [{ validFrom: "2013-01-01", rateOre: 35_000 }]);
  const person = await makePerson(db, { unit });
  const hour = { minutes: 60, amountOre: 35_000, personId: person.id, workedOn: "2013-05-31" };
  await makeOwnHours(db, { projectId, budgetLineId: line.id, ...hour });
  const { id } = await makeReport(db, { projectId });
  const readers = await makeReaders(db, { projectId, authorityId });
  return { id, code, readers };
}

async function changeRate(viewer: Viewer, code: string, { rateOre = 0, reason = "" }) {
  const change = { id: null, rate: { validFrom: "2013-05-01", rateOre } };
  const { seen } = await showRateChange(db, viewer, { code, ...change });
  const form = { code, seen, reason, submissionId: randomUUID() };
  return agreeToRate(db, viewer, { ...form, ...change });
}

test("a period is reported while its report is shared, and what is booked anew then has a reason", async () => {
  const { id, code, readers } = await makeReportedHours();
  const { projectManager: writer, funder } = readers;
  const rebookings = async (viewer: Viewer) =>
    (await showReport(db, viewer, { id, today, speech })).rebookings;
  await shareReport(db, writer, { id, submissionId: randomUUID() });
  await expect(changeRate(writer, code, { rateOre: 36_000 })).rejects.toMatchObject({
    fields: { reason: { key: "funding.errors.reasonForReported" } },
  });
  await changeRate(writer, code, { rateOre: 36_000, reason: "Avtalet" });
  expect(await rebookings(writer)).toMatchObject([
    { reason: "Avtalet", beforeOre: 35_000, afterOre: 36_000, madeByName: writer.name },
  ]);
  expect(await rebookings(funder)).toEqual([]);

  await unshareReport(db, writer, { id, submissionId: randomUUID() });
  expect(await rebookings(writer)).toEqual([]);
  const [rate] = await db.hourRate.findMany({ where: { rateOre: 36_000n, withdrawnAt: null } });
  const change = { id: rate?.id ?? "", rate: null };
  const { seen, isReported } = await showRateChange(db, writer, { code, ...change });
  expect(isReported).toBe(false);
  await agreeToRate(db, writer, { code, seen, ...change, submissionId: randomUUID() });

  // Shared again, what was booked anew before is what the funder reads.
  await shareReport(db, writer, { id, submissionId: randomUUID() });
  expect(await rebookings(writer)).toEqual([]);
});

test("what was booked anew is a period's from its first day to its last, since an instant", async () => {
  const { id: projectId } = await makeProject(db);
  const made = async (days: [string, string], madeAt: string) => {
    const [firstDay = new Date(), lastDay = new Date()] = days.map(toDbDate);
    const sums = { rowCount: 1, minutes: 60, beforeOre: 1n, afterOre: 2n, madeByName: "Mia" };
    await db.rebooking.create({
      data: {
        projectId,
        firstDay,
        lastDay,
        ...sums,
        reason: days.join(),
        madeAt: new Date(madeAt),
      },
    });
  };
  await made(["2013-02-01", "2013-02-28"], "2013-07-02");
  await made(["2013-02-01", "2013-03-01"], "2013-07-02");
  await made(["2013-05-31", "2013-06-30"], "2013-07-03");
  await made(["2013-06-01", "2013-06-30"], "2013-07-02");
  await made(["2013-04-01", "2013-04-01"], "2013-06-30");
  const period = { startsOn: "2013-03-01", endsBefore: "2013-06-01" };
  const told = await rebookingsOf(db, { projectId, period, since: new Date("2013-07-01") });
  expect(told.map(({ reason }) => reason)).toEqual([
    "2013-05-31,2013-06-30",
    "2013-02-01,2013-03-01",
  ]);
});
