import type { Transaction } from "~/platform/db.server";
import { FieldError, type Sentence } from "~/platform/field-error";
import { readDocument, type CheckedFile, type UploadFault } from "~/platform/files.server";
import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import { employedOn } from "~/features/organisation/employed";
import { boundsOf } from "~/features/organisation/stretches";
import { stretchesOf } from "~/features/organisation/stretches.queries.server";
import { dayBefore, toDbDate, type IsoDate } from "~/terms/day";
import { fundableLines } from "./fundable-lines.queries.server";
import { evidenceMaxBytes } from "../records/training-limits";
import type { CourseInput } from "../records/training.schema";

type Claimant = { authorityId: string; personId: string; unitId: string };

/**
 * The columns of a course as its form says them; everything but its evidence and its state. Throws
 * a `FieldError` at each field that can't be so; one dated before the employment is asked about.
 */
export async function courseColumns(
  tx: Transaction,
  { claimant, input, today }: { claimant: Claimant; input: CourseInput; today: IsoDate },
) {
  const faults: Record<string, Sentence> = {};
  const course = await courseOfCatalogue(tx, claimant.authorityId, input.title);
  const competenceId = input.competenceId ?? course?.competenceId ?? null;
  if (input.competenceId && !(await isCompetenceOf(tx, claimant.authorityId, input.competenceId))) {
    faults.competenceId = { key: "errors.unreadable" };
  }
  if (input.claimedLevel && !competenceId) {
    faults.competenceId = { key: "training.field.competenceForLevel" };
  }
  const costOre = input.cost === 0 ? null : input.cost;
  const lineFault = await faultOfPayment(tx, { claimant, input, costOre, today });
  Object.assign(faults, lineFault);
  const stretches = (await stretchesOf(tx, [claimant.personId])).get(claimant.personId) ?? [];
  const employed = employedOn(stretches, input.heldOn);
  const lastDay = boundsOf(stretches).leftOn;
  if (employed === "after" && lastDay) {
    const values = { date: dayBefore(lastDay) };
    faults.heldOn = { key: "training.field.afterLastDay", values };
  }
  if (input.heldOn > today) faults.heldOn = { key: "training.field.dayAhead" };
  const isEarly = employed === "before" || employed === "between";
  if (isEarly && !input.beforeEmployment) {
    faults.beforeEmployment = { key: "training.field.beforeEmployment" };
  }
  if (Object.keys(faults).length > 0) throw new FieldError(faults, isEarly ? askedEarly : {});
  return {
    courseId: course?.id ?? null,
    title: course?.title ?? input.title,
    competenceId,
    heldOn: toDbDate(input.heldOn),
    minutes: input.hours,
    learned: input.learned,
    claimedLevel: competenceId ? input.claimedLevel : null,
    costOre: costOre === null ? null : BigInt(costOre),
    budgetLineId: costOre === null ? null : input.budgetLineId,
    evidenceLink: input.evidenceLink,
  };
}

const askedEarly = {
  beforeEmployment: { value: "on", label: { key: "training.log.beforeEmployment" } },
};

/** Who types a title of the catalogue means that course, however they write its letters. */
async function courseOfCatalogue(tx: Transaction, authorityId: string, title: string) {
  return tx.course.findFirst({
    where: {
      authorityId,
      title: { equals: title.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" },
    },
    orderBy: { title: "asc" },
    select: { id: true, title: true, competenceId: true },
  });
}

async function isCompetenceOf(tx: Transaction, authorityId: string, id: string): Promise<boolean> {
  return (await tx.competence.count({ where: { id, authorityId } })) > 0;
}

/** A cost needs the line that paid it, and the line's project must have run on that day. */
async function faultOfPayment(
  tx: Transaction,
  {
    claimant,
    input,
    costOre,
    today,
  }: { claimant: Claimant; input: CourseInput; costOre: number | null; today: IsoDate },
): Promise<Record<string, Sentence>> {
  if (costOre !== null && !input.budgetLineId) {
    return { budgetLineId: { key: "training.field.lineForCost" } };
  }
  if (!input.budgetLineId) return {};
  if (costOre === null) return { cost: { key: "training.field.costForLine" } };
  const lines = await fundableLines(tx, { which: { aroundUnit: claimant.unitId }, today });
  const line = lines.find(({ id }) => id === input.budgetLineId);
  if (!line) return { budgetLineId: { key: "errors.unreadable" } };
  if (input.heldOn < line.startsOn || input.heldOn >= line.endsBefore) {
    return { budgetLineId: { key: "training.field.lineNotThen", values: { date: input.heldOn } } };
  }
  return {};
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
