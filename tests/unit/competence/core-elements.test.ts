import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changeElements,
  repeatedName,
  type DoubtfulLines,
} from "~/features/competence/rules/core-elements";
import { areAlike, likeness } from "~/features/competence/rules/likeness";

const stored = ["Sök", "Karta", "Källor", "Rapport"].map((name) => ({ id: `id-${name}`, name }));

/** "Sök" for an element that kept its id under its name, "Karta → Kartor" for one renamed, "+Ny". */
function told(lines: string[], doubtful: DoubtfulLines = "ask") {
  const change = changeElements(stored, lines, doubtful);
  return {
    elements: change.elements.map(({ id, name }) => {
      const was = stored.find((element) => element.id === id)?.name;
      return was === undefined ? `+${name}` : was === name ? name : `${was} → ${name}`;
    }),
    removed: change.removed.map(({ name }) => name),
    asked: change.doubtful.map(({ was, becomes }) => `${was} → ${becomes}`),
  };
}

const all = ["Sök", "Karta", "Källor", "Rapport"];

test.each<[string, string[], string[], string[]]>([
  ["nothing changed", all, all, []],
  [
    "one renamed",
    ["Sök", "Kartor", "Källor", "Rapport"],
    ["Sök", "Karta → Kartor", "Källor", "Rapport"],
    [],
  ],
  [
    "only capitals",
    ["SÖK", "Karta", "Källor", "Rapport"],
    ["Sök → SÖK", "Karta", "Källor", "Rapport"],
    [],
  ],
  ["moved", ["Rapport", "Sök", "Karta", "Källor"], ["Rapport", "Sök", "Karta", "Källor"], []],
  ["one taken out", ["Sök", "Källor", "Rapport"], ["Sök", "Källor", "Rapport"], ["Karta"]],
  ["one put first", ["Ny", ...all], ["+Ny", ...all], []],
  [
    "one put first and another renamed",
    ["Ny", "Sök", "Kartor", "Källor", "Rapport"],
    ["+Ny", "Sök", "Karta → Kartor", "Källor", "Rapport"],
    [],
  ],
  [
    "two beside each other renamed and swapped",
    ["Sök", "Källa", "Kartor", "Rapport"],
    ["Sök", "Källor → Källa", "Karta → Kartor", "Rapport"],
    [],
  ],
  [
    "one renamed and its neighbour gone",
    ["Sök", "Kartor", "Rapport"],
    ["Sök", "Karta → Kartor", "Rapport"],
    ["Källor"],
  ],
  [
    "one renamed and one put beside it",
    ["Sök", "Ny", "Kartor", "Källor", "Rapport"],
    ["Sök", "+Ny", "Karta → Kartor", "Källor", "Rapport"],
    [],
  ],
  ["all gone", [], [], all],
])("%s: nothing is asked", (_case, lines, elements, removed) => {
  expect(told(lines)).toEqual({ elements, removed, asked: [] });
});

test("what may be a new name and may be another element is asked about", () => {
  const lines = ["Sök", "Etik", "Källor", "Rapport"];
  expect(told(lines).asked).toEqual(["Karta → Etik"]);
  expect(told(lines, "renamed")).toEqual({
    elements: ["Sök", "Karta → Etik", "Källor", "Rapport"],
    removed: [],
    asked: [],
  });
  expect(told(lines, "replaced")).toEqual({
    elements: ["Sök", "+Etik", "Källor", "Rapport"],
    removed: ["Karta"],
    asked: [],
  });
});

test("so is one that is gone and stands, a little otherwise, somewhere else", () => {
  const lines = ["Sök", "Källor", "Rapport", "Kartor"];
  expect(told(lines).asked).toEqual(["Karta → Kartor"]);
  expect(told(lines, "renamed").elements.at(-1)).toBe("Karta → Kartor");
});

test("whatever is answered, every element is kept once or removed, every line in its place", () => {
  const names = fc.uniqueArray(fc.constantFrom("Sök", "Söka", "Kart", "Karta", ..."abcdef"), {
    maxLength: 8,
  });
  const answers = fc.constantFrom("ask" as const, "renamed" as const, "replaced" as const);
  fc.assert(
    fc.property(names, names, answers, (before, after, answer) => {
      const old = before.map((name) => ({ id: `id-${name}`, name }));
      const { elements, removed, doubtful } = changeElements(old, after, answer);
      const keptIds = elements.flatMap(({ id }) => id ?? []);
      expect(elements.map(({ name }) => name)).toEqual(after);
      expect([...keptIds, ...removed.map(({ id }) => id)].sort()).toEqual(
        old.map(({ id }) => id).sort(),
      );
      for (const name of after.filter((line) => before.includes(line))) {
        expect(elements).toContainEqual({ id: `id-${name}`, name });
      }
      // Only what would be lost is asked about, each of it once.
      const asked = doubtful.map(({ was }) => was);
      expect(new Set(asked).size).toBe(asked.length);
      expect(removed.map(({ name }) => name)).toEqual(expect.arrayContaining(asked));
    }),
  );
});

test.each([
  ["Karta", "Kartor", true],
  ["Sök", "Sökningar", true],
  ["Söka med bild", "Söka med bild och ljud", true],
  ["Karta", "Etik", false],
  ["Söka på annonssidor och forum", "Söka upp och sammanställa siffror", false],
  ["", "Etik", false],
  ["", "", false],
  ["A", "a", true],
  ["xab", "yab", true],
  ["ab", "cb", false],
  // A pair is the same as one other, not as two.
  ["xanan", "yan", false],
])("%j and %j are alike: %s", (one, other, alike) => {
  expect(areAlike(one, other)).toBe(alike);
  expect(areAlike(other, one)).toBe(alike);
});

test("likeness is a share of the whole", () => {
  expect(likeness("Sök", "sök")).toBe(1);
  expect(likeness("Karta", "Kartor")).toBeGreaterThan(likeness("Karta", "Kurva"));
});

test("a line is the new name of the element that it is most like, and of no other", () => {
  const before = ["Källkritik", "Källor"].map((name) => ({ id: `id-${name}`, name }));
  const { elements, removed } = changeElements(before, ["Källkritiken"], "renamed");
  expect(elements).toEqual([{ id: "id-Källkritik", name: "Källkritiken" }]);
  expect(removed.map(({ name }) => name)).toEqual(["Källor"]);
});

test("two lines that differ by capitals alone say the same", () => {
  expect(repeatedName(["Källor", "Sök", "KÄLLOR"])).toBe("KÄLLOR");
  expect(repeatedName(["Källor", "Sök"])).toBeNull();
});
