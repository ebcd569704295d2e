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

type Place = { id: string; generation: number; parent: string | null; learnedFrom: string[] };

/**
 * Places in a lineage as trees: everybody once, below the trainer who gave them their generation;
 * who learned outside is a root, and whose trainer isn't among the places. `order` sorts siblings
 * and roots, those with a following first.
 */
export function lineageTree(
  places: readonly Place[],
  order: (a: string, b: string) => number,
): TreeNode[] {
  const nodes = new Map<string, TreeNode>();
  for (const { id, generation, parent, learnedFrom } of places) {
    const alsoFrom = learnedFrom.filter((trainer) => trainer !== parent);
    nodes.set(id, { person: id, generation, parent, alsoFrom, children: [] });
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

/** A place in the drawing, in columns and rows; a row may be half a step. */
export type PlacedNode = {
  key: string;
  /** More than one person drawn as one: those who learned from the same trainer. */
  count: number;
  /** Nobody of them has a following. */
  isLeaf: boolean;
  generation: number;
  row: number;
};
export type PlacedLink = { from: string; to: string; kind: "learned" | "also" };
export type Drawing = {
  nodes: PlacedNode[];
  links: PlacedLink[];
  /** The generation of the first column. */
  first: number;
  columns: number;
  rows: number;
};

/**
 * Where everybody stands when the trees are drawn from left to right: a column a generation, each
 * parent in the middle of its children, nobody on top of another. Where a trainer has more than
 * `most` followers who handed on to nobody, those are drawn as one; so are the `hidden`: how many
 * more stand below somebody than the trees have.
 */
export function drawTree(
  roots: readonly TreeNode[],
  { most, hidden = new Map() }: { most: number; hidden?: ReadonlyMap<string, number> },
): Drawing {
  const first = Math.min(...roots.map(({ generation }) => generation));
  const drawing: Drawing = { nodes: [], links: [], first, columns: 0, rows: 0 };
  const keyOf = new Map<string, string>();
  placeAll(roots, { drawing, keyOf, most, hidden });
  for (const link of alsoLinks(roots, keyOf)) drawing.links.push(link);
  return drawing;
}

type Pen = {
  drawing: Drawing;
  keyOf: Map<string, string>;
  most: number;
  hidden: ReadonlyMap<string, number>;
};

/** Places siblings with all below them, and returns their rows. */
function placeAll(siblings: readonly TreeNode[], pen: Pen): PlacedNode[] {
  const isLeaf = ({ person, children }: TreeNode) =>
    children.length === 0 && !pen.hidden.has(person);
  const leaves = siblings.filter(isLeaf);
  const placed = siblings.filter((node) => !isLeaf(node)).map((node) => placeParent(node, pen));
  if (leaves.length <= pen.most)
    return [...placed, ...leaves.map((node) => placeLeaf([node], pen))];
  return [...placed, placeLeaf(leaves, pen)];
}

function placeParent(node: TreeNode, pen: Pen): PlacedNode {
  const more = pen.hidden.get(node.person);
  const children = [
    ...placeAll(node.children, pen),
    ...(more === undefined ? [] : [placeHidden(node, more, pen)]),
  ];
  const first = children[0]?.row ?? 0;
  const last = children.at(-1)?.row ?? first;
  const placed = place([node], { pen, row: (first + last) / 2, isLeaf: false });
  for (const child of children) {
    pen.drawing.links.push({ from: placed.key, to: child.key, kind: "learned" });
  }
  return placed;
}

function placeLeaf(nodes: readonly TreeNode[], pen: Pen): PlacedNode {
  const placed = place(nodes, { pen, row: pen.drawing.rows, isLeaf: true });
  pen.drawing.rows += 1;
  return placed;
}

function placeHidden({ person, generation }: TreeNode, count: number, pen: Pen): PlacedNode {
  const { drawing } = pen;
  const placed = {
    ...{ key: `${person} more`, count, isLeaf: false },
    ...{ generation: generation + 1, row: drawing.rows },
  };
  drawing.rows += 1;
  put(placed, drawing);
  return placed;
}

function place(
  nodes: readonly TreeNode[],
  { pen, row, isLeaf }: { pen: Pen; row: number; isLeaf: boolean },
): PlacedNode {
  const key = nodes[0]?.person ?? "";
  for (const { person } of nodes) pen.keyOf.set(person, key);
  const generation = nodes[0]?.generation ?? 0;
  const placed = { key, count: nodes.length, isLeaf, generation, row };
  put(placed, pen.drawing);
  return placed;
}

function put(placed: PlacedNode, drawing: Drawing): void {
  drawing.nodes.push(placed);
  drawing.columns = Math.max(drawing.columns, placed.generation - drawing.first + 1);
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
