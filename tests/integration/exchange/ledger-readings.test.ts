// Until when a project's books are known, file by file.
import { expect, test } from "vitest";
import { bookedThrough } from "~/features/funding/budget/booked-through.queries.server";
import type { LedgerVoucherGiven } from "../../factories/ledger-file";
import { next } from "../../factories/sequence";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";
import { apply, bringIn, makeLedgerProject, preview, upload } from "./ledger-project";

const { db } = await testDatabase();

const course: LedgerVoucherGiven = { number: "1", date: "2013-03-10", rows: [{ kronor: 1000 }] };

async function makeRead() {
  const { project, viewer } = await makeLedgerProject(db);
  // Each test's books are of a company of their own.
  const orgNumber = `2120${String(next()).padStart(6, "0")}`;
  await db.authority.update({ where: { id: project.authorityId }, data: { orgNumber } });
  const projectId = project.id;
  const own = { orgNumber, vouchers: [course] };
  await bringIn(db, viewer, { projectId, ledger: { ...own, generatedOn: "2013-06-01" } });
  const known = () => bookedThrough(db, { projectId, day: "2999-01-01" });
  expect(await known()).toBe("2013-06-01");
  return { projectId, viewer, own, known };
}

test("a file that has nothing new tells of a later day, once that is noted", async () => {
  const { projectId, viewer, own, known } = await makeRead();
  const importId = await upload(db, viewer, { ...own, generatedOn: "2013-10-31" });
  expect((await preview(db, viewer, { importId, projectId })).knownUntil).toBe("2013-10-31");
  await apply(db, viewer, importId, { projectId });
  expect(await known()).toBe("2013-10-31");
  expect(await db.voucher.count({ where: { projectId } })).toBe(1);

  // An earlier day is no news.
  const older = await upload(db, viewer, { ...own, generatedOn: "2013-08-01" });
  expect((await preview(db, viewer, { importId: older, projectId })).knownUntil).toBeNull();
  const refused = apply(db, viewer, older, { projectId });
  expect(await outcomeOf(refused)).toEqual({ form: "exchange.ledger.nothingTicked" });
});

test("another company's file tells nothing of how far the books are known", async () => {
  const { projectId, viewer, known } = await makeRead();
  const other = { number: "9", date: "2013-03-01", rows: [{ kronor: 7 }] };
  await bringIn(db, viewer, {
    ...{ projectId, answers: { "take:organisation": ["all"] } },
    ledger: { orgNumber: "556000-1111", generatedOn: "2013-11-27", vouchers: [other] },
  });
  expect(await db.voucher.count({ where: { projectId } })).toBe(2);
  expect(await known()).toBe("2013-06-01");
});
