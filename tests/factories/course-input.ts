import { randomUUID } from "node:crypto";
import type { CourseInput } from "~/features/training/records/training.schema";
import { next } from "./sequence";

/** A course as its form gives it: two days in May 2013, without competence, evidence and cost. */
export function courseInput(given: Partial<CourseInput> = {}): CourseInput {
  return {
    submissionId: randomUUID(),
    title: `Sökmetoder på nätet ${next()}`,
    competenceId: null,
    heldOn: "2013-05-14",
    hours: 840,
    learned: "",
    claimedLevel: null,
    evidenceFile: null,
    dropFile: false,
    evidenceLink: null,
    cost: null,
    budgetLineId: null,
    agreed: "",
    projectId: null,
    replaces: null,
    ...given,
  };
}
