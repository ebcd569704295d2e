import type { Prisma } from "~/generated/prisma/client";
import { confirmedBySource } from "~/features/competence/attestations/attestations.queries.server";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import type { PersonName } from "~/features/organisation/names/person-name";
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
  person: PersonName & { id: string };
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
  personId: true,
  claimedLevel: true,
  costOre: true,
  evidenceFileId: true,
  evidenceLink: true,
  sourceType: true,
  sourceId: true,
} satisfies Prisma.TrainingRecordSelect;

type StoredRow = Prisma.TrainingRecordGetPayload<{ select: typeof rowSelect }>;

/** The rows with whose they are and what each of them confirmed, however many they are. */
export async function rowsOf(db: Db, stored: StoredRow[], today: IsoDate): Promise<RecordRow[]> {
  const personIds = stored.map(({ personId }) => personId);
  const [confirmed, names] = await Promise.all([
    confirmedBy(db, stored),
    namesOf(db, personIds, today),
  ]);
  return stored.map((record) => ({
    id: record.id,
    kind: record.kind,
    status: record.status,
    title: record.title,
    competence: record.competence,
    heldOn: toIsoDate(record.heldOn),
    minutes: record.minutes,
    person: { id: record.personId, ...(names.get(record.personId) ?? noName) },
    claimedLevel: asLevel(record.claimedLevel),
    confirmed: confirmed.get(`${sourceOf(record)} ${record.personId}`) ?? null,
    costOre: record.costOre === null ? null : Number(record.costOre),
    hasEvidence: record.evidenceFileId !== null || record.evidenceLink !== null,
    handOverId: record.sourceType === "hand_over" ? record.sourceId : null,
  }));
}

const noName: PersonName = { name: "", note: null };

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
