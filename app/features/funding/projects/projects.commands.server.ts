import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { Prisma } from "~/generated/prisma/client";
import type { Database, Db, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { transact } from "~/platform/transact.server";
import { dayAfter, dayBefore, toDbDate, toIsoDate } from "~/terms/day";
import type { Period } from "~/terms/period";
import type { ProjectInput } from "./project-form.schema";
import { canPlaceIn } from "./projects.policy";
import { setUpProject } from "../set-up/set-up-project.server";

/**
 * Makes a project in a unit that the viewer manages, or administers. Throws a `FieldError` at
 * `unitId` for any other unit, and at `code` where another project has it. Returns its code.
 */
export async function createProject(
  db: Database,
  viewer: Viewer,
  { submissionId, ...input }: ProjectInput,
): Promise<string> {
  const unit = await db.unit.findUnique({ where: { id: input.unitId } });
  if (!unit || !canPlaceIn(viewer, unit)) return refuseUnit();
  const act = { actor: actorOf(viewer), action: "project.create", submissionId };
  return transact(db, act, async (tx, audit) => {
    const data = { ...projectData(input), authorityId: unit.authorityId };
    const { id } = await tx.project.create({ data });
    audit({ type: "project", id, detail: auditDetail(input) });
    return input.code;
  }).catch(refuseTakenCode);
}

/**
 * Changes what a project is. Moving it to another unit asks for that unit too. Throws a
 * `FieldError` also where budget or own hours would fall outside the new days. Returns its code.
 */
export async function changeProject(
  db: Database,
  viewer: Viewer,
  { currentCode, submissionId, ...input }: ProjectInput & { currentCode: string },
): Promise<string> {
  const act = { code: currentCode, action: "project.change", submissionId };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    await requireUnit(tx, viewer, { project, unitId: input.unitId });
    const data = projectData(input);
    const period = { startsOn: input.startsOn, endsBefore: dayAfter(input.endsOn) };
    await requireAllWithin(tx, project.id, period);
    await tx.project.update({ where: { id: project.id }, data });
    audit({ type: "project", id: project.id, detail: auditDetail(input) });
    return input.code;
  }).catch(refuseTakenCode);
}

type ProjectFacts = Omit<ProjectInput, "submissionId">;

function projectData({ code, name, purpose, unitId, startsOn, endsOn }: ProjectFacts) {
  const [first, next] = [toDbDate(startsOn), toDbDate(dayAfter(endsOn))];
  return { code, name, purpose, unitId, startsOn: first, endsBefore: next };
}

function auditDetail({ code, unitId, startsOn, endsOn }: ProjectFacts) {
  return { code, unitId, startsOn, endsOn };
}

async function requireUnit(
  tx: Transaction,
  viewer: Viewer,
  { project, unitId }: { project: { id: string; authorityId: string }; unitId: string },
): Promise<void> {
  const { unitId: current } = await tx.project.findUniqueOrThrow({ where: { id: project.id } });
  if (unitId === current) return;
  const unit = await tx.unit.findUnique({ where: { id: unitId } });
  const isReached = unit?.authorityId === project.authorityId && canPlaceIn(viewer, unit);
  if (!isReached) refuseUnit();
}

/** What is planned or booked for a day stays inside the project's time. */
async function requireAllWithin(db: Db, projectId: string, period: Period): Promise<void> {
  const [planned, worked] = await Promise.all([
    db.budgetAmount.aggregate({
      where: { budgetLine: { projectId } },
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

function refuseTakenCode(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
    throw new FieldError({ code: { key: "funding.errors.codeTaken" } });
  }
  throw error;
}
