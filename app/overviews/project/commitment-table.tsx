import { day, money, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { TableView } from "~/ui/table-view";
import type { CommitmentRow } from "./commitments.queries.server";

/** What is promised, row by row; a course opens where its person may be looked at. */
export function CommitmentTable({ rows }: { rows: CommitmentRow[] }) {
  return <TableView table={commitmentTable(rows)} hideCaption />;
}

function commitmentTable(rows: CommitmentRow[]): Table<CommitmentRow> {
  return {
    title: "funding.commitments.caption",
    columns: [
      text("line", "funding.line", ({ line }) => line),
      text("course", "funding.costs.course", ({ title }) => title, {
        isRowHeader: true,
        link: ({ person, recordId }) => person && `/training/${recordId}`,
      }),
      text("person", "funding.hours.who", ({ person }) => person?.name ?? null),
      day("day", "funding.commitments.heldOn", ({ heldOn }) => heldOn, {
        style: "short",
        width: "narrow",
      }),
      money("amount", "funding.amount", ({ amountOre }) => amountOre),
    ],
    rows,
    rowKey: ({ id }) => id,
    amounts: "ore",
  };
}
