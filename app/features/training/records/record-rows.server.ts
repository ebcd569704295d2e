import type { Prisma } from "~/generated/prisma/client";
import { confirmedBySource } from "~/features/competence/attestations/attestations.queries.server";
import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import type { TrainingKind, TrainingStatus } from "./training-record";

/** A training record as lists show it. */
export type RecordRow = {
  id: string;
  kind: TrainingKind;
  status: TrainingStatus;
  title: string;
  competence: { id: string; name: string } | null;
  heldOn: IsoDate;
  minutes: number;
  person: { id: string; name: string };
  claimedLevel: Level | null;
  /** The level that it confirmed, where it did and that has not been withdrawn. */
  confirmed: { level: Level; observed: boolean } | null;
  costOre: number | null;
  hasEvidence: boolean;
  /** Where a hand-over's record is answered. */
  handOverId: string | null;
};

export const rowSelect = {
  id: true,
  kind: true,
  status: true,
  title: true,
  competence: { select: { id: true, name: true } },
  heldOn: true,
  minutes: true,
  person: { select: { id: true, givenName: true, familyName: true } },
  claimedLevel: true,
  costOre: true,
  evidenceFileId: true,
  evidenceLink: true,
  sourceType: true,
  sourceId: true,
} satisfies Prisma.TrainingRecordSelect;

type StoredRow = Prisma.TrainingRecordGetPayload<{ select: typeof rowSelect }>;

/** The rows with what each of them confirmed: one more statement, however many they are. */
export async function rowsOf(db: Db, stored: StoredRow[]): Promise<RecordRow[]> {
  const confirmed = await confirmedBy(db, stored);
  return stored.map((record) => ({
    id: record.id,
    kind: record.kind,
    status: record.status,
    title: record.title,
    competence: record.competence,
    heldOn: toIsoDate(record.heldOn),
    minutes: record.minutes,
    person: {
      id: record.person.id,
      name: `${record.person.givenName} ${record.person.familyName}`.trim(),
    },
    claimedLevel: asLevel(record.claimedLevel),
    confirmed: confirmed.get(`${sourceOf(record)} ${record.person.id}`) ?? null,
    costOre: record.costOre === null ? null : Number(record.costOre),
    hasEvidence: record.evidenceFileId !== null || record.evidenceLink !== null,
    handOverId: record.sourceType === "hand_over" ? record.sourceId : null,
  }));
}

async function confirmedBy(db: Db, stored: StoredRow[]) {
  const attestations = await confirmedBySource(db, stored.map(sourceOf));
  return new Map(
    attestations.map(({ sourceId, personId, ...confirmed }) => [
      `${sourceId} ${personId}`,
      confirmed,
    ]),
  );
}

/** What the attestation of a record names as its source: the hand-over, or the record itself. */
function sourceOf({ id, sourceType, sourceId }: StoredRow): string {
  return sourceType === "hand_over" && sourceId ? sourceId : id;
}

/** The database keeps levels within 0 to 4. */
export function asLevel(stored: number | null): Level | null {
  // The check of the column, which the compiler can't see.
  return stored as Level | null;
}
