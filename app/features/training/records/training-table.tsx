import type { ReactNode } from "react";
import { TableView } from "~/ui/table-view";
import type { RecordRow } from "./record-rows.server";
import { trainingTable } from "./training-columns";

type TrainingTableProps = { rows: RecordRow[]; withPeople: boolean; empty: ReactNode };

/** Training, one row a record: of one person, or with their names. */
export function TrainingTable({ rows, withPeople, empty }: TrainingTableProps) {
  const person = withPeople ? ["person"] : [];
  return (
    <TableView
      table={trainingTable(rows)}
      hideCaption
      show={["title", ...person, "date", "hours", "competence", "level", "status"]}
      empty={empty}
    />
  );
}
