import type { Viewer } from "~/features/access/viewer";
import { findCompetence } from "~/features/competence/catalogue/competences.queries.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Acquisition } from "../rules/acquisition";
import { activePeople, leavers } from "../rules/active-people";
import { countInGroup } from "../rules/count-in-group";
import { cascadeFigures, type CascadeFigures } from "../rules/cascade-figures";
import {
  chooseGroup,
  groupOf,
  listGroups,
  type GroupOptions,
} from "../groups/cascade-groups.queries.server";
import type { CascadeInput } from "../rules/cascade-input";
import { cascadeInput } from "../history/cascade-input.queries.server";
import { compareIds } from "../rules/id-order";
import { traceLineage, type Lineage, type NotCountedReason } from "../rules/lineage";
import {
  drawTree,
  firstOfTrees,
  lineageTree,
  type Drawing,
  type PlacedNode,
  type TreeNode,
} from "./lineage-tree";
import { fullNamesOf, namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { handOversInReach } from "../hand-overs/reachable-hand-overs.server";
import { peopleWhoTaught } from "../rules/teaching";

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
  /** May hand it on today: see `carriers`. */
  isCarrier: boolean;
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
  carriers: Names;
  /** How many of the carriers the method was meant for: the rest stand beside the group. */
  carriersInGroup: number;
  /**
   * Who acquired the method, in the order of the tree. Of very many only those whom the drawing
   * shows by themselves; `gathered` tells how many it doesn't.
   */
  people: LineagePerson[];
  gathered: number;
  drawing: PageDrawing;
  deadEnds: Names;
  /** Of the group, active, and not reached yet. */
  notReached: Names;
  /** The newest, and how many there are. */
  notCounted: { rows: NotCountedView[]; count: number };
};

/** The first of them in Swedish order, and how many there are. */
export type Names = { names: { name: string; hasLeft: boolean }[]; count: number };

/** A drawing whose nodes are known by their first person, with how many they stand for. */
export type PageDrawing = Omit<Drawing, "nodes"> & {
  nodes: (Omit<PlacedNode, "people"> & { count: number })[];
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
  const order = await nameOrder(db, input);
  const most = drawnAlone(lineage.people.size);
  const trees = firstOfTrees(lineageTree(lineage, order), {
    room: lineage.people.size > mostListed ? mostDrawn : Infinity,
    most,
  });
  const { nodes, ...drawing } = drawTree(trees, { most });
  const alone = new Set(nodes.flatMap(({ people }) => (people.length === 1 ? people : [])));
  const listed = inTreeOrder(trees).filter(
    ({ person }) => lineage.people.size <= mostListed || alone.has(person),
  );
  const active = activePeople(input);
  const first = (ids: readonly string[]) => ({
    ids: ids.toSorted(order).slice(0, mostNames),
    count: ids.length,
  });
  const carriers = first(figures.carriers);
  const deadEnds = first(figures.deadEnds);
  const notReached = first(
    input.shouldHold.filter((id) => active.has(id) && !lineage.people.has(id)),
  );
  const notCounted = newestNotCounted(input, figures);
  const places = listed.map((node) => placeOf(lineage, node));
  const known: Known = {
    nameOf: await readNames(db, input.asOf, [
      ...places.flatMap(({ id, learnedFrom }) => [id, ...learnedFrom]),
      ...notCounted.flatMap(({ handOver }) => peopleIn(handOver)),
      ...[carriers, deadEnds, notReached].flatMap(({ ids }) => ids),
    ]),
    mayOpen: await openable(db, viewer, [
      ...places.flatMap(({ from }) => from ?? []),
      ...notCounted.map(({ handOver }) => handOver.id),
    ]),
  };
  const gone = leavers(input);
  const namesIn = ({ ids, count }: { ids: string[]; count: number }): Names => ({
    names: ids.map((id) => ({ name: known.nameOf(id), hasLeft: gone.has(id) })),
    count,
  });
  return {
    asOf: input.asOf,
    competence: found.competence,
    options: found.options,
    group: found.group,
    figures: {
      reach: figures.reach,
      activation: figures.activation,
      reproduction: figures.reproduction,
      generations: figures.generations,
    },
    carriers: namesIn(carriers),
    carriersInGroup: countInGroup(input, figures.carriers),
    people: places.map(personIn({ input, lineage, figures, ...known })),
    gathered: lineage.people.size - listed.length,
    drawing: {
      ...drawing,
      nodes: nodes.map(({ people, ...node }) => ({ ...node, count: people.length })),
    },
    deadEnds: namesIn(deadEnds),
    notReached: namesIn(notReached),
    notCounted: {
      rows: notCounted.map(notCountedOf(known)),
      count: figures.notCounted.length,
    },
  };
}

