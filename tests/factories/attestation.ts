import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";

type Given = {
  personId: string;
  competenceId: string;
  attestedOn: string;
  /** 2 unless told otherwise; a teach-back has none. */
  level?: number;
  source?: "course" | "hand_over" | "manager" | "teach_back";
  observed?: boolean;
  withdrawn?: boolean;
};

/** A confirmed level: of a course, unless told otherwise. */
export function makeAttestation(db: Database, { attestedOn, withdrawn, ...given }: Given) {
  const source = given.source ?? "course";
  return db.attestation.create({
    data: {
      ...given,
      source,
      level: given.level ?? (source === "teach_back" ? null : 2),
      attestedOn: toDbDate(attestedOn),
      withdrawnAt: withdrawn ? new Date() : null,
    },
  });
}
