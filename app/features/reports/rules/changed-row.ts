import type { ReportRow, RowKind } from "./report-row";

/** A row that is otherwise now than it was: `then` null where it has come, `now` where it has gone. */
export type ChangedRow = { kind: RowKind; then: ReportRow | null; now: ReportRow | null };
