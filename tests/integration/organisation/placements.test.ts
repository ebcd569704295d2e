import fc from "fast-check";
import { expect, test } from "vitest";
import { homesOf } from "~/features/organisation/homes.queries.server";
import { seenIn } from "~/features/organisation/placements.server";
import { homeAmong, type Stretch } from "~/features/organisation/stretches";
import { stretchesOf } from "~/features/organisation/stretches.queries.server";
import { toDbDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { careerIn, dayOf, employmentIn, homeIn, placeAs, seenOf } from "../../factories/careers";
import { makePerson } from "../../factories/person";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const one = await makeUnit(db);
const other = await makeUnit(db, { authorityId: one.authorityId });

const career = careerIn([one.id, other.id]);

test("the relations of a day say what the stretches say, and Prisma reads them alike", async () => {
  await fc.assert(
    fc.asyncProperty(career, fc.boolean(), async (stretches, withMistake) => {
      const { id } = await makePerson(db, { unit: one });
      await placeAs(db, id, stretches);
      if (withMistake) {
        const withdrawn = { withdrawnAt: new Date(), startsOn: toDbDate(dayOf(3)) };
        await db.placement.create({ data: { personId: id, unitId: one.id, ...withdrawn } });
      }
      const stored = (await stretchesOf(db, [id])).get(id) ?? [];
      for (let number = -1; number < 40; number += 3) {
        const day = dayOf(number);
        const working = stretches.filter((stretch) => covers(stretch, day));
        expect(await staffed(id, day)).toEqual(unitsOf(working));

        const seen = seenOf(stretches, day);
        expect(await seenUnits(id, day)).toEqual(unitsOf(seen));
        for (const { id: unitId } of [one, other]) {
          const where = { AND: [{ id }, seenIn({ unitId }, day)] };
          expect(await db.person.count({ where })).toBe(
            Number(seen.some((stretch) => stretch.unitId === unitId)),
          );
        }

        const home = (await homesOf(db, [id], day)).get(id);
        const named = homeIn(stretches, day);
        expect(home?.unit.id).toBe(named.unitId);
        expect(homeAmong(stored, day)?.unitId).toBe(named.unitId);
        expect({ joinedOn: home?.joinedOn, leftOn: home?.leftOn }).toEqual(
          employmentIn(stretches, day),
        );
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

const unitsOf = (stretches: Stretch[]) => stretches.map(({ unitId }) => unitId).sort();

async function staffed(personId: string, day: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ unitId: string }[]>`
    select unit_id as "unitId" from staff_on(${day}::date) where person_id = ${personId}::uuid`;
  return rows.map(({ unitId }) => unitId).sort();
}

async function seenUnits(personId: string, day: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ unitId: string }[]>`
    select unit_id as "unitId" from seen_through(${day}::date) where person_id = ${personId}::uuid`;
  return rows.map(({ unitId }) => unitId).sort();
}

test("the database refuses more than full time on any day, and one unit twice at a time", async () => {
  const { id } = await makePerson(db, { unit: one, joinedOn: "2020-01-01", leftOn: "2021-01-01" });
  const place = (unitId: string, share: number, from: string, until: string | null) =>
    db.placement.create({
      data: {
        ...{ personId: id, unitId, share, startsOn: toDbDate(from) },
        endsBefore: until === null ? null : toDbDate(until),
      },
    });
  await expect(place(other.id, 1, "2020-12-31", null)).rejects.toThrow("placement_shares");
  await expect(place(one.id, 1, "2020-12-31", null)).rejects.toThrow("placement_once");
  await place(other.id, 60, "2021-01-01", null);
  await expect(place(one.id, 41, "2021-01-01", "2021-01-02")).rejects.toThrow("placement_shares");
  await place(one.id, 40, "2021-01-01", "2021-01-02");
  const both = await Promise.allSettled([
    place(one.id, 40, "2022-01-01", null),
    place((await makeUnit(db, { authorityId: one.authorityId })).id, 40, "2022-01-01", null),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
