import { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { homesOf } from "./homes.queries.server";
import { inChargeOf } from "./in-charge.server";
import { namesOf } from "./names/names.queries.server";
import { soughtWords } from "./names/sought-words";
import { searchMax } from "./people-limits";
import { homeAmong, type Stretch } from "./stretches";
import { stretchesOf } from "./stretches.queries.server";
import { unitNamesOf } from "./unit-tree.queries.server";

const pageSize = 25;

export type PersonRow = {
  id: string;
  name: string;
  /** What tells them from others of the same name. */
  note: string | null;
  /** Where they work today, the largest share first; else where they will, or did last. */
  places: PersonPlace[];
  /** Whether the person works there today. */
  state: "here" | "coming" | "left";
  joinedOn: IsoDate;
  leftOn: IsoDate | null;
};

export type PersonPlace = { unitName: string; jobTitle: string; share: number };

/**
 * The people of the units in charge of, by family name, a page at a time; with a search, those who
 * are called what it says (`people_called`), with the letters as they were typed first, or whose address
 * holds every word of it.
 */
export async function listPeople(
  db: Db,
  viewer: Viewer,
  { search, page, today }: { search: string; page: number; today: IsoDate },
) {
  const sought = search.slice(0, searchMax);
  const people = Prisma.sql`from person ${soughtAmong(viewer, sought)}`;
  const [[counted], onPage] = await Promise.all([
    db.$queryRaw<{ count: number; here: number }[]>`
      select count(*)::int as count,
        count(*) filter (where exists (
          select from staff_on(${today}::date) staff where staff.person_id = person.id))::int as here
      ${people}`,
    db.$queryRaw<{ id: string }[]>`
      select person.id ${people}
      order by called.as_typed desc nulls last, family_name, given_name, person.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
  ]);
  const { count, here } = counted ?? { count: 0, here: 0 };
  return {
    search: sought,
    count,
    here,
    page,
    pageCount: pageCountOf(count, pageSize),
    rows: await rowsOf(
      db,
      onPage.map(({ id }) => id),
      today,
    ),
  };
}

function soughtAmong(viewer: Viewer, search: string): Prisma.Sql {
  const words = soughtWords(search);
  const inCharge = inChargeOf(viewer);
  if (words.length === 0) {
    return Prisma.sql`cross join (select null::boolean as as_typed) called where ${inCharge}`;
  }
  const inAddress = words.map((word) => `%${word.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`);
  return Prisma.sql`
    left join people_called(${viewer.authorityId}::uuid, ${words}::text[]) called
      on called.person_id = person.id
    where ${inCharge}
      and (called.person_id is not null or lower(email) like all (${inAddress}::text[]))`;
}

async function rowsOf(db: Db, ids: string[], today: IsoDate): Promise<PersonRow[]> {
  const [homes, names, places] = await Promise.all([
    homesOf(db, ids, today),
    namesOf(db, ids, today),
    placesOf(db, ids, today),
  ]);
  return ids.flatMap((id) => {
    const home = homes.get(id);
    const named = names.get(id);
    if (!home || !named) return [];
    const { joinedOn, leftOn } = home;
    const state = leftOn && leftOn <= today ? "left" : joinedOn > today ? "coming" : "here";
    return [{ id, ...named, joinedOn, leftOn, places: places.get(id) ?? [], state }];
  });
}

/** All places of a day; who has none that day is told with the one that they are named with. */
async function placesOf(db: Db, ids: string[], day: IsoDate): Promise<Map<string, PersonPlace[]>> {
  const stretches = await stretchesOf(db, ids);
  const shown = [...stretches].map(([id, all]) => [id, shownOn(all, day)] as const);
  const unitNames = await unitNamesOf(
    db,
    shown.flatMap(([, places]) => places.map(({ unitId }) => unitId)),
  );
  const told = ({ unitId, jobTitle, share }: Stretch) => {
    return { unitName: unitNames.get(unitId) ?? "", jobTitle, share };
  };
  return new Map(shown.map(([id, places]) => [id, places.map(told)]));
}

function shownOn(stretches: readonly Stretch[], day: IsoDate): Stretch[] {
  const running = stretches.filter((stretch) => covers(stretch, day));
  if (running.length > 0) return running.sort((a, b) => b.share - a.share);
  const home = homeAmong(stretches, day);
  return home ? [home] : [];
}
