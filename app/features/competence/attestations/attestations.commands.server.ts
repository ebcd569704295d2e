import { Prisma, type AttestationSource, type SourceType } from "~/generated/prisma/client";
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
  source: Exclude<AttestationSource, "hand_over">;
  /** The course's record, by which it is withdrawn; null where made by hand. */
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
  const day = toDbDate(attestation.attestedOn);
  const { id } = await tx.attestation.create({
    data: {
      ...attestation,
      sourceType: attestation.sourceId === null ? null : sourceTypes[attestation.source],
      attestedOn: day,
      standsFrom: day,
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
 * Takes back every attestation that came from a record: the rows stay, and never were so, on any
 * day. Returns how many were taken back; none is no fault.
 */
export async function withdrawAttestations(tx: Transaction, source: Source): Promise<number> {
  const { count } = await tx.attestation.updateMany({
    where: { ...sourceColumns(source), withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  return count;
}

/** A level that somebody has from a hand-over that counts for them. */
export type HandOverLevel = {
  handOverId: string;
  personId: string;
  level: number;
  /** The hand-over's day. */
  attestedOn: IsoDate;
  /** The first day as of which their part counts. */
  standsFrom: IsoDate;
  /** The account that entered the hand-over. */
  attestedById: string | null;
};

/**
 * Takes down, in the caller's transaction, what levels of a competence follow from hand-overs:
 * these, and no others. What no longer follows never was and is withdrawn; what follows otherwise
 * is put right; the rest is left alone.
 */
export async function tellHandOverLevels(
  tx: Transaction,
  competenceId: string,
  levels: readonly HandOverLevel[],
): Promise<void> {
  const told = Prisma.sql`json_to_recordset(${JSON.stringify(levels)}::json) as told (
    "handOverId" uuid, "personId" uuid, level int, "attestedOn" date, "standsFrom" date,
    "attestedById" uuid)`;
  const standing = Prisma.sql`attestation.competence_id = ${competenceId}::uuid
    and attestation.source = 'hand_over' and attestation.withdrawn_at is null`;
  await tx.$executeRaw`
    update attestation set withdrawn_at = now()
    where ${standing} and (source_id, person_id) not in (
      select "handOverId", "personId" from ${told})`;
  await tx.$executeRaw`
    update attestation
    set level = told.level, attested_on = told."attestedOn", stands_from = told."standsFrom"
    from ${told}
    where ${standing} and source_id = told."handOverId" and person_id = told."personId"
      and (attestation.level, attested_on, stands_from)
        is distinct from (told.level, told."attestedOn", told."standsFrom")`;
  await tx.$executeRaw`
    insert into attestation (id, person_id, competence_id, level, source, source_type, source_id,
      attested_on, stands_from, attested_by_id)
    select gen_random_uuid(), told."personId", ${competenceId}::uuid, told.level, 'hand_over', 'hand_over',
      told."handOverId", told."attestedOn", told."standsFrom", told."attestedById"
    from ${told}
    where not exists (select from attestation
      where ${standing} and source_id = told."handOverId" and person_id = told."personId")`;
}
