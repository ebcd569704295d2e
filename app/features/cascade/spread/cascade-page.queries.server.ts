import type { Viewer } from "~/features/access/viewer";
import { findCompetence } from "~/features/competence/catalogue/competences.queries.server";
import { fullNamesOf, namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import {
  chooseGroup,
  groupOf,
  listGroups,
  type GroupOptions,
} from "../groups/cascade-groups.queries.server";
import { handOversInReach } from "../hand-overs/reachable-hand-overs.server";
import { cascadeInput, partsOf } from "../history/cascade-input.queries.server";
import { branchesOf } from "../history/lineage-branches.queries.server";
import {
  firstCarriers,
  firstDeadEnds,
  notCountedIn,
  notReachedIn,
} from "../history/lineage-lists.queries.server";
import {
  circlesOf,
  placesInCircles,
  placesOfPeople,
  type LineageAsked,
  type LineagePlace,
} from "../history/lineage-places.queries.server";
import { spreadFigures, type SpreadFigures } from "../history/spread-figures.queries.server";
import type { CascadeInput } from "../rules/cascade-input";
import { compareIds } from "../rules/id-order";
import type { NotCountedReason } from "../rules/lineage";
import { drawTree, lineageTree, type Drawing, type TreeNode } from "./lineage-tree";

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
  /** Where those below them stand, of a lineage that is shown a branch at a time. */
  branch: string | null;
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
  figures: Pick<SpreadFigures, "reach" | "activation" | "reproduction" | "generations">;
  carriers: Names;
  /** How many of the carriers the method was meant for: the rest stand beside the group. */
  carriersInGroup: number;
  /** Who acquired the method, in the order of the tree; of a long lineage a page of its branches. */
  people: LineagePerson[];
  /** How many have acquired it. */
  acquired: number;
  /** Null where all of them are shown. */
  branches: BranchesView | null;
  drawing: Drawing;
  deadEnds: Names;
  /** Of the group, active, and not reached yet. */
  notReached: Names;
  /** The newest, and how many there are. */
  notCounted: { rows: NotCountedView[]; count: number };
};

/** Which page of the branches it is; `above`: whose followers they are, and all above these. */
export type BranchesView = {
  above: { id: string; name: string }[];
  page: number;
  pageCount: number;
};

/**
 * The first of them, and how many there are: in Swedish order, but of a long lineage or a large
 * group those who are found first.
 */
export type Names = { names: { name: string; hasLeft: boolean }[]; count: number };

export type CascadeAsked = {
  code: string;
  project: string | null;
  unit: string | null;
  today: IsoDate;
};

/** Of a lineage that is shown a branch at a time: whose followers, and which page of them. */
export type BranchAsked = { from?: string | null; page?: number };

/** What is long, and what a page of it has: a test takes less. */
const lengths = {
  /** A lineage of more people is shown a branch at a time, a group of more has no order of names. */
  whole: 150,
  /** Over so many people the drawing gathers those who handed on to nobody. */
  gathered: 60,
  names: 12,
  branches: 12,
  followers: 6,
};

/** One method's cascade in a group the viewer may follow, as of today. */
export async function showCascade(
  db: Db,
  viewer: Viewer,
  { from = null, page = 1, ...asked }: CascadeAsked & BranchAsked,
  most = lengths,
): Promise<CascadePage> {
  const { competence, options, chosen, lineage } = await findCascade(db, viewer, asked);
  const figures = await figuresOf(db, lineage);
  const circleIds = await circlesOf(db, lineage);
  const of = { ...lineage, circleIds };
  const acquired = figures.generations.reduce((sum, { people }) => sum + people, 0);
  const isWhole = acquired <= most.whole;
  const branches = isWhole ? null : await branchesOf(db, { ...of, from, page }, most);
  const places = branches?.places ?? (await placesInCircles(db, lineage, circleIds));
  const unreached = await notReached(db, { lineage, figures, most });
  const order = branches ? inThatOrder(places) : await nameOrder(db, places);
  const trees = lineageTree(places, order);
  const drawing = drawTree(trees, {
    most: isWhole && acquired > most.gathered ? 4 : Infinity,
    hidden: branches?.hidden,
  });
  const among = (ids: string[]) => ids.toSorted(order).slice(0, most.names);
  const idsOf = (which: (place: LineagePlace) => boolean) =>
    among(places.filter(which).map(({ id }) => id));
  const [carriers, deadEnds] = branches
    ? [await firstCarriers(db, of, most.names), await firstDeadEnds(db, of, most.names)]
    : [
        idsOf(({ isCarrier }) => isCarrier),
        idsOf(({ generation, hasTaught }) => generation >= 1 && !hasTaught),
      ];
  const { newest, count: notCounted } = await notCountedIn(db, of, most.names);
  const handOvers = await partsOf(db, { ...lineage, handOverIds: newest.map(({ id }) => id) });
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const others = [...carriers, ...deadEnds].filter((id) => !placeOf.has(id));
  if (others.length > 0) {
    for (const place of await placesOfPeople(db, lineage, others)) placeOf.set(place.id, place);
  }
  const known: Known = {
    nameOf: await readNames(db, lineage.asOf, [
      ...places.flatMap(({ id, learnedFrom }) => [id, ...learnedFrom]),
      ...(branches?.above ?? []),
      ...handOvers.flatMap(peopleIn),
      ...[carriers, deadEnds, unreached.ids].flat(),
    ]),
    mayOpen: await openable(db, viewer, [
      ...places.flatMap(({ handOverId }) => handOverId ?? []),
      ...newest.map(({ id }) => id),
    ]),
  };
  const address = `/cascade/${encodeURIComponent(competence.code)}?${chosen.query}`;
  const namesIn = (ids: string[], count: number): Names => ({
    names: ids.map((id) => ({
      name: known.nameOf(id),
      hasLeft: placeOf.get(id)?.hasLeft ?? false,
    })),
    count,
  });
  const { reach, activation, reproduction, generations } = figures;
  return {
    asOf: lineage.asOf,
    competence,
    options,
    group: { kind: chosen.kind, query: chosen.query, name: chosen.name },
    figures: { reach, activation, reproduction, generations },
    carriers: namesIn(carriers, figures.carriers),
    carriersInGroup: figures.carriersInGroup,
    people: inTreeOrder(trees).flatMap(({ person }) => {
      const place = placeOf.get(person);
      if (!place) return [];
      const opens = branches !== null && place.hasTaught && person !== from;
      return [personIn(place, { ...known, branch: opens ? `${address}&from=${person}` : null })];
    }),
    acquired,
    branches: branches && {
      above: branches.above.map((id) => ({ id, name: known.nameOf(id) })),
      page: branches.page,
      pageCount: branches.pageCount,
    },
    drawing,
    deadEnds: namesIn(deadEnds, figures.deadEnds),
    notReached: namesIn(unreached.ids, unreached.count),
    notCounted: {
      rows: notCountedRows(newest, handOvers).map(notCountedOf(known)),
      count: notCounted,
    },
  };
}

