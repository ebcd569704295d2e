import fc from "fast-check";
import { expect, test } from "vitest";
import { enterHandOver } from "~/features/cascade/entering/enter-hand-over.commands.server";
import {
  confirmHandOver,
  declineHandOver,
} from "~/features/cascade/hand-overs/answer-hand-over.commands.server";
import { withdrawHandOver } from "~/features/cascade/hand-overs/withdraw-hand-over.commands.server";
import { mayBeSame } from "~/features/cascade/rules/same-occasion";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makeHandOver } from "../../factories/hand-over";
import { makePerson } from "../../factories/person";
import { outcomeOf } from "../../support/outcome-of";
import { questionOf } from "../../support/question-of";
import { testDatabase } from "../../support/database";
import { entryOf, foundingCase, today } from "./hand-over-books";

const { db } = await testDatabase();

/** The founding case, where Dan may teach, too. */
async function twoTrainers() {
  const given = await foundingCase(db);
  const { competence, id, viewerOf } = given;
  await makeAttestation(db, {
    ...{ personId: id.dan, competenceId: competence.id, attestedOn: "2013-02-01", level: 4 },
  });
  const enter = (trainer: string, fields: Record<string, string | string[]> = {}) =>
    enterHandOver(db, viewerOf(trainer), {
      entry: entryOf({ competence: competence.code, learners: [id.bo, id.cia], ...fields }),
      today,
    });
  const count = () => db.handOver.count({ where: { competenceId: competence.id } });
  return { ...given, enter, count };
}

