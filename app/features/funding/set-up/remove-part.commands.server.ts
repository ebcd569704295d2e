import type { Viewer } from "~/features/access/viewer";
import { Prisma } from "~/generated/prisma/client";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Db, Transaction } from "~/platform/db.server";
import { lineUse } from "./line-use.server";
import type { SetUpPart } from "../rules/set-up-parts";
import { setUpProject } from "./set-up-project.server";

/** Why a thing of a set-up has to stay. */
export type StayReason = "line-booked" | "line-commented" | "grant-pays" | "partner-worked";

type Removal = { code: string; part: SetUpPart; id: string; submissionId: string };

/**
 * Takes one thing out of a project's set-up. Throws `conflict` where something refers to it (its
 * page says what, and offers no removal), and 404 for another project's. Returns its id.
 */
export function removePart(db: Database, viewer: Viewer, removal: Removal) {
  const { part, id } = removal;
  const act = { ...removal, action: "set-up.remove" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    if ((await stayReason(tx, part, id)) !== null) throw new AppError("conflict");
    const { count } = await removals[part](tx, { id, projectId: project.id });
    if (count === 0) return notFound();
    audit({ type: part, id, detail: { projectId: project.id } });
    return id;
  }).catch((error: unknown) => {
    // Something began to refer to it between the check and the removal.
    const isReferredTo = error instanceof Prisma.PrismaClientKnownRequestError;
    throw isReferredTo && error.code === "P2003" ? new AppError("conflict") : error;
  });
}

/** What keeps a thing of a set-up from being removed; null for what may go. */
export async function stayReason(db: Db, part: SetUpPart, id: string): Promise<StayReason | null> {
  if (part === "grants") {
    return (await db.budgetLine.count({ where: { grantId: id } })) > 0 ? "grant-pays" : null;
  }
  if (part === "partners") {
    return (await db.ownHours.count({ where: { partnerId: id } })) > 0 ? "partner-worked" : null;
  }
  if (part !== "lines") return null;
  const { costs, ownHours, courses, comments } = await lineUse(db, id);
  if (costs + ownHours + courses > 0) return "line-booked";
  return comments > 0 ? "line-commented" : null;
}

type Where = { id: string; projectId: string };
type Remove = (tx: Transaction, where: Where) => Promise<{ count: number }>;

const removals: Record<SetUpPart, Remove> = {
  grants: (tx, where) => tx.grant.deleteMany({ where }),
  decisions: (tx, where) => tx.decision.deleteMany({ where }),
  partners: (tx, where) => tx.partner.deleteMany({ where }),
  phases: (tx, where) => tx.phase.deleteMany({ where }),
  appendices: (tx, where) => tx.appendix.deleteMany({ where }),
  rates: (tx, where) => tx.hourRate.deleteMany({ where }),
  lines: async (tx, where) => {
    const { id: budgetLineId, projectId } = where;
    await tx.budgetAmount.deleteMany({ where: { budgetLineId, budgetLine: { projectId } } });
    return tx.budgetLine.deleteMany({ where });
  },
};
