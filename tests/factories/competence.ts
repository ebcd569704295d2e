import type { Database } from "~/platform/db.server";
import { sinceAlways, toDbDate } from "~/terms/day";
import { makeAuthority } from "./authority";
import { next } from "./sequence";

type Given = { authorityId?: string; code?: string; name?: string; coreElements?: number };

/** A competence with core elements, of an authority of its own unless one is given. */
export async function makeCompetence(db: Database, given: Given = {}) {
  const authorityId = given.authorityId ?? (await makeAuthority(db)).id;
  const number = next();
  return db.competence.create({
    data: {
      authorityId,
      code: given.code ?? `metod-${number}`,
      name: given.name ?? `Metod ${number}`,
      coreElements: {
        create: Array.from({ length: given.coreElements ?? 0 }, (_, index) => ({
          position: index + 1,
          name: `Moment ${index + 1}`,
          startsOn: toDbDate(sinceAlways),
        })),
      },
    },
    include: { coreElements: { orderBy: { position: "asc" } } },
  });
}
