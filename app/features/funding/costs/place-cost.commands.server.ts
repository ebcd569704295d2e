import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import type { Prisma } from "~/generated/prisma/client";
import { AppError, notFound } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { toIsoDate } from "~/terms/day";
import { transact } from "~/platform/transact.server";
import type { PlaceCostInput } from "./costs.schema";
import { requireMoneyLine } from "./money-lines.server";
import { findProject } from "../projects/projects.queries.server";

/** A cost that stands on no line, or on one that takes no costs (any more): see `entries_of`. */
const unplaced: Prisma.CostWhereInput[] = [
  { budgetLineId: null },
  { budgetLine: { financing: "in_kind" } },
  { budgetLine: { withdrawnAt: { not: null } } },
];

/**
 * Places a cost that stands on no line. Throws `conflict` where somebody else has placed it
 * meanwhile, and a `FieldError` at `budgetLineId` for a line that takes no costs of the project.
 * Returns the cost's id.
 */
export async function placeCost(
  db: Database,
  viewer: Viewer,
  { code, costId, ...input }: PlaceCostInput & { code: string; costId: string },
): Promise<string> {
  const project = await findProject(db, viewer, { code, verb: "change" });
  const act = {
    actor: actorOf(viewer),
    action: "cost.place",
    submissionId: input.submissionId,
  };
  return transact(db, act, async (tx, audit) => {
    const { budgetLineId } = input;
    const where = { id: costId, projectId: project.id, withdrawnAt: null };
    const line = { select: { withdrawnAt: true } } as const;
    const cost = await tx.cost.findFirst({ where, include: { budgetLine: line } });
    if (!cost) return notFound();
    const day = toIsoDate(cost.bookedOn);
    await requireMoneyLine(tx, { projectId: project.id, budgetLineId, day });
    const placed = await tx.cost.updateMany({
      where: { ...where, OR: unplaced },
      data: { budgetLineId },
    });
    if (placed.count === 0) throw new AppError("conflict");
    const was = {
      budgetLineId: cost.budgetLineId,
      isTakenOut: cost.budgetLine !== null && cost.budgetLine.withdrawnAt !== null,
    };
    audit({ type: "cost", id: costId, detail: { projectId: project.id, budgetLineId, was } });
    return costId;
  });
}
