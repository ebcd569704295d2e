import { expect } from "vitest";
import { spreadFigures } from "~/features/cascade/history/spread-figures.queries.server";
import { dayAfter, type IsoDate } from "~/terms/day";
import { countBeside, countInGroup } from "~/features/cascade/rules/count-in-group";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { traceLineage } from "~/features/cascade/rules/lineage";
import { listCascades } from "~/features/cascade/spread/cascade-list.queries.server";
import { showCascade } from "~/features/cascade/spread/cascade-page.queries.server";
import type { Database } from "~/platform/db.server";
import { covers } from "~/terms/period";
import { competenceKeys, dayOf, personKeys, type CompetenceKey } from "../competence/random-facts";
import { reckonedUnit } from "../competence/reckoned-unit";
import { projectKeys, projectUnits } from "./page-facts";
import { codeOf, nameOf, projectCode, type World } from "./page-world";
import { factsOn, frozenIn, historyIn, inputOf, type Group } from "./told-of-methods";
import { homeOn, unitsBelow } from "./told-of-people";
import { unitsInReach } from "./viewers";
import type { Asked } from "./viewers";
import { mayOpen } from "./holds-hand-overs";

/** The groups whose cascade somebody may follow. */
function groupsOf({ world, today, looking }: Asked): Group[] {
  const isStaff = looking.self !== null && looking.manages.length === 0;
  const own = isStaff && looking.self ? homeOn(world, looking.self, today).unit : null;
  const projects = projectKeys.filter((key) => {
    const groups = frozenIn(world, key);
    if (groups.length === 0) return false;
    if (looking.projects.includes(key)) return true;
    const isMember = groups.some(({ members }) => looking.self && members.includes(looking.self));
    return isStaff && (projectUnits[key] === own || isMember);
  });
  return [
    ...(own ? [own] : unitsInReach(looking)).map((unit) => ({ unit })),
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
        .map(({ name, generation, acquiredOn, learnedFrom, inGroup: is, handOverId }) => ({
          ...{ name, generation, acquiredOn, learnedFrom: [...learnedFrom].sort(), is, handOverId },
        }))
        .sort(byName),
    ).toEqual(
      [...lineage.people]
        .map(([id, { generation, acquiredOn, learnedFrom, from }]) => ({
          ...{ name: nameIn(id), generation, acquiredOn, is: input.shouldHold.includes(id) },
          learnedFrom: learnedFrom.map(nameIn).sort(),
          handOverId: from !== null && mayOpen(asked, from) ? from : null,
        }))
        .sort(byName),
    );
    const notCounted = page.notCounted.rows.map(({ id, reason, mayOpen: may }) => [
      id,
      reason,
      may,
    ]);
    expect(notCounted.sort()).toEqual(
      figures.notCounted.map(({ handOver: id, reason }) => [id, reason, mayOpen(asked, id)]).sort(),
    );
  }
}

const nameIn = (id: string) => nameOf(personKeys.find((key) => key === id) ?? "ann");

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
