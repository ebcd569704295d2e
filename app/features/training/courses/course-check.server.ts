import { isCompetenceOf } from "~/features/competence/catalogue/competences.queries.server";
import { fundableLines } from "~/features/funding/budget/fundable-lines.queries.server";
import { projectsNear } from "~/features/funding/projects/projects-around.queries.server";
import type { Transaction } from "~/platform/db.server";
import { FieldError, type Sentence } from "~/platform/field-error";
import { readDocument, type CheckedFile, type UploadFault } from "~/platform/files.server";
import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import type { TrainingRecord } from "~/generated/prisma/client";
import { employedOn, lastDayBefore } from "~/features/organisation/employed";
import { stretchesOf } from "~/features/organisation/stretches.queries.server";
import { requireAgreement } from "~/platform/question";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import { sameCourses } from "./same-courses.server";
import { evidenceMaxBytes } from "../records/training-limits";
import type { MendedCourse } from "../records/training.schema";

type Claimant = { authorityId: string; personId: string };

/** What a course holds that is sent in again: it may keep that, whatever is offered today. */
type Held = Pick<
  TrainingRecord,
  "id" | "title" | "courseId" | "heldOn" | "budgetLineId" | "projectId"
>;

type Sent = { claimant: Claimant; input: MendedCourse; held: Held | null; today: IsoDate };

/**
 * The columns of a course as its form says them; everything but its evidence and its state. `held`
 * is what the course says already that is mended. Throws a `FieldError` at each field that can't be
 * so, and a `Question` for a course from before the employment, or one that the person may have
 * logged already. The person must be held.
 */
export async function courseColumns(tx: Transaction, { claimant, input, held, today }: Sent) {
  const faults: Record<string, Sentence> = {};
  const course = isSameCourse(input, held)
    ? { id: held.courseId, title: held.title, competenceId: null }
    : await courseOfCatalogue(tx, claimant.authorityId, input.title);
  const competenceId = input.competenceId ?? course?.competenceId ?? null;
  if (input.competenceId && !(await isCompetenceOf(tx, claimant.authorityId, input.competenceId))) {
    faults.competenceId = { key: "errors.notOffered" };
  }
  if (input.claimedLevel && !competenceId) {
    faults.competenceId = { key: "training.field.competenceForLevel" };
  }
  const costOre = input.cost === 0 ? null : input.cost;
  const lineFault = await faultOfPayment(tx, { claimant, input, costOre, held, today });
  Object.assign(faults, lineFault);
  if (Object.keys(lineFault).length === 0) {
    Object.assign(faults, await faultOfProject(tx, { claimant, input, held, today }));
  }
  const stretches = (await stretchesOf(tx, [claimant.personId])).get(claimant.personId) ?? [];
  const employed = employedOn(stretches, input.heldOn);
  const lastDay = lastDayBefore(stretches, input.heldOn);
  if (employed === "after" && lastDay) {
    faults.heldOn = { key: "training.field.afterLastDay", values: { date: lastDay } };
  }
  if (input.heldOn > today) faults.heldOn = { key: "training.field.dayAhead" };
  if (Object.keys(faults).length > 0) throw new FieldError(faults);
  const taken = { courseId: course?.id ?? null, title: course?.title ?? input.title };
  const { heldOn } = input;
  const isEarly = employed === "before" || employed === "between";
  const early = isEarly
    ? [{ key: "training.same.beforeEmployment", values: { date: heldOn } }]
    : [];
  const { personId } = claimant;
  const alike = await sameCourses(tx, { ...taken, heldOn, personId, heldId: held?.id ?? null });
  requireAgreement([...early, ...alike], input.agreed);
  return {
    ...taken,
    competenceId,
    heldOn: toDbDate(input.heldOn),
    minutes: input.hours,
    learned: input.learned,
    claimedLevel: competenceId ? input.claimedLevel : null,
    costOre: costOre === null ? null : BigInt(costOre),
    budgetLineId: costOre === null ? null : input.budgetLineId,
    // What has a line is the line's project's.
    projectId: input.budgetLineId ? null : input.projectId,
    evidenceLink: input.evidenceLink,
  };
}

