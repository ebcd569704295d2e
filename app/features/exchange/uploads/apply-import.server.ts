import { refuse, type ViewerVisit } from "~/features/access/visit.server";
import { AppError } from "~/platform/app-error";
import { FieldError } from "~/platform/field-error";
import { fieldValues } from "~/platform/form";
import { readForm, redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";
import { importers } from "./importers.server";
import { bytesOf, findImport } from "./imports.queries.server";
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
    const file = await importers[upload.kind].open(await bytesOf(visit.db, upload));
    const { today } = visit;
    await file.write(visit.db, visit.viewer, { form, importId: upload.id, today });
  } catch (error) {
    if (error instanceof FieldError) return refuse(visit, fieldValues(form), error.fields);
    if (isMoved(error)) throw redirect(`${page}${anew(visit.url, form)}`, 303);
    throw error;
  }
  throw redirect(page, 303);
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
