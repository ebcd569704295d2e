import type { Speech } from "~/features/funding/figures/figure-table";
import type { HoursSpending } from "~/features/funding/rules/project-money";
import type { Cell } from "~/formats/cell";
import { formatsOf } from "~/i18n/format";
import { decimalHours } from "~/terms/hours";
import type { Share } from "~/terms/share";
import type { Counted, Report, ReportMethod } from "../rules/report";
import { amountCell, percentCell, type ReportColumn, type ReportTable } from "./report-columns";

export type HoursRow = {
  name: string;
  role: string;
  hours: Partial<HoursSpending>;
};

/** Own hours by organisation, before the period, in it, and until its end. */
export function ownHoursTable({ ownHours }: Report, speech: Speech): ReportTable<HoursRow> {
  const { t } = speech;
  const { parties, notConfirmed, ...all } = ownHours;
  const time = (key: string, header: string, minutes: keyof HoursSpending) => ({
    key,
    header,
    value: ({ hours }: HoursRow): Cell => {
      const value = hours[minutes];
      return value === undefined ? null : decimalHours(value);
    },
  });
  const worth = (key: string, header: string, ore: keyof HoursSpending) => ({
    key,
    header,
    value: ({ hours }: HoursRow): Cell => amountCell(hours[ore] ?? null),
  });
  return {
    title: t("reports.hours.title"),
    columns: [
      { key: "party", header: t("funding.hours.party"), value: (row) => row.name },
      { key: "role", header: t("funding.hours.role"), value: (row) => row.role },
      time("hours-previous", t("reports.hours.previous"), "previousMinutes"),
      time("hours-period", t("reports.hours.thisPeriod"), "thisPeriodMinutes"),
      time("hours", t("reports.hours.accumulated"), "accumulatedMinutes"),
      worth("worth-previous", t("reports.hours.previousWorth"), "previousOre"),
      worth("worth-period", t("reports.hours.thisPeriodWorth"), "thisPeriodOre"),
      worth("worth", t("reports.hours.accumulatedWorth"), "accumulatedOre"),
    ],
    rows: [
      ...parties.map((party) => ({
        name: party.name,
        role: t(`funding.role.${party.role}`),
        hours: party,
      })),
      {
        name: t("reports.hours.notConfirmed"),
        role: "",
        hours: { accumulatedMinutes: notConfirmed.minutes, accumulatedOre: notConfirmed.amountOre },
      },
    ],
    total: { name: t("funding.total"), role: "", hours: all },
  };
}

export type CountRow = { label: string; thisPeriod: Cell; accumulated: Cell };

/** Training in the period and since the project began. */
export function trainingTable(
  { training, cascade }: Report,
  speech: Speech,
): ReportTable<CountRow> {
  const { t } = speech;
  const count = (label: string, counted: Counted): CountRow => ({ label, ...counted });
  const time = (label: string, { thisPeriod, accumulated }: Counted): CountRow => ({
    label,
    thisPeriod: decimalHours(thisPeriod),
    accumulated: decimalHours(accumulated),
  });
  return {
    title: t("reports.training.title"),
    columns: [
      { key: "figure", header: t("reports.training.figure"), value: (row) => row.label },
      { key: "period", header: t("reports.training.thisPeriod"), value: (row) => row.thisPeriod },
      { key: "all", header: t("reports.training.accumulated"), value: (row) => row.accumulated },
    ],
    rows: [
      count(t("reports.training.trainedPeople"), training.trainedPeople),
      count(t("reports.training.coursePeople"), training.coursePeople),
      count(t("reports.training.courses"), training.courses),
      time(t("reports.training.hours"), training.minutes),
      {
        label: t("reports.training.cost"),
        thisPeriod: { amountOre: training.cost.thisPeriodOre },
        accumulated: { amountOre: training.cost.accumulatedOre },
      },
      count(t("reports.training.handOvers"), cascade.handOvers),
      time(t("reports.training.handOverHours"), cascade.minutes),
    ],
  };
}

