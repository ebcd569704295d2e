import { expect, test } from "vitest";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import { reportRows, writtenRows } from "~/features/reports/payload/report-rows.queries.server";
import { rowsOf, type ReportRow } from "~/features/reports/rules/report-row";
import type { Report } from "~/features/reports/rules/report";
import { toIsoDate } from "~/terms/day";
import { demoDatabase } from "../../support/demo-database";
import { makeReportedProject } from "./reported-project";

const { db } = await demoDatabase();

test("the figures of every report of the demo are those of its rows", async () => {
  const reports = await db.report.findMany();
  expect(reports.length).toBeGreaterThan(4);
  for (const { id, projectId, endsBefore } of reports) {
    const today = toIsoDate(endsBefore);
    const report = await reportPayload(db, { reportId: id, today });
    const rows = await reportRows(db, { projectId, asOf: report.asOf });
    expect(figuresOf(rows), report.report.title ?? "").toEqual(toldBy(report));
    expect(new Set(rows.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(rows.length);
  }
});

test("rows say on any day what the report says on it", async () => {
  const { report, projectId } = await makeReportedProject(db);
  for (const today of ["2013-03-15", "2013-04-01", "2013-04-15", "2013-05-05", "2013-06-10"]) {
    const payload = await reportPayload(db, { reportId: report.id, today });
    const rows = await reportRows(db, { projectId, asOf: payload.asOf });
    expect(figuresOf(rows), today).toEqual(toldBy(payload));
  }
});

test("a row has the words that were written of it beside it, and nobody's name", async () => {
  const { projectId, trainer } = await makeReportedProject(db);
  const rows = await writtenRows(db, { projectId, asOf: "2013-05-31" });
  expect(JSON.stringify(rows)).not.toContain(trainer.familyName);
  expect(rows.filter(({ person }) => person === trainer.id).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["own-hours", "training", "group", "acquired"]),
  );
});

/** What a report says that its rows must add up to. */
function toldBy({ money, ownHours, training, cascade, indicators, project, grants }: Report) {
  return {
    lines: money.lines.map(({ lineId, accumulatedOre }) => [lineId, accumulatedOre]),
    unplaced: [money.unplaced.count, money.unplaced.accumulatedOre],
    budget: money.totals.budgetOre,
    hours: [ownHours.accumulatedMinutes, ownHours.accumulatedOre],
    awaiting: [ownHours.awaiting.minutes, ownHours.awaiting.amountOre],
    training: [
      training.courses.accumulated,
      training.minutes.accumulated,
      training.coursePeople.accumulated,
    ],
    trained: [training.trainedPeople.accumulated, training.besidePeople],
    handOvers: [cascade.handOvers.accumulated, cascade.minutes.accumulated],
    methods: cascade.methods
      .map(({ name, reach, activation, reproduction, generations, ...method }) => ({
        ...{ name, reach, activation, learners: reproduction.learners, generations },
        trained: [method.trainedPeople.accumulated, method.besidePeople],
        handOvers: [method.handOvers.accumulated, method.handOversBeside],
      }))
      .toSorted(byName),
    indicators: indicators.map(({ name }) => name).toSorted(),
    partners: project.partners.map(({ name }) => name).toSorted(),
    granted: grants.map(({ grantedOre }) => grantedOre).toSorted(),
  };
}

function byName(a: { name: string }, b: { name: string }) {
  return a.name < b.name ? -1 : 1;
}

function figuresOf(rows: ReportRow[]) {
  const costs = rowsOf(rows, "cost");
  const hours = rowsOf(rows, "own-hours").filter(({ facts }) => !facts.awaits);
  const lines = rowsOf(rows, "line").toSorted((a, b) => a.facts.place - b.facts.place);
  const amount = (booked: { facts: { amountOre: number } }[]) =>
    sum(booked.map(({ facts }) => facts.amountOre));
  const unplaced = costs.filter(({ under }) => under === null);
  const waiting = rowsOf(rows, "own-hours").filter(({ facts }) => facts.awaits);
  const courses = rowsOf(rows, "training");
  const acquired = rowsOf(rows, "acquired");
  const own = rowsOf(rows, "hand-over").filter(({ facts }) => facts.isOwn && counts(facts));
  const parts = rowsOf(rows, "part").filter(({ facts }) => facts.isLearner);
  const beside = acquired.filter(({ facts }) => facts.isBeside);
  return {
    lines: lines.map(({ id }) => [
      id,
      amount([...costs, ...hours].filter(({ under }) => under === id)),
    ]),
    unplaced: [unplaced.length, amount(unplaced)],
    budget: amount(rowsOf(rows, "budget")),
    hours: [minutesOf(hours), amount(hours)],
    awaiting: [minutesOf(waiting), amount(waiting)],
    training: [courses.length, minutesOf(courses), peopleIn(courses)],
    trained: [peopleIn([...courses, ...parts]), peopleIn(beside)],
    handOvers: [own.length, minutesOf(own)],
    methods: methodsOf(rows),
    indicators: rowsOf(rows, "indicator")
      .map(({ facts }) => facts.name)
      .toSorted(),
    partners: rowsOf(rows, "partner")
      .map(({ facts }) => facts.name)
      .toSorted(),
    granted: rowsOf(rows, "grant")
      .map(({ facts }) => facts.grantedOre)
      .toSorted(),
  };
}

function methodsOf(rows: ReportRow[]) {
  return rowsOf(rows, "method")
    .map(({ id, facts: { name } }) => {
      const group = rowsOf(rows, "group").filter(({ under }) => under === id);
      const acquired = rowsOf(rows, "acquired").filter(({ under }) => under === id);
      const counted = rowsOf(rows, "hand-over").filter(
        ({ under, facts }) => under === id && counts(facts),
      );
      const outside = acquired.filter(({ facts }) => facts.generation === 0);
      const last = Math.max(
        -1,
        ...[...acquired, ...counted].map(({ facts }) => facts.generation ?? 0),
      );
      return {
        name,
        reach: {
          numerator: group.filter(({ facts }) => facts.isReached).length,
          denominator: group.length,
          beside: acquired.filter(({ facts }) => !facts.inGroup && facts.isActive).length,
        },
        activation: {
          numerator: outside.filter(({ facts }) => facts.hasTaught).length,
          denominator: outside.length,
        },
        learners: acquired.filter(({ source }) => source !== null).length,
        trained: [
          peopleIn([
            ...rowsOf(rows, "training").filter(({ under }) => under === id),
            ...rowsOf(rows, "part").filter(({ under, facts }) => under === id && facts.isLearner),
          ]),
          acquired.filter(({ facts }) => facts.isBeside).length,
        ],
        handOvers: [
          counted.filter(({ facts }) => facts.isOwn).length,
          counted.filter(({ facts }) => !facts.isOwn).length,
        ],
        generations: Array.from({ length: last + 1 }, (_, generation) => {
          const held = counted.filter(({ facts }) => facts.generation === generation);
          return {
            generation,
            people: acquired.filter(({ facts }) => facts.generation === generation).length,
            handOvers: held.length,
            ownHandOvers: held.filter(({ facts }) => facts.isOwn).length,
            delivered: sum(held.map(({ facts }) => facts.delivered)),
            possible: sum(held.map(({ facts }) => facts.possible)),
          };
        }),
      };
    })
    .toSorted(byName);
}

function counts({ generation }: { generation: number | null }) {
  return generation !== null;
}

function peopleIn(rows: { person: string | null }[]) {
  return new Set(rows.map(({ person }) => person)).size;
}

function minutesOf(rows: { facts: { minutes: number } }[]) {
  return sum(rows.map(({ facts }) => facts.minutes));
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}
