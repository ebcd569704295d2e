import { refuse, type ViewerVisit } from "~/features/access/visit.server";
import { FieldError } from "~/platform/field-error";
import { fieldValues, parseForm } from "~/platform/form";
import { readForm, redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";
import { applyLedger } from "./apply-ledger.commands.server";
import { applyTraining } from "./apply-training.commands.server";
import { openImport } from "./imports.queries.server";
import { applyLedgerForm, applyTrainingForm } from "./imports.schema";

/** Carries out a handed-in file; which form it takes depends on what kind of file it is. */
export async function applyImport(visit: ViewerVisit) {
  const { db, viewer, today } = visit;
  const importId = idParam(visit.params.id);
  const form = await readForm(visit.request);
  const { kind } = await openImport(db, viewer, importId);
  try {
    if (kind === "sie") {
      const parsed = parseForm(applyLedgerForm, form);
      if (!parsed.ok) return refuse(visit, parsed.values, parsed.errors);
      await applyLedger(db, viewer, { importId, input: parsed.value });
    } else {
      const parsed = parseForm(applyTrainingForm, form);
      if (!parsed.ok) return refuse(visit, parsed.values, parsed.errors);
      await applyTraining(db, viewer, { importId, input: parsed.value, today });
    }
  } catch (error) {
    if (error instanceof FieldError) return refuse(visit, fieldValues(form), error.fields);
    throw error;
  }
  throw redirect(`/import/${importId}`, 303);
}
