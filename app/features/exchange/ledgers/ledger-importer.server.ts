import { isPacked } from "~/formats/binary-content";
import { readSieBeside } from "~/formats/sie/read-sie";
import type { SieReading } from "~/formats/sie/sie-file";
import { limitOfProblem } from "~/formats/sie/sie-limits";
import type { Sentence } from "~/platform/field-error";
import { parsedForm } from "../uploads/parsed-form.server";
import type { Importer } from "../uploads/importer.server";
import { mostLedgerObjects } from "../uploads/import-limits";
import { applyLedgerForm } from "../uploads/imports.schema";
import { lockLedgers } from "./ledger-import.commands.server";
import { applyLedger } from "./apply-ledger.commands.server";
import { ledgerObjects } from "./ledger-objects.server";
import type { LedgerPlan } from "./ledger-plan";
import { readLedgerPlan, type LedgerPart } from "./ledger-plan.queries.server";
import { isUnreadable } from "./trusted.server";
import { previewLedger, type LedgerPreview } from "./ledger-preview.queries.server";
import {
  ledgerWithdrawal,
  withdrawLedgerImport,
  type LedgerWithdrawal,
} from "./ledger-withdrawal.server";

/** Ledgers: SIE files, of which one object's costs go to one project. */
export const ledgers: Importer<
  SieReading,
  LedgerPart,
  LedgerPlan,
  { state: "ledger"; ledger: LedgerPreview },
  LedgerWithdrawal
> = {
  read: readSieBeside,
  faultOf,
  kept: (bytes) => bytes,
  plan: readLedgerPlan,
  show: async (db, viewer, { read, choices }) => ({
    state: "ledger",
    ledger: await previewLedger(db, viewer, {
      read,
      projectId: choices.get("project"),
      objectCode: choices.get("object"),
    }),
  }),
  write: (db, viewer, { read, form, importId }) =>
    applyLedger(db, viewer, { read, importId, input: parsedForm(applyLedgerForm, form) }),
  lock: lockLedgers,
  gone: ledgerWithdrawal,
  takeBack: withdrawLedgerImport,
};

function faultOf({ file, problems }: SieReading): Sentence | null {
  const fault = problems.find(
    ({ code }) =>
      isUnreadable(code) || code === "type-without-vouchers" || limitOfProblem(code) !== null,
  );
  if (fault?.code === "binary-file") {
    const isArchive = isPacked(fault.value);
    return { key: `exchange.problem.${isArchive ? "zipped-file" : "no-ledger"}` };
  }
  if (fault) {
    const max = limitOfProblem(fault.code) ?? 0;
    return { key: `exchange.problem.${fault.code}`, values: { max } };
  }
  return ledgerObjects(file).length > mostLedgerObjects
    ? { key: "exchange.upload.tooManyObjects", values: { max: mostLedgerObjects } }
    : null;
}
