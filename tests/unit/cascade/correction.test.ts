import fc from "fast-check";
import { expect, test } from "vitest";
import {
  awaitedOf,
  keptAnswers,
  type Correction,
  type LearnersWord,
  type TakenBack,
} from "~/features/cascade/rules/correction";

const word = (person: string, given: Partial<LearnersWord> = {}): LearnersWord => ({
  ...{ person, confirmed: null, declined: null, keptMinutes: null, hoursDeclined: null },
  ...given,
});

const before: TakenBack = {
  ...{ competence: "m1", date: "2025-04-02", givesLevel: 2, minutes: 60, keptMinutes: null },
  trainers: ["ann", "abe"],
  learners: [
    word("bo", { confirmed: "2025-04-03" }),
    word("cia", { declined: "2025-04-04" }),
    word("dan"),
  ],
};
const same: Correction = {
  ...{ competence: "m1", date: "2025-04-02", givesLevel: 2, minutes: 60 },
  ...{ trainers: ["abe", "ann"], learners: ["bo", "cia", "dan", "eve"] },
};

test("everybody whose part, day, method, trainers and level are the same keeps their answer", () => {
  expect(keptAnswers(before, same)).toEqual({
    learners: [...before.learners, word("eve")],
    keptMinutes: null,
  });
});

test.each<Partial<Correction>>([
  { competence: "m2" },
  { date: "2025-04-03" },
  { givesLevel: 3 },
  { trainers: ["ann"] },
  { trainers: ["ann", "abe", "eve"] },
])("nobody keeps an answer to another teaching: %j", (change) => {
  const { learners, keptMinutes } = keptAnswers(before, { ...same, ...change });
  expect(learners).toEqual(same.learners.map((person) => word(person)));
  expect(keptMinutes).toBeNull();
});

test("what corrects nothing begins without answers", () => {
  expect(keptAnswers(null, same).learners).toEqual(same.learners.map((person) => word(person)));
});

test("where only hours change, those that were confirmed count until the new ones are", () => {
  const longer = keptAnswers(before, { ...same, minutes: 90 });
  expect(longer).toEqual({
    learners: [
      word("bo", { confirmed: "2025-04-03", keptMinutes: 60 }),
      word("cia", { declined: "2025-04-04" }),
      word("dan"),
      word("eve"),
    ],
    keptMinutes: 60,
  });
  // Corrected once more, to the hours that Bo has confirmed, and to others again.
  const second = { ...before, minutes: 90, ...longer };
  expect(keptAnswers(second, same)).toEqual({
    ...{ learners: [...before.learners, word("eve")], keptMinutes: null },
  });
  expect(keptAnswers(second, { ...same, minutes: 120 })).toMatchObject({
    learners: [{ person: "bo", keptMinutes: 60 }, {}, {}, {}],
    keptMinutes: 60,
  });
});

test("once a learner has said yes to the new hours, they are the trainers'", () => {
  const bo = word("bo", { confirmed: "2025-04-03", keptMinutes: 60 });
  const cia = word("cia", { confirmed: "2025-04-03" });
  const corrected = { ...before, minutes: 90, keptMinutes: null, learners: [bo, cia] };
  const to = (minutes: number) => ({ ...same, minutes, learners: ["bo", "cia"] });
  expect(keptAnswers(corrected, to(90))).toEqual({ learners: [bo, cia], keptMinutes: null });
  // Corrected to the hours of one of them, these are the new ones that somebody has said yes to.
  expect(keptAnswers(corrected, to(60)).keptMinutes).toBeNull();
  expect(keptAnswers(corrected, to(120)).keptMinutes).toBe(90);
  // Without the learner who has said yes to them they are the trainers' still, and the hand-over's.
  expect(keptAnswers(corrected, { ...to(90), learners: ["bo"] }).keptMinutes).toBeNull();
});

test("hours that nobody has confirmed are kept by nobody", () => {
  const unanswered = { ...before, learners: [word("bo"), word("cia", { declined: "2025-04-04" })] };
  expect(keptAnswers(unanswered, { ...same, minutes: 90 }).keptMinutes).toBeNull();
});

test("answers, their days and the minutes that count stay through any chain of corrections", () => {
  const minutes = fc.integer({ min: 1, max: 4 }).map((quarters) => quarters * 15);
  fc.assert(
    fc.property(fc.array(minutes, { minLength: 1, maxLength: 6 }), (chain) => {
      let stands: TakenBack = before;
      for (const next of chain) {
        const { learners, keptMinutes } = keptAnswers(stands, { ...same, minutes: next });
        stands = { ...stands, minutes: next, keptMinutes, learners };
        const bo = learners.find(({ person }) => person === "bo");
        expect(bo?.confirmed).toBe("2025-04-03");
        // Bo has said yes to an hour and to nothing else.
        expect(bo?.keptMinutes ?? next).toBe(60);
        expect(keptMinutes ?? next).toBe(60);
      }
    }),
  );
});

test("a learner is asked for their part, then for new hours, until they have answered", () => {
  const none = { confirmedOn: null, declinedOn: null, keptMinutes: null, hoursDeclinedOn: null };
  expect(awaitedOf(none)).toBe("part");
  expect(awaitedOf({ ...none, declinedOn: "2025-04-03" })).toBeNull();
  const confirmed = { ...none, confirmedOn: "2025-04-03" };
  expect(awaitedOf(confirmed)).toBeNull();
  expect(awaitedOf({ ...confirmed, keptMinutes: 60 })).toBe("hours");
  const declined = { ...confirmed, keptMinutes: 60, hoursDeclinedOn: "2025-04-05" };
  expect(awaitedOf(declined)).toBeNull();
});

test("a no to new hours holds for the same hours, and for no others", () => {
  const said = { confirmed: "2025-04-03", keptMinutes: 60, hoursDeclined: "2025-04-09" };
  const declined = { ...before, minutes: 90, keptMinutes: 60, learners: [word("bo", said)] };
  const correctTo = (minutes: number) =>
    keptAnswers(declined, { ...same, minutes, learners: ["bo"] }).learners;
  expect(correctTo(90)).toEqual([word("bo", said)]);
  expect(correctTo(120)).toEqual([word("bo", { ...said, hoursDeclined: null })]);
  expect(correctTo(60)).toEqual([word("bo", { confirmed: "2025-04-03" })]);
});
