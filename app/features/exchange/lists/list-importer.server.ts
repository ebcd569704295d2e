import { readCsv, type CsvReading } from "~/formats/csv-reader";
import { isPacked } from "~/formats/binary-content";
import { csvLimits } from "~/formats/csv-rows";
import type { Sentence } from "~/platform/field-error";
import { parsedForm } from "../uploads/parsed-form.server";
import type { Importer } from "../uploads/importer.server";
import { applyTrainingForm } from "../uploads/imports.schema";
import { applyTraining } from "./apply-training.commands.server";
import { withoutIdentityNumbers } from "./identity-numbers.server";
import { listAnswersFrom } from "./list-answers.schema";
import { listWithdrawal, withdrawListImport, type ListWithdrawal } from "./list-withdrawal.server";
import { isListHeader } from "./guess-columns.server";
import { mappingFrom } from "./training-columns";
import {
  planTrainingImport,
  type TrainingList,
  type TrainingPlan,
} from "./training-plan.queries.server";
import { previewTraining, type TrainingPreview } from "./training-preview.queries.server";
import { lockLists } from "./training-import.commands.server";
import { peopleReach } from "./training-reach.server";

/** Training lists: CSV files of other systems, a row for each person's part in a course. */
export const lists: Importer<
  CsvReading,
  TrainingList,
  TrainingPlan,
  { state: "training"; training: TrainingPreview },
  ListWithdrawal
> = {
  read: async (bytes) => readList(bytes),
  faultOf,
  kept: withoutIdentityNumbers,
  plan: planTrainingImport,
  show: async (db, viewer, { read, choices, today }) => ({
    state: "training",
    training: await previewTraining(db, {
      file: read,
      mapping: mappingFrom([...choices]),
      answers: listAnswersFrom([...choices]),
      reach: peopleReach(viewer),
      today,
    }),
  }),
  write: (db, viewer, { read: file, form, ...sent }) =>
    applyTraining(db, viewer, { file, input: parsedForm(applyTrainingForm, form), ...sent }),
  lock: lockLists,
  gone: listWithdrawal,
  takeBack: withdrawListImport,
};

/** A training list as rows; its headings may stand below a title. */
export function readList(bytes: Uint8Array): CsvReading {
  return readCsv(bytes, csvLimits, isListHeader);
}

function faultOf({ problems, header }: CsvReading): Sentence | null {
  if (/^#(FLAGGA|PROGRAM|FORMAT|GEN|SIETYP)\b/i.test(header[0] ?? "")) {
    return { key: "exchange.upload.ledgerAsList" };
  }
  // A row that is too long is a bad row like others.
  const fault = problems.find(
    ({ severity, code }) => code === "no-rows" || (severity === "error" && code !== "row-too-long"),
  );
  if (isPacked(fault?.kind)) return { key: "exchange.problem.packed-list" };
  if (fault?.code === "quote-not-closed" && fault.row !== undefined) {
    return { key: "exchange.upload.openQuote", values: { row: fault.row } };
  }
  if (!fault) return null;
  const { code, row = 1, expected: max = 0 } = fault;
  return { key: `exchange.problem.${code}`, values: { row, max } };
}
