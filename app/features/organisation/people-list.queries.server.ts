import type { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import { composed } from "~/terms/composed-text";
import type { IsoDate } from "~/terms/day";
import { homesOf } from "./homes.queries.server";
import { peopleInCharge } from "./in-charge.server";
import { searchMax } from "./people-limits";
import { activeOn } from "./people.queries.server";

const pageSize = 25;

export type PersonRow = {
  id: string;
  name: string;
  jobTitle: string;
  unitName: string;
  /** Whether the person works there today. */
  state: "here" | "coming" | "left";
  joinedOn: IsoDate;
  leftOn: IsoDate | null;
};

/**
 * The people of the units in charge of, by family name, a page at a time; with a search, those
 * whose names or address hold every word of it.
 */
export async function listPeople(
  db: Db,
  viewer: Viewer,
  { search, page, today }: { search: string; page: number; today: IsoDate },
) {
  const sought = search.slice(0, searchMax);
  const where = { AND: [peopleInCharge(viewer), ...wordsOf(sought).map(holdingWord)] };
  const [count, here, people] = await Promise.all([
    db.person.count({ where }),
    db.person.count({ where: { AND: [where, activeOn(today)] } }),
    db.person.findMany({
      where,
      orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        id: true,
        givenName: true,
        familyName: true,
      },
    }),
  ]);
  const homes = await homesOf(
    db,
    people.map(({ id }) => id),
    today,
  );
  return {
    search: sought,
    count,
    here,
    page,
    pageCount: Math.max(1, Math.ceil(count / pageSize)),
    rows: people.flatMap(({ id, givenName, familyName }): PersonRow[] => {
      const home = homes.get(id);
      if (!home) return [];
      const { unit, joinedOn, leftOn } = home;
      return [
        {
          ...home,
          id,
          name: `${givenName} ${familyName}`.trim(),
          unitName: unit.name,
          state: leftOn && leftOn <= today ? "left" : joinedOn > today ? "coming" : "here",
        },
      ];
    }),
  };
}

function wordsOf(search: string): string[] {
  return composed(search)
    .replaceAll("\0", "")
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 5);
}

function holdingWord(word: string): Prisma.PersonWhereInput {
  const contains = word.replace(/[\\%_]/g, "\\$&");
  const holds = { contains, mode: "insensitive" as const };
  return { OR: [{ givenName: holds }, { familyName: holds }, { email: holds }] };
}
