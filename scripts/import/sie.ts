import { program } from "~/features/access/audit.server";
import { planMark } from "~/features/exchange/ledgers/ledger-plan";
import { ledgerObjects } from "~/features/exchange/ledgers/ledger-objects.server";
import {
  ledgerTarget,
  placementOf,
} from "~/features/exchange/ledgers/ledger-target.queries.server";
import { importLedger } from "~/features/exchange/ledgers/ledger-import.commands.server";
import { readLedgerPlan } from "~/features/exchange/ledgers/ledger-plan.queries.server";
import type { SieFile } from "~/formats/sie/sie-file";
import { projectDimension } from "~/formats/sie/summarise";
import { withAppDatabase } from "../command-line/app-database";
import { confirm } from "../command-line/confirm";
import { namedProject } from "../command-line/named-project";
import { UserError } from "../command-line/user-error";
import { carryOut } from "./carry-out";
import { readLedger } from "./ledger-file";
import { counted, kronor, say, warn } from "./print";
import { showLedgerPlan } from "./show-ledger-plan";

type Options = {
  project?: string;
  object?: string;
  yes: boolean;
  replaceLogged: boolean;
  data?: string;
};

/** Shows what importing one of a SIE file's objects would do, and does it. */
export async function importSie(path: string, options: Options): Promise<void> {
  const { handedIn, file } = await readLedger(path);
  const { code, objectCode } = chosen(file, options);
  await withAppDatabase({ dataDir: options.data }, async (db) => {
    const target = await ledgerTarget(db, await namedProject(db, code));
    const part = { file, target, objectCode };
    const plan = await readLedgerPlan(db, part);
    const placement = placementOf(plan, target);
    const replace = options.replaceLogged ? plan.twins.map(({ cost }) => cost.id) : [];
    showLedgerPlan(plan, { target, placement, objectCode, replaces: options.replaceLogged });
    if (plan.added.length === 0) return;
    if (!options.yes && !(await confirm("Write these costs?"))) {
      warn("Nothing has been written. --yes writes without asking.");
      return;
    }
    const actor = { ...program, authorityId: target.authorityId };
    await carryOut(() =>
      importLedger(db, actor, {
        ...part,
        placement,
        replace,
        seen: planMark(plan),
        source: handedIn,
      }),
    );
    const rows = plan.added.reduce((count, voucher) => count + voucher.rows.length, 0);
    say(
      `Written: ${counted(plan.added.length, "voucher")}, ${counted(rows, "row")}, ${kronor(plan.addedSumOre)}.`,
    );
  });
}

function chosen(file: SieFile, { project, object }: Options) {
  if (!project || !object) {
    throw new UserError(
      `Name the project in Kaskad and the ledger's object: --project CODE --object ID.\n${objectList(file)}`,
    );
  }
  if (!mentions(file, object)) {
    throw new UserError(`The file has no object ${object}.\n${objectList(file)}`);
  }
  return { code: project, objectCode: object };
}

/** Whether the file knows the object at all; one without costs yet is no mistake. */
function mentions(file: SieFile, objectCode: string): boolean {
  const isIt = ({ dimension, code }: { dimension: string; code: string }) =>
    dimension === projectDimension && code === objectCode;
  return (
    file.objects.some(isIt) ||
    file.vouchers.some(({ rows }) => rows.some(({ objects }) => objects.some(isIt)))
  );
}

function objectList(file: SieFile): string {
  const objects = ledgerObjects(file);
  if (objects.length === 0) return "No object of dimension 6 has costs in this file.";
  const rows = objects.map(({ code, name, sumOre }) => `  ${code}  ${name}  ${kronor(sumOre)}`);
  return ["Objects of dimension 6 with costs:", ...rows].join("\n");
}
