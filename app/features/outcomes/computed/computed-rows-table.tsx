import type {
  CountedRow,
  ReachedRow,
  TrainedRow,
} from "~/features/cascade/spread/project-rows.queries.server";
import { useSpeech } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { day, hours, state, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { TableView } from "~/ui/table-view";
import type { ComputedRows } from "./computed-rows.queries.server";

/** What an indicator counts, row by row. */
export function ComputedRowsTable({ rows }: { rows: ComputedRows }) {
  switch (rows.source) {
    case "trained-people":
      return <TrainedTable rows={rows.rows} />;
    case "reach-percent":
      return <TableView table={reachedTable(rows.rows)} hideCaption />;
    case "hand-overs":
      return <TableView table={countedTable(rows.rows)} hideCaption />;
  }
}

function TrainedTable({ rows }: { rows: TrainedRow[] }) {
  const speech = useSpeech();
  return (
    <TableView
      table={trainedTable(rows)}
      hideCaption
      cells={{
        learned: ({ learned }) => (
          <ul className="plain-list">
            {learned.map((one) => (
              <li key={one.method}>{learnedInWords(one, speech)}</li>
            ))}
          </ul>
        ),
      }}
    />
  );
}

function trainedTable(rows: TrainedRow[]): Table<TrainedRow> {
  return {
    title: "outcomes.rows.trained",
    columns: [
      text("name", "outcomes.rows.person", ({ name }) => name),
      text("learned", "outcomes.rows.learned", ({ learned }, speech) =>
        learned.map((one) => learnedInWords(one, speech)).join("; "),
      ),
    ],
    rows,
    rowKey: ({ personId }) => personId,
  };
}

function learnedInWords(
  { method, on, inHandOver }: TrainedRow["learned"][number],
  { t, language }: Speech,
): string {
  const date = formatDate(on, language);
  return t(`outcomes.rows.${inHandOver ? "inHandOver" : "inCourse"}`, { method, date });
}

function reachedTable(rows: ReachedRow[]): Table<ReachedRow> {
  return {
    title: "outcomes.rows.reached",
    columns: [
      text("name", "outcomes.rows.person", ({ name }) => name),
      text("method", "outcomes.rows.method", ({ method }) => method),
      day("acquired", "outcomes.rows.acquiredOn", ({ acquiredOn }) => acquiredOn),
      state(
        "state",
        "outcomes.rows.state",
        ({ isReached, leftOn }, { t }) => {
          if (isReached) return t("outcomes.rows.isReached");
          return t(`outcomes.rows.${leftOn === null ? "notReached" : "hasLeft"}`);
        },
        ({ isReached }) => (isReached ? "good" : "neutral"),
      ),
    ],
    rows,
    rowKey: ({ personId, method }) => `${method} ${personId}`,
  };
}

function countedTable(rows: CountedRow[]): Table<CountedRow> {
  return {
    title: "outcomes.rows.counted",
    columns: [
      day("date", "outcomes.rows.heldOn", ({ heldOn }) => heldOn, {
        link: ({ handOverId }) => `/handovers/${handOverId}`,
      }),
      text("method", "outcomes.rows.method", ({ method }) => method),
      hours("hours", "outcomes.rows.hours", ({ minutes }) => minutes),
    ],
    rows,
    rowKey: ({ handOverId }) => handOverId,
  };
}
