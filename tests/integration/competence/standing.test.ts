import fc from "fast-check";
import { expect, test } from "vitest";
import { cascadeInput } from "~/features/cascade/history/cascade-input.queries.server";
import { keepUnits } from "~/features/cascade/history/keep-units.server";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { listCompetenceRows } from "~/features/competence/catalogue/competence-list.queries.server";
import { showMatrix } from "~/features/competence/levels/matrix.queries.server";
import { basisOf } from "~/features/competence/rules/confirmed-level";
import { unitsBelow } from "~/features/organisation/unit-tree.queries.server";
import { toDbDate, type IsoDate } from "~/terms/day";
import { showStart } from "~/overviews/start/start-page.queries.server";
import { listUnits } from "~/overviews/unit/unit-list.queries.server";
import { showUnit } from "~/overviews/unit/unit-overview.queries.server";
import { makeCompetence } from "../../factories/competence";
import { makePerson } from "../../factories/person";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { countInGroup } from "../../unit/cascade/count-in-group";
import {
  above,
  anyDay,
  anyFacts,
  competenceKeys,
  personKeys,
  unitKeys,
  type Facts,
  type UnitKey,
} from "./random-facts";
import { reckonedUnit, requirementsOn } from "./reckoned-unit";

const { db } = await testDatabase();
const { unitIds, competences, personIds, authorityId } = await makeWorld();
const administrator = makeViewer({ authorityId, roles: ["administrator"] });

async function makeWorld() {
  const top = await makeUnit(db);
  const unitIds = new Map<UnitKey, string>([["top", top.id]]);
  for (const key of unitKeys) {
    const parent = above[key];
    if (parent === null) continue;
    const parentId = idIn(unitIds, parent);
    unitIds.set(key, (await makeUnit(db, { authorityId: top.authorityId, parentId })).id);
  }
  const { authorityId } = top;
  const competences = new Map(
    await Promise.all(
      competenceKeys.map(
        async (key) => [key, await makeCompetence(db, { authorityId, name: key })] as const,
      ),
    ),
  );
  const personIds = new Map(
    await Promise.all(
      personKeys.map(
        async (key) => [key, (await makePerson(db, { unit: top, familyName: key })).id] as const,
      ),
    ),
  );
  return { unitIds, competences, personIds, authorityId };
}

function idIn<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
  return ids.get(key) ?? "";
}

function competenceId(key: (typeof competenceKeys)[number]): string {
  return competences.get(key)?.id ?? "";
}

async function write(facts: Facts): Promise<void> {
  await db.placement.deleteMany();
  await db.requirement.deleteMany();
  await db.attestation.deleteMany();
  const rowOf = ({ withdrawn }: { withdrawn: boolean }) => ({
    withdrawnAt: withdrawn ? new Date() : null,
  });
  const daysOf = ({ startsOn, endsBefore }: { startsOn: IsoDate; endsBefore: IsoDate | null }) => ({
    startsOn: toDbDate(startsOn),
    endsBefore: endsBefore && toDbDate(endsBefore),
  });
  await db.placement.createMany({
    data: facts.placements.map((place) => ({
      ...{ personId: idIn(personIds, place.person), unitId: idIn(unitIds, place.unit) },
      ...{ share: 50, ...daysOf(place), ...rowOf(place) },
    })),
  });
  await db.requirement.createMany({
    data: facts.requirements.map(({ unit, competence, ...row }) => ({
      ...{ unitId: idIn(unitIds, unit), competenceId: competenceId(competence) },
      ...{ level: row.level, minHolders: row.minHolders, minCarriers: row.minCarriers },
      ...{ dueOn: row.dueOn && toDbDate(row.dueOn), ...daysOf(row), ...rowOf(row) },
    })),
  });
  await db.attestation.createMany({
    data: facts.attestations.map(({ person, competence, attestedOn, level, ...row }) => ({
      ...{ personId: idIn(personIds, person), competenceId: competenceId(competence), level },
      ...{ observed: row.observed, source: row.source, attestedOn: toDbDate(attestedOn) },
      standsFrom: toDbDate(attestedOn),
      ...rowOf(row),
    })),
  });
}

const byText = (a: unknown, b: unknown) => JSON.stringify(a).localeCompare(JSON.stringify(b));

test("pages say what the rules say of the facts, for any unit and day", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyFacts,
      anyDay,
      fc.constantFrom(...unitKeys),
      fc.oneof(fc.constantFrom("never", "today"), anyDay),
      async (facts, today, shown, counted) => {
        await write(facts);
        const countedOn = counted === "today" ? today : counted;
        if (counted !== "never") await db.$transaction((tx) => keepUnits(tx, countedOn));
        const reckoned = reckonedUnit(facts, shown, today);
        const unitId = idIn(unitIds, shown);

        await holdsUnitPage({ unitId, today, reckoned });
        await holdsMatrix({ unitId, today, reckoned });
        await holdsMethod({ unitId, today, reckoned });
        await holdsLists(facts, today);
      },
    ),
    { numRuns: 90 },
  );
}, 120_000);

