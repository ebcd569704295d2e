import { isDeepStrictEqual } from "node:util";
import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { findUnit } from "~/features/organisation/units.queries.server";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import type { Database, Db, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { refuseTaken } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import { dayAfter, dayBefore, toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import type { Period } from "~/terms/period";
import {
  reasonOf,
  requireAgreedChange,
  type TouchedFigures,
} from "../reported/agreed-change.server";
import type { ProjectChange, ProjectInput } from "./project-form.schema";
import { canPlaceIn } from "./projects.policy";
import { setUpProject } from "../set-up/set-up-project.server";
import { storedProject, type StoredProject } from "./stored-project.server";

/**
 * Makes a project in a unit that the viewer manages, or administers. Throws a `FieldError` at
 * `unitId` for any other unit, and at `code` where another project has it, or has had it. Returns
 * its code.
 */
export async function createProject(
  db: Database,
  viewer: Viewer,
  { submissionId, ...input }: ProjectInput,
): Promise<string> {
  const unit = await findUnit(db, input.unitId);
  if (!unit || !canPlaceIn(viewer, unit)) return refuseUnit();
  const act = { actor: actorOf(viewer), action: "project.create", submissionId };
  return transact(db, act, async (tx, audit) => {
    const data = { ...projectData(input), authorityId: unit.authorityId };
    const { id } = await tx.project.create({ data });
    audit({ type: "project", id, detail: auditDetail(input) });
    return input.code;
  }).catch(refuseTakenCode);
}

/** A project, and its days and its unit (by id) as they are and as somebody wants them. */
export type ProjectMove = {
  projectId: string;
  was: Period;
  becomes: Period;
  unit: { was: string; becomes: string };
  today: IsoDate;
};

/** Carries out a project's move, and tells what that touches in all rooms. */
export type TouchedByMove = (
  tx: Transaction,
  move: ProjectMove,
  carryOut: () => Promise<unknown>,
) => Promise<TouchedFigures>;

/**
 * Changes what a project is. Moving it to another unit asks for that unit too; its former code leads
 * on to it. Throws a `FieldError` where somebody else has changed it since the form was opened, or
 * where budget or own hours would fall outside the new days, and a `Question` where anything else
 * would, or where figures of past days would be others. Returns its id.
 */
export async function changeProject(
  db: Database,
  viewer: Viewer,
  {
    currentCode,
    submissionId,
    seen,
    agreed,
    reason,
    ...input
  }: ProjectChange & { currentCode: string },
  touchedByMove: TouchedByMove,
): Promise<string> {
  const agreement = { agreed, reason };
  const act = { code: currentCode, action: "project.change", submissionId };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    const before = await storedProject(tx, project.id);
    requireUnchanged(seen, before);
    await requireUnit(tx, viewer, { project: { ...project, ...before }, unitId: input.unitId });
    const becomes = periodOf(input);
    await requireAllWithin(tx, project.id, becomes);
    const move = {
      ...{ projectId: project.id, was: periodOf(before), becomes, today: viewer.today },
      unit: { was: before.unitId, becomes: input.unitId },
    };
    const carryOut = () =>
      tx.project.update({ where: { id: project.id }, data: projectData(input) });
    const isMoved = !isDeepStrictEqual(move.was, becomes) || move.unit.was !== move.unit.becomes;
    if (isMoved) requireAgreedChange(await touchedByMove(tx, move, carryOut), agreement);
    else await carryOut();
    const was = auditDetail(before);
    audit({
      type: "project",
      id: project.id,
      detail: { ...auditDetail(input), was, ...reasonOf(agreement) },
    });
    return project.id;
  }).catch(refuseTakenCode);
}

type ProjectFacts = Omit<ProjectInput, "submissionId">;

function periodOf({ startsOn, endsOn }: Pick<ProjectFacts, "startsOn" | "endsOn">): Period {
  return { startsOn, endsBefore: dayAfter(endsOn) };
}

function projectData({ code, name, purpose, unitId, startsOn, endsOn }: ProjectFacts) {
  const [first, next] = [toDbDate(startsOn), toDbDate(dayAfter(endsOn))];
  return { code, name, purpose, unitId, startsOn: first, endsBefore: next };
}

function auditDetail({ code, name, unitId, startsOn, endsOn }: ProjectFacts) {
  return { code, name, unitId, startsOn, endsOn };
}

async function requireUnit(
  tx: Transaction,
  viewer: Viewer,
  { project, unitId }: { project: StoredProject & { authorityId: string }; unitId: string },
): Promise<void> {
  if (unitId === project.unitId) return;
  const unit = await findUnit(tx, unitId);
  const isReached = unit?.authorityId === project.authorityId && canPlaceIn(viewer, unit);
  if (!isReached) refuseUnit();
}

/** What is planned or booked for a day stays inside the project's time. */
async function requireAllWithin(db: Db, projectId: string, period: Period): Promise<void> {
  const [planned, worked] = await Promise.all([
    db.budgetAmount.aggregate({
      where: { withdrawnAt: null, replacedOn: null, budgetLine: { projectId, withdrawnAt: null } },
      _min: { startsOn: true },
      _max: { endsBefore: true },
    }),
    db.ownHours.aggregate({
      where: { projectId, withdrawnAt: null },
      _min: { workedOn: true },
      _max: { workedOn: true },
    }),
  ]);
  const { startsOn, endsBefore } = period;
  refuseDay(
    "startsOn",
    [planned._min.startsOn, worked._min.workedOn].map(dayOf),
    (day) => day < startsOn,
  );
  refuseDay(
    "endsOn",
    [lastDayOf(planned._max.endsBefore), dayOf(worked._max.workedOn)],
    (day) => day >= endsBefore,
  );
}

function dayOf(date: Date | null): string | null {
  return date && toIsoDate(date);
}

function lastDayOf(endsBefore: Date | null): string | null {
  return endsBefore && dayBefore(toIsoDate(endsBefore));
}

function refuseDay(
  field: "startsOn" | "endsOn",
  days: (string | null)[],
  isOutside: (day: string) => boolean,
): void {
  const date = days.find((day) => day !== null && isOutside(day));
  if (date)
    throw new FieldError({ [field]: { key: "funding.errors.bookedOutside", values: { date } } });
}

function refuseUnit(): never {
  throw new FieldError({ unitId: { key: "funding.errors.unitNotYours" } });
}

const refuseTakenCode = refuseTaken("code", "funding.errors.codeTaken");
