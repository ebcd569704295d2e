import { day, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import type { DecisionView } from "./identity.queries.server";

/** Who decided what about a project, and when. */
export function decisionTable(decisions: DecisionView[]): Table<DecisionView> {
  return {
    title: "funding.identity.decisions",
    columns: [
      day("date", "funding.identity.decidedOn", ({ decidedOn }) => decidedOn),
      text("body", "funding.identity.body", ({ body }) => body),
      text("ref", "funding.identity.ref", ({ ref }) => ref),
      text("summary", "funding.identity.decision", ({ summary }) => summary),
    ],
    rows: decisions,
    rowKey: ({ id }) => id,
  };
}