/** The file of a method's cascade: exactly what its page shows the figures of. */
export async function cascadeFile(
  db: Db,
  viewer: Viewer,
  asked: CascadeAsked,
): Promise<{ name: string; input: CascadeInput }> {
  const { competence, lineage } = await findCascade(db, viewer, asked);
  const code = competence.code.replaceAll(/[^\w.-]/g, "_");
  return { name: `kaskad-${code}-${asked.today}.json`, input: await cascadeInput(db, lineage) };
}

async function findCascade(db: Db, viewer: Viewer, { code, project, unit, today }: CascadeAsked) {
  if (!viewer.authorityId) return notFound();
  const found = await findCompetence(db, viewer, code);
  if (!found) return notFound();
  const { id: competenceId, ...competence } = found;
  const options = await listGroups(db, viewer, today);
  const chosen = chooseGroup(options, { project, unit, competenceId });
  if (!chosen) return notFound();
  const lineage: LineageAsked = { competenceId, group: await groupOf(db, chosen), asOf: today };
  return { competence, options, chosen, lineage };
}

async function figuresOf(
  db: Db,
  { competenceId, group, asOf }: LineageAsked,
): Promise<SpreadFigures> {
  const [figures] = await spreadFigures(db, { competenceIds: [competenceId], group, asOf });
  return figures ?? notFound();
}

async function notReached(
  db: Db,
  {
    lineage,
    figures: { reach },
    most,
  }: { lineage: LineageAsked; figures: SpreadFigures; most: typeof lengths },
): Promise<{ ids: string[]; count: number }> {
  const isLong = "unitIds" in lineage.group && reach.denominator > most.whole;
  const ids = await notReachedIn(db, lineage, isLong ? most.names : null);
  const order = await nameOrder(
    db,
    ids.map((id) => ({ id })),
  );
  return {
    ids: ids.toSorted(order).slice(0, most.names),
    // Everybody in units works there: nobody of their group has left.
    count: isLong ? reach.denominator - reach.numerator : ids.length,
  };
}

/** Swedish order of names; namesakes by their ids. */
async function nameOrder(db: Db, people: readonly { id: string }[]): Promise<typeof compareIds> {
  const names = await fullNamesOf(
    db,
    people.map(({ id }) => id),
  );
  const { compare } = new Intl.Collator("sv");
  return (a, b) => compare(names.get(a) ?? "", names.get(b) ?? "") || compareIds(a, b);
}

function inThatOrder(places: readonly { id: string }[]): typeof compareIds {
  const nth = new Map(places.map(({ id }, index) => [id, index]));
  return (a, b) => (nth.get(a) ?? 0) - (nth.get(b) ?? 0);
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

function personIn(
  { learnedFrom, handOverId, ...place }: LineagePlace,
  { nameOf, mayOpen, branch }: Known & { branch: string | null },
): LineagePerson {
  return {
    ...place,
    name: nameOf(place.id),
    branch,
    learnedFrom: learnedFrom.map(nameOf),
    handOverId: handOverId !== null && mayOpen.has(handOverId) ? handOverId : null,
    isDeadEnd: place.generation >= 1 && !place.hasTaught,
  };
}

type HandOver = Pick<CascadeInput["handOvers"][number], "id" | "date" | "trainers" | "learners">;
type NotCountedRow = { handOver: HandOver; reason: NotCountedReason };

function notCountedRows(
  found: readonly { id: string; reason: NotCountedReason }[],
  handOvers: readonly HandOver[],
): NotCountedRow[] {
  const handOverOf = new Map(handOvers.map((handOver) => [handOver.id, handOver]));
  return found
    .flatMap(({ id, reason }) => {
      const handOver = handOverOf.get(id);
      return handOver ? [{ handOver, reason }] : [];
    })
    .sort((a, b) => compareIds(b.handOver.date, a.handOver.date));
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
