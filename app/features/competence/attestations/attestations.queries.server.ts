import type { Viewer } from "~/features/access/viewer";
import {
  peopleInReach,
  showPerson,
  type PersonView,
} from "~/features/organisation/people.queries.server";
import { seenUnits, unitIdsOf } from "~/features/organisation/placements.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { canAttest } from "./attestations.policy";
import { listCompetences, type CompetenceOption } from "../catalogue/competences.queries.server";
import { confirmedLevels } from "../levels/confirmed-levels.queries.server";
import type { Attested } from "../rules/confirmed-level";

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
  const person = await db.person.findFirst({
    where: { AND: [{ id: personId }, peopleInReach(viewer)] },
    select: { id: true, placements: seenUnits(viewer.today) },
  });
  if (!person) return notFound();
  const may = canAttest(viewer, { id: person.id, unitIds: unitIdsOf(person) });
  const stored = await db.attestation.findMany({
    where: { personId, withdrawnAt: null },
    orderBy: [{ attestedOn: "desc" }, { id: "desc" }],
    take: mostRows,
    include: { competence: { select: { code: true, name: true } } },
  });
  const accounts = await db.account.findMany({
    where: { id: { in: stored.flatMap(({ attestedById }) => attestedById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return {
    personId,
    canAttest: may,
    rows: stored.map(({ id, competence, level, observed, source, ...row }) => ({
      id,
      competence,
      // The column's check keeps levels within 1 to 4.
      level: level as Level | null,
      observed,
      source,
      sourceHref: hrefOfSource(source, row.sourceId),
      attestedOn: toIsoDate(row.attestedOn),
      attestedByName: (row.attestedById && names.get(row.attestedById)) ?? null,
      canWithdraw: may && (source === "manager" || source === "teach_back"),
      submissionId: crypto.randomUUID(),
    })),
  };
}

function hrefOfSource(source: Attested["source"], sourceId: string | null): string | null {
  if (sourceId === null) return null;
  if (source === "course") return `/training/${sourceId}`;
  return source === "hand_over" ? `/handovers/${sourceId}` : null;
}

export type AttestFormView = {
  person: PersonView;
  /** With what the person is confirmed at today. */
  competences: (CompetenceOption & { level: Level; isCleared: boolean })[];
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
    confirmedLevels(db, { who: { personIds: [personId] }, onDate: today }),
  ]);
  const known = new Map(levels.map((row) => [row.competenceId, row]));
  return {
    person,
    competences: competences.map((competence) => ({
      ...competence,
      level: known.get(competence.id)?.level ?? 0,
      isCleared: Boolean(known.get(competence.id)?.clearedSince),
    })),
    today,
    submissionId: crypto.randomUUID(),
  };
}