test("occasions_like says what the rule says, of any hand-overs", async () => {
  const { unit, competence, id } = await foundingCase(db);
  const other = await makeCompetence(db, { authorityId: unit.authorityId });
  const learner = fc.record({
    person: fc.constantFrom(id.bo, id.cia, id.dan),
    answer: fc.constantFrom("waiting", "confirmed", "declined"),
  });
  type Occasion = {
    competence: string;
    date: string;
    learners: { person: string; answer: string }[];
    withdrawn: boolean;
  };
  const occasion: fc.Arbitrary<Occasion> = fc.record({
    competence: fc.constantFrom(competence.id, other.id),
    date: fc.constantFrom("2013-05-01", "2013-05-02"),
    learners: fc.uniqueArray(learner, { minLength: 1, maxLength: 3, selector: (l) => l.person }),
    withdrawn: fc.boolean(),
  });
  const ruled = ({ learners, ...rest }: Occasion) => ({
    ...rest,
    learners: learners.map(({ person, answer }) => ({ person, declined: answer === "declined" })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(occasion, { maxLength: 3 }), occasion, async (all, asked) => {
      const expected: string[] = [];
      for (const each of all) {
        const { id: handOverId } = await makeHandOver(db, {
          competence: { ...competence, id: each.competence },
          ...{ heldOn: each.date, trainers: [id.ann], withdrawn: each.withdrawn },
          learners: each.learners.map(({ person, answer }) => ({
            id: person,
            ...(answer === "confirmed" && { confirmedOn: "2013-06-01" }),
            ...(answer === "declined" && { declinedOn: "2013-06-01" }),
          })),
        });
        if (!each.withdrawn && mayBeSame(ruled(each), ruled(asked))) expected.push(handOverId);
      }
      const present = ruled(asked).learners.filter(({ declined }) => !declined);
      const found = await db.$queryRaw<{ id: string }[]>`
        select hand_over_id as id from occasions_like(${asked.competence}::uuid,
          ${asked.date}::date, ${present.map(({ person }) => person)}::uuid[])`;
      expect(found.map((row) => row.id).sort()).toEqual(expected.sort());
      await db.handOver.deleteMany();
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("one occasion entered again is asked about before it is written, and counts after a yes", async () => {
  const { competence, id, enter, count } = await twoTrainers();
  const first = await enter(id.ann);
  const question = await questionOf(enter(id.ann, { learners: [id.cia, id.dan] }));
  expect(question.touched).toEqual([
    {
      key: "cascade.same.occasion",
      values: {
        trainers: expect.stringContaining("ann"),
        competence: competence.name,
        learners: expect.stringMatching(/^(?!.*(bo|dan)).*cia/i),
      },
      links: [{ label: "2013-10-01", href: `/handovers/${first}` }],
    },
  ]);
  expect(await count()).toBe(1);
  const another = await enter(id.ann, {
    ...{ learners: [id.cia, id.dan], agreed: question.mark },
  });
  expect(await count()).toBe(2);
  expect(await db.ownHours.count({ where: { sourceId: another, withdrawnAt: null } })).toBe(3);
  const [trail] = await db.auditEvent.findMany({ where: { subjectId: another } });
  expect(trail?.detail).toMatchObject({ agreedTo: ["cascade.same.occasion"] });
});

test("a co-trainer's entry of it is asked about, and shows no page that isn't theirs", async () => {
  const { id, enter } = await twoTrainers();
  await enter(id.ann);
  const { touched } = await questionOf(enter(id.dan, { learners: [id.bo] }));
  expect(touched).toMatchObject([{ links: [{ href: null }] }]);
});

test("another day, method or learner is another occasion, as is what was taken back or declined", async () => {
  const { unit, id, enter, viewerOf, manager } = await twoTrainers();
  const handOverId = await enter(id.ann);
  expect(await outcomeOf(enter(id.ann, { heldOn: "2013-10-02" }))).toBe("done");
  expect(await outcomeOf(enter(id.ann, { learners: [id.dan] }))).toBe("done");
  const other = await makeCompetence(db, { authorityId: unit.authorityId });
  await makeAttestation(db, {
    ...{ personId: id.ann, competenceId: other.id, attestedOn: "2013-02-01", level: 4 },
  });
  expect(await outcomeOf(enter(id.ann, { competence: other.code, project: "" }))).toBe("done");

  await declineHandOver(db, viewerOf(id.bo), { handOverId, today });
  expect(await outcomeOf(enter(id.dan, { learners: [id.bo] }))).toBe("done");
  await withdrawHandOver(db, manager, { handOverId, reason: "Fel" });
  expect(await outcomeOf(enter(id.ann, { learners: [id.cia] }))).toBe("done");
});

test("of two who enter one occasion at once, one is asked", async () => {
  const { id, enter, count } = await twoTrainers();
  const both = await Promise.allSettled([
    enter(id.ann, { learners: [id.bo] }),
    enter(id.dan, { learners: [id.bo, id.cia] }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await count()).toBe(1);
});

test("a day of more than ten own hours is asked about, and one of more than 24 refused", async () => {
  const { unit, id, enter, viewerOf } = await twoTrainers();
  const eve = await makePerson(db, { unit });
  await enter(id.ann, { hours: "6", learners: [id.bo] });
  await enter(id.ann, { hours: "4", learners: [id.cia] });
  const question = await questionOf(enter(id.ann, { hours: "0:01", learners: [eve.id] }));
  expect(question.touched).toMatchObject([
    { key: "funding.day.long", values: { date: "2013-10-01", hours: 10, minutes: 1 } },
  ]);
  const thirteen = { hours: "13", learners: [eve.id] };
  const { mark } = await questionOf(enter(id.ann, thirteen));
  await enter(id.ann, { ...thirteen, agreed: mark });
  const more = await enter(id.dan, { hours: "1", learners: [id.ann] });
  expect(await outcomeOf(enter(id.ann, { hours: "2", learners: [id.dan] }))).toEqual({
    hours: "funding.day.impossible",
  });

  // What Dan says of Ann is no word of hers before she has answered. Then it is.
  const agreed = (await questionOf(confirm(more, ""))).mark;
  await confirm(more, agreed);
  const tooMuch = await enter(id.dan, { hours: "0:30", learners: [id.ann, eve.id] }).catch(
    async (error: { mark: string }) =>
      enter(id.dan, { hours: "0:30", learners: [id.ann, eve.id], agreed: error.mark }),
  );
  expect(await outcomeOf(confirm(tooMuch, ""))).toEqual({ form: "funding.day.impossible" });

  function confirm(handOverId: string, said: string) {
    return confirmHandOver(db, viewerOf(id.ann), { handOverId, today, agreed: said });
  }
});

test("what a trainer enters of another leaves no room out of their day before it counts", async () => {
  const { id, enter, viewerOf } = await twoTrainers();
  const confirm = (handOverId: string, agreed = "") =>
    confirmHandOver(db, viewerOf(id.bo), { handOverId, today, agreed });
  const together = { trainers: [id.ann, id.dan], learners: [id.bo] };
  const long = { ...together, hours: "20" };
  const { mark } = await questionOf(enter(id.ann, long));
  const both = await enter(id.ann, { ...long, agreed: mark });
  const unanswered = () =>
    db.ownHours.findMany({
      where: { sourceId: both, unanswered: true },
      select: { personId: true },
    });
  const ids = async () => (await unanswered()).map(({ personId }) => personId).sort();
  expect(await ids()).toEqual([id.dan, id.bo].sort());

  // Dan's own five hours fit; with Bo's yes the twenty are Dan's as well, and don't.
  expect(await outcomeOf(enter(id.dan, { hours: "5", learners: [id.cia] }))).toBe("done");
  const refused = await confirm(both).catch((error: { fields: object }) => error.fields);
  expect(refused).toMatchObject({
    form: {
      key: "funding.day.impossible",
      values: { name: expect.stringMatching(/dan/i), date: "2013-10-01", hours: 25 },
    },
  });
  expect(await ids()).toEqual([id.dan, id.bo].sort());
  expect(await db.handOverLearner.count({ where: { handOverId: both, confirmedOn: null } })).toBe(
    1,
  );

  const other = { ...together, hours: "3", heldOn: "2013-10-02" };
  const short = await enter(id.ann, other);
  await confirm(short);
  expect(await db.ownHours.count({ where: { sourceId: short, unanswered: true } })).toBe(0);
});

test("a yes is for what was asked: a longer day is asked about again", async () => {
  const { id, enter } = await twoTrainers();
  const long = { hours: "11", learners: [id.bo] };
  const { mark } = await questionOf(enter(id.ann, long));
  const longer = { ...long, hours: "12", agreed: mark };
  await questionOf(enter(id.ann, longer));
});

test("without a project a hand-over has no own hours, and no day is too long", async () => {
  const { id, enter } = await twoTrainers();
  expect(await outcomeOf(enter(id.ann, { hours: "24", project: "" }))).toBe("done");
});
