import type { HoursSpending } from "~/features/funding/rules/project-money";
import { count, hours, money, percent, share, text } from "~/tables/columns";
import type { Table, Words } from "~/tables/table";
import type { Share } from "~/terms/share";
import { ownerKey } from "../rules/figure-rows";
import type {
  Counted,
  PartyHoursSpending,
  Report,
  ReportMethod,
  ReportTraining,
} from "../rules/report";

/** Own hours of an organisation, or a part of all. */
type HoursRow = { party: PartyHoursSpending | null; spent: Partial<HoursSpending> };

/** Own hours by organisation, before the period, in it, and until its end. */
export function ownHoursTable({ ownHours }: Report): Table<HoursRow> {
  const { parties, awaiting, notCounted: _notCounted, ...all } = ownHours;
  const time = (key: string, heading: Words, minutes: keyof HoursSpending) =>
    hours<HoursRow>(key, heading, ({ spent }) => spent[minutes] ?? null, {
      total: all[minutes],
      isBare: true,
    });
  const worth = (key: string, heading: Words, ore: keyof HoursSpending) =>
    money<HoursRow>(key, heading, ({ spent }) => spent[ore] ?? null, { total: all[ore] });
  const isChanged = parties.some((party) => party.changedMinutes !== 0 || party.changedOre !== 0);
  const whenChanged = isChanged ? {} : ({ on: "file" } as const);
  return {
    title: "reports.hours.title",
    columns: [
      text(
        "party",
        "funding.hours.party",
        ({ party }, { t }) => party?.name ?? t("reports.hours.awaiting"),
        { total: "funding.total" },
      ),
      text("role", "funding.hours.role", ({ party }, { t }) =>
        party ? t(`funding.role.${party.role}`) : "",
      ),
      time("hours-previous", "reports.hours.previous", "previousMinutes"),
      { ...time("hours-changed", "reports.hours.changed", "changedMinutes"), ...whenChanged },
      time("hours-period", "reports.hours.thisPeriod", "thisPeriodMinutes"),
      { ...time("hours-late", "reports.hours.late", "lateMinutes"), on: "file" },
      time("hours", "reports.hours.accumulated", "accumulatedMinutes"),
      worth("worth-previous", "reports.hours.previousWorth", "previousOre"),
      { ...worth("worth-changed", "reports.hours.changedWorth", "changedOre"), ...whenChanged },
      worth("worth-period", "reports.hours.thisPeriodWorth", "thisPeriodOre"),
      { ...worth("worth-late", "reports.hours.lateWorth", "lateOre"), on: "file" },
      worth("worth", "reports.hours.accumulatedWorth", "accumulatedOre"),
    ],
    rows: [
      ...parties.map((party) => ({ party, spent: party })),
      {
        party: null,
        spent: { accumulatedMinutes: awaiting.minutes, accumulatedOre: awaiting.amountOre },
      },
    ],
    rowKey: ({ party }) => (party === null ? "" : (party.partnerId ?? ownerKey)),
    isPart: ({ party }) => party === null,
    isBlank: ({ party }) => party === null && awaiting.minutes === 0,
  };
}

/** Training in the period and since the project began. */
export function trainingTable({ training, cascade }: Report): Table<keyof Counted> {
  const costs: Record<keyof Counted, keyof ReportTraining["cost"]> = {
    previous: "previousOre",
    changed: "changedOre",
    thisPeriod: "thisPeriodOre",
    late: "lateOre",
    accumulated: "accumulatedOre",
  };
  const time = (key: string, heading: Words, minutes: Counted) =>
    hours<keyof Counted>(key, heading, (when) => minutes[when], { isBare: true });
  const { cost, trainedPeople, coursePeople, courses, minutes } = training;
  const counts = [trainedPeople, coursePeople, courses, minutes];
  const all = [...counts, cascade.handOvers, cascade.minutes];
  const isNothing = (when: keyof Counted) =>
    cost[costs[when]] === 0 && all.every((counted) => counted[when] === 0);
  return {
    title: "reports.training.title",
    columns: [
      count("trained", "reports.training.trainedPeople", (when) => trainedPeople[when]),
      count("course", "reports.training.coursePeople", (when) => coursePeople[when]),
      count("courses", "reports.training.courses", (when) => courses[when]),
      time("hours", "reports.training.hours", minutes),
      money("cost", "reports.training.cost", (when) => training.cost[costs[when]]),
      count("hand-overs", "reports.training.handOvers", (when) => cascade.handOvers[when]),
      time("hand-over-hours", "reports.training.handOverHours", cascade.minutes),
    ],
    rows: ["previous", "changed", "thisPeriod", "late", "accumulated"],
    isPart: (when) => when === "late",
    isBlank: (when) => (when === "changed" || when === "late") && isNothing(when),
    rowKey: (when) => when,
    onSide: { corner: "reports.training.figure", heading: (when) => `reports.training.${when}` },
  };
}

