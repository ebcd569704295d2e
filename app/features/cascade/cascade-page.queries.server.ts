import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { IsoDate } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { activePeople, leavers } from "./active-people";
import { cascadeFigures, type CascadeFigures } from "./cascade-figures";
import {
  chooseGroup,
  groupOf,
  listGroups,
  type GroupOptions,
} from "./cascade-groups.queries.server";
import type { CascadeInput } from "./cascade-input";
import { cascadeInput } from "./cascade-input.queries.server";
import { traceLineage, type Lineage, type NotCountedReason } from "./lineage";
import { drawTree, lineageTree, type Drawing, type TreeNode } from "./lineage-tree";
import { fullName } from "./occasion";
import { handOversInReach } from "./reachable-hand-overs.server";
import { peopleWhoTaught } from "./teaching";

/** A person of the lineage, as tree, list and table show them. */
export type LineagePerson = {
  id: string;
  name: string;
  generation: number;
  acquiredOn: IsoDate;
  /** Their names. */
  learnedFrom: string[];
  /** The id of the person they hang from in the tree; null for who learned outside. */
  parent: string | null;
  /** The hand-over they learned in, where the viewer may open it. */
  handOverId: string | null;
  inGroup: boolean;
  hasLeft: boolean;
  mayTeach: boolean;
  /** Has been a valid trainer of a counted hand-over. */
  hasTaught: boolean;
  isDeadEnd: boolean;
};

export type NotCountedView = {
  id: string;
  date: IsoDate;
  trainers: string[];
  learners: string[];
  reason: NotCountedReason;
  mayOpen: boolean;
};

export type CascadePage = {
  asOf: IsoDate;
  competence: { code: string; name: string; description: string };
  options: GroupOptions;
  group: { kind: "project" | "unit"; query: string; name: string };
  figures: Pick<CascadeFigures, "reach" | "activation" | "reproduction" | "generations">;
  carriers: string[];
  /** Everybody who acquired the method, in the order of the tree. */
  people: LineagePerson[];
  drawing: Drawing;
  /** Of the group, active, and not reached yet. */
  notReached: string[];
  notCounted: NotCountedView[];
};

/** One method's cascade in a group the viewer may follow, as of today. */
export async function showCascade(
  db: Db,
  viewer: Viewer,
  asked: CascadeAsked,
): Promise<CascadePage> {
  const found = await findCascade(db, viewer, asked);
  const { input } = found;
  const lineage = traceLineage(input);
  const figures = cascadeFigures(input, lineage);
  const nameOf = await namesOf(db, input);
  const mayOpen = await openable(db, viewer, input);
  const order = (a: string, b: string) => nameOf(a).localeCompare(nameOf(b), "sv");
  const trees = lineageTree(lineage, order);
  const active = activePeople(input);
  const named = (ids: readonly string[]) => [...ids].sort(order).map(nameOf);
  return {
    asOf: input.asOf,
    competence: found.competence,
    options: found.options,
    group: found.group,
    figures,
    carriers: named(figures.carriers),
    people: inTreeOrder(trees).map(personIn({ input, lineage, figures, nameOf, mayOpen })),
    drawing: drawTree(trees, { most: lineage.people.size > crowd ? 4 : Infinity }),
    notReached: named(input.shouldHold.filter((id) => active.has(id) && !lineage.people.has(id))),
    notCounted: figures.notCounted.map(notCountedOf({ input, nameOf, mayOpen })),
  };
}

/** Over so many people the drawing gathers those who handed on to nobody. */
const crowd = 80;

export type CascadeAsked = {
  code: string;
  project: string | null;
  unit: string | null;
  today: IsoDate;
};

/** The file of a method's cascade: exactly what its page shows the figures of. */
export async function cascadeFile(
  db: Db,
  viewer: Viewer,
  asked: CascadeAsked,
): Promise<{ name: string; input: CascadeInput }> {
  const { competence, input } = await findCascade(db, viewer, asked);
  const code = competence.code.replaceAll(/[^\w.-]/g, "_");
  return { name: `kaskad-${code}-${asked.today}.json`, input };
}

async function findCascade(db: Db, viewer: Viewer, { code, project, unit, today }: CascadeAsked) {
  if (!viewer.authorityId) return notFound();
  const competence = await db.competence.findFirst({
    where: { code, authorityId: viewer.authorityId },
    select: { id: true, code: true, name: true, description: true },
  });
  if (!competence) return notFound();
  const { id: competenceId, ...named } = competence;
  const options = await listGroups(db, viewer, today);
  const chosen = chooseGroup(options, { project, unit, competenceId });
  if (!chosen) return notFound();
  const group = await groupOf(db, chosen);
  const { kind, query, name } = chosen;
  return {
    competence: named,
    options,
    group: { kind, query, name },
    input: await cascadeInput(db, { competenceId, group, asOf: today }),
  };
}

/** Names by id; a person who is only named in a hand-over is in the circle too. */
async function namesOf(db: Db, input: CascadeInput): Promise<(id: string) => string> {
  const rows = await db.person.findMany({
    where: { id: { in: input.people.map(({ id }) => id) } },
    select: { id: true, givenName: true, familyName: true },
  });
  const names = new Map(rows.map((row) => [row.id, fullName(row)]));
  return (id) => names.get(id) ?? "";
}

async function openable(db: Db, viewer: Viewer, input: CascadeInput): Promise<Set<string>> {
  const rows = await db.handOver.findMany({
    where: {
      AND: [{ id: { in: input.handOvers.map(({ id }) => id) } }, handOversInReach(viewer)],
    },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

function inTreeOrder(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...inTreeOrder(node.children)]);
}

type Known = {
  input: CascadeInput;
  nameOf: (id: string) => string;
  mayOpen: ReadonlySet<string>;
};

function personIn({
  input,
  lineage,
  figures,
  nameOf,
  mayOpen,
}: Known & { lineage: Lineage; figures: CascadeFigures }): (node: TreeNode) => LineagePerson {
  const taught = peopleWhoTaught(lineage);
  const deadEnds = new Set(figures.deadEnds);
  const gone = leavers(input);
  const group = new Set(input.shouldHold);
  const mayTeachFrom = new Map(Object.entries(input.mayTeach));
  return ({ person: id, parent }) => {
    const place = lineage.people.get(id);
    if (!place) throw new Error(`${id} has no place in the lineage`);
    const { generation, acquiredOn, from, learnedFrom } = place;
    return {
      id,
      name: nameOf(id),
      generation,
      acquiredOn,
      learnedFrom: learnedFrom.map(nameOf),
      parent,
      handOverId: from !== null && mayOpen.has(from) ? from : null,
      inGroup: group.has(id),
      hasLeft: gone.has(id),
      mayTeach: (mayTeachFrom.get(id) ?? "9999") <= input.asOf,
      hasTaught: taught.has(id),
      isDeadEnd: deadEnds.has(id),
    };
  };
}

function notCountedOf({
  input,
  nameOf,
  mayOpen,
}: Known): (row: CascadeFigures["notCounted"][number]) => NotCountedView {
  const handOvers = new Map(input.handOvers.map((handOver) => [handOver.id, handOver]));
  return ({ handOver: id, reason }) => {
    const handOver = handOvers.get(id);
    return {
      id,
      date: handOver?.date ?? input.asOf,
      trainers: (handOver?.trainers ?? []).map(nameOf),
      learners: (handOver?.learners ?? []).map(({ person }) => nameOf(person)),
      reason,
      mayOpen: mayOpen.has(id),
    };
  };
}
