import type { Transaction } from "~/platform/db.server";
import { FieldError, type Sentence } from "~/platform/field-error";
import type { Touched } from "~/platform/question";
import type { IsoDate } from "~/terms/day";
import { changedParts, type Meaning, type MeaningPart } from "../rules/meaning";
import type { IndicatorInput } from "./indicator-form.schema";
import type { StoredIndicator } from "./stored-indicator.server";

/** The titles of a project's reports that their funders read. */
export type SharedReports = (tx: Transaction, projectId: string) => Promise<string[]>;

type Change = { projectId: string; input: IndicatorInput; sharedReports: SharedReports };

/**
 * What a change of what an indicator's figures mean touches, where there are figures already or a
 * funder has read of them: each part that would be another, and where. A measured indicator can't
 * be computed from records: a `FieldError` at `source`.
 */
export async function touchedByMeaning(
  tx: Transaction,
  before: StoredIndicator,
  { projectId, input, sharedReports }: Change,
): Promise<Touched[]> {
  const changed = changedParts(before, input);
  const measured = await measuredDays(tx, before.id);
  if (measured !== null && input.source !== "typed") {
    throw new FieldError({ source: { key: "outcomes.errors.sourceMeasured" } });
  }
  const reports = await sharedReports(tx, projectId);
  const hasFigures = measured !== null || before.source !== "typed" || reports.length > 0;
  if (changed.length === 0 || !hasFigures) return [];
  const changes = changed.map((part) => changeOf(part, { before, after: input }));
  return [...changes, touchedBy(before, measured, reports)];
}

type Measured = { count: number; first: IsoDate; last: IsoDate };

async function measuredDays(tx: Transaction, indicatorId: string): Promise<Measured | null> {
  const rows = await tx.$queryRaw<Measured[]>`
    select count(*)::int as count, to_char(min(measured_on), 'YYYY-MM-DD') as first,
      to_char(max(measured_on), 'YYYY-MM-DD') as last
    from measurements_of(${indicatorId}::uuid) having count(*) > 0`;
  return rows[0] ?? null;
}

/** Both are among the values, also where no sentence says them: a yes is to this very change. */
function changeOf(
  part: MeaningPart,
  { before, after }: { before: Meaning; after: Meaning },
): Touched {
  return {
    key: `outcomes.errors.meaning.${part}`,
    values: { before: before[part], after: after[part] },
  };
}

function touchedBy({ source }: Meaning, measured: Measured | null, reports: string[]): Sentence {
  const what = measured !== null ? "measured" : source === "typed" ? "planned" : "computed";
  const where = reports.length === 0 ? "Here" : "Reported";
  return {
    key: `outcomes.errors.meaning.${what}${where}`,
    values: { ...measured, reports: reports.join(", ") },
  };
}
