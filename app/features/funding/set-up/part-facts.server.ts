import type { Prisma } from "~/generated/prisma/client";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { dayBefore, toIsoDate, type IsoDate } from "~/terms/day";
import type { SetUpPart } from "../rules/set-up-parts";

/** A thing of a project's set-up that stands. */
export type StandingPart = { id: string; projectId: string; withdrawnAt: null };

export function standing(id: string, projectId: string): StandingPart {
  return { id, projectId, withdrawnAt: null };
}

/**
 * What a thing of a set-up says, as its form does: for the trail, before a change and after. 404 for
 * what isn't the project's, or stands no more.
 */
export const factsOf = {
  grants: async (db: Db, where: StandingPart) => {
    const row = (await db.grant.findFirst({ where, include: { funder: true } })) ?? notFound();
    const { programme, funderRef, ownRef, conditions } = row;
    return {
      ...{ funder: row.funder.name, programme, funderRef, ownRef, conditions },
      ...{ appliedOn: dayOf(row.appliedOn), appliedOre: oreOf(row.appliedOre) },
      ...{ grantedOn: dayOf(row.grantedOn), grantedOre: oreOf(row.grantedOre) },
      closedOn: dayOf(row.closedOn),
    };
  },
  decisions: async (db: Db, where: StandingPart) => {
    const row = (await db.decision.findFirst({ where })) ?? notFound();
    const { body, decidedOn, ref, summary } = row;
    return { body, decidedOn: toIsoDate(decidedOn), ref, summary };
  },
  partners: async (db: Db, where: StandingPart) => {
    const { name, orgNumber, role } = (await db.partner.findFirst({ where })) ?? notFound();
    return { name, orgNumber, role };
  },
  phases: async (db: Db, where: StandingPart) => {
    const row = (await db.phase.findFirst({ where })) ?? notFound();
    const { name, startsOn, endsBefore, isExtension } = row;
    const endsOn = dayBefore(toIsoDate(endsBefore));
    return { name, startsOn: toIsoDate(startsOn), endsOn, isExtension };
  },
  appendices: async (db: Db, where: StandingPart) => {
    const { title, datedOn } = (await db.appendix.findFirst({ where })) ?? notFound();
    return { title, datedOn: dayOf(datedOn) };
  },
  lines: async (db: Db, where: StandingPart) => {
    const row = (await db.budgetLine.findFirst({ where })) ?? notFound();
    const { costCategory, name, financing, grantId, accounts } = row;
    return { costCategory, name, financing, grantId, accounts };
  },
} satisfies Record<Exclude<SetUpPart, "rates">, (db: Db, where: StandingPart) => Promise<object>>;

/** What the form of a thing of a set-up shows, of a line with its budget in force: see `seenState`. */
export async function shownOf(db: Db, part: SetUpPart, where: StandingPart): Promise<object> {
  if (part === "rates") return {};
  const facts = await factsOf[part](db, where);
  return part === "lines" ? { ...facts, amounts: await amountsOf(db, where.id, inForce) } : facts;
}

/** What a thing of a set-up says, of a line with all that has been decided and stands: for the trail. */
export async function allOf(
  db: Db,
  part: Exclude<SetUpPart, "rates">,
  where: StandingPart,
): Promise<Prisma.InputJsonObject> {
  const facts = await factsOf[part](db, where);
  if (part !== "lines") return facts;
  const { id } = where;
  const earlier = await amountsOf(db, id, { replacedOn: { not: null } });
  return { ...facts, amounts: await amountsOf(db, id, inForce), earlierAmounts: earlier };
}

const inForce = { replacedOn: null };

async function amountsOf(db: Db, budgetLineId: string, which: Prisma.BudgetAmountWhereInput) {
  const amounts = await db.budgetAmount.findMany({
    where: { budgetLineId, withdrawnAt: null, ...which },
    orderBy: [{ decidedOn: "asc" }, { startsOn: "asc" }],
  });
  return amounts.map(({ decidedOn, startsOn, endsBefore, amountOre }) => ({
    decidedOn: toIsoDate(decidedOn),
    ...{ startsOn: toIsoDate(startsOn), endsBefore: toIsoDate(endsBefore) },
    amountOre: Number(amountOre),
  }));
}

function dayOf(date: Date | null): IsoDate | null {
  return date && toIsoDate(date);
}

function oreOf(amountOre: bigint | null): number | null {
  return amountOre === null ? null : Number(amountOre);
}
