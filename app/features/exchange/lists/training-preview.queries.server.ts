import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import {
  planTrainingImport,
  trainingMark,
  type TrainingList,
  type TrainingPlan,
} from "./training-plan.queries.server";

const mostShown = 100;

export type TrainingPreview = Omit<TrainingPlan, "added" | "early"> & {
  /** What the person agrees to, see `trainingMark`. */
  seen: string;
  faultCount: number;
  added: AddedRow[];
  addedCount: number;
  early: AddedRow[];
  earlyCount: number;
};

type AddedRow = {
  row: number;
  person: string;
  title: string;
  heldOn: IsoDate;
  minutes: number;
  competence: string | null;
  costOre: number | null;
};

/** What a training list would add: the counts, and the first rows of each kind. */
export async function previewTraining(db: Db, list: TrainingList): Promise<TrainingPreview> {
  const { added, early, ...plan } = await planTrainingImport(db, list);
  return {
    ...plan,
    seen: trainingMark({ added, early, badRows: plan.badRows }),
    faults: plan.faults.slice(0, mostShown),
    faultCount: plan.faults.length,
    addedCount: added.length,
    added: added.slice(0, mostShown).map(shownRow),
    earlyCount: early.length,
    early: early.slice(0, mostShown).map(shownRow),
  };
}

function shownRow({ personName, competence, ...row }: TrainingPlan["added"][number]): AddedRow {
  return {
    row: row.row,
    person: personName,
    title: row.title,
    heldOn: row.heldOn,
    minutes: row.minutes,
    competence: competence?.name ?? null,
    costOre: row.costOre,
  };
}
