import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { employedOn, lastDayBefore } from "~/features/organisation/employed";
import { holdPeople } from "~/features/organisation/hold-people.server";
import { personInReach } from "~/features/organisation/people.queries.server";
import { stretchesOf } from "~/features/organisation/stretches.queries.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError, type Sentence } from "~/platform/field-error";
import { transact, type Audit } from "~/platform/transact.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { isCompetenceOf } from "../catalogue/competences.queries.server";
import { attest, type NewAttestation } from "./attestations.commands.server";
import { canAttest } from "./attestations.policy";
import type { AttestInput, TeachBackInput } from "./attestations.schema";

/**
 * A manager confirms a level by hand: what the person knew before anything was recorded, or what
 * the manager has seen. Returns the attestation's id.
 */
export async function confirmLevel(
  db: Database,
  viewer: Viewer,
  { personId, submissionId, ...confirmed }: AttestInput & { personId: string },
  today: IsoDate,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "competence.confirm", submissionId };
  return transact(db, act, (tx, audit) =>
    attestByHand(tx, audit, {
      viewer,
      today,
      attestation: { ...confirmed, personId, source: "manager" },
    }),
  );
}

/**
 * A manager records a passed teach-back: the person has taught the method to somebody who assessed
 * it, and is cleared to teach from that day. Returns the attestation's id.
 */
export async function recordTeachBack(
  db: Database,
  viewer: Viewer,
  { personId, submissionId, ...passed }: TeachBackInput & { personId: string },
  today: IsoDate,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "competence.teach-back", submissionId };
  return transact(db, act, (tx, audit) =>
    attestByHand(tx, audit, {
      viewer,
      today,
      attestation: { ...passed, personId, level: null, observed: true, source: "teach_back" },
    }),
  );
}

async function attestByHand(
  tx: Transaction,
  audit: Audit,
  {
    viewer,
    today,
    attestation,
  }: {
    viewer: Viewer;
    today: IsoDate;
    attestation: Omit<NewAttestation, "sourceId" | "attestedById">;
  },
): Promise<string> {
  const { personId, competenceId, level, observed, attestedOn } = attestation;
  const authorityId = await attestableAuthority(tx, viewer, personId);
  const faults: Record<string, Sentence> = {};
  if (!(await isCompetenceOf(tx, authorityId, competenceId))) {
    faults.competenceId = { key: "errors.notOffered" };
  }
  await holdPeople(tx, [personId]);
  const stretches = (await stretchesOf(tx, [personId])).get(personId) ?? [];
  const lastDay = lastDayBefore(stretches, attestedOn);
  if (employedOn(stretches, attestedOn) === "after" && lastDay) {
    faults.attestedOn = { key: "competence.attest.afterLastDay", values: { date: lastDay } };
  }
  if (attestedOn > today) faults.attestedOn = { key: "errors.dayAhead" };
  if (Object.keys(faults).length > 0) throw new FieldError(faults);
  const id = await attest(tx, { ...attestation, sourceId: null, attestedById: viewer.accountId });
  audit({
    type: "attestation",
    id,
    detail: { personId, competenceId, level, observed, attestedOn },
  });
  return id;
}

/** The authority of a person whose knowledge the viewer may attest; `not-found` or `forbidden`. */
async function attestableAuthority(
  tx: Transaction,
  viewer: Viewer,
  personId: string,
): Promise<string> {
  const person = await personInReach(tx, viewer, personId);
  if (!person) return notFound();
  if (!canAttest(viewer, person)) throw new AppError("forbidden");
  return person.authorityId;
}

/**
 * Takes back an attestation that was made by hand. One that came from a course or a hand-over is
 * taken back with that. Throws `conflict` where it already has been.
 */
export async function withdrawAttestation(
  db: Database,
  viewer: Viewer,
  { personId, id, submissionId }: { personId: string; id: string; submissionId: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "competence.withdraw", submissionId };
  return transact(db, act, async (tx, audit) => {
    await attestableAuthority(tx, viewer, personId);
    const byHand = { id, personId, source: { in: ["manager" as const, "teach_back" as const] } };
    const was = await tx.attestation.findFirst({
      where: byHand,
      select: { competenceId: true, level: true, observed: true, attestedOn: true, source: true },
    });
    if (!was) return notFound();
    const { count } = await tx.attestation.updateMany({
      where: { ...byHand, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    if (count === 0) throw new AppError("conflict");
    const { competenceId, attestedOn, ...said } = was;
    const before = { ...said, attestedOn: toIsoDate(attestedOn) };
    audit({ type: "attestation", id, detail: { personId, competenceId, before, after: null } });
    return id;
  });
}
