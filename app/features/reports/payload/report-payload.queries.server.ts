import { projectCascadeFigures } from "~/features/cascade/spread/project-figures.queries.server";
import { cumulativeSpending, projectMoney } from "~/features/funding/budget/figures.queries.server";
import { projectIdentity } from "~/features/funding/projects/identity.queries.server";
import { awaitingHours } from "~/features/funding/own-hours/awaiting-hours.queries.server";
import { ownHoursByParty } from "~/features/funding/own-hours/own-hours.queries.server";
import { projectIndicators } from "~/features/outcomes/indicators.queries.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { Report } from "../rules/report";
import { counted, partyHoursOf, reportCascadeOf } from "../rules/report-counts";
import { reportHeadOf, type WhichReport } from "./report-heads.queries.server";
import { financingOf, reportMoneyOf } from "../rules/report-money";
import { coverageOf } from "../rules/covered-period";
import { storedTexts, type StoredTexts } from "./report-texts.server";
import { trainingFigures } from "./training-figures.queries.server";

/**
 * Everything that a report says: the one query behind its page, charts, files and command, so
 * that none of them can say another figure. Nobody's name is in it. Asks the same number of
 * statements whatever the size of the project. Throws `not-found` where there is no such report
 * or project; whose to read it is, is the caller's matter.
 */
export async function reportPayload(
  db: Db,
  { today, ...which }: WhichReport & { today: IsoDate },
): Promise<Report> {
  const { head, projectId } = await reportHeadOf(db, { ...which, today });
  const coverage = coverageOf(head, today);
  const { asOf, counted: period, before } = coverage;
  const project = await projectOf(db, projectId);
  const { startsOn, endsBefore } = project;
  const [identity, money, points, parties, partiesBefore, awaiting, cascade, cascadeBefore] =
    await Promise.all([
      projectIdentity(db, projectId),
      projectMoney(db, { projectId, period, asOf }),
      cumulativeSpending(db, { projectId, project: { startsOn, endsBefore }, asOf }),
      ownHoursByParty(db, { projectId, asOf }),
      ownHoursByParty(db, { projectId, asOf: before }),
      awaitingHours(db, { projectId, asOf }),
      projectCascadeFigures(db, projectId, asOf),
      projectCascadeFigures(db, projectId, before),
    ]);
  const [training, indicators, written] = await Promise.all([
    trainingFigures(db, { projectId, coverage }),
    projectIndicators(db, { projectId, asOf, cascade }),
    head.id === null ? nothingWritten : storedTexts(db, head.id),
  ]);
  return {
    asOf,
    periodHasEnded: coverage.hasEnded,
    bookedThrough: money.bookedThrough,
    plannedThrough: money.plannedThrough,
    report: head,
    project: {
      ...project,
      unit: identity.unit,
      owner: identity.authority,
      purpose: identity.purpose,
      partners: identity.partners.map(({ id: _id, ...partner }) => partner),
    },
    grants: identity.grants.map(({ id: _id, ...grant }) => grant),
    grantUse: money.grants.map(({ grantId: _id, ...use }) => use),
    decisions: identity.decisions.map(({ id: _id, ...decision }) => decision),
    appendices: identity.appendices.map(({ title, datedOn }) => ({ title, datedOn })),
    money: reportMoneyOf(money, written.comments),
    financing: financingOf(money.sources),
    points,
    ownHours: { ...money.ownHours, awaiting, parties: partyHoursOf(parties, partiesBefore) },
    training: {
      trainedPeople: counted(cascade.trainedPeople, cascadeBefore.trainedPeople),
      ...training,
    },
    cascade: reportCascadeOf(cascade, cascadeBefore),
    indicators,
    texts: written.texts,
  };
}

async function projectOf(db: Db, id: string) {
  const project = await db.project.findUnique({
    where: { id },
    select: {
      code: true,
      name: true,
      startsOn: true,
      endsBefore: true,
      authority: { select: { orgNumber: true } },
    },
  });
  if (!project) return notFound();
  return {
    code: project.code,
    name: project.name,
    startsOn: toIsoDate(project.startsOn),
    endsBefore: toIsoDate(project.endsBefore),
    orgNumber: project.authority.orgNumber,
  };
}

const nothingWritten: StoredTexts = {
  texts: { activities: "", results: "", lessons: "" },
  comments: new Map(),
};