/** How many followers of one trainer who handed on to nobody are drawn by themselves. */
function drawnAlone(people: number): number {
  if (people > mostListed) return 1;
  return people > gatheredFrom ? 4 : Infinity;
}

/** Over so many people the drawing gathers those who handed on to nobody. */
const gatheredFrom = 60;
/** Over so many people the list and the table leave out whom the drawing gathers, */
const mostListed = 150;
/** and the drawing ends after so many nodes. */
const mostDrawn = 100;
const mostNames = 12;

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
  const competence = await findCompetence(db, viewer, code);
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

/** Swedish order of names; namesakes by their ids. */
async function nameOrder(db: Db, { people }: CascadeInput): Promise<typeof compareIds> {
  const names = await fullNamesOf(
    db,
    people.map(({ id }) => id),
  );
  const { compare } = new Intl.Collator("sv");
  return (a, b) => compare(names.get(a) ?? "", names.get(b) ?? "") || compareIds(a, b);
}

/** Names by id. */
async function readNames(db: Db, day: IsoDate, ids: string[]): Promise<(id: string) => string> {
  const names = await namesOf(db, ids, day);
  return (id) => nameWithNote(names.get(id));
}

async function openable(db: Db, viewer: Viewer, ids: string[]): Promise<Set<string>> {
  const rows = await db.handOver.findMany({
    where: { AND: [{ id: { in: ids } }, handOversInReach(viewer)] },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

function inTreeOrder(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...inTreeOrder(node.children)]);
}

type Known = {
  nameOf: (id: string) => string;
  mayOpen: ReadonlySet<string>;
};

type Place = Acquisition & { id: string; parent: string | null };

function placeOf(lineage: Lineage, { person: id, parent }: TreeNode): Place {
  const place = lineage.people.get(id);
  if (!place) throw new Error(`${id} has no place in the lineage`);
  return { ...place, id, parent };
}

function personIn({
  input,
  lineage,
  figures,
  nameOf,
  mayOpen,
}: Known & {
  input: CascadeInput;
  lineage: Lineage;
  figures: CascadeFigures;
}): (place: Place) => LineagePerson {
  const taught = peopleWhoTaught(lineage);
  const deadEnds = new Set(figures.deadEnds);
  const gone = leavers(input);
  const group = new Set(input.shouldHold);
  const carriers = new Set(figures.carriers);
  return ({ id, parent, generation, acquiredOn, from, learnedFrom }) => ({
    id,
    name: nameOf(id),
    generation,
    acquiredOn,
    learnedFrom: learnedFrom.map(nameOf),
    parent,
    handOverId: from !== null && mayOpen.has(from) ? from : null,
    inGroup: group.has(id),
    hasLeft: gone.has(id),
    isCarrier: carriers.has(id),
    hasTaught: taught.has(id),
    isDeadEnd: deadEnds.has(id),
  });
}

type HandOver = CascadeInput["handOvers"][number];
type NotCountedRow = { handOver: HandOver; reason: NotCountedReason };

function newestNotCounted(input: CascadeInput, { notCounted }: CascadeFigures): NotCountedRow[] {
  const handOvers = new Map(input.handOvers.map((handOver) => [handOver.id, handOver]));
  return notCounted
    .flatMap(({ handOver: id, reason }) => {
      const handOver = handOvers.get(id);
      return handOver ? [{ handOver, reason }] : [];
    })
    .sort((a, b) => compareIds(b.handOver.date, a.handOver.date))
    .slice(0, mostNames);
}

function peopleIn({ trainers, learners }: HandOver): string[] {
  return [...trainers, ...learners.map(({ person }) => person)];
}

function notCountedOf({ nameOf, mayOpen }: Known): (row: NotCountedRow) => NotCountedView {
  return ({ handOver: { id, date, trainers, learners }, reason }) => ({
    id,
    date,
    trainers: trainers.map(nameOf),
    learners: learners.map(({ person }) => nameOf(person)),
    reason,
    mayOpen: mayOpen.has(id),
  });
}
