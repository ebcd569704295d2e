import { answerTo } from "~/features/exchange/lists/answered-status";
import type { TrainingPlan } from "~/features/exchange/lists/training-plan.queries.server";
import { isOfStrangers } from "~/features/exchange/lists/strangers.server";
import { otherwiseThan } from "~/features/exchange/lists/training-preview.queries.server";
import type { RowFault } from "~/features/exchange/lists/row-fault";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { translator } from "~/i18n/server";
import { dayBounds } from "~/terms/day";
import { counted, kronor, say, warn, warnOfFirst } from "./print";

const t = translator("en");
const mostFaults = 200;
const mostShown = 10;

/** What a list would add, for a terminal: the counts, and every bad row on standard error. */
export function showTrainingPlan(
  plan: TrainingPlan,
  { withEarly, replaceChanged }: { withEarly: boolean; replaceChanged: boolean },
): void {
  say("Columns:");
  for (const line of columnLines(plan)) say(line);
  say(`${counted(plan.rowCount, "row")}:`);
  say(`  new: ${plan.added.length}`);
  say(`  already here: ${plan.known}`);
  if (plan.takenBack.length > 0) {
    const rows = plan.takenBack.slice(0, mostShown).map(({ row }) => row);
    const more = plan.takenBack.length > rows.length ? " …" : "";
    say(
      `  of the new, taken back before: ${plan.takenBack.length} (row ${rows.join(", ")}${more})`,
    );
  }
  say(`  with faults: ${plan.badRows}`);
  showAsked(plan);
  for (const row of plan.added.slice(0, mostShown)) say(`  ${describeRow(row)}`);
  if (plan.added.length > mostShown) say(`  … and ${plan.added.length - mostShown} more new ones`);
  const ofNone = plan.added.filter(({ project }) => project === null).length;
  if (ofNone > 0) say(`  for no project: ${ofNone}; --project CODE says for which they are`);
  showChanged(plan, replaceChanged);
  showEarly(plan, withEarly);
  if (plan.unfinished > 0) say(`  not completed, and left out: ${plan.unfinished}`);
  showQuestions(plan);
  if (plan.removedNumbers > 0) {
    say(`  personal identity numbers, which are not kept: ${plan.removedNumbers}`);
  }
  if (isOfStrangers(plan)) {
    warn(`${t("exchange.training.strangers")}. ${t("exchange.training.strangersText")}`);
  }
  warnOfFirst(
    plan.faults.map((fault) => describeFault(fault, plan)),
    mostFaults,
  );
}

/** Each with what stands now: which of them is right, only a person can tell. */
function showChanged({ changed }: TrainingPlan, replaceChanged: boolean): void {
  if (changed.length === 0) return;
  say(`  here with another title, day, hours, cost, competence or project: ${changed.length}`);
  for (const { before, ...row } of changed) {
    const { title, heldOn } = otherwiseThan(row, before);
    const other = [title ?? [], heldOn ?? []];
    const was = [hoursOf(before.minutes), before.costOre === null ? [] : kronor(before.costOre)];
    const who = before.mayReplace ? "" : "; not a list's, and stays";
    const more = [before.competence ?? [], before.project ? `project ${before.project}` : []];
    say(`  ${describeRow(row)} (was ${[other, was, more].flat(2).join(", ")}${who})`);
  }
  if (!replaceChanged) say("  They are left as they are: --replace-changed replaces them.");
}

/** Each row that can be read in several ways: only a person can tell in which. */
function showAsked(plan: TrainingPlan): void {
  if (plan.askedRows === 0) return;
  say(`  asked about, and left out until it is answered: ${plan.askedRows}`);
  for (const fault of plan.asked) say(`  ${describeFault(fault, plan)}`);
}

