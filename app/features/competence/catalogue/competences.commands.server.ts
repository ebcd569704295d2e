import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { authorityInCharge } from "~/features/organisation/in-charge.policy";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import { AppError } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { refuseTaken } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import type { CompetenceChange, CompetenceInput } from "./competences.schema";
import { changeElements } from "../rules/core-elements";
import { placeElements, removeElements } from "./core-elements.commands.server";
import { storedCompetence } from "./stored-competence.server";

/** Sets up a competence of the viewer's authority. Returns its id. */
export async function createCompetence(
  db: Database,
  viewer: Viewer,
  { submissionId, elements, ...columns }: CompetenceInput,
): Promise<string> {
  const authorityId = authorityOf(viewer);
  const act = { actor: actorOf(viewer), action: "competence.create", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { id } = await tx.competence
      .create({ data: { ...columns, authorityId }, select: { id: true } })
      .catch(refuseTaken("code", "competence.form.codeTaken"));
    await placeElements(
      tx,
      id,
      elements.map((name) => ({ id: null, name })),
    );
    audit({ type: "competence", id, detail: { ...columns, elements } });
    return id;
  });
}

/**
 * Changes a competence. Its core elements change by the rule of `changeElements`; one that a
 * hand-over has delivered stays. Throws a `FieldError` where somebody else has changed it since
 * the form was opened.
 */
export async function changeCompetence(
  db: Database,
  viewer: Viewer,
  { id, submissionId, seen, elements, ...columns }: CompetenceChange & { id: string },
): Promise<string> {
  const authorityId = authorityOf(viewer);
  const act = { actor: actorOf(viewer), action: "competence.change", submissionId };
  return transact(db, act, async (tx, audit) => {
    await lockCompetence(tx, id);
    const stored = await storedCompetence(tx, { id, authorityId });
    requireUnchanged(seen, stored);
    const change = changeElements(stored.coreElements, elements);
    await removeElements(tx, change.removed);
    await placeElements(tx, id, change.elements);
    await tx.competence
      .update({ where: { id }, data: columns })
      .catch(refuseTaken("code", "competence.form.codeTaken"));
    const removedIds = change.removed.map((element) => element.id);
    audit({ type: "competence", id, detail: { ...columns, elements, removedIds } });
    return id;
  });
}

function authorityOf(viewer: Viewer): string {
  const authorityId = authorityInCharge(viewer);
  if (!authorityId) throw new AppError("forbidden");
  return authorityId;
}

/** Two who change the same competence do so one after the other. */
async function lockCompetence(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`select id from competence where id = ${id}::uuid for no key update`;
}
