import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { authorityInCharge } from "~/features/organisation/in-charge.policy";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import { AppError } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { breaksRule, refuseTaken } from "~/platform/taken.server";
import { transact } from "~/platform/transact.server";
import { sinceAlways, type IsoDate } from "~/terms/day";
import { changeElements, type ElementChange } from "../rules/core-elements";
import type { CompetenceChange, CompetenceInput } from "./competences.schema";
import { endElements, placeElements } from "./core-elements.commands.server";
import { storedCompetence } from "./stored-competence.server";

/**
 * Sets up a competence of the viewer's authority. Its core elements have counted since always:
 * hand-overs of it may be entered that were held before it was set up. Returns its id.
 */
export async function createCompetence(
  db: Database,
  viewer: Viewer,
  { submissionId, elements: names, ...columns }: CompetenceInput,
): Promise<string> {
  const authorityId = authorityOf(viewer);
  const act = { actor: actorOf(viewer), action: "competence.create", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { id } = await tx.competence
      .create({ data: { ...columns, authorityId }, select: { id: true } })
      .catch(refuseTakenNames);
    const elements = names.map((name) => ({ id: null, name }));
    await placeElements(tx, { competenceId: id, elements, from: sinceAlways });
    audit({ type: "competence", id, detail: { ...columns, elements: names } });
    return id;
  });
}

/**
 * Changes a competence. Its core elements change by the rule of `changeElements`, from a day on
 * (today, where none is said): those that are new count from it, those that are gone until then.
 * Throws a `FieldError` where somebody else has changed it since the form was opened, and at
 * `renames` where it must be said whether elements are renamed or replaced.
 */
export async function changeCompetence(
  db: Database,
  viewer: Viewer,
  {
    id,
    submissionId,
    seen,
    elements,
    from,
    renames,
    ...columns
  }: CompetenceChange & { id: string },
  today: IsoDate,
): Promise<string> {
  const authorityId = authorityOf(viewer);
  const act = { actor: actorOf(viewer), action: "competence.change", submissionId };
  return transact(db, act, async (tx, audit) => {
    await lockCompetence(tx, id);
    const was = await storedCompetence(tx, { id, authorityId, today });
    requireUnchanged(seen, was);
    const day = from ?? today;
    if (day > today) throw new FieldError({ from: { key: "errors.dayAhead" } });
    const change = changeElements(was.coreElements, elements, renames);
    askAbout(change.doubtful);
    const removed = new Set(change.removed.map((element) => element.id));
    const gone = was.coreElements.filter((element) => removed.has(element.id));
    await endElements(tx, { elements: gone, from: day });
    await placeElements(tx, { competenceId: id, elements: change.elements, from: day });
    await tx.competence.update({ where: { id }, data: columns }).catch(refuseTakenNames);
    audit({
      type: "competence",
      id,
      detail: { was, ...columns, coreElements: change.elements, from: day },
    });
    return id;
  });
}

function authorityOf(viewer: Viewer): string {
  const authorityId = authorityInCharge(viewer);
  if (!authorityId) throw new AppError("forbidden");
  return authorityId;
}

/** A code that another competence has or has had, or a name that another has. */
function refuseTakenNames(error: unknown): never {
  for (const rule of ["competence_code_key", "competence_code_once"]) {
    if (breaksRule(error, rule)) refuseTaken("code", "competence.form.codeTaken", rule)(error);
  }
  return refuseTaken("name", "competence.form.nameTaken", "competence_name_alike")(error);
}

function askAbout(doubtful: ElementChange["doubtful"]): void {
  if (doubtful.length === 0) return;
  const pairs = doubtful.map(({ was, becomes }) => `”${was}” → ”${becomes}”`).join(", ");
  throw new FieldError({ renames: { key: "competence.form.renamesAsk", values: { pairs } } });
}

/** Two who change the same competence do so one after the other. */
async function lockCompetence(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`select id from competence where id = ${id}::uuid for no key update`;
}