/** What only a person can tell, with the option that tells it. */
function showQuestions({ questions, answers }: TrainingPlan): void {
  if (questions.dayOrder && answers.dayOrder === null) {
    say(
      "  dates that may be two days: --day-order day-first, month-first or year-first says which",
    );
  }
  for (const { key, heading, value } of questions.statuses) {
    if (answerTo(key, answers) !== null) continue;
    const word = value === "" ? "nothing" : JSON.stringify(value);
    say(`  the column ${heading} has ${word}: --status ${quoted(`${value}=completed`)} or`);
    say(`    --status ${quoted(`${value}=not-completed`)} says what that means`);
  }
  for (const { heading, values } of questions.columns) {
    const said = values.map((value) => value || t("exchange.training.emptyCell")).join(", ");
    say(
      `  the column ${heading} says of some rows that they may not have been completed (${said}).`,
    );
    say(
      `    --map "${heading}=status" if it says whether they were, "${heading}=absence" if a yes or a day`,
    );
    say(`    says that they weren't, "${heading}=ignore" if it says nothing of it.`);
  }
  for (const { key, name, people } of questions.people) {
    if (answers.people[key] !== undefined) continue;
    say(
      `  ${name} may be any of these; --person "${name}=WHO" says which, by address, unit or number:`,
    );
    for (const person of people) {
      say(`    ${[nameWithNote(person), person.email].filter(Boolean).join(", ")}`);
    }
  }
}

/** As a shell takes it for one word that it doesn't look into. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Each of them by name: whether they belong there, only a person can tell. */
function showEarly({ early }: TrainingPlan, withEarly: boolean): void {
  if (early.length === 0) return;
  say(`  dated before the person worked here: ${early.length}`);
  for (const row of early) say(`  ${describeRow(row)}`);
  if (!withEarly) say("  They are left out: --before-employment brings them in too.");
}

/** What each column is taken for. */
function columnLines({ header, mapping }: TrainingPlan): string[] {
  return header.map((heading, index) => `  ${heading || "–"} → ${mapping[index] ?? "ignore"}`);
}

/** `row 2: Elin Björk, "Källkritik", 2026-03-05, 7,5 h, Källkritik, 1200,50 kr` */
function describeRow(added: TrainingPlan["added"][number]): string {
  const { row, personName, title, heldOn, minutes, competence, costOre, project } = added;
  const more = [
    competence?.name ?? [],
    costOre === null ? [] : kronor(costOre),
    project === null ? [] : `project ${project.code}`,
  ].flat();
  return `row ${row}: ${[personName, JSON.stringify(title), heldOn, hoursOf(minutes), ...more].join(", ")}`;
}

function hoursOf(minutes: number): string {
  return `${String(Math.round((minutes / 60) * 100) / 100).replace(".", ",")} h`;
}

/** What is missing among the columns, or there twice. */
export function reportColumns({ mappingFaults }: TrainingPlan): void {
  for (const fault of mappingFaults) {
    const { field, reason } = fault;
    if (reason === "measure") {
      warn(t(`exchange.training.measure.${field}`, { heading: fault.heading }));
      continue;
    }
    if (reason === "clock") {
      warn(t("exchange.training.clock", { heading: fault.heading }));
      continue;
    }
    const missing = field === "email" ? "email or name" : field;
    warn(reason === "missing" ? `No column is ${missing}.` : `Two columns are ${field}.`);
  }
}

/** `row 7, column "Datum", "2026-02-30": There is no such date.` */
function describeFault(
  { row, field, column, value, reason, among }: RowFault,
  { header, mapping }: TrainingPlan,
): string {
  const at = column ?? (field === null ? -1 : mapping.indexOf(field));
  const heading = header[at] ?? field ?? undefined;
  const place = [
    `row ${row}`,
    ...(heading === undefined ? [] : [`column "${heading}"`]),
    ...(value === "" ? [] : [JSON.stringify(value)]),
  ];
  const which = among ? ` (${among})` : "";
  return `${place.join(", ")}: ${t(`exchange.training.fault.${reason}`, dayBounds)}${which}`;
}
