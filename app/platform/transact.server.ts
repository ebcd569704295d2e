import type { Prisma } from "~/generated/prisma/client";
import type { Database, Transaction } from "./db.server";
import { inTransaction, ofOneMoment } from "./one-moment.server";
import { claimSubmission } from "./submission.server";

/** Who does something: the signed-in account, or the program itself (`accountId` null). */
export type Actor = { accountId: string | null; name: string; authorityId: string | null };

export type AuditSubject = {
  type: string;
  id: string;
  /** Ids and values that changed. No free text about people. */
  detail?: Prisma.InputJsonObject;
};

/** Notes what the transaction has changed; may be called several times. */
export type Audit = (subject: AuditSubject) => void;

/** Brings what a room derives from facts up to date with what the transaction has changed. */
type Keeper = (tx: Transaction) => Promise<unknown>;

const keepers = new Map<string, Keeper>();

/**
 * Registers, by a name, what is to be kept up to date in every transaction: facts of lower rooms
 * change what higher rooms derive from them, and must not know it.
 */
export function keepUpToDate(name: string, keeper: Keeper): void {
  keepers.set(name, keeper);
}

type Act = {
  actor: Actor;
  /** The verb, as `hand-over.confirm`. */
  action: string;
  /** The form's own id and content: the same is carried out once, however often it is sent. */
  submissionId?: string | undefined;
  /** Everything that it reads is of one moment; see `ofOneMoment`. */
  ofOneMoment?: boolean;
};

/**
 * Carries out one command: everything that `work` writes, and the audit rows of it, become real
 * together or not at all. A `submissionId` that has been carried out before is not carried out
 * again; its first result is returned. Throws `SentBefore` where the form has other content now.
 *
 * `work` returns the id of what it made or changed and must note at least one audit subject:
 * a change that leaves no trail is a fault of the program.
 */
export async function transact(
  db: Database,
  act: Act,
  work: (tx: Transaction, audit: Audit) => Promise<string>,
): Promise<string> {
  const carryOut = async (tx: Transaction) => {
    const claim = await claimOf(tx, act);
    if (claim?.earlier !== undefined) return claim.earlier;
    const subjects: AuditSubject[] = [];
    const result = await work(tx, (subject) => subjects.push(subject));
    for (const keep of keepers.values()) await keep(tx);
    await writeTrail(tx, act, subjects);
    if (claim) await tx.submission.update({ where: { id: claim.id }, data: { result } });
    return result;
  };
  return act.ofOneMoment ? ofOneMoment(db, carryOut) : inTransaction(db, carryOut);
}

async function claimOf(tx: Transaction, { submissionId, actor, action }: Act) {
  const { accountId } = actor;
  if (!submissionId || accountId === null) return null;
  return claimSubmission(tx, submissionId, { accountId, action });
}

async function writeTrail(tx: Transaction, act: Act, subjects: AuditSubject[]): Promise<void> {
  if (subjects.length === 0) throw new Error(`${act.action} left no audit trail`);
  await tx.auditEvent.createMany({
    data: subjects.map((subject) => ({
      authorityId: act.actor.authorityId,
      accountId: act.actor.accountId,
      actorName: act.actor.name,
      action: act.action,
      subjectType: subject.type,
      subjectId: subject.id,
      detail: subject.detail ?? {},
    })),
  });
}
