import { expect } from "vitest";
import { spreadFigures } from "~/features/cascade/history/spread-figures.queries.server";
import { dayAfter, type IsoDate } from "~/terms/day";
import { countBeside, countInGroup } from "../../unit/cascade/count-in-group";
import { placesIn } from "../../unit/cascade/lineage-places";
import { leavers } from "~/features/cascade/rules/active-people";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { traceLineage } from "~/features/cascade/rules/lineage";
import { peopleWhoTaught } from "~/features/cascade/rules/teaching";
import { listCascades } from "~/features/cascade/spread/cascade-list.queries.server";
import {
  showCascade,
  type CascadePage,
} from "~/features/cascade/spread/cascade-page.queries.server";
import type { Database } from "~/platform/db.server";
import { covers } from "~/terms/period";
import { competenceKeys, dayOf, personKeys, type CompetenceKey } from "../competence/random-facts";
import { reckonedUnit } from "../competence/reckoned-unit";
import { projectKeys, projectUnits } from "./page-facts";
import { codeOf, nameOf, projectCode, type World } from "./page-world";
import { factsOn, frozenIn, historyIn, inputOf, lineageOf, type Group } from "./told-of-methods";
import { unitsBelow, unitsOn } from "./told-of-people";
import { unitsInReach } from "./viewers";
import { comesBy, down } from "./sorted";
import type { Asked } from "./viewers";
import { mayOpen } from "./holds-hand-overs";

/** The groups whose cascade somebody may follow. */
function groupsOf({ world, today, looking }: Asked): Group[] {
  const isStaff = looking.self !== null && looking.manages.length === 0;
  const own = isStaff && looking.self ? unitsOn(world, looking.self, today) : [];
  const projects = projectKeys.filter((key) => {
    const groups = frozenIn(world, key);
    if (groups.length === 0) return false;
    if (looking.projects.includes(key)) return true;
    const isMember = groups.some(({ members }) => looking.self && members.includes(looking.self));
    return isStaff && (own.includes(projectUnits[key]) || isMember);
  });
  return [
    ...(isStaff ? own : unitsInReach(looking)).map((unit) => ({ unit })),
    ...projects.map((project) => ({ project })),
  ];
}

