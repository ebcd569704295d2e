import { expect, test } from "vitest";
import { coverage } from "~/features/competence/rules/coverage";
import { isAtRisk, keyPersonRisk } from "~/features/competence/rules/key-person-risk";

test("coverage counts holders among those who should hold it, and of them the observed", () => {
  expect(
    coverage({
      shouldHold: ["anna", "bo", "cilla", "dag"],
      levels: [
        { personId: "anna", level: 3, observed: 3 },
        { personId: "bo", level: 4, observed: 2 },
        { personId: "cilla", level: 2, observed: 2 },
        { personId: "erik", level: 4, observed: 4 },
      ],
      atLevel: 3,
    }),
  ).toEqual({ holders: 2, observed: 1, people: 4 });
});

test("coverage of nobody is nothing out of nothing", () => {
  expect(coverage({ shouldHold: [], levels: [], atLevel: 1 })).toEqual({
    holders: 0,
    observed: 0,
    people: 0,
  });
});

test.each([
  { holders: 3, carriers: 2, missing: { holdersMissing: 0, carriersMissing: 0 }, risk: false },
  { holders: 2, carriers: 2, missing: { holdersMissing: 1, carriersMissing: 0 }, risk: true },
  { holders: 5, carriers: 0, missing: { holdersMissing: 0, carriersMissing: 2 }, risk: true },
])("$holders holders and $carriers carriers of 3 and 2", ({ missing, risk, ...have }) => {
  const state = { ...have, minHolders: 3, minCarriers: 2 };

  expect(keyPersonRisk(state)).toEqual(missing);
  expect(isAtRisk(state)).toBe(risk);
});
