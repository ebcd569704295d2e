import { hasRole, type Viewer } from "~/features/access/viewer";
import { AppError, notFound } from "~/platform/app-error";
import type { IsoDate } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { mayImportTraining } from "./imports.policy";
import { openImport, type ImportOutcome } from "./imports.queries.server";
import { previewLedger, type LedgerPreview } from "./ledger-preview.queries.server";
import { trainingFields, type ColumnMapping } from "./training-columns";
import { planTrainingImport, type PeopleReach, type TrainingPlan } from "./training-import.server";

const mostShown = 200;

type Shared = { id: string; fileName: string; submissionId: string };
export type TrainingPreview = Omit<TrainingPlan, "added"> & {
  added: { row: number; person: string; title: string; heldOn: IsoDate; minutes: number }[];
  addedCount: number;
};
export type ImportPage =
  | (Shared & { state: "applied"; outcome: ImportOutcome | null; projectCode: string | null })
  | (Shared & { state: "ledger"; ledger: LedgerPreview })
  | (Shared & { state: "training"; training: TrainingPreview });

/** One handed-in file: what carrying it out would do, or what came of it. */
export async function showImport(
  db: Db,
  viewer: Viewer,
  { id, choices, today }: { id: string; choices: URLSearchParams; today: IsoDate },
): Promise<ImportPage> {
  const upload = await openImport(db, viewer, id);
  const shared = { id, fileName: upload.file.name, submissionId: crypto.randomUUID() };
  if (upload.appliedAt) {
    return {
      ...shared,
      state: "applied",
      // Written by our own commands, in this shape and no other.
      outcome: upload.outcome as ImportOutcome | null,
      projectCode: upload.project?.code ?? null,
    };
  }
  if (upload.kind === "sie") {
    const ledger = await previewLedger(db, viewer, {
      bytes: upload.file.bytes,
      projectId: choices.get("project"),
      objectCode: choices.get("object"),
    });
    return { ...shared, state: "ledger", ledger };
  }
  const plan = await planTrainingImport(db, {
    bytes: upload.file.bytes,
    mapping: mappingFrom([...choices]),
    reach: peopleReach(viewer),
    today,
  });
  return { ...shared, state: "training", training: shown(plan) };
}

function shown({ added, ...plan }: TrainingPlan): TrainingPreview {
  return {
    ...plan,
    faults: plan.faults.slice(0, mostShown),
    addedCount: added.length,
    added: added.slice(0, mostShown).map(({ row, personName, title, heldOn, minutes }) => ({
      row,
      person: personName,
      title,
      heldOn,
      minutes,
    })),
  };
}

/** Whose training the viewer may bring in; throws where it is nobody's. */
export function peopleReach(viewer: Viewer): PeopleReach {
  if (!mayImportTraining(viewer)) return notFound();
  if (!viewer.authorityId) throw new AppError("forbidden");
  return {
    authorityId: viewer.authorityId,
    unitIds: hasRole(viewer, "administrator") ? "all" : viewer.managedUnitIds,
  };
}

/** The columns' meanings from fields `column:N`; null where none are given: then they are guessed. */
export function mappingFrom(fields: readonly (readonly [string, unknown])[]): ColumnMapping | null {
  const mapping: ColumnMapping = [];
  for (const [name, value] of fields) {
    const index = /^column:(\d{1,3})$/.exec(name)?.[1];
    if (index !== undefined) {
      mapping[Number(index)] = trainingFields.find((field) => field === value) ?? null;
    }
  }
  return mapping.length > 0 ? Array.from(mapping, (field) => field ?? null) : null;
}
