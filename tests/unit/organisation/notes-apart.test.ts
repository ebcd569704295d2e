import fc from "fast-check";
import { expect, test } from "vitest";
import { notesApart, type Namesake } from "~/features/organisation/names/notes-apart";

const mia: Namesake = {
  id: "1",
  unitName: "Familjeenheten",
  jobTitle: "Kurator",
  email: null,
  joinedOn: "2020-01-01",
};
const notes = (...others: Partial<Namesake>[]) => [
  ...notesApart([
    mia,
    ...others.map((other, index) => ({ ...mia, id: `${index + 2}`, ...other })),
  ]).values(),
];

test.each<[Partial<Namesake>[], string[]]>([
  [[{ unitName: "Ungdomsjouren" }], ["Familjeenheten", "Ungdomsjouren"]],
  [
    [{ jobTitle: "Socialsekreterare" }, { unitName: "Ungdomsjouren" }],
    ["Familjeenheten, Kurator", "Familjeenheten, Socialsekreterare", "Ungdomsjouren, Kurator"],
  ],
  [
    [{ email: "mia@example.se" }],
    ["Familjeenheten, Kurator, 2020-01-01–", "Familjeenheten, Kurator, mia@example.se"],
  ],
  [
    [{ joinedOn: "2021-05-01" }],
    ["Familjeenheten, Kurator, 2020-01-01–", "Familjeenheten, Kurator, 2021-05-01–"],
  ],
  [[{}], ["Familjeenheten, Kurator, 2020-01-01–, 1", "Familjeenheten, Kurator, 2020-01-01–, 2"]],
])("beside %j", (others, expected) => {
  expect(notes(...others)).toEqual(expected);
});

const anybody = fc.record({
  unitName: fc.constantFrom("Familjeenheten", "Ungdomsjouren"),
  jobTitle: fc.constantFrom("", "Kurator", "Chef"),
  email: fc.constantFrom(null, "a@example.se", "b@example.se"),
  joinedOn: fc.constantFrom("2020-01-01", "2021-01-01"),
});

test("no two of one name have the same note, whoever they are and in whatever order", () => {
  fc.assert(
    fc.property(fc.array(anybody, { minLength: 2, maxLength: 6 }), (people) => {
      const namesakes = people.map((person, index) => ({ ...person, id: String(index) }));
      const apart = notesApart(namesakes);
      expect(new Set(apart.values()).size).toBe(people.length);
      expect(notesApart([...namesakes].reverse())).toEqual(apart);
    }),
  );
});
