import fc from "fast-check";
import { expect, test } from "vitest";
import { traceLineage, type Lineage } from "~/features/cascade/rules/lineage";
import { drawTree, lineageTree, type TreeNode } from "~/features/cascade/spread/lineage-tree";
import { arbitraryCascade } from "./arbitrary-cascade";
import { annMayTeach, exampleCascade, exampleHandOver } from "./example-cascade";
import { placesIn } from "./lineage-places";

const byId = (a: string, b: string) => (a < b ? -1 : Number(a > b));

test("everybody hangs from the trainer of the lowest generation, those with a following first", () => {
  const trees = lineageTree(
    placesOf(
      exampleCascade({
        acquisitions: [...annMayTeach.acquisitions, { person: "abe", date: "2025-01-05" }],
        mayTeach: { ...annMayTeach.mayTeach, bo: "2025-03-01" },
        handOvers: [
          exampleHandOver({ id: "h1", date: "2025-03-01", trainers: ["ann"], learners: ["bo"] }),
          exampleHandOver({
            id: "h2",
            date: "2025-04-01",
            trainers: ["bo", "ann"],
            learners: ["cia"],
          }),
          exampleHandOver({ id: "h3", date: "2025-05-01", trainers: ["bo"], learners: ["dan"] }),
        ],
      }),
    ),
    byId,
  );
  expect(outline(trees)).toEqual(["ann 0", " bo 1", "  dan 2", " cia 1 +bo", "abe 0"]);
});

test("a parent stands in the middle of its children, and leaves take a row each", () => {
  const [ann, ...learners] = ["ann", "bo", "cia", "dan"];
  const { nodes, links, columns, rows } = drawTree(lineageTree(taught(ann ?? "", learners), byId), {
    most: 10,
  });
  expect({ columns, rows }).toEqual({ columns: 2, rows: 3 });
  expect(nodes.find(({ key }) => key === "ann")).toMatchObject({ row: 1, generation: 0 });
  expect(links).toHaveLength(3);
});

test("more followers than there is room for are drawn as one", () => {
  const { nodes, links } = drawTree(lineageTree(taught("ann", ["bo", "cia", "dan"]), byId), {
    most: 2,
  });
  expect(nodes).toMatchObject([
    { key: "bo", count: 3, isLeaf: true },
    { key: "ann", count: 1 },
  ]);
  expect(links).toEqual([{ from: "ann", to: "bo", kind: "learned" }]);
});

test("whatever the history, everybody is drawn once and nobody on top of another", () => {
  fc.assert(
    fc.property(arbitraryCascade, fc.integer({ min: 0, max: 5 }), (input, most) => {
      const lineage = traceLineage(input);
      const { nodes, columns } = drawTree(lineageTree(treePlaces(lineage), byId), { most });
      expect(nodes.reduce((sum, { count }) => sum + count, 0)).toBe(lineage.people.size);
      const keys = nodes.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(lineage.people.has(key)).toBe(true);
      for (let column = 0; column < columns; column += 1) {
        const rows = nodes
          .filter(({ generation }) => generation === column)
          .map(({ row }) => row)
          .sort((a, b) => a - b);
        rows.forEach((row, index) => {
          if (index > 0) expect(row - (rows[index - 1] ?? 0)).toBeGreaterThanOrEqual(1);
        });
      }
    }),
  );
});

test("whom a page leaves out is drawn as one, below where they stand, and the columns begin there", () => {
  const [, bo, cia] = taught("ann", ["bo", "cia"]);
  const { nodes, links, first, columns, rows } = drawTree(
    lineageTree(
      [bo, cia].flatMap((place) => place ?? []),
      byId,
    ),
    { most: 1, hidden: new Map([["cia", 5]]) },
  );
  expect({ first, columns, rows }).toEqual({ first: 1, columns: 2, rows: 2 });
  expect(nodes.find(({ count }) => count === 5)).toMatchObject({ generation: 2, isLeaf: false });
  expect(nodes.find(({ key }) => key === "bo")).toMatchObject({ count: 1, isLeaf: true });
  expect(links).toEqual([{ from: "cia", to: "cia more", kind: "learned" }]);
});

function placesOf(input: Parameters<typeof traceLineage>[0]) {
  return treePlaces(traceLineage(input));
}

function treePlaces(lineage: Lineage) {
  return placesIn(lineage).map(({ parents: [parent = null], ...place }) => ({ ...place, parent }));
}

function taught(trainer: string, learners: string[]) {
  return placesOf(
    exampleCascade({
      acquisitions: [{ person: trainer, date: "2025-01-10" }],
      mayTeach: { [trainer]: "2025-02-01" },
      handOvers: [exampleHandOver({ id: "h1", date: "2025-03-01", trainers: [trainer], learners })],
    }),
  );
}

function outline(nodes: TreeNode[], depth = 0): string[] {
  return nodes.flatMap(({ person, generation, alsoFrom, children }) => [
    [" ".repeat(depth) + person, generation, ...alsoFrom.map((other) => `+${other}`)].join(" "),
    ...outline(children, depth + 1),
  ]);
}
