import { projectCascadeFigures } from "~/features/cascade/spread/project-figures.queries.server";
import {
  budgetLines,
  cumulativeSpending,
  emptyLines,
  projectMoney,
} from "~/features/funding/budget/figures.queries.server";
import { projectIdentity } from "~/features/funding/projects/identity.queries.server";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Report } from "../rules/report";
import { reportClock } from "../rules/report-clock";
import { awaitingIn, bookedMonthsIn } from "../rules/booked-rows";
import { partiesOf, partyHoursOf, reportCascadeOf, toldPartiesOf } from "../rules/report-counts";
import { baseOf, reportBase } from "./report-base.queries.server";
import { reportHeadOf, type WhichReport } from "./report-heads.queries.server";
import { financingOf, reportMoneyOf, toldLinesOf } from "../rules/report-money";
import { coverageOf } from "../rules/covered-period";
import { uncountedHours } from "./uncounted-hours.queries.server";

/**
 * Everything that a report says: the one query behind its page, charts, files and command, so
 * that none of them can say another figure. Nobody's name is in it. Asks the same number of
 * statements whatever the size of the project. `base` is the id of the version that it builds on,
 * null for none; without it the one that it would build on now. Throws `not-found` where there is no
 * such report or project; whose to read it is, is the caller's matter.
 */
export async function reportPayload(
  db: Db,
  { today, base: given, ...which }: WhichReport & { today: IsoDate; base?: string | null },
): Promise<Report> {
  const { head, projectId, written } = await reportHeadOf(db, { ...which, today });
  const coverage = coverageOf(head, today);
  const { asOf, counted: period, before } = coverage;
  // One after the other: inside a transaction there is one connection.
  const identity = await projectIdentity(db, projectId, asOf);
  const { code, name, orgNumber, startsOn, endsBefore } = identity;
  const building = { projectId, reportId: head.id, startsOn: period.startsOn };
  const base = given === undefined ? await baseOf(db, building) : given;
  const rows = await reportBase(db, { projectId, before, asOf, base });
  const clock = reportClock(rows, period.startsOn);
  const told = { booked: clock.booked, lines: toldLinesOf(rows.then ?? []) };
  const commented = [...written.comments.keys()];
  const lines = await budgetLines(db, { projectId, asOf, which: { also: commented } });
  const leftOut = await emptyLines(db, { projectId, lines });
  const known = { lines, grants: identity.grants };
  const money = await projectMoney(db, { projectId, period, asOf, told, known });
  const dates = { startsOn, endsBefore };
  const spent = { lines, booked: bookedMonthsIn(rows.now), bookedThrough: money.bookedThrough };
  const points = await cumulativeSpending(db, { projectId, project: dates, asOf, known: spent });
  const notCounted = await uncountedHours(db, { projectId, asOf });
  const cascade = await projectCascadeFigures(db, projectId, asOf);
  const indicators = await projectIndicators(db, { projectId, asOf, by: asOf, cascade });
  return {
    asOf,
    periodHasEnded: coverage.hasEnded,
    bookedThrough: money.bookedThrough,
    plannedThrough: money.plannedThrough,
    hoursPlannedThrough: money.hoursPlannedThrough,
    report: head,
    project: {
      ...{ code, name, startsOn, endsBefore, orgNumber },
      unit: identity.unit,
      owner: identity.authority,
      purpose: identity.purpose,
      partners: identity.partners,
    },
    grants: identity.grants,
    grantUse: money.grants,
    decisions: identity.decisions,
    appendices: identity.appendices,
    money: reportMoneyOf(money, written.comments),
    ...(leftOut.length > 0 && { leftOut }),
    financing: financingOf(money.sources),
    points,
    ownHours: {
      ...{ ...money.ownHours, awaiting: awaitingIn(rows.now), notCounted },
      parties: partyHoursOf(partiesOf(identity), clock, toldPartiesOf(rows.then)),
    },
    training: {
      trainedPeople: clock.trainedPeople(null),
      activePeople: clock.activePeople,
      besidePeople: cascade.besidePeople,
      coursePeople: clock.coursePeople,
      courses: clock.courses,
      minutes: clock.courseMinutes,
      cost: clock.courseCost,
    },
    cascade: reportCascadeOf(cascade, clock),
    indicators,
    texts: written.texts,
  };
}
