import type { Prisma } from "~/generated/prisma/client";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { showPerson } from "~/features/organisation/people.queries.server";
import { seenIn } from "~/features/organisation/placements.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { idParam } from "~/platform/ids";
import { pageCountOf } from "~/platform/paging";
import { rowSelect, rowsOf, type RecordRow } from "./record-rows.server";
import type { TrainingStatus } from "./training-record";

const pageSize = 25;

/** Whose training: the viewer's own, one person's, or that of everybody the viewer is in charge of. */
export type Whose = { kind: "own" } | { kind: "person"; personId: string } | { kind: "unit" };

export type TrainingList = {
  whose: { kind: "own" | "unit" } | { kind: "person"; id: string; name: string };
  /** The viewer's own courses that were sent back, with the word they were sent back with. */
  returned: { id: string; title: string; word: string; byName: string }[];
  rows: RecordRow[];
  /** All records of the list, on all pages. */
  count: number;
  /** Of them: approved, so that they count. */
  approved: number;
  /** Of them: waiting for somebody's answer, or to be mended. */
  waiting: number;
  page: number;
  pageCount: number;
  canLog: boolean;
  canSeeUnit: boolean;
  canApprove: boolean;
  /** Set after logging, while the course can still be taken back with one press. */
  justLogged: { id: string; title: string; submissionId: string } | null;
};

/**
 * Training records, newest first, a page at a time. Throws `not-found` for a person or unit that
 * is not the viewer's, and `forbidden` for those who neither work here nor are in charge of anybody.
 */
export async function listTraining(
  db: Db,
  viewer: Viewer,
  { whose, page, loggedId }: { whose: Whose; page: number; loggedId: string | null },
): Promise<TrainingList> {
  const seen = await whoseRecords(db, viewer, whose);
  const where = seen.where;
  const [counts, stored, returned, justLogged] = await Promise.all([
    db.trainingRecord.groupBy({ by: ["status"], where, _count: true }),
    db.trainingRecord.findMany({
      where,
      orderBy: [{ heldOn: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: rowSelect,
    }),
    seen.whose.kind === "own" && viewer.personId ? returnedTo(db, viewer.personId) : [],
    loggedId && viewer.personId ? findLogged(db, viewer.personId, loggedId) : null,
  ]);
  const counted = (...statuses: TrainingStatus[]) =>
    counts.reduce((sum, row) => sum + (statuses.includes(row.status) ? row._count : 0), 0);
  const count = counts.reduce((sum, row) => sum + row._count, 0);
  return {
    whose: seen.whose,
    returned,
    rows: await rowsOf(db, stored, viewer.today),
    count,
    approved: counted("approved"),
    waiting: counted("submitted", "returned"),
    page,
    pageCount: pageCountOf(count, pageSize),
    canLog: viewer.personId !== null,
    canSeeUnit: isInCharge(viewer),
    canApprove: viewer.managedUnitIds.length > 0,
    justLogged,
  };
}

/** Which of the lists an address asks for. Without an own list the unit's stands in its place. */
export function whoseOf(url: URL, viewer: Viewer): Whose {
  const personId = url.searchParams.get("person");
  if (personId !== null) return { kind: "person", personId: idParam(personId) };
  if (url.searchParams.get("scope") === "unit") return { kind: "unit" };
  return viewer.personId === null && isInCharge(viewer) ? { kind: "unit" } : { kind: "own" };
}

function isInCharge(viewer: Viewer): boolean {
  return viewer.managedUnitIds.length > 0 || hasRole(viewer, "administrator");
}

/** Whose records they are, and the condition that finds them within the viewer's reach. */
export async function whoseRecords(
  db: Db,
  viewer: Viewer,
  whose: Whose,
): Promise<{ whose: TrainingList["whose"]; where: Prisma.TrainingRecordWhereInput }> {
  switch (whose.kind) {
    case "own":
      if (!viewer.personId) throw new AppError("forbidden");
      return { whose: { kind: "own" }, where: { personId: viewer.personId } };
    case "person": {
      const { id, name } = await showPerson(db, viewer, whose.personId);
      return { whose: { kind: "person", id, name }, where: { personId: id } };
    }
    case "unit":
      if (!isInCharge(viewer)) notFound();
      return { whose: { kind: "unit" }, where: recordsInCharge(viewer) };
  }
}

/** An administrator's are found by their authority, without going through its people. */
function recordsInCharge(viewer: Viewer): Prisma.TrainingRecordWhereInput {
  return hasRole(viewer, "administrator") && viewer.authorityId
    ? { authorityId: viewer.authorityId }
    : { person: seenIn({ unitId: { in: viewer.managedUnitIds } }, viewer.today) };
}

/** So many returned courses at once are more than anybody mends in a sitting. */
const mostReturned = 25;

export async function returnedTo(db: Db, personId: string): Promise<TrainingList["returned"]> {
  const records = await db.trainingRecord.findMany({
    where: { personId, status: "returned", kind: "course" },
    orderBy: [{ heldOn: "desc" }, { id: "desc" }],
    take: mostReturned,
    select: {
      id: true,
      title: true,
      decisions: {
        orderBy: { decidedAt: "desc" },
        take: 1,
        select: { word: true, decidedByName: true },
      },
    },
  });
  return records.map(({ id, title, decisions: [last] }) => ({
    id,
    title,
    word: last?.word ?? "",
    byName: last?.decidedByName ?? "",
  }));
}

async function findLogged(db: Db, personId: string, id: string) {
  const record = await db.trainingRecord.findFirst({
    where: { id, personId, status: "submitted", kind: "course" },
    select: { id: true, title: true },
  });
  return record && { ...record, submissionId: crypto.randomUUID() };
}
