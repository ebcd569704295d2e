import type { TrainingPlan } from "~/features/exchange/training-plan.queries.server";
import type { RowFault } from "~/features/exchange/training-rows.server";
import { translator } from "~/i18n/server";
import { counted, say, warn, warnOfFirst } from "./print";

const t = translator("en");
const mostFaults = 200;

/** What a list would add, for a terminal: the counts, and every bad row on standard error. */
export function showTrainingPlan(plan: TrainingPlan): void {
  say(`${counted(plan.rowCount, "row")}:`);
  say(`  new: ${plan.added.length}`);
  say(`  already here: ${plan.known}`);
  say(`  with faults: ${plan.badRows}`);
  if (plan.removedNumbers > 0) {
    say(`  personal identity numbers, which are not kept: ${plan.removedNumbers}`);
  }
  warnOfFirst(
    plan.faults.map((fault) => describeFault(fault, plan)),
    mostFaults,
  );
}

/** What each column is taken for, and what is missing. */
export function reportColumns({ header, mapping, mappingFaults }: TrainingPlan): void {
  header.forEach((heading, index) => warn(`  ${heading || "–"} → ${mapping[index] ?? "ignore"}`));
  for (const { field, reason } of mappingFaults) {
    const missing = field === "email" ? "email or name" : field;
    warn(reason === "missing" ? `No column is ${missing}.` : `Two columns are ${field}.`);
  }
}

/** `row 7, column "Datum", "2026-02-30": There is no such date.` */
function describeFault(
  { row, field, value, reason }: RowFault,
  { header, mapping }: TrainingPlan,
): string {
  const heading = field === null ? undefined : (header[mapping.indexOf(field)] ?? field);
  const place = [
    `row ${row}`,
    ...(heading === undefined ? [] : [`column "${heading}"`]),
    ...(value === "" ? [] : [JSON.stringify(value)]),
  ];
  return `${place.join(", ")}: ${t(`exchange.training.fault.${reason}`)}`;
}
