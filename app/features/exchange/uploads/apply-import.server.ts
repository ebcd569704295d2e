import { refuse, type ViewerVisit } from "~/features/access/visit.server";
import { AppError } from "~/platform/app-error";
import { FieldError } from "~/platform/field-error";
import { fieldValues, parseForm } from "~/platform/form";
import { readForm, redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";
import { applyLedger } from "../ledgers/apply-ledger.commands.server";
import { applyTraining } from "../lists/apply-training.commands.server";
import { findImport } from "./imports.queries.server";
import { applyLedgerForm, applyTrainingForm } from "./imports.schema";
import { PlanMoved } from "./plan-moved";

/**
 * Carries out a handed-in file; which form it takes depends on what kind of file it is. Where
 * something has changed since the preview, the person sees the preview anew; where the file has
 * been carried out already, what came of it.
 */
export async function applyImport(visit: ViewerVisit) {
  const form = await readForm(visit.request);
  const upload = await findImport(visit.db, visit.viewer, idParam(visit.params.id));
  const page = `/import/${upload.id}`;
  try {
    const refused =
      upload.kind === "sie"
        ? await sendLedger(visit, { form, upload })
        : await sendTraining(visit, { form, upload });
    if (refused) return refused;
  } catch (error) {
    if (error instanceof FieldError) return refuse(visit, fieldValues(form), error.fields);
    if (isMoved(error)) throw redirect(`${page}${anew(visit.url, form)}`, 303);
    throw error;
  }
  throw redirect(page, 303);
}

type Sent = { form: FormData; upload: { id: string; fileId: string } };

async function sendLedger(visit: ViewerVisit, { form, upload }: Sent) {
  const parsed = parseForm(applyLedgerForm, form);
  if (!parsed.ok) return refuse(visit, parsed.values, parsed.errors);
  await applyLedger(visit.db, visit.viewer, { upload, input: parsed.value });
  return null;
}

async function sendTraining(visit: ViewerVisit, { form, upload }: Sent) {
  const parsed = parseForm(applyTrainingForm, form);
  if (!parsed.ok) return refuse(visit, parsed.values, parsed.errors);
  const { db, viewer, today } = visit;
  await applyTraining(db, viewer, { upload, input: parsed.value, today });
  return null;
}

function isMoved(error: unknown): boolean {
  return error instanceof PlanMoved || (error instanceof AppError && error.code === "conflict");
}

/** The choices that the form was sent with, and that what they lead to has changed. */
function anew(url: URL, form: FormData): string {
  const choices = new URLSearchParams(url.search);
  for (const name of ["project", "object"]) {
    const value = form.get(name);
    if (typeof value === "string") choices.set(name, value);
  }
  for (const [name, value] of form) {
    const isChoice = /^(?:column:|person:|dayOrder$)/.test(name);
    if (isChoice && typeof value === "string") choices.set(name, value);
  }
  choices.set("moved", "1");
  return `?${choices}`;
}
