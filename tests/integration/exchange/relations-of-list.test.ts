// What taking a ledger's import back takes with it and lets stand again, over random vouchers.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toDbDate } from "~/terms/day";
import { makeImport } from "../../factories/import";
import { makeProject } from "../../factories/project";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const projects = [await makeProject(db), await makeProject(db)] as const;

const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.nat(5).map((number) => others[number] ?? usual);

/** What was taken back, by whom besides, and what came again; `isOther`: of another import. */
const removal = fc.record({
  orgNumber: fc.constantFrom("", "160000-0000"),
  number: mostly("7", ""),
  isOwn: mostly(false, true),
  isKeptByOther: mostly(false, true),
  again: fc.record({
    ...{ isOther: mostly(true, false), isWithdrawn: mostly(false, true) },
    ...{ isSameObject: mostly(true, false), isSameProject: fc.boolean() },
    ...{ isSameIdentity: mostly(false, true), isSameCompany: mostly(true, false) },
    ...{ series: mostly("A", "B"), bookedOn: mostly("2013-05-01", "2013-05-02") },
    number: mostly("7", "8", ""),
  }),
});
type Removal = typeof removal extends fc.Arbitrary<infer Each> ? Each : never;

/** Whether it stays gone: another import keeps it back, or it has come again since. */
function staysGone({ orgNumber, number, isOwn, isKeptByOther, again }: Removal): boolean {
  if (isOwn || isKeptByOther) return true;
  if (!again.isOther || again.isWithdrawn || !again.isSameObject) return false;
  const company = again.isSameCompany ? orgNumber : "other";
  if (company === "" && !again.isSameProject) return false;
  const isSameVoucher =
    again.number !== "" &&
    again.number === number &&
    again.isSameCompany &&
    again.series === "A" &&
    again.bookedOn === "2013-05-01";
  return again.isSameIdentity || isSameVoucher;
}

test("what an import has removed stands again, but for what has come again since", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(removal, { minLength: 60, maxLength: 60 }), async (removals) => {
      const of = { authorityId: projects[0].authorityId };
      const { id: list } = await makeImport(db, of);
      const { id: other } = await makeImport(db, of);
      const { id: third } = await makeImport(db, of);
      const withdrawnAt = new Date("2013-06-02T00:00:00Z");
      const voucher = { orgNumber: "", fiscalYear: "2013", series: "A", number: "7", text: "" };
      const all = removals.map((each) => ({
        ...{ ...each, id: randomUUID(), costId: randomUUID() },
        ...{ identity: randomUUID(), objectCode: randomUUID() },
        ...{ againId: randomUUID(), againCostId: randomUUID() },
      }));
      const bookedOn = toDbDate("2013-05-01");
      await db.voucher.createMany({
        data: all.map(({ id, identity, objectCode, orgNumber, number, isOwn }) => ({
          ...{ ...voucher, id, identity, objectCode, orgNumber, number, bookedOn, withdrawnAt },
          ...{ projectId: projects[0].id, importId: isOwn ? list : third },
        })),
      });
      await db.voucherRemoval.createMany({
        data: all.flatMap(({ id: voucherId, isKeptByOther }) => [
          { voucherId, importId: list },
          ...(isKeptByOther ? [{ voucherId, importId: other }] : []),
        ]),
      });
      await db.voucher.createMany({
        data: all.map(({ identity, objectCode, orgNumber, again, againId: id }) => ({
          id,
          ...{ ...voucher, number: again.number, series: again.series },
          ...{ bookedOn: toDbDate(again.bookedOn), importId: again.isOther ? other : list },
          projectId: projects[again.isSameProject ? 0 : 1].id,
          identity: again.isSameIdentity ? identity : randomUUID(),
          objectCode: again.isSameObject ? objectCode : randomUUID(),
          orgNumber: again.isSameCompany ? orgNumber : "other",
          withdrawnAt: again.isWithdrawn ? withdrawnAt : null,
        })),
      });
      // Of each voucher a row that stands or went with it, and one that had been taken away before.
      await db.cost.createMany({
        data: all.flatMap(({ id, costId, againId, againCostId, again }) =>
          [
            { voucherId: id, costId, gone: withdrawnAt },
            {
              voucherId: againId,
              costId: againCostId,
              gone: again.isWithdrawn ? withdrawnAt : null,
            },
          ].flatMap(({ voucherId, costId: rowId, gone }) => {
            const row = { projectId: projects[0].id, voucherId, bookedOn, amountOre: 1n };
            const before = new Date("2013-06-01T00:00:00Z");
            return [
              { ...row, id: rowId, rowNumber: 1, withdrawnAt: gone },
              { ...row, rowNumber: 2, withdrawnAt: before },
            ];
          }),
        ),
      });
      const found = await db.$queryRaw<{ key: string }[]>`
        select concat_ws(' ', 'removed', voucher_id, cost_id) as key
        from vouchers_removed_by(${list}::uuid)
        union all
        select concat_ws(' ', 'brought', voucher_id, cost_id)
        from vouchers_brought_by(${list}::uuid)`;
      const removed = all
        .filter((each) => !staysGone(each))
        .map(({ id, costId }) => ["removed", id, costId]);
      const brought = all.flatMap(({ again, againId, againCostId }) =>
        again.isOther || again.isWithdrawn ? [] : [["brought", againId, againCostId]],
      );
      expect(found.map(({ key }) => key).sort()).toEqual(
        [...removed, ...brought].map((row) => row.join(" ")).sort(),
      );
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 30_000);
