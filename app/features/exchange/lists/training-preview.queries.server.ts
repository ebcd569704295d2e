import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import {
  planTrainingImport,
  trainingMark,
  type TrainingList,
  type ChangedRow,
  type TrainingPlan,
} from "./training-plan.queries.server";
import { isOfStrangers } from "./strangers.server";
import { plainText } from "./plain-text";
import type { GoodRow } from "./training-rows.server";

const mostShown = 100;

export type TrainingPreview = Omit<
  TrainingPlan,
  "added" | "early" | "takenBack" | "returns" | "changed" | "questions" | "projects"
> & {
  projects: { id: string; code: string; name: string }[];
  questions: {
    dayOrder: boolean;
    people: { key: string; name: string; people: { id: string; label: string }[] }[];
    statuses: TrainingPlan["questions"]["statuses"];
    columns: TrainingPlan["questions"]["columns"];
  };
  /** What the person agrees to, see `trainingMark`. */
  seen: string;
  faultCount: number;
  /** Nobody in it is known here. */
  isOfStrangers: boolean;
  added: AddedRow[];
  addedCount: number;
  /** Of the added ones: those that somebody has taken back. */
  takenBackCount: number;
  early: AddedRow[];
  earlyCount: number;
  changed: (AddedRow & { before: Before })[];
  changedCount: number;
  /** Of the changed ones: those that a list has brought. */
  replaceableCount: number;
};

type Before = {
  /** Null where the row has the same. */
  title: string | null;
  heldOn: IsoDate | null;
  minutes: number;
  costOre: number | null;
  competence: string | null;
  project: string | null;
};

type AddedRow = {
  row: number;
  person: string;
  title: string;
  heldOn: IsoDate;
  minutes: number;
  competence: string | null;
  project: string | null;
  costOre: number | null;
  isTakenBack: boolean;
};

/** What a training list would add: the counts, and the first rows of each kind. */
export async function previewTraining(db: Db, list: TrainingList): Promise<TrainingPreview> {
  const {
    added,
    early,
    takenBack,
    returns: _returns,
    changed,
    questions,
    projects,
    ...plan
  } = await planTrainingImport(db, list);
  const gone = new Set(takenBack);
  return {
    ...plan,
    projects: projects.map(({ id, code, name }) => ({ id, code, name })),
    questions: {
      dayOrder: questions.dayOrder,
      statuses: questions.statuses.slice(0, mostShown),
      columns: questions.columns,
      people: questions.people.slice(0, mostShown).map(({ key, name, people }) => ({
        ...{ key, name },
        people: people.map((person) => ({ id: person.id, label: nameWithNote(person) })),
      })),
    },
    seen: trainingMark({ ...plan, added, early, changed }),
    faults: plan.faults.slice(0, mostShown),
    faultCount: plan.faults.length,
    isOfStrangers: isOfStrangers(plan),
    asked: plan.asked.slice(0, mostShown),
    addedCount: added.length,
    takenBackCount: takenBack.length,
    // Those first that the person is to look at.
    added: [...takenBack, ...added.filter((row) => !gone.has(row))].slice(0, mostShown).map(shown),
    earlyCount: early.length,
    early: early.slice(0, mostShown).map(shown),
    changedCount: changed.length,
    replaceableCount: changed.filter(({ before }) => before.mayReplace).length,
    changed: changed.slice(0, mostShown).map(({ before, ...row }) => ({
      ...shown(row),
      before: {
        ...otherwiseThan(row, before),
        minutes: before.minutes,
        costOre: before.costOre,
        competence: before.competence,
        project: before.project,
      },
    })),
  };

  function shown(added: GoodRow): AddedRow {
    const { personName, competence, ...row } = added;
    return {
      row: row.row,
      person: personName,
      title: row.title,
      heldOn: row.heldOn,
      minutes: row.minutes,
      competence: competence?.name ?? null,
      project: row.project?.code ?? null,
      costOre: row.costOre,
      isTakenBack: gone.has(added),
    };
  }
}

/** The day and the title that a row had, where they are others. */
export function otherwiseThan(
  row: GoodRow,
  before: ChangedRow["before"],
): Pick<Before, "title" | "heldOn"> {
  const isMoved = row.heldOn !== before.heldOn;
  const isCalled = [row.title, row.listedTitle].some((title) => plainText(title) === before.title);
  const isOfCourse = row.courseId !== null && row.courseId === before.courseId;
  return {
    title: isMoved || isCalled || isOfCourse ? null : before.called,
    heldOn: isMoved ? before.heldOn : null,
  };
}
