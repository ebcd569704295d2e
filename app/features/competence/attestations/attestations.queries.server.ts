import type { Viewer } from "~/features/access/viewer";
import {
  personInReach,
  showPerson,
  type PersonView,
} from "~/features/organisation/people.queries.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { canAttest } from "./attestations.policy";
import { listCompetences, type CompetenceOption } from "../catalogue/competences.queries.server";
import { confirmedLevels } from "../levels/confirmed-levels.queries.server";
import { isCarrier, type Attested } from "../rules/confirmed-level";

/** One attestation of a person's knowledge, as lists show it. */
export type AttestationRow = {
  id: string;
  competence: { code: string; name: string };
  /** Null for a passed teach-back. */
  level: Level | null;
  observed: boolean;
  source: Attested["source"];
  /** The page of what it came from; null where it was made by hand. */
  sourceHref: string | null;
  attestedOn: IsoDate;
  /** Null where the account is gone, or the program itself attested it. */
  attestedByName: string | null;
  canWithdraw: boolean;
  /** For the button that takes it back. */
  submissionId: string;
};

export type AttestationsView = {
  personId: string;
  rows: AttestationRow[];
  canAttest: boolean;
};

/** More than a person gathers in a working life. */
const mostRows = 300;

/**
 * Everything that has been attested of a person and stands, newest first; 404 for people whose
 * records the viewer may not look into. Goes with `<AttestationList>`.
 */
export async function listAttestations(
  db: Db,
  viewer: Viewer,
  personId: string,
): Promise<AttestationsView> {
  const person = await personInReach(db, viewer, personId);
  if (!person) return notFound();
  const may = canAttest(viewer, person);
  const stored = await db.$queryRaw<StoredRow[]>`
    select attested.attestation_id as id, competence.code, competence.name, attested.level,
      attested.observed, replace(attested.source::text, '-', '_') as source,
      attested.source_id as "sourceId", to_char(attested.attested_on, 'YYYY-MM-DD') as "attestedOn",
      account.name as "attestedByName"
    from attested() attested
    join competence on competence.id = attested.competence_id
    left join accounts() account on account.id = attested.attested_by_id
    where attested.person_id = ${personId}::uuid
    order by attested.attested_on desc, attested.attestation_id desc
    limit ${mostRows}`;
  return {
    personId,
    canAttest: may,
    rows: stored.map(({ code, name, sourceId, ...row }) => ({
      ...row,
      competence: { code, name },
      sourceHref: hrefOfSource(row.source, sourceId),
      canWithdraw: may && byHand(row.source),
      submissionId: crypto.randomUUID(),
    })),
  };
}

type StoredRow = Pick<
  AttestationRow,
  "id" | "level" | "observed" | "source" | "attestedOn" | "attestedByName"
> & { code: string; name: string; sourceId: string | null };

/** What records of other features have confirmed and still do, by source and person: always a level. */
export async function confirmedBySource(
  db: Db,
  sourceIds: readonly string[],
): Promise<{ sourceId: string; personId: string; level: Level; observed: boolean }[]> {
  return db.$queryRaw`
    select source_id as "sourceId", person_id as "personId", level, observed from attested()
    where source_id = any(${sourceIds}::uuid[])`;
}

/** Made by a manager, and taken back by one; all others go with what they came from. */
function byHand(source: Attested["source"]): boolean {
  return source === "manager" || source === "teach_back";
}

function hrefOfSource(source: Attested["source"], sourceId: string | null): string | null {
  if (sourceId === null) return null;
  if (source === "course") return `/training/${sourceId}`;
  return source === "hand_over" ? `/handovers/${sourceId}` : null;
}

export type AttestFormView = {
  person: PersonView;
  /** With what the person is confirmed at today. */
  competences: (CompetenceOption & { level: Level; isCarrier: boolean })[];
  today: IsoDate;
  submissionId: string;
};

/**
 * What the forms for confirming a level and for a teach-back offer. 404 for people out of the
 * viewer's reach, 403 for those whose knowledge the viewer may not attest (such as their own).
 */
export async function showAttestForm(
  db: Db,
  viewer: Viewer,
  { personId, today }: { personId: string; today: IsoDate },
): Promise<AttestFormView> {
  const person = await showPerson(db, viewer, personId);
  if (!canAttest(viewer, person)) {
    throw new AppError("forbidden");
  }
  const [competences, levels] = await Promise.all([
    listCompetences(db, viewer),
    confirmedLevels(db, { personIds: [personId], onDate: today }),
  ]);
  const known = new Map(levels.map((row) => [row.competenceId, row]));
  return {
    person,
    competences: competences.map((competence) => {
      const persons = known.get(competence.id);
      return {
        ...competence,
        level: persons?.level ?? 0,
        isCarrier: persons !== undefined && isCarrier(persons),
      };
    }),
    today,
    submissionId: crypto.randomUUID(),
  };
}
