import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  attest,
  withdrawAttestations,
} from "~/features/competence/attestations/attestations.commands.server";
import { confirmedLevels } from "~/features/competence/levels/confirmed-levels.queries.server";
import { knownOn } from "~/features/competence/rules/confirmed-level";
import { addDays } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makePerson } from "../../factories/person";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const unit = await makeUnit(db);
const { authorityId } = unit;

const attested = fc
  .record({
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    observed: fc.boolean(),
    source: fc.constantFrom("course" as const, "manager" as const, "teach_back" as const),
    attestedOn: fc.integer({ min: 0, max: 6 }).map((days) => addDays("2013-05-01", days)),
    withdrawn: fc.boolean(),
  })
  .map((row) => (row.source === "teach_back" ? { ...row, level: null } : row));

test("the database's answer is the rules' answer, for any history and day", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(attested, { maxLength: 6 }),
      fc.integer({ min: -1, max: 7 }),
      async (history, days) => {
        const person = await makePerson(db, { unit });
        const competence = await makeCompetence(db, { authorityId });
        for (const { level, ...row } of history) {
          await makeAttestation(db, {
            ...row,
            ...(level !== null && { level }),
            personId: person.id,
            competenceId: competence.id,
          });
        }
        const onDate = addDays("2013-05-01", days);
        const standing = history.filter(({ withdrawn }) => !withdrawn);
        const known = standing.filter(({ attestedOn }) => attestedOn <= onDate);
        const [found] = await confirmedLevels(db, {
          personIds: [person.id],
          competenceIds: [competence.id],
          onDate,
        });

        expect(found).toEqual(
          known.length === 0
            ? undefined
            : {
                personId: person.id,
                competenceId: competence.id,
                ...knownOn(onDate, standing),
              },
        );
      },
    ),
    { numRuns: 40 },
  );
});

test("nobody asked for is nobody found", async () => {
  expect(await confirmedLevels(db, { personIds: [], onDate: "2013-05-01" })).toEqual([]);
});

test("what came from one record is taken back together, once", async () => {
  const competence = await makeCompetence(db, { authorityId });
  const person = await makePerson(db, { unit });
  const source = { type: "training_record" as const, id: randomUUID() };
  const given = {
    personId: person.id,
    competenceId: competence.id,
    level: 2,
    observed: false,
    source: "course",
    attestedOn: "2013-05-01",
    attestedById: null,
  } as const;
  await attest(db, { ...given, sourceId: source.id });
  await attest(db, { ...given, sourceId: null, level: 1 });

  expect(await withdrawAttestations(db, { ...source, type: "hand_over" })).toBe(0);
  expect(await withdrawAttestations(db, source)).toBe(1);
  expect(await withdrawAttestations(db, source)).toBe(0);
  const [left] = await confirmedLevels(db, { personIds: [person.id], onDate: "2013-05-01" });
  expect(left?.level).toBe(1);
});
