import { day, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { TableView } from "~/ui/table-view";
import type { AwaitedAnswer } from "./awaited-answers.queries.server";

/** Whose answer is awaited, and on what. */
export function AwaitedAnswerTable({ rows }: { rows: AwaitedAnswer[] }) {
  return <TableView table={answerTable(rows)} hideCaption />;
}

function answerTable(rows: AwaitedAnswer[]): Table<AwaitedAnswer> {
  return {
    title: "organisation.unit.answers.caption",
    columns: [
      text("person", "organisation.unit.answers.person", ({ name }) => name, {
        link: ({ personId }) => `/people/${personId}`,
      }),
      text("method", "organisation.unit.answers.method", ({ method }) => method, {
        link: ({ handOverId }) => `/handovers/${handOverId}`,
      }),
      day("held", "organisation.unit.answers.heldOn", ({ heldOn }) => heldOn, { style: "short" }),
      text("awaited", "organisation.unit.answers.awaited", ({ awaited }, { t }) =>
        t(`organisation.unit.answers.${awaited}`),
      ),
    ],
    rows,
    rowKey: ({ handOverId, personId }) => `${handOverId} ${personId}`,
  };
}
