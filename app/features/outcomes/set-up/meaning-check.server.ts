import type { Transaction } from "~/platform/db.server";
import { FieldError, type Sentence } from "~/platform/field-error";
import type { IsoDate } from "~/terms/day";
import { changedParts, type MeaningPart } from "../rules/meaning";
import type { IndicatorInput } from "./indicator-form.schema";
import type { StoredIndicator } from "./stored-indicator.server";

/** The titles of a project's reports that their funders read. */
export type SharedReports = (tx: Transaction, projectId: string) => Promise<string[]>;

type Change = { projectId: string; input: IndicatorInput; sharedReports: SharedReports };

/**
 * Whether a change of what an indicator's figures mean is meant. Where there are figures already it
 * throws a `FieldError` beside each part that would be another, which lists what it touches, with a
 * box to say yes to this very change. A measured indicator can't be computed from records: `source`.
 */
export async function requireMeaning(
  tx: Transaction,
  before: StoredIndicator,
  { projectId, input, sharedReports }: Change,
): Promise<void> {
  const changed = changedParts(before, input);
  const measured = await measuredDays(tx, before.id);
  if (measured !== null && input.source !== "typed") {
    throw new FieldError({ source: { key: "outcomes.errors.sourceMeasured" } });
  }
  const hasFigures = measured !== null || before.source !== "typed";
  const said = saidOf(changed, { input, count: measured?.count ?? 0 });
  if (changed.length === 0 || !hasFigures || input.meaning === said) return;
  const touched = touchedBy(measured, await sharedReports(tx, projectId));
  const changes = changed.map((part) => [part, changeOf(part, before)] as const);
  throw new FieldError(
    { ...Object.fromEntries(changes), meaning: touched },
    { meaning: { value: said, label: { key: "outcomes.form.meaningIsMeant" } } },
  );
}

type Measured = { count: number; first: IsoDate; last: IsoDate };

async function measuredDays(tx: Transaction, indicatorId: string): Promise<Measured | null> {
  const rows = await tx.$queryRaw<Measured[]>`
    select count(*)::int as count, to_char(min(measured_on), 'YYYY-MM-DD') as first,
      to_char(max(measured_on), 'YYYY-MM-DD') as last
    from measurements_of(${indicatorId}::uuid) having count(*) > 0`;
  return rows[0] ?? null;
}

function changeOf(part: MeaningPart, before: StoredIndicator): Sentence {
  const key = `outcomes.errors.meaning.${part}`;
  return part === "unit" ? { key, values: { before: before.unit } } : { key };
}

function touchedBy(measured: Measured | null, reports: string[]): Sentence {
  const what = measured === null ? "computed" : "measured";
  const where = reports.length === 0 ? "Here" : "Reported";
  return {
    key: `outcomes.errors.meaning.${what}${where}`,
    values: { ...measured, reports: reports.join(", ") },
  };
}

/** Another change, or another measurement meanwhile, is asked about again. */
function saidOf(
  changed: MeaningPart[],
  { input, count }: { input: IndicatorInput; count: number },
): string {
  return [...changed.map((part) => `${part}=${input[part]}`), count].join(";");
}
