import { readFile } from "node:fs/promises";
import { program } from "~/features/access/audit.server";
import type { LedgerPlan } from "~/features/exchange/ledger-plan";
import {
  importLedger,
  ledgerTarget,
  placementOf,
  planSieImport,
  type LedgerTarget,
  type Placement,
} from "~/features/exchange/sie-import.commands.server";
import { describeSieProblem } from "~/formats/sie/describe-problem";
import { readSie } from "~/formats/sie/read-sie";
import type { SieFile } from "~/formats/sie/sie-file";
import { summariseSie } from "~/formats/sie/summarise";
import { AppError } from "~/platform/app-error";
import { makeDatabase } from "~/platform/db.server";
import { withDatabase } from "~/platform/postgres/with-database";
import { callersPath } from "../command-line/callers-path";
import { confirm } from "../command-line/confirm";
import { UserError } from "../command-line/user-error";

type Options = { inspect: boolean; project?: string; object?: string; yes: boolean; data?: string };

export async function importSie(path: string, options: Options): Promise<void> {
  const file = await readTrusted(path);
  if (options.inspect) {
    process.stdout.write(`${JSON.stringify(summariseSie(file))}\n`);
    return;
  }
  const { project, object } = options;
  if (!project || !object) {
    throw new UserError(
      `Name the project in Kaskad and the ledger's object: --project CODE --object ID.\n${objectList(file)}`,
    );
  }
  await withDatabase({ dataDir: options.data }, async (url) => {
    const db = makeDatabase(url);
    try {
      const target = await findTarget(db, project);
      const plan = await planSieImport(db, { file, target, objectCode: object });
      const placement = placementOf(plan, target);
      show(plan, { target, placement, object, file });
      if (plan.added.length === 0) return;
      if (!options.yes && !(await confirm("Write these costs?"))) {
        process.stderr.write("Nothing has been written. --yes writes without asking.\n");
        return;
      }
      const done = await importLedger(db, program, {
        file,
        target,
        objectCode: object,
        placement,
        importId: null,
      });
      say(`Written: ${done.vouchers} vouchers, ${done.rows} rows, ${kronor(done.sumOre)} kr.`);
    } finally {
      await db.$disconnect();
    }
  });
}

/** The file's content; an untrustworthy file ends the command with every reason. */
async function readTrusted(path: string): Promise<SieFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(callersPath(path));
  } catch (error) {
    throw new UserError(`${path} can't be read: ${(error as Error).message}`); // readFile throws Errors
  }
  const { file, problems } = readSie(bytes);
  for (const problem of problems.filter(({ severity }) => severity !== "error")) {
    process.stderr.write(`${problem.severity}: ${describeSieProblem(problem)}\n`);
  }
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const reasons = errors.map((problem) => `error: ${describeSieProblem(problem)}`);
    throw new UserError([...reasons, `${path} can't be trusted and is not read.`].join("\n"));
  }
  return file;
}

async function findTarget(db: ReturnType<typeof makeDatabase>, code: string) {
  try {
    return await ledgerTarget(db, { code });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const projects = await db.project.findMany({ orderBy: { code: "asc" } });
    const list = projects.map((project) => `  ${project.code}  ${project.name}`).join("\n");
    throw new UserError(`There is no project ${code}. These are there:\n${list}`);
  }
}

type Shown = { target: LedgerTarget; placement: Placement; object: string; file: SieFile };

function show(plan: LedgerPlan, { target, placement, object, file }: Shown): void {
  const { added, same, changed, elsewhere, outsidePeriod } = plan;
  if (added.length + same.length + changed.length + elsewhere.length === 0) {
    say(`The file has no costs on object ${object}.\n${objectList(file)}`);
    return;
  }
  say(`Project ${target.code} ${target.name}, object ${object}:`);
  say(`  new: ${added.length} vouchers, ${kronor(plan.addedSumOre)} kr`);
  say(`  already here: ${same.length}`);
  for (const { voucher, earlierSumOre } of changed) {
    say(
      `  changed since it was imported, not touched: ${voucherName(voucher)} (was ${kronor(earlierSumOre)} kr, now ${kronor(voucher.sumOre)} kr)`,
    );
  }
  for (const { voucher, projectCode } of elsewhere) {
    say(`  belongs to project ${projectCode} already, not touched: ${voucherName(voucher)}`);
  }
  if (outsidePeriod.length > 0) {
    say(`  dated outside the project's period: ${outsidePeriod.map(voucherName).join(", ")}`);
  }
  for (const [account, lineId] of Object.entries(placement)) {
    const line = target.lines.find(({ id }) => id === lineId);
    say(`  account ${account} → ${line ? `${line.costCategory}, ${line.name}` : "not yet placed"}`);
  }
}

function voucherName({ series, number, date }: { series: string; number: string; date: string }) {
  return number ? `${series} ${number}`.trim() : date;
}

function objectList(file: SieFile): string {
  const sums = Object.entries(summariseSie(file).projects);
  if (sums.length === 0) return "No object of dimension 6 has costs in this file.";
  const names = new Map(
    file.objects
      .filter(({ dimension }) => dimension === "6")
      .map(({ code, name }) => [code, name] as const),
  );
  const rows = sums.map(([code, ore]) => `  ${code}  ${names.get(code) ?? ""}  ${kronor(ore)} kr`);
  return ["Objects of dimension 6 with costs:", ...rows].join("\n");
}

function kronor(ore: number): string {
  return (ore / 100).toFixed(2).replace(".", ",");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
