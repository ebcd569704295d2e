import type { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/features/access/viewer";
import {
  listCompetences,
  type CompetenceOption,
} from "~/features/competence/catalogue/competences.queries.server";
import { peopleInReach } from "~/features/organisation/people.queries.server";
import { seenIn } from "~/features/organisation/placements.server";
import { unitNamesOf, unitsBelow } from "~/features/organisation/unit-tree.queries.server";
import { notFound } from "~/platform/app-error";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Db } from "~/platform/db.server";
import { openFile, type CheckedFile } from "~/platform/files.server";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";
import { detailsOf, detailsSelect, type RecordDetails } from "./record-details.server";

/** More than a manager decides in a sitting; each one shows all that is needed to decide. */
const approvalsPerPage = 10;

export type RecordView = {
  record: RecordDetails;
  /** What a course without a competence can be approved for. */
  competences: CompetenceOption[];
  submissionId: string;
};

/** One training record; 404 where the viewer can't see it. */
export async function showRecord(
  db: Db,
  viewer: Viewer,
  { id, today }: { id: string; today: IsoDate },
): Promise<RecordView> {
  const stored = await db.trainingRecord.findFirst({
    where: { id, person: peopleInReach(viewer) },
    select: detailsSelect(viewer.today),
  });
  if (!stored) return notFound();
  const [[record], competences] = await Promise.all([
    detailsOf(db, viewer, { stored: [stored], today }),
    listCompetences(db, viewer),
  ]);
  return { record: record ?? notFound(), competences, submissionId: crypto.randomUUID() };
}

export type Approvals = {
  /** The unit whose courses are shown, with those of the units below it; null for all. */
  unit: { id: string; name: string } | null;
  records: (RecordDetails & { submissionId: string })[];
  competences: CompetenceOption[];
  count: number;
  page: number;
  pageCount: number;
  /** The viewer's own courses, which another manager decides on. */
  ownWaiting: number;
  /** What has just been decided on, to be told above the queue. */
  decided: { id: string; title: string; personName: string; approved: boolean } | null;
};

type ApprovalsAsked = {
  page: number;
  decidedId: string | null;
  today: IsoDate;
  unitId?: string | null;
};

/**
 * The courses that wait for the viewer's decision, the oldest first: of all the units that they
 * manage, or of one of them and those below it; another unit is a 404.
 */
export async function listApprovals(
  db: Db,
  viewer: Viewer,
  { page, decidedId, today, unitId = null }: ApprovalsAsked,
): Promise<Approvals> {
  if (unitId !== null && !viewer.managedUnitIds.includes(unitId)) return notFound();
  const waiting = { kind: "course", status: "submitted" } as const;
  const unitIds = unitId === null ? undefined : await unitsBelow(db, unitId);
  const where = { ...waiting, ...decidableBy(viewer, unitIds) };
  const [names, count, ownWaiting, stored, competences, decided] = await Promise.all([
    unitNamesOf(db, unitId === null ? [] : [unitId]),
    countApprovals(db, viewer, unitIds),
    viewer.personId
      ? db.trainingRecord.count({ where: { ...waiting, personId: viewer.personId } })
      : 0,
    db.trainingRecord.findMany({
      where,
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      skip: (page - 1) * approvalsPerPage,
      take: approvalsPerPage,
      select: detailsSelect(viewer.today),
    }),
    listCompetences(db, viewer),
    decidedId ? findDecided(db, viewer, decidedId) : null,
  ]);
  const records = await detailsOf(db, viewer, { stored, today });
  return {
    unit: unitId === null ? null : { id: unitId, name: names.get(unitId) ?? "" },
    records: records.map((record) => ({ ...record, submissionId: crypto.randomUUID() })),
    competences,
    count,
    page,
    pageCount: pageCountOf(count, approvalsPerPage),
    ownWaiting,
    decided,
  };
}

/** How many courses wait for the viewer's decision, in all that they manage or in some units of it. */
export async function countApprovals(
  db: Db,
  viewer: Viewer,
  unitIds?: readonly string[],
): Promise<number> {
  return db.trainingRecord.count({
    where: { kind: "course", status: "submitted", ...decidableBy(viewer, unitIds) },
  });
}

/** The people whose courses the viewer decides on: those they manage, but not themselves. */
function decidableBy(
  viewer: Viewer,
  unitIds: readonly string[] = viewer.managedUnitIds,
): Prisma.TrainingRecordWhereInput {
  const managed = unitIds.filter((id) => viewer.managedUnitIds.includes(id));
  return {
    person: seenIn({ unitId: { in: managed } }, viewer.today),
    ...(viewer.personId && { personId: { not: viewer.personId } }),
  };
}

async function findDecided(db: Db, viewer: Viewer, id: string): Promise<Approvals["decided"]> {
  const record = await db.trainingRecord.findFirst({
    where: { id, status: { in: ["approved", "returned"] }, ...decidableBy(viewer) },
    select: {
      id: true,
      title: true,
      status: true,
      personId: true,
    },
  });
  if (!record) return null;
  const names = await namesOf(db, [record.personId], viewer.today);
  return {
    id: record.id,
    title: record.title,
    personName: nameWithNote(names.get(record.personId)),
    approved: record.status === "approved",
  };
}

/** The evidence file of a record; 404 where there is none or the viewer can't see the record. */
export async function openEvidence(db: Db, viewer: Viewer, id: string): Promise<CheckedFile> {
  const record = await db.trainingRecord.findFirst({
    where: { id, person: peopleInReach(viewer) },
    select: { evidenceFileId: true },
  });
  if (!record?.evidenceFileId) return notFound();
  return (await openFile(db, record.evidenceFileId)) ?? notFound();
}
