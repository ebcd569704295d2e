import { hasRole, type Viewer } from "~/features/access/viewer";
import { managesSome } from "~/features/organisation/in-charge.policy";
import type { TrainingSubject } from "./training-record";

export type TrainingVerb = "see" | "mend" | "withdraw" | "decide" | "take-back" | "log-again";

/**
 * Who may do what with a training record. A course is decided by a manager of the person's unit
 * (or of one above it), never by the person: a manager's own course waits for another manager.
 * Who has taken a course logs it, anew as well where it was taken back. A hand-over is answered and
 * withdrawn where hand-overs are.
 */
export function can(viewer: Viewer, verb: TrainingVerb, record: TrainingSubject): boolean {
  const isOwn = record.personId === viewer.personId;
  const manages = !isOwn && managesSome(viewer, record.unitIds);
  const { kind, status } = record;
  switch (verb) {
    case "see":
      return isOwn || manages || administers(viewer, record);
    case "mend":
      return isOwn && kind === "course" && status === "returned";
    case "withdraw":
      return isOwn && kind === "course" && (status === "submitted" || status === "returned");
    case "decide":
      return manages && kind === "course" && status === "submitted";
    case "take-back":
      return manages && kind !== "hand_over" && status === "approved";
    case "log-again":
      return isOwn && kind !== "hand_over" && status === "withdrawn";
  }
}

function administers(viewer: Viewer, record: TrainingSubject): boolean {
  return hasRole(viewer, "administrator") && record.authorityId === viewer.authorityId;
}