/** The list of methods and each method's page, of every group that may be followed. */
export async function holdsCascades(db: Database, asked: Asked): Promise<void> {
  const { world, today, looking } = asked;
  const groups = groupsOf(asked);
  const { options } = await listCascades(db, looking.viewer, { project: null, unit: null, today });
  expect(options.units.map(({ name }) => name).sort()).toEqual(
    groups.flatMap((group) => ("unit" in group ? [group.unit] : [])).sort(),
  );
  expect(options.projects.map(({ name, isCurrent }) => ({ name, isCurrent })).sort(byName)).toEqual(
    groups
      .flatMap((group) => ("project" in group ? [group.project] : []))
      .map((name) => ({ name, isCurrent: covers(world.facts.projects[name], today) }))
      .sort(byName),
  );
  const startOf = (name: string) => {
    const key = projectKeys.find((each) => each === name);
    return key ? world.facts.projects[key].startsOn : "";
  };
  comesBy(options.projects, ({ name, isCurrent, code }) => [
    ...[down(isCurrent), down(startOf(name)), code],
  ]);
  for (const group of groups) await holdsGroup(db, { ...asked, group });
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

async function holdsGroup(db: Database, asked: Asked & { group: Group }): Promise<void> {
  const { world, today, looking, group } = asked;
  const which = {
    project: "project" in group ? projectCode(world, group.project) : null,
    unit: "unit" in group ? world.units[group.unit] : null,
    today,
  };
  const methods = methodsOf(world, group, today);
  const list = await listCascades(db, looking.viewer, which);
  expect(list.methods.map(({ name }) => name)).toEqual(methods.toSorted());
  for (const competence of methods) {
    const input = inputOf(world, { competence, group, day: today });
    const lineage = traceLineage(input);
    const figures = cascadeFigures(input, lineage);
    const { reach, activation, reproduction, generations } = figures;
    const inGroup = countInGroup(input, figures.carriers);
    const taught = peopleWhoTaught(lineage);
    const idIn = (key: string) => world.people[keyOf(key)];
    expect(list.methods.find(({ name }) => name === competence)).toEqual({
      ...{ code: codeOf(world, competence), name: competence, reach },
      lastGeneration: generations.at(-1)?.generation ?? null,
      ...{ carriers: figures.carriers.length, carriersInGroup: inGroup },
      deadEnds: figures.deadEnds.length,
      deadEndsInGroup: countInGroup(input, figures.deadEnds),
      deadEndsBeside: countBeside(input, figures.deadEnds),
      handOvers: generations.reduce((sum, { handOvers }) => sum + handOvers, 0),
    });

    const page = await showCascade(db, looking.viewer, {
      code: codeOf(world, competence),
      ...which,
    });
    expect(page.figures).toEqual({ reach, activation, reproduction, generations });
    expect(page.carriers.names.map(({ name }) => name)).toEqual(
      figures.carriers.map(nameIn).sort(),
    );
    expect(page.carriersInGroup).toBe(inGroup);
    expect(page.deadEnds.names.map(({ name }) => name)).toEqual(
      figures.deadEnds.map(nameIn).sort(),
    );
    const active = (id: string) =>
      input.people.some(
        (each) => each.id === id && covers({ startsOn: each.joined, endsBefore: each.left }, today),
      );
    expect(page.notReached.names.map(({ name }) => name)).toEqual(
      input.shouldHold
        .filter((id) => active(id) && !lineage.people.has(id))
        .map(nameIn)
        .sort(),
    );
    expect(
      page.people
        .map(({ branch, ...person }) => ({
          ...{ ...person, learnedFrom: [...person.learnedFrom].sort() },
          opens: branch !== null,
        }))
        .sort(byName),
    ).toEqual(
      placesIn(lineage)
        .map(({ id, parents, handOverId, learnedFrom, ...place }) => ({
          ...{ ...place, id: idIn(id), name: nameIn(id), opens: false },
          // Of several the first by its id.
          parent: parents.map(idIn).sort()[0] ?? null,
          ...{ inGroup: input.shouldHold.includes(id), hasLeft: leavers(input).has(id) },
          ...{ isCarrier: figures.carriers.includes(id), hasTaught: taught.has(id) },
          isDeadEnd: figures.deadEnds.includes(id),
          learnedFrom: learnedFrom.map(nameIn).sort(),
          handOverId: handOverId !== null && mayOpen(asked, handOverId) ? handOverId : null,
        }))
        .sort(byName),
    );
    const notCounted = page.notCounted.rows.map(({ id, reason, mayOpen: may }) => [
      id,
      reason,
      may,
    ]);
    // The reason is the whole lineage's: of one that nobody has said yes to, a trainer may be of
    // another circle.
    const whole = lineageOf(world, competence, today).handOvers;
    expect(notCounted.sort()).toEqual(
      figures.notCounted
        .map(({ handOver: id }) => {
          const trace = whole.get(id);
          return [id, trace?.counted ? "counted" : trace?.reason, mayOpen(asked, id)];
        })
        .sort(),
    );
    await holdsBranches(page, (branch) =>
      showCascade(db, looking.viewer, { ...branch, ...which, code: page.competence.code }, short),
    );
  }
}

/** Every lineage is long, and every list. */
const short = { whole: 0, gathered: 0, names: 2, branches: 2, followers: 1 };

type Branch = { from: string | null; page: number };

/** Shown a branch at a time, a lineage has everybody whom the whole has, each with the same said. */
async function holdsBranches(whole: CascadePage, show: (branch: Branch) => Promise<CascadePage>) {
  const asked: Branch[] = [{ from: null, page: 1 }];
  const found = new Map<string, CascadePage["people"][number]>();
  for (const branch of asked) {
    const page = await show(branch);
    const { acquired, figures, carriersInGroup, notCounted } = page;
    expect({ acquired, figures, carriersInGroup, count: notCounted.count }).toEqual({
      ...{ acquired: whole.people.length, figures: whole.figures },
      ...{ carriersInGroup: whole.carriersInGroup, count: whole.notCounted.count },
    });
    for (const list of ["carriers", "deadEnds", "notReached"] as const) {
      expect(page[list].count).toBe(whole[list].count);
      expect(page[list].names).toHaveLength(Math.min(short.names, whole[list].count));
      expect(whole[list].names).toEqual(expect.arrayContaining(page[list].names));
    }
    if (whole.people.length === 0) return;
    expect(page.branches?.above.at(-1)?.id ?? null).toBe(branch.from);
    const drawn = page.drawing.nodes.reduce((sum, { count }) => sum + count, 0);
    expect(drawn).toBeGreaterThanOrEqual(page.people.length);
    if (branch.page < (page.branches?.pageCount ?? 1)) {
      asked.push({ ...branch, page: branch.page + 1 });
    }
    for (const { branch: opens, ...person } of page.people) {
      expect({ ...person, branch: null }).toEqual(whole.people.find(({ id }) => id === person.id));
      if (!found.has(person.id) && opens !== null) asked.push({ from: person.id, page: 1 });
      found.set(person.id, { ...person, branch: null });
    }
  }
  expect(found.size).toBe(whole.people.length);
}

const keyOf = (id: string) => personKeys.find((key) => key === id) ?? "ann";
const nameIn = (id: string) => nameOf(keyOf(id));

function methodsOf(world: World, group: Group, today: IsoDate): CompetenceKey[] {
  if ("project" in group) return frozenIn(world, group.project).map((each) => each.competence);
  const { competences } = reckonedUnit(factsOn(world, today), group.unit, today);
  return competenceKeys.filter(
    (key) =>
      competences.some(({ competence }) => competence === key) ||
      historyIn(world, { competence: key, units: unitsBelow(group.unit), day: today }).length > 0,
  );
}

/** The figures of a unit and of a project, as of every day. */
export async function holdsSpread(db: Database, world: World): Promise<void> {
  const unitIds = unitsBelow("left").map((unit) => world.units[unit]);
  const groups = [
    { group: { unit: "left" as const }, stored: { unitIds } },
    { group: { project: "far" as const }, stored: { projectId: world.projects.far } },
  ];
  for (let day = dayOf(-1); day < dayOf(10); day = dayAfter(day)) {
    for (const { group, stored } of groups) {
      const competenceIds = Object.values(world.competences);
      const rows = await spreadFigures(db, { competenceIds, group: stored, asOf: day });
      for (const competence of competenceKeys) {
        const input = inputOf(world, { competence, group, day });
        const figures = cascadeFigures(input);
        const { reach, activation, reproduction, generations } = figures;
        expect(rows.find(({ name }) => name === competence)).toMatchObject({
          ...{ reach, activation, reproduction, generations },
          ...{ deadEnds: figures.deadEnds.length, carriers: figures.carriers.length },
          deadEndsInGroup: countInGroup(input, figures.deadEnds),
          deadEndsBeside: countBeside(input, figures.deadEnds),
          carriersInGroup: countInGroup(input, figures.carriers),
        });
      }
    }
  }
}
