import type { Lineage } from "../rules/lineage";

/** One person's place in the tree of a method. */
export type TreeNode = {
  person: string;
  generation: number;
  /** The one they hang from: of those they learned from, the first of the lowest generation. */
  parent: string | null;
  /** The others they learned from in the same hand-over. */
  alsoFrom: string[];
  children: TreeNode[];
};

/**
 * The lineage as trees whose roots learned outside: everybody once, below the trainer who gave
 * them their generation. `order` sorts siblings and roots, those with a following first.
 */
export function lineageTree(lineage: Lineage, order: (a: string, b: string) => number): TreeNode[] {
  const nodes = new Map<string, TreeNode>();
  for (const [person, { generation, learnedFrom }] of lineage.people) {
    const parent =
      learnedFrom.find((trainer) => lineage.people.get(trainer)?.generation === generation - 1) ??
      null;
    const alsoFrom = learnedFrom.filter((trainer) => trainer !== parent);
    nodes.set(person, { person, generation, parent, alsoFrom, children: [] });
  }
  const roots: TreeNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.parent === null ? undefined : nodes.get(node.parent);
    (parent?.children ?? roots).push(node);
  }
  const sort = (siblings: TreeNode[]) =>
    siblings.sort(
      (a, b) =>
        Number(b.children.length > 0) - Number(a.children.length > 0) || order(a.person, b.person),
    );
  for (const node of nodes.values()) sort(node.children);
  return sort(roots);
}

/**
 * The first of the trees and of what hangs in them, in their order, until `room` nodes are drawn
 * (`drawTree`). Whoever has a following keeps the first of it, so that nobody seems to stop here.
 */
export function firstOfTrees(
  roots: readonly TreeNode[],
  { room, most }: { room: number; most: number },
): TreeNode[] {
  let left = room;
  const first = (siblings: readonly TreeNode[]): TreeNode[] => {
    const kept: TreeNode[] = [];
    for (const node of siblings.filter(({ children }) => children.length > 0)) {
      if (left <= 0 && kept.length > 0) break;
      left -= 1;
      kept.push({ ...node, children: first(node.children) });
    }
    const leaves = siblings.filter(({ children }) => children.length === 0);
    if (leaves.length === 0 || (left <= 0 && kept.length > 0)) return kept;
    left -= leaves.length > most ? 1 : leaves.length;
    return [...kept, ...leaves];
  };
  return first(roots);
}

/** A place in the drawing, in columns and rows; a row may be half a step. */
export type PlacedNode = {
  /** People drawn as one: those who learned from the same trainer and handed on to nobody. */
  people: string[];
  key: string;
  generation: number;
  row: number;
};
export type PlacedLink = { from: string; to: string; kind: "learned" | "also" };
export type Drawing = { nodes: PlacedNode[]; links: PlacedLink[]; columns: number; rows: number };

/**
 * Where everybody stands when the trees are drawn from left to right: a column a generation, each
 * parent in the middle of its children, nobody on top of another. Where a trainer has more than
 * `most` followers who handed on to nobody, those are drawn as one.
 */
export function drawTree(roots: readonly TreeNode[], { most }: { most: number }): Drawing {
  const drawing: Drawing = { nodes: [], links: [], columns: 0, rows: 0 };
  const keyOf = new Map<string, string>();
  placeAll(roots, { drawing, keyOf, most });
  for (const link of alsoLinks(roots, keyOf)) drawing.links.push(link);
  return drawing;
}

type Pen = { drawing: Drawing; keyOf: Map<string, string>; most: number };

/** Places siblings with all below them, and returns their rows. */
function placeAll(siblings: readonly TreeNode[], pen: Pen): PlacedNode[] {
  const leaves = siblings.filter(({ children }) => children.length === 0);
  const parents = siblings.filter(({ children }) => children.length > 0);
  const placed = parents.map((node) => placeParent(node, pen));
  if (leaves.length <= pen.most)
    return [...placed, ...leaves.map((node) => placeLeaf([node], pen))];
  return [...placed, placeLeaf(leaves, pen)];
}

function placeParent(node: TreeNode, pen: Pen): PlacedNode {
  const children = placeAll(node.children, pen);
  const first = children[0]?.row ?? 0;
  const last = children.at(-1)?.row ?? first;
  const placed = place([node], { pen, row: (first + last) / 2 });
  for (const child of children) {
    pen.drawing.links.push({ from: placed.key, to: child.key, kind: "learned" });
  }
  return placed;
}

function placeLeaf(nodes: readonly TreeNode[], pen: Pen): PlacedNode {
  const placed = place(nodes, { pen, row: pen.drawing.rows });
  pen.drawing.rows += 1;
  return placed;
}

function place(nodes: readonly TreeNode[], { pen, row }: { pen: Pen; row: number }): PlacedNode {
  const people = nodes.map(({ person }) => person);
  const key = people[0] ?? "";
  const generation = nodes[0]?.generation ?? 0;
  for (const person of people) pen.keyOf.set(person, key);
  const placed = { people, key, generation, row };
  pen.drawing.nodes.push(placed);
  pen.drawing.columns = Math.max(pen.drawing.columns, generation + 1);
  return placed;
}

function alsoLinks(
  siblings: readonly TreeNode[],
  keyOf: ReadonlyMap<string, string>,
): PlacedLink[] {
  const links = new Map<string, PlacedLink>();
  const visit = (node: TreeNode) => {
    for (const trainer of node.alsoFrom) {
      const [from, to] = [keyOf.get(trainer), keyOf.get(node.person)];
      if (from !== undefined && to !== undefined) {
        links.set(`${from} ${to}`, { from, to, kind: "also" });
      }
    }
    node.children.forEach(visit);
  };
  siblings.forEach(visit);
  return [...links.values()];
}
