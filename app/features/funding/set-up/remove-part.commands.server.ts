import type { Viewer } from "~/features/access/viewer";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Db, Transaction } from "~/platform/db.server";
import { effectOfRates } from "../rates/rebooking.server";
import { ratesOf } from "../rates/rates.server";
import { changeRates } from "../rules/hour-rates";
import type { SetUpPart } from "../rules/set-up-parts";
import { agreeToRate } from "./hour-rates.commands.server";
import { lineUse, type LineHeldElsewhere } from "./line-use.server";
import { allOf, type StandingPart } from "./part-facts.server";
import { setUpProject } from "./set-up-project.server";
import { ownPeoplesHours } from "./touched-by-owner.server";

/** Why a thing of a set-up has to stay. */
export type StayReason =
  | ("line-booked" | "line-commented" | "line-returned" | "grant-pays" | "rate-needed")
  | ("partner-worked" | "partner-owns");

type Removal = { code: string; part: SetUpPart; id: string; submissionId: string };

/**
 * Takes one thing out of a project's set-up: it stays, marked, and is in nothing any more. Throws
 * `conflict` where something refers to it (its page says what, and offers no removal), and 404 for
 * another project's. Returns its id; null, and nothing is done, for a rate whose removal would book
 * hours anew: that is asked about first.
 */
export async function removePart(
  db: Database,
  viewer: Viewer,
  removal: Removal,
  heldElsewhere: LineHeldElsewhere,
): Promise<string | null> {
  const { part, id } = removal;
  if (part === "rates") {
    if ((await stayReason(db, part, id)) !== null) throw new AppError("conflict");
    return agreeToRate(db, viewer, { ...removal, rate: null });
  }
  const act = { ...removal, action: "set-up.remove" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    const where = { id, projectId: project.id, withdrawnAt: null };
    const was = await allOf(tx, part, where);
    const { count } = await removals[part](tx, where);
    if (count === 0) return notFound();
    // It is held now: what refers to it was written before, and is seen, or will not be.
    const reason =
      part === "lines"
        ? await stayReasonOfLine(tx, id, heldElsewhere)
        : await stayReason(tx, part, id);
    if (reason !== null) throw new AppError("conflict");
    audit({ type: part, id, detail: { projectId: project.id, was } });
    return id;
  });
}

/** What keeps a thing of a set-up from being removed; null for what may go. */
export async function stayReason(
  db: Db,
  part: Exclude<SetUpPart, "lines">,
  id: string,
): Promise<StayReason | null> {
  if (part === "grants") {
    const where = { grantId: id, withdrawnAt: null };
    return (await db.budgetLine.count({ where })) > 0 ? "grant-pays" : null;
  }
  if (part === "partners") {
    const where = { partnerId: id, withdrawnAt: null };
    if ((await db.ownHours.count({ where })) > 0) return "partner-worked";
    return (await ownsWorked(db, id)) ? "partner-owns" : null;
  }
  return part === "rates" && (await isRateNeeded(db, id)) ? "rate-needed" : null;
}

/** Our own people's hours are the owner's. */
async function ownsWorked(db: Db, partnerId: string): Promise<boolean> {
  const where = { id: partnerId, role: "owner" } as const;
  const owner = await db.partner.findFirst({ where });
  return owner !== null && (await ownPeoplesHours(db, owner.projectId)) !== null;
}

/** The same of a line of the budget. */
export async function stayReasonOfLine(
  db: Db,
  id: string,
  heldElsewhere: LineHeldElsewhere,
): Promise<StayReason | null> {
  const { costs, ownHours, courses } = await lineUse(db, id);
  if (costs + ownHours + courses > 0) return "line-booked";
  return heldElsewhere(db, id);
}

/** Without it a day with booked hours would have no rate. */
async function isRateNeeded(db: Db, id: string): Promise<boolean> {
  const rate = await db.hourRate.findUnique({ where: { id } });
  if (!rate) return false;
  const rates = await ratesOf(db, rate.projectId);
  const left = changeRates(rates, { id, rate: null });
  return (await effectOfRates(db, rate.projectId, left)).unrated !== null;
}

type Remove = (tx: Transaction, where: StandingPart) => Promise<{ count: number }>;

const removals: Record<Exclude<SetUpPart, "rates">, Remove> = {
  grants: (tx, where) => tx.grant.updateMany({ where, data: gone() }),
  decisions: (tx, where) => tx.decision.updateMany({ where, data: gone() }),
  partners: (tx, where) => tx.partner.updateMany({ where, data: gone() }),
  phases: (tx, where) => tx.phase.updateMany({ where, data: gone() }),
  appendices: (tx, where) => tx.appendix.updateMany({ where, data: gone() }),
  lines: (tx, where) => tx.budgetLine.updateMany({ where, data: gone() }),
};

function gone() {
  return { withdrawnAt: new Date() };
}
