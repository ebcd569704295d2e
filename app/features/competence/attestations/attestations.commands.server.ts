import type { AttestationSource, SourceType } from "~/generated/prisma/client";
import type { Transaction } from "~/platform/db.server";
import { sourceColumns, type Source } from "~/platform/source";
import { toDbDate, type IsoDate } from "~/terms/day";

export type NewAttestation = {
  personId: string;
  competenceId: string;
  /** 1 to 4. Null only for a passed teach-back, which clears to teach and gives no level. */
  level: number | null;
  /** Whoever attests it has watched it being done. */
  observed: boolean;
  source: AttestationSource;
  /** The course's record or the hand-over, by which it is withdrawn; null where made by hand. */
  sourceId: string | null;
  /** The day from which it is true: the course's or the hand-over's day. */
  attestedOn: IsoDate;
  /** The account that attests it; null for the program itself. */
  attestedById: string | null;
};

/**
 * Writes down, in the caller's transaction, that a person has been confirmed at a level or has
 * passed a teach-back. The caller has seen to it that the attester may, and notes the returned id
 * in the trail of its own act.
 */
export async function attest(tx: Transaction, attestation: NewAttestation): Promise<string> {
  const { id } = await tx.attestation.create({
    data: {
      ...attestation,
      sourceType: attestation.sourceId === null ? null : sourceTypes[attestation.source],
      attestedOn: toDbDate(attestation.attestedOn),
    },
    select: { id: true },
  });
  return id;
}

/** What each kind of attestation comes from. */
const sourceTypes: Record<AttestationSource, SourceType | null> = {
  course: "training_record",
  hand_over: "hand_over",
  manager: null,
  teach_back: null,
};

/**
 * Takes back every attestation that came from a record: the rows stay, and count nowhere from now
 * on. Returns how many were taken back; none is no fault.
 */
export async function withdrawAttestations(tx: Transaction, source: Source): Promise<number> {
  const { count } = await tx.attestation.updateMany({
    where: { ...sourceColumns(source), withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  return count;
}
