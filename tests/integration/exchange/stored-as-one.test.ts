// Vouchers of earlier versions stay known: also those of one number that were stored as one.
import pg from "pg";
import { expect, inject, test } from "vitest";
import { ledgerTarget } from "~/features/funding/costs/ledger-target.queries.server";
import { readLedgerPlan } from "~/features/exchange/ledgers/ledger-plan.queries.server";
import { makeDatabase } from "~/platform/db.server";
import { deployMigrations } from "~/platform/postgres/migrations";
import { withScratchDatabase } from "../../../scripts/migrate/scratch-database";
import { ledgerFile } from "../../factories/ledger-file";
import { keptDatabases, loadKeptDatabase } from "../../kept-databases/kept-database";

const [kept = ""] = keptDatabases().filter((name) => name < "20261128230000");

const day = (month: number) => `2026-0${month}-28`;
const months = [1, 2, 3, 4].map((month) => ({
  ...{ series: "#", number: "1", date: day(month), text: "Avskrivning" },
  rows: [{ kronor: 500, account: "7832", objects: ["Kc"] }],
}));
const pair = (text: string, kronor: number) => ({
  ...{ series: "B", number: "4", date: "2026-05-02", text },
  rows: [{ kronor, account: "5810", objects: ["Kc"] }],
});
const file = ledgerFile({
  orgNumber: "212000-9994",
  fiscalYears: [["2026-01-01", "2026-12-31"]],
  vouchers: [...months, pair("Ett", 1), pair("Två", 2), pair("Tre", 3)],
});

test("vouchers that were stored as one are known, each on its day", { timeout: 60_000 }, () =>
  withScratchDatabase(inject("testServer").url, async (url) => {
    await loadKeptDatabase(url, kept);
    const code = await storeAsOne(url);
    await deployMigrations(url);
    const db = makeDatabase(url);
    try {
      const target = await ledgerTarget(db, { code });
      const plan = await readLedgerPlan(db, { file, target, objectCode: "Kc" });
      expect(plan.same.map(({ date, text }) => `${date} ${text}`)).toEqual([
        ...[1, 2, 3].map((month) => `${day(month)} Avskrivning`),
        ...["2026-05-02 Ett", "2026-05-02 Två"],
      ]);
      const asked = plan.asked.map(({ shown, reasons }) => [shown.text, reasons]);
      expect(asked.filter(([, reasons]) => !String(reasons).includes("organisation"))).toEqual([]);
      const left = [...plan.added, ...plan.asked.map(({ shown }) => shown)];
      expect(left.map(({ date, text }) => `${date} ${text}`)).toEqual([
        `${day(4)} Avskrivning`,
        "2026-05-02 Tre",
      ]);
      expect(await db.cost.count({ where: { voucher: { objectCode: "Kc" } } })).toBe(5);
    } finally {
      await db.$disconnect();
    }
  }),
);

/** As earlier versions did: the rows of all vouchers of a number in a year under one. */
async function storeAsOne(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; code: string }>(
      "SELECT id, code FROM project ORDER BY code LIMIT 1",
    );
    const [project] = rows;
    if (!project) throw new Error("The kept database has no project");
    const store = async (
      series: string,
      number: string,
      on: string,
      costs: [string, string, number][],
    ) => {
      const { rows: made } = await client.query<{ id: string }>(
        `INSERT INTO voucher (id, project_id, identity, object_code, org_number, fiscal_year, series,
           number, booked_on, text, content_hash)
         VALUES (gen_random_uuid(), $1, $2, 'Kc', '212000-9994', '2026-01-01', $3, $4, $5, $6, '')
         RETURNING id`,
        [project.id, `numbered ${series} ${number}`, series, number, on, costs[0]?.[1]],
      );
      for (const [index, [date, text, kronor]] of costs.entries()) {
        await client.query(
          `INSERT INTO cost (id, project_id, booked_on, amount_ore, text, account, voucher_id, row_number)
           VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`,
          [
            project.id,
            date,
            kronor * 100,
            text,
            series === "B" ? "5810" : "7832",
            made[0]?.id,
            index + 1,
          ],
        );
      }
    };
    await store(
      "#",
      "1",
      day(1),
      [1, 2, 3].map((month) => [day(month), "Avskrivning", 500]),
    );
    await store("B", "4", "2026-05-02", [
      ["2026-05-02", "Ett", 1],
      ["2026-05-02", "Två", 2],
    ]);
    return project.code;
  } finally {
    await client.end();
  }
}
