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

/** What comes in the place of one voucher is like another that was gone before. */
const likeWhatIsGone: [Act[], number[]] = [[3, 0, 1, 0].map(bringing), [7, 4, 0, 0, 0, 0]];

/** What comes back takes the place of what came instead of another, which is gone from the file. */
const besideWhatCameBack: [Act[], number[]] = [
  [bringing(3), bringing(1), { takesBack: 1 }, bringing(0)],
  [0, 0, 0, 0, 0, 0],
];

/** The course has another invoice meanwhile, which goes first. */
const afterAnotherInvoice: [Act[], number[]] = [
  [bringing(1), bringing(2), bringing(4), { takesBack: 0 }, bringing(0)],
  [1, 3, 0, 0, 0, 0],
];

function bringing(place: number): Act {
  return { brings: contents[place] ?? null };
}

test(
  "a voucher is as the latest import that is left has left it, and a logged cost counts once",
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAct, { minLength: 3, maxLength: 6 }),
        fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }),
        async (acts, order) => {
          const place = await makeLogged();
          const history = historyOf();
          const takeBack = async (nth: number) => {
            const importId = history.takeBack(nth);
            if (importId === null) return;
            await place.withdraw(importId);
            const { vouchers, isLoggedOnce } = await place.state();
            expect(standingIn(vouchers)).toEqual(history.standing());
            expect(isLoggedOnce).toBe(true);
          };
          for (const act of acts) {
            if ("takesBack" in act) {
              await takeBack(act.takesBack);
              continue;
            }
            const before = await place.state();
            const importId = await place.bringIn(act.brings);
            const after = await place.state();
            if (importId) history.bringIn(importId, before.vouchers, after.vouchers);
          }
          for (const nth of order) await takeBack(nth);
          expect(standingIn((await place.state()).vouchers)).toEqual([]);
        },
      ),
      { numRuns: 25, examples: [likeWhatIsGone, besideWhatCameBack, afterAnotherInvoice] },
    );
  },
);

type Stored = { id: string; importId: string | null; stands: boolean; replacedById: string | null };

function standingIn(vouchers: readonly Stored[]): string[] {
  return vouchers
    .filter(({ stands }) => stands)
    .map(({ id }) => id)
    .sort();
}

/** What imports have made of each voucher: of those that came in each other's place as of one. */
function historyOf() {
  const threads = new Map<string, { by: string; left: string | null }[]>();
  let imports: string[] = [];
  return {
    bringIn(by: string, before: readonly Stored[], after: readonly Stored[]): void {
      imports.push(by);
      const stood = new Set(standingIn(before));
      const known = new Set(before.map(({ id }) => id));
      for (const { id } of after.filter((each) => !known.has(each.id))) {
        const former = after.find(({ replacedById }) => replacedById === id);
        const thread = (former && threads.get(former.id)) ?? [];
        thread.push({ by, left: id });
        threads.set(id, thread);
      }
      for (const { id, stands, replacedById } of after) {
        const thread = threads.get(id) ?? [];
        // What was like it may have come back in this very import, in another's place.
        const isBack = thread.some((event) => event.by === by);
        if (stood.has(id) && !stands && replacedById === null && !isBack) {
          thread.push({ by, left: null });
        }
      }
      // What is not there already isn't in this file, either.
      const stand = new Set(standingIn(after));
      for (const events of new Set(threads.values())) {
        const isThere = events.some(({ left }) => left !== null && stand.has(left));
        if (!isThere) events.push({ by, left: null });
      }
    },
    takeBack(nth: number): string | null {
      const taken = imports[nth % imports.length] ?? null;
      imports = imports.filter((each) => each !== taken);
      return taken;
    },
    standing(): string[] {
      const left = new Set(imports);
      return [...new Set(threads.values())]
        .flatMap((events) => events.findLast(({ by }) => left.has(by))?.left ?? [])
        .sort();
    },
  };
}

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
    const stored = await db.voucher.findMany({ where: { projectId, text: "Kurs" } });
    const invoices = await db.cost.count({
      where: { projectId, sourceId: record.id, voucherId: { not: null }, withdrawnAt: null },
    });
    const { withdrawnAt } = await db.cost.findUniqueOrThrow({ where: { id: logged.id } });
    return {
      vouchers: stored.map(({ id, importId, withdrawnAt: gone, replacedById }): Stored => ({
        ...{ id, importId, stands: gone === null, replacedById },
      })),
      isLoggedOnce: invoices + (withdrawnAt === null ? 1 : 0) === 1,
    };
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
  return { state, bringIn, withdraw };
}
