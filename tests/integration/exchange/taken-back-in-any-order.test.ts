// Imports of one voucher, taken back in any order: it is as the latest that is left has left it.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { withdrawImport } from "~/features/exchange/uploads/withdraw-import.commands.server";
import { toDbDate } from "~/terms/day";
import { makeCost } from "../../factories/cost";
import type { LedgerVoucherGiven } from "../../factories/ledger-file";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { apply, preview, upload } from "./ledger-project";

const { db } = await testDatabase();

/** What a file has of the voucher; the file reaches over the whole month. */
type Content = Pick<LedgerVoucherGiven, "number" | "date"> & { kronor: number };

const contents: (Content | null)[] = [
  { number: "5", date: "2013-03-10", kronor: 4500 },
  { number: "5", date: "2013-03-10", kronor: 4600 },
  { number: "5", date: "2013-03-12", kronor: 4500 },
  { number: "7", date: "2013-03-10", kronor: 4600 },
  null,
];

const frame = ["2013-03-01", "2013-03-31"].map((date, index) => ({
  ...{ number: String(8 + index), date, text: "Ram", rows: [{ kronor: 1 }] },
}));

type Act = { brings: Content | null } | { takesBack: number };

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ brings: fc.constantFrom(...contents) }) },
  { weight: 1, arbitrary: fc.record({ takesBack: fc.nat(4) }) },
);

test(
  "a voucher is as the latest import that is left has left it, and a logged cost counts once",
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAct, { minLength: 3, maxLength: 6 }),
        fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }),
        async (acts, order) => {
          const place = await makeLogged();
          const left: { importId: string; state: string }[] = [];
          const holds = async (what: string) => {
            expect(await place.state(), what).toBe(left.at(-1)?.state ?? place.nothing);
          };
          const takeBack = async (nth: number) => {
            const [taken] = left.splice(nth % left.length, 1);
            if (!taken) return;
            await place.withdraw(taken.importId);
            await holds(`without ${taken.state}`);
          };
          for (const act of acts) {
            if ("takesBack" in act) {
              if (left.length > 0) await takeBack(act.takesBack);
              continue;
            }
            const before = await place.state();
            const importId = await place.bringIn(act.brings);
            const state = await place.state();
            // What only brings the frame, or nothing, has said nothing of the voucher.
            if (importId && state !== before) left.push({ importId, state });
          }
          for (const nth of order) if (left.length > 0) await takeBack(nth);
          while (left.length > 0) await takeBack(0);
        },
      ),
      { numRuns: 25 },
    );
  },
);

/** A project with a course that was logged to cost 4 500 kr, and what stands of it and the voucher. */
async function makeLogged() {
  const { project, line, head, employee } = await makeWorkplace(db);
  const projectId = project.id;
  const viewer: Viewer = { ...head, managedProjectIds: [projectId] };
  const record = await db.trainingRecord.create({
    data: {
      ...{ authorityId: project.authorityId, personId: employee.personId ?? "", kind: "course" },
      ...{ status: "approved", title: "Kurs", heldOn: toDbDate("2013-02-20"), minutes: 60 },
    },
  });
  const logged = await makeCost(db, {
    ...{ projectId, budgetLineId: line.id, bookedOn: "2013-02-20", amountOre: 450_000 },
    sourceId: record.id,
  });
  const state = async () => {
    const standing = await db.cost.findMany({
      where: {
        projectId,
        withdrawnAt: null,
        OR: [{ voucherId: null }, { voucher: { text: "Kurs" } }],
      },
      include: { voucher: true },
    });
    return standing
      .map(({ voucher, bookedOn, amountOre, id }) =>
        [
          voucher ? voucher.number : id === logged.id && "logged",
          bookedOn.toISOString().slice(0, 10),
          amountOre / 100n,
        ].join(" "),
      )
      .sort()
      .join(", ");
  };
  const bringIn = async (content: Content | null) => {
    const voucher = content && {
      ...{ number: content.number, date: content.date, text: "Kurs" },
      rows: [{ kronor: content.kronor }],
    };
    const vouchers = [...frame, ...(voucher ? [voucher] : [])];
    const importId = await upload(db, viewer, { vouchers });
    const plan = await preview(db, viewer, { importId, projectId });
    const answers = Object.fromEntries(
      (["changed", "moved", "vanished"] as const).map((reason) => [`replace:${reason}`, ["all"]]),
    );
    const replace = plan.twins.slice(0, 1).map(({ key }) => key);
    try {
      await apply(db, viewer, importId, { projectId, answers, replace });
      return importId;
    } catch {
      return null;
    }
  };
  const withdraw = (importId: string) =>
    withdrawImport(db, viewer, { importId, submissionId: randomUUID() });
  return { state, bringIn, withdraw, nothing: await state() };
}