/** How far each method has come: shares as words on the page, as counts in the file. */
export function cascadeTable({ cascade }: Report, speech: Speech): ReportTable<ReportMethod> {
  const { t, language } = speech;
  const { formatShare } = formatsOf(language);
  const share = (reach: Share): Cell => (reach.denominator === 0 ? null : formatShare(reach));
  // Before a group is frozen nothing is reached, not even nobody.
  const reached = (reach: Share): Cell => (reach.denominator === 0 ? null : reach.numerator);
  const inFile = (
    key: string,
    header: string,
    value: (row: ReportMethod) => Cell,
  ): ReportColumn<ReportMethod> => ({ key, header, value, on: "file" });
  const onPage = (
    key: string,
    header: string,
    value: (row: ReportMethod) => Cell,
  ): ReportColumn<ReportMethod> => ({ key, header, value, on: "page" });
  return {
    title: t("reports.cascade.title"),
    columns: [
      { key: "method", header: t("reports.cascade.method"), value: (row) => row.name },
      onPage("before", t("reports.cascade.reachBefore"), (row) => share(row.reachBefore)),
      onPage("reach", t("reports.cascade.reach"), (row) => share(row.reach)),
      inFile("group", t("reports.cascade.group"), (row) => row.reach.denominator),
      inFile("before", t("reports.cascade.reachBefore"), (row) => reached(row.reachBefore)),
      inFile("reach", t("reports.cascade.reach"), (row) => reached(row.reach)),
      { key: "beside", header: t("reports.cascade.beside"), value: (row) => row.reach.beside },
      {
        key: "trained-period",
        header: t("reports.cascade.trainedThisPeriod"),
        value: (row) => row.trainedPeople.thisPeriod,
        on: "file",
      },
      {
        key: "trained",
        header: t("reports.cascade.trained"),
        value: (row) => row.trainedPeople.accumulated,
        on: "file",
      },
      onPage("activation", t("reports.cascade.activated"), (row) => formatShare(row.activation)),
      inFile("outside", t("reports.cascade.learnedOutside"), (row) => row.activation.denominator),
      inFile("activated", t("reports.cascade.activation"), (row) => row.activation.numerator),
      {
        key: "learners",
        header: t("reports.cascade.learners"),
        value: (row) => row.reproduction.learners,
      },
      {
        key: "trainers",
        header: t("reports.cascade.trainers"),
        value: (row) => row.reproduction.trainers,
      },
      {
        key: "hand-overs-period",
        header: t("reports.cascade.handOversThisPeriod"),
        value: (row) => row.handOvers.thisPeriod,
      },
      {
        key: "hand-overs",
        header: t("reports.cascade.handOvers"),
        value: (row) => row.handOvers.accumulated,
      },
      {
        key: "hours-period",
        header: t("reports.cascade.hoursThisPeriod"),
        value: (row) => decimalHours(row.minutes.thisPeriod),
        on: "file",
      },
      {
        key: "hours",
        header: t("reports.cascade.hours"),
        value: (row) => decimalHours(row.minutes.accumulated),
        on: "file",
      },
    ],
    rows: cascade.methods,
  };
}

export type GenerationRow = {
  method: string;
  generation: number;
  people: number;
  handOvers: number;
  delivered: number;
  possible: number;
};

/** Each method's generations, with how much of the method was passed on to them. */
export function generationTable(
  { cascade }: Report,
  { t, language }: Speech,
): ReportTable<GenerationRow> {
  const { formatShare } = formatsOf(language);
  return {
    title: t("reports.generations.title"),
    columns: [
      { key: "method", header: t("reports.cascade.method"), value: (row) => row.method },
      {
        key: "generation",
        header: t("reports.generations.generation"),
        value: (row) => row.generation,
      },
      { key: "people", header: t("reports.generations.people"), value: (row) => row.people },
      { key: "hand-overs", header: t("reports.cascade.handOvers"), value: (row) => row.handOvers },
      {
        key: "elements",
        header: t("reports.generations.elements"),
        value: ({ delivered, possible }) =>
          possible === 0 ? null : formatShare({ numerator: delivered, denominator: possible }),
        on: "page",
      },
      {
        key: "delivered",
        header: t("reports.generations.delivered"),
        value: (row) => row.delivered,
        on: "file",
      },
      {
        key: "possible",
        header: t("reports.generations.possible"),
        value: (row) => row.possible,
        on: "file",
      },
      {
        key: "fidelity",
        header: t("reports.generations.fidelity"),
        value: ({ delivered, possible }) =>
          percentCell(possible === 0 ? null : delivered / possible),
      },
    ],
    rows: cascade.methods.flatMap(({ name, generations }) =>
      generations.map((row) => ({ method: name, ...row })),
    ),
  };
}
