import fc from "fast-check";
import { expect, test } from "vitest";
import { changeElements, repeatedName } from "~/features/competence/rules/core-elements";

const stored = ["Sök", "Karta", "Källor", "Rapport"].map((name) => ({ id: `id-${name}`, name }));

/** "Sök" for an element that kept its id under its name, "Karta → Kartor" for one renamed, "+Ny". */
function told(lines: string[]) {
  const { elements, removed } = changeElements(stored, lines);
  return {
    elements: elements.map(({ id, name }) => {
      const was = stored.find((element) => element.id === id)?.name;
      return was === undefined ? `+${name}` : was === name ? name : `${was} → ${name}`;
    }),
    removed: removed.map(({ name }) => name),
  };
}

test.each<[string, string[], string[], string[]]>([
  [
    "nothing changed",
    ["Sök", "Karta", "Källor", "Rapport"],
    ["Sök", "Karta", "Källor", "Rapport"],
    [],
  ],
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
  [
    "one put first",
    ["Ny", "Sök", "Karta", "Källor", "Rapport"],
    ["+Ny", "Sök", "Karta", "Källor", "Rapport"],
    [],
  ],
  [
    "one put first and another renamed",
    ["Ny", "Sök", "Kartor", "Källor", "Rapport"],
    ["+Ny", "Sök", "Karta → Kartor", "Källor", "Rapport"],
    [],
  ],
  [
    "two beside each other renamed",
    ["Sök", "Kartor", "Källa", "Rapport"],
    ["Sök", "Karta → Kartor", "Källor → Källa", "Rapport"],
    [],
  ],
  [
    "one of two gone and one line new: nothing is guessed",
    ["Sök", "Kartor", "Rapport"],
    ["Sök", "+Kartor", "Rapport"],
    ["Karta", "Källor"],
  ],
  [
    "one renamed and one put beside it: nothing is guessed",
    ["Sök", "Kartor", "Ny", "Källor", "Rapport"],
    ["Sök", "+Kartor", "+Ny", "Källor", "Rapport"],
    ["Karta"],
  ],
  ["all gone", [], [], ["Sök", "Karta", "Källor", "Rapport"]],
])("%s", (_case, lines, elements, removed) => {
  expect(told(lines)).toEqual({ elements, removed });
});

test("every element is kept once or removed, and every line stands in its place", () => {
  const names = fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { maxLength: 8 });
  fc.assert(
    fc.property(names, names, (before, after) => {
      const old = before.map((name) => ({ id: `id-${name}`, name }));
      const { elements, removed } = changeElements(old, after);
      const keptIds = elements.flatMap(({ id }) => id ?? []);
      expect(elements.map(({ name }) => name)).toEqual(after);
      expect([...keptIds, ...removed.map(({ id }) => id)].sort()).toEqual(
        old.map(({ id }) => id).sort(),
      );
      for (const name of after.filter((line) => before.includes(line))) {
        expect(elements).toContainEqual({ id: `id-${name}`, name });
      }
    }),
  );
});

test("two lines that differ by capitals alone say the same", () => {
  expect(repeatedName(["Källor", "Sök", "KÄLLOR"])).toBe("KÄLLOR");
  expect(repeatedName(["Källor", "Sök"])).toBeNull();
});