/**
 * Who leaves the title as it was means the course that they meant then, whatever it is called or
 * gives by now.
 */
function isSameCourse({ title }: MendedCourse, held: Held | null): held is Held {
  return held !== null && held.title === title;
}

/** Who types a title of the catalogue means that course, a former title's as well. */
async function courseOfCatalogue(tx: Transaction, authorityId: string, title: string) {
  const [course] = await tx.$queryRaw<{ id: string; title: string; competenceId: string | null }[]>`
    select course.id, course.title, course.competence_id as "competenceId"
    from course_of_title(${authorityId}::uuid, ${title}) known
    join course on course.id = known.course_id`;
  return course ?? null;
}

/** A cost needs the line that paid it, and the line must have been open on that day. */
async function faultOfPayment(
  tx: Transaction,
  { claimant, input, costOre, held, today }: Sent & { costOre: number | null },
): Promise<Record<string, Sentence>> {
  if (costOre !== null && !input.budgetLineId) {
    return { budgetLineId: { key: "training.field.lineForCost" } };
  }
  if (!input.budgetLineId) return {};
  if (costOre === null) return { cost: { key: "training.field.costForLine" } };
  const { heldOn: day } = input;
  const heldLine = held?.budgetLineId ?? null;
  const which = { near: claimant.personId, held: heldLine };
  const lines = await fundableLines(tx, { which, day, today });
  const line = lines.find(({ id }) => id === input.budgetLineId);
  if (!line) return { budgetLineId: { key: "errors.notOffered" } };
  const isSame = line.id === heldLine && held && toIsoDate(held.heldOn) === day;
  if (isSame || line.isOpen) return {};
  const isClosed = line.closedOn !== null && line.closedOn < day;
  const key = isClosed ? "funding.errors.grantClosed" : "training.field.lineNotThen";
  return { budgetLineId: { key, values: { date: isClosed ? (line.closedOn ?? day) : day } } };
}

/** The project must have run on that day, and be the budget line's where there is one. */
async function faultOfProject(
  tx: Transaction,
  { claimant, input, held, today }: Sent,
): Promise<Record<string, Sentence>> {
  const { projectId, budgetLineId, heldOn: day } = input;
  if (!projectId) return {};
  const heldProject = held?.projectId ?? null;
  const near = { personId: claimant.personId, held: heldProject, today };
  const project = (await projectsNear(tx, near)).find(({ id }) => id === projectId);
  if (!project) return { projectId: { key: "errors.notOffered" } };
  if (budgetLineId) {
    const [ofLine] = await tx.$queryRaw<{ id: string; name: string }[]>`
      select project.id, project.name
      from line_projects() line join projects() project on project.id = line.project_id
      where line.line_id = ${budgetLineId}::uuid`;
    const values = { project: ofLine?.name ?? "" };
    return ofLine?.id === projectId
      ? {}
      : { projectId: { key: "training.field.lineOfOtherProject", values } };
  }
  const isSame = projectId === heldProject && held && toIsoDate(held.heldOn) === day;
  if (isSame || (project.startsOn <= day && day < project.endsBefore)) return {};
  return { projectId: { key: "training.field.projectNotThen", values: { date: day } } };
}

/** Reads the evidence file, if one was sent; throws a `FieldError` at `evidenceFile`. */
export async function evidenceOf(upload: File | null): Promise<CheckedFile | null> {
  if (!upload) return null;
  const file = await readDocument(upload, { maxBytes: evidenceMaxBytes });
  if (typeof file === "string") throw new FieldError({ evidenceFile: { key: fileFaults[file] } });
  if (findPersonalIdentityNumber(file.name)) {
    throw new FieldError({ evidenceFile: { key: "training.field.fileIdentityNumber" } });
  }
  return file;
}

const fileFaults: Record<UploadFault, string> = {
  empty: "training.field.fileEmpty",
  "too-large": "training.field.fileTooLarge",
  "wrong-kind": "training.field.fileWrongKind",
  "cut-off": "training.field.fileCutOff",
};
