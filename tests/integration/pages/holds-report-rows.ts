import { expect } from "vitest";
import { peopleWhoTaught } from "~/features/cascade/rules/teaching";
import { uncountedHours } from "~/features/reports/payload/uncounted-hours.queries.server";
import type { ReportRow } from "~/features/reports/rules/report-row";
import { reportRows } from "~/features/reports/payload/report-rows.queries.server";
import type { Database } from "~/platform/db.server";
import { dayBefore, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { competenceKeys, type CompetenceKey, type PersonKey } from "../competence/random-facts";
import { besideOf, coursesOf, methodsOf, trainedFor } from "./holds-project";
import type { ProjectKey } from "./page-facts";
import {
  bookedOn,
  deliveredIn,
  firstCourse,
  firstHandOver,
  hourOre,
  otherCost,
  paperDays,
  partnersHours,
  type World,
} from "./page-world";
import {
  asPerson,
  circlesIn,
  elementsOn,
  heldOf,
  isAnswered,
  lineageOf,
  mayTeachFrom,
  nearTo,
  overTime,
  shouldHold,
} from "./told-of-methods";
import { costsOf, hoursIn } from "./told-of-money";
import { homeOn, unitsBelow, worksIn } from "./told-of-people";
import { byText, minutesOf } from "./sorted";
import type { Decided } from "./plan-facts";

type Asked = { world: World; day: IsoDate; key: ProjectKey };

/** The rows of costs, training and spread that a project's report is made of, as of any day. */
export async function holdsReportRows(db: Database, asked: Asked): Promise<void> {
  const { world, day, key } = asked;
  const projectId = world.projects[key];
  const rows = await reportRows(db, { projectId, asOf: day });
  const expected = {
    training: trainingRows(asked),
    "hand-over": handOverRows(asked),
    part: partRows(asked),
    group: groupRows(asked),
    acquired: acquiredRows(asked),
  };
  for (const [kind, told] of Object.entries(expected)) {
    const ofKind = rows.filter((row) => row.kind === kind);
    expect(ofKind.map(({ kind: _, ...row }) => sortedKeys(row)).sort(byText), kind).toEqual(
      told.map(sortedKeys).sort(byText),
    );
  }
  const methods = rows.filter(({ kind }) => kind === "method").map(({ under }) => under);
  expect(methods.sort()).toEqual(
    methodsOf(world, key, day)
      .map((method) => world.competences[method])
      .sort(),
  );
  const costs = rows.flatMap((row) =>
    row.kind === "cost"
      ? [
          [
            row.under,
            row.day,
            row.facts.amountOre,
            row.source?.id,
            row.facts.origin,
            row.facts.voucher,
          ],
        ]
      : [],
  );
  expect(costs.sort(byText)).toEqual(costRows(asked).sort(byText));
  holdsOutcomes(asked, rows);
  await holdsHours(db, asked, rows);
  holdsPapers(asked, rows);
}

/** A project's own hours, and those of them that count for nobody in the lineage. */
async function holdsHours(db: Database, asked: Asked, rows: ReportRow[]): Promise<void> {
  const { world, day, key } = asked;
  const told = rows.flatMap((row) =>
    row.kind === "own-hours"
      ? [{ ...row.facts, under: row.under, day: row.day, person: row.person, of: row.source?.id }]
      : [],
  );
  const standing = hoursIn(world, key);
  const expected = standing
    .filter(({ heldOn, countsOn }) => heldOn <= day || (countsOn !== null && countsOn <= day))
    .map(({ id, person, minutes, heldOn, countsOn }) => ({
      ...{ amountOre: minutes, minutes, rateOre: Number(hourOre), workedOn: heldOn, party: null },
      ...{ under: world.lines[key].hours, person: world.people[asPerson(person)], of: id },
      ...{ day: countsOn !== null && countsOn <= day ? countsOn : null },
      ...{ awaits: countsOn === null || countsOn > day, origin: firstHandOver(world, id) },
    }));
  const inOrder = (hours: object) => Object.entries(hours).sort(byText);
  const all = [...expected, ...partnersHoursOn(asked)];
  expect(told.map(inOrder).sort(byText)).toEqual(all.map(inOrder).sort(byText));
  const uncounted = uncountedIn(asked);
  const counting = standing.filter(
    ({ id, countsOn }) => uncounted.includes(id) && countsOn !== null && countsOn <= day,
  );
  expect(await uncountedHours(db, { projectId: world.projects[key], asOf: day })).toEqual({
    handOvers: new Set(counting.map(({ id }) => id)).size,
    minutes: minutesOf(counting),
  });
}

/** A partner's hours, that have come of what was entered first. */
function partnersHoursOn({ world, day, key }: Asked) {
  const { workedOn, minutes } = partnersHours;
  const { answeredOn } = world.facts.plans;
  const counts = answeredOn !== null && answeredOn <= day;
  if (workedOn > day && !counts) return [];
  return [
    {
      ...{ amountOre: minutes, minutes, rateOre: Number(hourOre), workedOn, person: null },
      ...{ party: world.partners[key], under: world.lines[key].hours, of: undefined },
      ...{ day: counts ? answeredOn : null, awaits: !counts, origin: world.hours[key].first },
    },
  ];
}

/** The indicator, targets in force and measurements until then, each once, and the budget that was decided. */
function holdsOutcomes({ world, day, key }: Asked, rows: ReportRow[]): void {
  const { targets, measurements, budgets } = world.facts.plans;
  const told = rows.flatMap((row) => {
    if (row.kind === "budget") return [[row.kind, row.under, row.day, row.facts.amountOre]];
    if (row.kind === "indicator") return [[row.kind, row.id, row.day, row.facts.name]];
    const isOutcome = row.kind === "target" || row.kind === "measurement";
    return isOutcome ? [[row.kind, row.under, row.day, row.facts.value]] : [];
  });
  const inForce = <Each extends Decided>(all: Each[]) =>
    all.filter((each) => !each.withdrawn && covers(each, day));
  const hasIndicator =
    paperDays.indicator <= day ||
    targets.some(({ startsOn, withdrawn }) => !withdrawn && startsOn <= day) ||
    measurements.some(({ measuredOn, withdrawn }) => !withdrawn && measuredOn <= day);
  const expected = [
    ...(hasIndicator ? [["indicator", world.indicators[key], paperDays.indicator, key]] : []),
    ...inForce(targets).map(({ dueOn, value }) => ["target", world.indicators[key], dueOn, value]),
    ...measurements
      .filter(({ measuredOn, withdrawn }) => !withdrawn && measuredOn <= day)
      .map(({ measuredOn, value }) => ["measurement", world.indicators[key], measuredOn, value]),
    ...inForce(budgets).map(({ line, days, amountOre }) => [
      ...["budget", world.lines[key][line], days.startsOn, amountOre],
    ]),
  ];
  expect(told.sort(byText)).toEqual(expected.sort(byText));
}

/** What stands beside a project's books; of each kind one more was removed. */
function holdsPapers(asked: Asked, rows: ReportRow[]): void {
  const { world, key, day } = asked;
  const told = rows.flatMap((row): unknown[][] => {
    switch (row.kind) {
      case "project":
      case "phase":
        return [[row.kind, row.facts.name, row.day, row.facts.lastDay]];
      case "line":
      case "partner":
        return [[row.kind, row.facts.name]];
      case "decision":
        return [[row.kind, row.facts.body]];
      case "appendix":
        return [[row.kind, row.facts.title]];
      case "grant":
        return [[row.kind, row.facts.grantedOre]];
      default:
        return [];
    }
  });
  const { startsOn, endsBefore } = world.facts.projects[key];
  const lines = linesBy(asked);
  const { appliedOn, grantedOn } = paperDays;
  const hasGrant = appliedOn <= day || lines.includes("granted");
  const expected = [
    ["project", key, startsOn, dayBefore(endsBefore)],
    ["phase", "stands", "2013-05-01", "2013-05-01"],
    ...lines.map((line) => ["line", line]),
    ...["partner", "decision", "appendix"]
      .filter(
        (kind) => kind === "partner" || paperDays[kind === "decision" ? kind : "appendix"] <= day,
      )
      .map((kind) => [kind, "stands"]),
    ...(hasGrant ? [["grant", grantedOn <= day ? 900 : null]] : []),
  ];
  expect(told.sort(byText)).toEqual(expected.sort(byText));
}

/** The lines for which something had been decided, or on which something had happened. */
function linesBy(asked: Asked) {
  const { world, key, day } = asked;
  const costs = costRows(asked).map(([under]) => under);
  const hasHours =
    partnersHoursOn(asked).length > 0 ||
    hoursIn(world, key).some(
      ({ heldOn, countsOn }) => heldOn <= day || (countsOn ?? heldOn) <= day,
    );
  return (["granted", "cash", "hours"] as const).filter(
    (line) =>
      costs.includes(world.lines[key][line]) ||
      (line === "hours" && hasHours) ||
      world.facts.plans.budgets.some(
        (budget) => budget.line === line && !budget.withdrawn && budget.startsOn <= day,
      ),
  );
}

type Row = Record<"id" | "under" | "day" | "person" | "source" | "facts", unknown>;

// The text of an object is that of its keys in their order.
const sortedKeys = ({ id, under, day, person, source, facts }: Row) => ({
  ...{ id, under, day, person, source },
  facts: Object.entries(facts ?? {}).sort(byText),
});

function trainingRows({ world, day, key }: Asked): Row[] {
  return coursesOf(world, key, day).map((course) => ({
    ...{ id: course.id, day: course.heldOn, person: world.people[course.person], source: null },
    under: course.competence && world.competences[course.competence],
    facts: {
      minutes: course.minutes,
      costOre:
        costsOf(world.facts, key).includes(course) && bookedOn(course) <= day ? course.costOre : 0,
      origin: firstCourse(world, course.id),
    },
  }));
}

function costRows({ world, day, key }: Asked): unknown[][] {
  const courses = costsOf(world.facts, key)
    .filter((course) => bookedOn(course) <= day)
    .map((course) => {
      const { id, line, costOre, invoiced } = course;
      const isPlaced = line !== null && line !== "removed";
      const under = isPlaced ? world.lines[key][line] : null;
      const voucher = invoiced ? "A last" : null;
      return [under, bookedOn(course), costOre, id, firstCourse(world, id), voucher];
    });
  const told = [undefined, world.vouchers[key].first, "A last"];
  const other = [null, otherCost.day, Number(otherCost.ore), ...told];
  return otherCost.day <= day ? [...courses, other] : courses;
}

/** The hand-overs of a method that had been held, with what they were and whose parts counted. */
function judgedIn(world: World, competence: CompetenceKey, day: IsoDate) {
  const { handOvers } = lineageOf(world, competence, day);
  const all = overTime(world, competence).handOvers;
  return heldOf(world, competence).flatMap((held) => {
    const trace = handOvers.get(held.id);
    if (!trace || (!trace.counted && trace.reason === "after-as-of")) return [];
    const parts = (all.get(held.id)?.learners ?? []).filter(({ from }) => from <= day);
    const countsFrom = parts.map(({ from }) => from).sort()[0] ?? null;
    return [{ held, trace, parts, countsFrom }];
  });
}

function handOverRows({ world, day, key }: Asked): Row[] {
  return competenceKeys.flatMap((competence) => {
    const near = circlesNear({ world, day, key }, competence);
    const circles = circlesIn(world, competence, day);
    return judgedIn(world, competence, day).flatMap(({ held, trace, parts, countsFrom }) => {
      const isOwn = held.project === key;
      if (!isAnswered(held, day)) return [];
      if (!isOwn && !near.has(circles.get(held.trainers[0] ?? ""))) return [];
      const delivered = deliveredIn(world, held).length;
      const had = elementsOn(world, competence, held.heldOn).length;
      const facts = {
        ...{ minutes: held.minutes, form: "walk_through", givesLevel: held.givesLevel },
        generation: trace.counted ? trace.generation : null,
        reason: trace.counted ? null : trace.reason,
        trainers: trace.counted ? trace.validTrainers.length : 0,
        ...{ learners: parts.length, countsFrom, delivered, possible: Math.max(delivered, had) },
        ...{ isOwn, origin: isOwn ? firstHandOver(world, held.id) : held.id },
      };
      const under = world.competences[competence];
      return [{ id: held.id, under, day: held.heldOn, person: null, source: null, facts }];
    });
  });
}

/** The circles of a method that a project's people are of; none where it isn't the project's. */
function circlesNear({ world, day, key }: Asked, competence: CompetenceKey) {
  const group = { project: key };
  const circles = circlesIn(world, competence, day);
  const near = methodsOf(world, key, day).includes(competence)
    ? [
        ...shouldHold(world, { competence, group, day }),
        ...nearTo(world, { competence, group, day }),
      ]
    : [];
  return new Set<string | undefined>(near.flatMap((person) => circles.get(person) ?? []));
}

function partRows({ world, day, key }: Asked): Row[] {
  return competenceKeys.flatMap((competence) =>
    judgedIn(world, competence, day).flatMap(({ held, trace, parts, countsFrom }) => {
      if (held.project !== key || !trace.counted) return [];
      const row = (person: string, isLearner: boolean, counts: IsoDate | null) => ({
        ...{ id: `${held.id}:${world.people[asPerson(person)]}`, day: counts },
        ...{ under: world.competences[competence], person: world.people[asPerson(person)] },
        source: { type: "hand_over", id: held.id },
        facts: { isLearner, heldOn: held.heldOn, origin: firstHandOver(world, held.id) },
      });
      return [
        ...parts.map(({ person, from }) => row(person, true, from)),
        ...trace.validTrainers.map((person) => row(person, false, countsFrom)),
      ];
    }),
  );
}

function leftBy(world: World, person: PersonKey, day: IsoDate): IsoDate | null {
  const { leftOn } = homeOn(world, person, day);
  return leftOn && leftOn <= day ? leftOn : null;
}

function groupRows({ world, day, key }: Asked): Row[] {
  return competenceKeys.flatMap((competence) => {
    const { people } = lineageOf(world, competence, day);
    return shouldHold(world, { competence, group: { project: key }, day }).map((person) => {
      const acquiredOn = people.get(person)?.acquiredOn ?? null;
      const leftOn = leftBy(world, person, day);
      const isReached = acquiredOn !== null && leftOn === null;
      const facts = { isReached, leftOn };
      return { ...ofPerson(world, competence, person), day: acquiredOn, source: null, facts };
    });
  });
}

function acquiredRows({ world, day, key }: Asked): Row[] {
  const beside = besideOf(world, { key, day, trained: trainedFor(world, key, day) });
  return competenceKeys.flatMap((competence) => {
    const near = circlesNear({ world, day, key }, competence);
    const circles = circlesIn(world, competence, day);
    const lineage = lineageOf(world, competence, day);
    const group = shouldHold(world, { competence, group: { project: key }, day });
    const taught = peopleWhoTaught(lineage);
    return [...lineage.people].flatMap(([id, { acquiredOn, generation, from }]) => {
      const person = asPerson(id);
      if (!near.has(circles.get(person))) return [];
      const isActive = worksIn(world, unitsBelow("top"), day).includes(person);
      const mayTeach = mayTeachFrom(world, competence, person);
      const facts = {
        ...{ generation, isActive, inGroup: group.includes(person), hasTaught: taught.has(person) },
        ...{ leftOn: leftBy(world, person, day), mayTeach: mayTeach !== null && mayTeach <= day },
        isBeside: beside.some((one) => one.person === person && one.competence === competence),
      };
      const source = from === null ? null : { type: "hand_over", id: from };
      return [{ ...ofPerson(world, competence, person), day: acquiredOn, source, facts }];
    });
  });
}

const ofPerson = ({ competences, people }: World, method: CompetenceKey, person: PersonKey) => ({
  ...{ id: `${competences[method]}:${people[person]}`, under: competences[method] },
  person: people[person],
});

/** A project's hand-overs that somebody has confirmed and that don't count. */
function uncountedIn({ world, day, key }: Asked): string[] {
  return competenceKeys.flatMap((competence) =>
    judgedIn(world, competence, day)
      .filter(({ held, trace }) => held.project === key && !trace.counted)
      .filter(({ held }) => held.learners.some(({ confirmed }) => confirmed && confirmed <= day))
      .map(({ held }) => held.id),
  );
}