type Asked = { unitId: string; today: IsoDate; reckoned: ReturnType<typeof reckonedUnit> };

async function holdsUnitPage({ unitId, today, reckoned }: Asked): Promise<void> {
  const page = await showUnit(db, administrator, { unitId, today });
  expect(page.peopleCount).toBe(reckoned.peopleCount);
  const rows = reckoned.requirements.map(({ competence, unit, ...row }) => ({
    ...row,
    competence: competences.get(competence)?.code,
    unit: idIn(unitIds, unit),
  }));
  expect(
    page.requirements
      .map(({ id: _id, competence, unit, ...row }) => ({
        ...row,
        competence: competence.code,
        unit: unit.id,
      }))
      .sort(byKeys),
  ).toEqual(rows.sort(byKeys));
  const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length;
  expect([page.measured, page.covered, page.atRisk, page.late]).toEqual([
    count(({ people }) => people > 0),
    count(({ people, holders }) => people > 0 && holders === people),
    count(({ atRisk }) => atRisk),
    count(({ isLate }) => isLate),
  ]);
  const manager = makeViewer({ authorityId, roles: ["manager"], managedUnitIds: [unitId] });
  const { unit } = await showStart(db, manager, today);
  expect([unit?.measured, unit?.covered, unit?.atRisk, unit?.late]).toEqual([
    page.measured,
    page.covered,
    page.atRisk,
    page.late,
  ]);
}

function byKeys(
  a: { competence?: string; unit: string },
  b: { competence?: string; unit: string },
) {
  return byText([a.competence, a.unit], [b.competence, b.unit]);
}

async function holdsMatrix({ unitId, today, reckoned }: Asked): Promise<void> {
  const matrix = await showMatrix(db, administrator, { unitId, page: 1, today });
  expect(matrix.people.map(({ id }) => id)).toEqual(
    reckoned.people.map((person) => idIn(personIds, person)),
  );
  const columns = new Map(
    reckoned.competences.map((column) => [competenceId(column.competence), column]),
  );
  expect(matrix.competences.map(({ id }) => id).sort()).toEqual([...columns.keys()].sort());
  const gapsOf = [...columns].map(([id, { gaps }]) => [id, gaps.length]);
  expect(matrix.gaps).toEqual(Object.fromEntries(gapsOf));
  expect(matrix.isMeasured).toBe([...columns.values()].some((each) => each.shouldHold.length > 0));
  for (const person of reckoned.people) {
    for (const [id, { competence, shouldHold, gaps }] of columns) {
      const key = `${idIn(personIds, person)} ${id}`;
      const known = reckoned.known(person, competence);
      const cell = matrix.levels[key] ?? { level: 0, basis: "confirmed" };
      expect(cell).toEqual({ level: known.level, basis: basisOf(known) });
      expect(matrix.required[key]).toEqual(
        shouldHold.includes(person) ? { isGap: gaps.includes(person) } : undefined,
      );
    }
  }
}

/** A method's lineage has the same group and the same carriers in it, by its own rules. */
async function holdsMethod({ unitId, today, reckoned }: Asked): Promise<void> {
  const column = reckoned.competences.find(({ competence }) => competence === "map");
  const input = await cascadeInput(db, {
    competenceId: competenceId("map"),
    group: { unitIds: await unitsBelow(db, unitId) },
    asOf: today,
  });
  expect(input.shouldHold).toHaveLength(column?.shouldHold.length ?? 0);
  const inGroup = countInGroup(input, cascadeFigures(input).carriers);
  expect(inGroup).toBe(column?.carriers.length ?? 0);
}

async function holdsLists(facts: Facts, today: IsoDate): Promise<void> {
  const required = requirementsOn(facts, today);
  const { rows } = await listCompetenceRows(db, administrator, { page: 1, today });
  const listed = rows.flatMap(({ id, requiredIn }) =>
    requiredIn.map(({ unitId, level }) => [id, unitId, level]),
  );
  expect(listed.sort(byText)).toEqual(
    required
      .map(({ unit, competence, level }) => [competenceId(competence), idIn(unitIds, unit), level])
      .sort(byText),
  );
  const { units } = await listUnits(db, administrator, today);
  for (const unit of unitKeys) {
    const row = units.find(({ id }) => id === idIn(unitIds, unit));
    expect(row?.requirements).toBe(required.filter((each) => each.unit === unit).length);
  }
}
