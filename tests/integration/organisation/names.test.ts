import fc from "fast-check";
import { expect, test } from "vitest";
import { fullName } from "~/features/organisation/names/full-name";
import { plainLetters, swedishLetters } from "~/features/organisation/names/letters";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { makePerson } from "../../factories/person";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const unit = await makeUnit(db);
const { authorityId } = unit;

// Letters of Europe with and without marks, marks by themselves, and what a pattern gives a meaning.
const letter = fc.constantFrom(
  ..."aAoOeiInsuyåÅäÄöÖæÆøØéÉèüÜıİłŁđĐðÐþÞßẞœŒçÇșğŽ -'%_\\",
  ...["\u0301", "\u0308", "\u030a", "\u0323", "a\u030a", "O\u0308"],
);
const few = fc.array(letter, { minLength: 1, maxLength: 2 }).map((letters) => letters.join(""));
const written = fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(""));

test("the database compares letters as the rule does, and keeps each name in plain ones", async () => {
  const { id } = await makePerson(db, { unit });
  await fc.assert(
    fc.asyncProperty(written, written, async (givenName, familyName) => {
      const [row] = await db.$queryRaw<{ swedish: string; plain: string; name: string }[]>`
        select swedish_letters(${givenName}) as swedish, plain_letters(${givenName}) as plain,
          full_name(${givenName}, ${familyName}) as name`;
      expect(row?.swedish).toBe(swedishLetters(givenName));
      expect(row?.plain).toBe(plainLetters(givenName));
      const { plainName } = await db.person.update({
        where: { id },
        data: { givenName, familyName },
      });
      const spaced = fullName({ givenName, familyName }).replace(/\s+/g, " ");
      expect(plainName).toBe(plainLetters(spaced));
    }),
    { numRuns: 300 },
  );
});

test("who is called what is typed, by the rule of the letters", async () => {
  const names = fc.uniqueArray(fc.tuple(written, written), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(names, fc.array(few, { minLength: 1, maxLength: 2 }), async (all, words) => {
      await db.placement.deleteMany();
      await db.person.deleteMany();
      const people = await Promise.all(
        all.map(([givenName, familyName]) => makePerson(db, { unit, givenName, familyName })),
      );
      const rows = await db.$queryRaw<{ id: string; asTyped: boolean }[]>`
        select person_id as id, as_typed as "asTyped"
        from people_called(${authorityId}::uuid, ${words}::text[])`;
      const found = new Map(rows.map(({ id, asTyped }) => [id, asTyped]));
      for (const person of people) {
        const name = fullName(person).replace(/\s+/g, " ");
        expect(found.get(person.id)).toBe(
          isCalled(name, words) ? isAsTyped(fullName(person), words) : undefined,
        );
      }
    }),
    { numRuns: 100 },
  );
});

function isCalled(name: string, words: string[]): boolean {
  return words.every((word) => {
    const isOwn = /[åäö]/.test(swedishLetters(word));
    return (
      plainLetters(name).includes(plainLetters(word)) &&
      (!isOwn || swedishLetters(name).includes(swedishLetters(word)))
    );
  });
}

function isAsTyped(name: string, words: string[]): boolean {
  return words.every((word) => swedishLetters(name).includes(swedishLetters(word)));
}

test("who shares a name with somebody of the same authority is told apart, whoever else is asked for", async () => {
  const other = await makeUnit(db, { authorityId, name: "Andra enheten" });
  const elsewhere = await makeUnit(db);
  const mia = (at: { id: string; authorityId: string }, familyName: string) =>
    makePerson(db, { unit: at, givenName: "Mia", familyName });
  const [here, there] = [await mia(unit, "Lik"), await mia(other, "LIK")];
  const [alone, stranger] = [await mia(unit, "Ensam"), await mia(elsewhere, "Ensam")];

  const names = await namesOf(db, [there.id, alone.id, stranger.id], "2026-06-01");
  expect(names.get(there.id)).toEqual({ name: "Mia LIK", note: "Andra enheten" });
  expect(names.get(alone.id)).toEqual({ name: "Mia Ensam", note: null });
  expect(names.get(stranger.id)).toEqual({ name: "Mia Ensam", note: null });
  const called = await db.$queryRaw<{ id: string }[]>`
    select person_id as id from people_called(${authorityId}::uuid, ${["mia"]}::text[])`;
  expect(called.map(({ id }) => id).sort()).toEqual([here.id, there.id, alone.id].sort());
});

test("who has no address is told apart by the day they began, in an authority of their own", async () => {
  const names = { givenName: "Åsa", familyName: "Apart" };
  const [early, late] = [
    await makePerson(db, { unit, ...names, joinedOn: "2011-03-01" }),
    await makePerson(db, { unit, ...names, email: "asa@apart.example", joinedOn: "2012-09-01" }),
  ];
  const elsewhere = await makePerson(db, { unit: await makeUnit(db), ...names });
  const named = await namesOf(db, [early.id, late.id, elsewhere.id], "2013-01-01");
  expect(named.get(early.id)?.note).toMatch(/, Socialsekreterare, 2011-03-01–$/);
  expect(named.get(late.id)?.note).toMatch(/, Socialsekreterare, asa@apart\.example$/);
  expect(named.get(elsewhere.id)?.note).toBeNull();
});
