import { hasRole, type Role, type Viewer } from "~/features/access/viewer";
import { managesSome } from "~/features/organisation/in-charge.policy";

/** Who has pages of hand-overs and of the cascade at all: a funder reads shared reports. */
export const cascadeRoles: readonly Role[] = [
  "employee",
  "manager",
  "project_manager",
  "administrator",
];

type Participant = { personId: string; unitIds: string[] };

/** What decides who may do what with a hand-over. */
export type HandOverSubject = {
  authorityId: string;
  /** The account that entered it. */
  enteredById: string | null;
  projectId: string | null;
  trainers: Participant[];
  learners: Participant[];
};

export type HandOverVerb = "see" | "answer" | "withdraw";

/**
 * A hand-over is seen by those who took part or entered it, their managers, the managers of its
 * project, and administrators. A learner answers for themselves. Whoever entered it, a trainer,
 * or a trainer's manager takes it back.
 */
export function can(viewer: Viewer, verb: HandOverVerb, handOver: HandOverSubject): boolean {
  if (viewer.authorityId !== handOver.authorityId) return false;
  const { trainers, learners, projectId } = handOver;
  const entered = handOver.enteredById === viewer.accountId;
  switch (verb) {
    case "see":
      return (
        entered ||
        hasRole(viewer, "administrator") ||
        isAmong(viewer, [...trainers, ...learners]) ||
        manages(viewer, [...trainers, ...learners]) ||
        (projectId !== null && viewer.managedProjectIds.includes(projectId))
      );
    case "answer":
      return isAmong(viewer, learners);
    case "withdraw":
      return entered || isAmong(viewer, trainers) || manages(viewer, trainers);
  }
}

/** A hand-over is entered by one of its trainers, or by a manager of one. */
export function canEnter(viewer: Viewer, trainers: Participant[]): boolean {
  return isAmong(viewer, trainers) || manages(viewer, trainers);
}

function isAmong(viewer: Viewer, people: Participant[]): boolean {
  return people.some(({ personId }) => personId === viewer.personId);
}

function manages(viewer: Viewer, people: Participant[]): boolean {
  return people.some(({ unitIds }) => managesSome(viewer, unitIds));
}
