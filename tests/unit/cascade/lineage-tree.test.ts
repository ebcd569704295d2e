import fc from "fast-check";
import { expect, test } from "vitest";
import { traceLineage } from "~/features/cascade/rules/lineage";
import {
  drawTree,
  firstOfTrees,
  lineageTree,
  type TreeNode,
} from "~/features/cascade/spread/lineage-tree";
import { arbitraryCascade } from "./arbitrary-cascade";
import { annMayTeach, exampleCascade, exampleHandOver } from "./example-cascade";

const byId = (a: string, b: string) => (a < b ? -1 : Number(a > b));

test("everybody hangs from the trainer of the lowest generation, those with a following first", () => {
  const trees = lineageTree(
    traceLineage(
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
  expect(nodes.map(({ people }) => people)).toEqual([["bo", "cia", "dan"], ["ann"]]);
  expect(links).toEqual([{ from: "ann", to: "bo", kind: "learned" }]);
});

test("of many trees the first are drawn, and nobody who has a following without any of it", () => {
  fc.assert(
    fc.property(
      arbitraryCascade,
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 3 }),
      (input, room, most) => {
        const all = lineageTree(traceLineage(input), byId);
        const first = firstOfTrees(all, { room, most });
        expect(firstOfTrees(all, { room: Infinity, most })).toEqual(all);
        const { nodes, columns } = drawTree(first, { most });
        // The path to the last one is followed to its end, and its siblings stand with it.
        expect(nodes.length).toBeLessThanOrEqual(room + columns + most);
        const whole = new Map(inOrder(all).map((node) => [node.person, node]));
        for (const { person, children } of inOrder(first)) {
          expect(children.length > 0).toBe((whole.get(person)?.children.length ?? 0) > 0);
        }
        const people = inOrder(first).map(({ person }) => person);
        expect(inOrder(all).flatMap(({ person }) => people.filter((id) => id === person))).toEqual(
          people,
        );
      },
    ),
  );
});

function inOrder(trees: readonly TreeNode[]): TreeNode[] {
  return trees.flatMap((node) => [node, ...inOrder(node.children)]);
}

test("whatever the history, everybody is drawn once and nobody on top of another", () => {
  fc.assert(
    fc.property(arbitraryCascade, fc.integer({ min: 0, max: 5 }), (input, most) => {
      const lineage = traceLineage(input);
      const { nodes, columns } = drawTree(lineageTree(lineage, byId), { most });
      const drawn = nodes.flatMap(({ people }) => people);
      expect(drawn.sort(byId)).toEqual([...lineage.people.keys()]);
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

function taught(trainer: string, learners: string[]) {
  return traceLineage(
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

test("where there is room for no more, the first path is still followed to its end", () => {
  const node = (person: string, generation: number, children: TreeNode[]): TreeNode => {
    return { person, generation, parent: null, alsoFrom: [], children };
  };
  const trees = [node("ann", 0, [node("bo", 1, [node("cia", 2, [])])]), node("dan", 0, [])];
  expect(inOrder(firstOfTrees(trees, { room: 1, most: 1 })).map(({ person }) => person)).toEqual([
    ...["ann", "bo", "cia"],
  ]);
});