/** How far each method has come. */
export function cascadeTable({ cascade }: Report): Table<ReportMethod> {
  const inFile = { on: "file" } as const;
  return {
    title: "reports.cascade.title",
    columns: [
      text("method", "reports.cascade.method", ({ name }) => name),
      count("group", "reports.cascade.group", ({ reach }) => reach.denominator, inFile),
      share("before", "reports.cascade.reachBefore", ({ reachBefore }) => reachBefore),
      count("came", "reports.cascade.reachCame", ({ reachCame }) => reachCame),
      count("left", "reports.cascade.reachLeft", ({ reachLeft }) => reachLeft),
      share("reach", "reports.cascade.reach", ({ reach }) => reach),
      count("beside", "reports.cascade.beside", ({ reach }) => reach.beside),
      count(
        "outside",
        "reports.cascade.learnedOutside",
        (row) => row.activation.denominator,
        inFile,
      ),
      share("activation", "reports.cascade.activated", ({ activation }) => activation, {
        fileHeading: "reports.cascade.activation",
      }),
      count("learners", "reports.cascade.learners", ({ reproduction }) => reproduction.learners),
      count("trainers", "reports.cascade.trainers", ({ reproduction }) => reproduction.trainers),
    ],
    rows: cascade.methods,
    rowKey: ({ competenceId }) => competenceId,
  };
}

/** Whom the project has trained in each method, in what, and what there is beside it. */
export function trainedTable({ cascade }: Report): Table<ReportMethod> {
  return {
    title: "reports.trained.title",
    columns: [
      text("method", "reports.cascade.method", ({ name }) => name),
      count("trained-period", "reports.trained.newPeople", (row) => row.trainedPeople.thisPeriod),
      count("trained", "reports.trained.people", (row) => row.trainedPeople.accumulated),
      count("trained-beside", "reports.trained.beside", (row) => row.besidePeople),
      count(
        "hand-overs-period",
        "reports.trained.handOversThisPeriod",
        (row) => row.handOvers.thisPeriod,
      ),
      count("hand-overs", "reports.trained.handOvers", (row) => row.handOvers.accumulated),
      count("hand-overs-beside", "reports.trained.handOversBeside", (row) => row.handOversBeside),
      hours("hours-period", "reports.trained.hoursThisPeriod", (row) => row.minutes.thisPeriod, {
        on: "file",
      }),
      hours("hours", "reports.trained.hours", (row) => row.minutes.accumulated),
    ],
    rows: cascade.methods,
    rowKey: ({ competenceId }) => competenceId,
  };
}

type GenerationRow = ReportMethod["generations"][number] & { id: string; method: string };

/** Each method's generations, with how much of the method was passed on to them. */
export function generationTable({ cascade }: Report): Table<GenerationRow> {
  return {
    title: "reports.generations.title",
    columns: [
      text("method", "reports.cascade.method", ({ method }) => method),
      count("generation", "reports.generations.generation", ({ generation }) => generation),
      count("people", "reports.generations.people", ({ people }) => people),
      count("hand-overs-own", "reports.trained.handOvers", ({ ownHandOvers }) => ownHandOvers),
      count(
        "hand-overs-beside",
        "reports.trained.handOversBeside",
        ({ handOvers, ownHandOvers }) => handOvers - ownHandOvers,
      ),
      share("elements", "reports.generations.elements", elementsOf, {
        fileHeading: "reports.generations.delivered",
        of: "reports.generations.possible",
      }),
      percent(
        "fidelity",
        "reports.generations.fidelity",
        ({ delivered, possible }) => (possible === 0 ? null : delivered / possible),
        { isBare: true },
      ),
    ],
    rows: cascade.methods.flatMap(({ competenceId: id, name, generations }) =>
      generations.map((row) => ({ id, method: name, ...row })),
    ),
    rowKey: ({ id, generation }) => `${id} ${generation}`,
  };
}

function elementsOf({ delivered, possible }: GenerationRow): Share {
  return { numerator: delivered, denominator: possible };
}
