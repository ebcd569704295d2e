import type { z } from "zod";
import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { AppError, notFound } from "~/platform/app-error";
import type { IsoDate } from "~/platform/clock";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { mappingFrom, peopleReach } from "./import-page.queries.server";
import { openImport } from "./imports.queries.server";
import type { applyTrainingForm } from "./imports.schema";
import { importTraining, planTrainingImport } from "./training-import.server";

/** Carries out an uploaded training list as its preview showed it. */
export async function applyTraining(
  db: Database,
  viewer: Viewer,
  {
    importId,
    input,
    today,
  }: { importId: string; input: z.output<typeof applyTrainingForm>; today: IsoDate },
): Promise<void> {
  const upload = await openImport(db, viewer, importId);
  if (upload.kind !== "training") return notFound();
  if (upload.appliedAt) throw new AppError("conflict");
  const skipBad = input.skipBad === true;
  const list = {
    bytes: upload.file.bytes,
    mapping: mappingFrom(Object.entries(input)),
    reach: peopleReach(viewer),
    today,
  };
  const plan = await planTrainingImport(db, list);
  if (plan.badRows > 0 && !skipBad) {
    throw new FieldError({ skipBad: { key: "exchange.training.skipBadRequired" } });
  }
  await importTraining(db, actorOf(viewer), {
    ...list,
    skipBad,
    importId,
    submissionId: input.submissionId,
  });
}
