import type { AttestationSource } from "~/generated/prisma/client";
import type { Transaction } from "~/platform/db.server";
import { toDbDate, type IsoDate } from "~/terms/day";

export type NewAttestation = {
  personId: string;
  competenceId: string;
  /** 1 to 4. Null only for a passed teach-back, which clears to teach and gives no level. */
  level: number | null;
  /** Whoever attests it has watched it being done. */
  observed: boolean;
  source: AttestationSource;
  /** The row of another feature that it came from, by which it is withdrawn. */
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
    data: { ...attestation, attestedOn: toDbDate(attestation.attestedOn) },
    select: { id: true },
  });
  return id;
}

/**
 * Takes back every attestation that came from a record: the rows stay, and never were so, on any
 * day. Returns how many were taken back; none is no fault.
 */
export async function withdrawAttestations(
  tx: Transaction,
  from: { source: "course" | "hand_over"; sourceId: string },
): Promise<number> {
  const { count } = await tx.attestation.updateMany({
    where: { ...from, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  return count;
}
