// The budget line of what takes a voucher's place, as the preview tells it and as it is written.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withdrawImport } from "~/features/exchange/uploads/withdraw-import.commands.server";
import { placeCost } from "~/features/funding/costs/place-cost.commands.server";
import { testDatabase } from "../../support/database";
import { bringIn, makeLedgerProject, preview, upload } from "./ledger-project";

const { db } = await testDatabase();

const frame = ["2013-01-05", "2013-11-30"].map((date, index) => ({
  ...{ number: String(8 + index), date, text: "Ram", rows: [{ kronor: 1 }] },
}));
const voucher = (account: string, kronor = 1000) => ({
  vouchers: [
    { number: "5", date: "2013-06-10", text: "Bok", rows: [{ account, kronor }] },
    ...frame,
  ],
});

/** Account 6210 goes to `other`, 5810 to `travel`, 7010 to none. */
async function makePlaced() {
  const place = await makeLedgerProject(db);
  const { project, viewer, other } = place;
  await db.budgetLine.update({ where: { id: other.id }, data: { accounts: "6210" } });
  const rows = () =>
    db.cost.findMany({
      where: { projectId: project.id, withdrawnAt: null, text: "Bok" },
      select: { id: true, budgetLineId: true, placedByHand: true },
    });
  const bring = (account: string, choice: { lines?: Record<string, string> } = {}) =>
    bringIn(db, viewer, {
      ...{ ledger: voucher(account), projectId: project.id },
      answers: { "replace:changed": ["all"] },
      ...choice,
    });
  const kept = async (account: string) => {
    const importId = await upload(db, viewer, voucher(account));
    const { warnings } = await preview(db, viewer, { importId, projectId: project.id });
    return warnings.kept.first.map(({ line }) => line.split(": ").at(-1));
  };
  const placeByHand = async (budgetLineId: string) => {
    const [row] = await rows();
    const input = { submissionId: randomUUID(), budgetLineId };
    await placeCost(db, viewer, { code: project.code, costId: row!.id, ...input });
  };
  return { ...place, rows, bring, kept, placeByHand };
}

test("a voucher whose account is corrected comes to the new account's line, or the chosen one", async () => {
  const { rows, bring, kept, travel, other } = await makePlaced();
  await bring("6210");
  expect(await rows()).toMatchObject([{ budgetLineId: other.id }]);
  expect(await kept("5810")).toEqual([]);
  await bring("5810");
  expect(await rows()).toMatchObject([{ budgetLineId: travel.id }]);
  await bring("6210", { lines: { "6210": travel.id } });
  expect(await rows()).toMatchObject([{ budgetLineId: travel.id }]);
  // An account that no line claims says nothing of where its rows go.
  expect(await kept("7010")).toEqual(["Resor"]);
  await bring("7010");
  expect(await rows()).toMatchObject([{ budgetLineId: travel.id, placedByHand: false }]);
});

test("a row that somebody has placed stays there, also when it comes again after taking back", async () => {
  const { viewer, rows, bring, kept, placeByHand, travel, other } = await makePlaced();
  await bring("7010");
  await placeByHand(other.id);
  expect(await kept("5810")).toEqual(["Övrigt"]);
  const second = await bring("5810");
  const placed = [{ budgetLineId: other.id, placedByHand: true }];
  expect(await rows()).toMatchObject(placed);
  await withdrawImport(db, viewer, { importId: second, submissionId: randomUUID() });
  expect(await rows()).toMatchObject(placed);
  const third = await bring("5810", { lines: { "5810": travel.id } });
  expect(await rows()).toMatchObject(placed);
  await withdrawImport(db, viewer, { importId: third, submissionId: randomUUID() });
});

test("what was chosen with an import that is taken back is chosen anew", async () => {
  const { viewer, rows, bring, travel, other } = await makePlaced();
  const first = await bring("6210", { lines: { "6210": travel.id } });
  await withdrawImport(db, viewer, { importId: first, submissionId: randomUUID() });
  await bring("6210");
  expect(await rows()).toMatchObject([{ budgetLineId: other.id }]);
});

test("nothing is written on a line whose grant was closed before its day", async () => {
  const { project, rows, bring, viewer, other } = await makePlaced();
  await bring("6210");
  const grant = await db.grant.create({
    data: {
      projectId: project.id,
      closedOn: new Date("2013-06-30"),
      grantedOn: new Date("2013-01-01"),
      grantedOre: 1n,
      funderId: (await db.funder.create({ data: { name: randomUUID() } })).id,
    },
  });
  await db.budgetLine.update({
    where: { id: other.id },
    data: { grantId: grant.id, financing: "grant" },
  });
  const [moved, ...rest] = voucher("6210").vouchers;
  await bringIn(db, viewer, {
    ledger: { vouchers: [{ ...moved!, date: "2013-07-15" }, ...rest] },
    ...{ projectId: project.id, answers: { "replace:moved": ["all"] } },
    lines: { "6210": other.id },
  });
  expect(await rows()).toMatchObject([{ budgetLineId: null }]);
});
