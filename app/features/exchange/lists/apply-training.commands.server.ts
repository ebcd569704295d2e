import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import type { CsvReading } from "~/formats/csv-reader";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { ApplyTrainingInput } from "../uploads/imports.schema";
import { listAnswersFrom } from "./list-answers.schema";
import { mappingFrom } from "./training-columns";
import { importTraining } from "./training-import.commands.server";
import { peopleReach } from "./training-reach.server";

/** Carries out an uploaded training list as its preview showed it. */
export async function applyTraining(
  db: Database,
  viewer: Viewer,
  {
    file,
    importId,
    input,
    today,
  }: { file: CsvReading; importId: string; input: ApplyTrainingInput; today: IsoDate },
): Promise<string> {
  const fields = Object.entries(input);
  return importTraining(db, actorOf(viewer), {
    file,
    mapping: mappingFrom(fields),
    answers: listAnswersFrom(fields),
    reach: peopleReach(viewer),
    today,
    skipBad: input.skipBad === true,
    withEarly: input.withEarly === true,
    replaceChanged: input.replaceChanged === true,
    skipTakenBack: input.skipTakenBack === true,
    seen: input.seen,
    source: { importId },
    submissionId: input.submissionId,
  });
}
