import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import type { IsoDate } from "~/terms/day";
import { bytesOf } from "../uploads/imports.queries.server";
import type { ApplyTrainingInput } from "../uploads/imports.schema";
import { listAnswersFrom } from "./list-answers.schema";
import { mappingFrom } from "./training-columns";
import { importTraining } from "./training-import.commands.server";
import { planTrainingImport } from "./training-plan.queries.server";
import { peopleReach } from "./training-reach.server";

/** Carries out an uploaded training list as its preview showed it. */
export async function applyTraining(
  db: Database,
  viewer: Viewer,
  {
    upload,
    input,
    today,
  }: {
    upload: { id: string; fileId: string };
    input: ApplyTrainingInput;
    today: IsoDate;
  },
): Promise<string> {
  const skipBad = input.skipBad === true;
  const withEarly = input.withEarly === true;
  const list = {
    bytes: await bytesOf(db, upload),
    mapping: mappingFrom(Object.entries(input)),
    answers: listAnswersFrom(Object.entries(input)),
    reach: peopleReach(viewer),
    today,
  };
  const plan = await planTrainingImport(db, list);
  if (plan.mappingFaults.length > 0) {
    throw new FieldError({ form: { key: "exchange.training.columnsMissing" } });
  }
  if (plan.badRows > 0 && !skipBad) {
    throw new FieldError({ skipBad: { key: "exchange.training.skipBadRequired" } });
  }
  const replaceChanged = input.replaceChanged === true;
  const isNothing = plan.added.length === 0 && !(replaceChanged && plan.changed.length > 0);
  if (isNothing && plan.early.length === 0 && plan.changed.length > 0) {
    throw new FieldError({ form: { key: "exchange.training.nothingTicked" } });
  }
  if (isNothing && plan.early.length > 0 && !withEarly) {
    throw new FieldError({ withEarly: { key: "exchange.training.withEarlyRequired" } });
  }
  return importTraining(db, actorOf(viewer), {
    ...list,
    skipBad,
    withEarly,
    replaceChanged,
    skipTakenBack: input.skipTakenBack === true,
    seen: input.seen,
    source: { importId: upload.id },
    submissionId: input.submissionId,
  });
}
