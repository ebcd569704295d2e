import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";

type Given = {
  personId: string;
  competenceId: string;
  attestedOn: string;
  /** 2 unless told otherwise; a teach-back has none. */
  level?: number;
  source?: "course" | "manager" | "teach_back";
  observed?: boolean;
  withdrawn?: boolean;
};

/** A confirmed level: of a course, unless told otherwise. */
export function makeAttestation(db: Database, { attestedOn, withdrawn, ...given }: Given) {
  const source = given.source ?? "course";
  return db.$transaction(async (tx) => {
    const attestation = await tx.attestation.create({
      data: {
        ...given,
        source,
        level: given.level ?? (source === "teach_back" ? null : 2),
        attestedOn: toDbDate(attestedOn),
        standsFrom: toDbDate(attestedOn),
        withdrawnAt: withdrawn ? new Date() : null,
      },
    });
    await keepLineage(tx);
    return attestation;
  });
}
