import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { findPeople } from "~/features/cascade/entering/find-people.queries.server";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import { listHandOvers } from "~/features/cascade/hand-overs/hand-overs.queries.server";
import { showMatrix } from "~/features/competence/levels/matrix.queries.server";
import { readList } from "~/features/exchange/lists/list-importer.server";
import { planTrainingImport } from "~/features/exchange/lists/training-plan.queries.server";
import { peopleReach } from "~/features/exchange/lists/training-reach.server";
import { listPeople } from "~/features/organisation/people-list.queries.server";
import { showPerson } from "~/features/organisation/people.queries.server";
import { showPersonDraft } from "~/features/organisation/person-form.queries.server";
import { showNewPlacement } from "~/features/organisation/placements/placement-forms.queries.server";
import type { Stretch } from "~/features/organisation/stretches";
import { covers } from "~/terms/period";
import { showUnit } from "~/overviews/unit/unit-overview.queries.server";
import { trainingCsv } from "~/features/training/records/training-csv.server";
import { listTraining } from "~/features/training/records/training-list.queries.server";
import { listApprovals, showRecord } from "~/features/training/records/training.queries.server";
import { translator } from "~/i18n/server";
import { addDays, toDbDate } from "~/terms/day";
import { careerIn, placeAs, seenOf } from "../../factories/careers";
import { makeCompetence } from "../../factories/competence";
import { makeHandOver } from "../../factories/hand-over";
import { makePerson } from "../../factories/person";
import { makeRequirement } from "../../factories/requirement";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();
const speech = { language: "sv" as const, t: translator("sv") };

type Somebody = {
  id: string;
  name: string;
  stretches: Stretch[];
  record: string;
  handOver: string;
};

/** An authority: a department over two units, a third beside it, and people with careers in them. */
async function makeAuthorityOf(careers: (units: string[]) => Stretch[][]) {
  const department = await makeUnit(db);
  const { authorityId } = department;
  const below = () => makeUnit(db, { authorityId, parentId: department.id });
  const [one, two, beside] = [await below(), await below(), await makeUnit(db, { authorityId })];
  const competence = await makeCompetence(db, { authorityId });
  await makeRequirement(db, {
    ...{ unitId: department.id, competenceId: competence.id },
    ...{ level: 1, minHolders: 0, minCarriers: 0 },
  });
  const people: Somebody[] = [];
  for (const stretches of careers([one.id, two.id, beside.id])) {
    const person = await makePerson(db, { unit: one });
    await placeAs(db, person.id, stretches);
    const { id: record } = await db.trainingRecord.create({
      data: {
        ...{ authorityId, personId: person.id, kind: "course", status: "submitted" },
        ...{ title: `Kurs ${person.familyName}`, heldOn: toDbDate("2020-01-01"), minutes: 60 },
      },
    });
    const handOver = { competence, heldOn: "2020-01-01", trainers: [person.id], learners: [] };
    const name = `${person.givenName} ${person.familyName}`;
    const { id } = await makeHandOver(db, handOver);
    people.push({ id: person.id, name, stretches, record, handOver: id });
  }
  const within = new Map<string, string[]>([
    [department.id, [department.id, one.id, two.id]],
    ...[one, two, beside].map(({ id }): [string, string[]] => [id, [id]]),
  ]);
  return { authorityId, department, one, two, beside, people, within };
}

type World = Awaited<ReturnType<typeof makeAuthorityOf>>;

/** Managers of each unit, the department's, an administrator, and the first of the people. */
function viewersOf({ authorityId, within, people }: World, today: string): Viewer[] {
  const base = { authorityId, today };
  return [
    ...[...within.values()].map((managedUnitIds) =>
      makeViewer({ ...base, roles: ["manager"], managedUnitIds }),
    ),
    makeViewer({ ...base, roles: ["administrator"] }),
    makeViewer({ ...base, roles: ["employee"], personId: people[0]?.id ?? null }),
    makeViewer({ today, roles: ["administrator"], authorityId: randomUUID() }),
  ];
}

/** Whom a viewer is in charge of on a day, by the rule. */
function inCharge(viewer: Viewer, { people, authorityId }: World): Somebody[] {
  if (viewer.authorityId !== authorityId) return [];
  if (viewer.roles.includes("administrator")) return people;
  return people.filter(({ stretches }) =>
    seenOf(stretches, viewer.today).some(({ unitId }) => viewer.managedUnitIds.includes(unitId)),
  );
}

const sorted = (ids: string[]) => [...ids].sort();
const idsOf = (people: { id: string }[]) => sorted(people.map(({ id }) => id));

async function checkLists(viewer: Viewer, world: World): Promise<void> {
  const { today } = viewer;
  const { people, authorityId } = world;
  const charge = inCharge(viewer, world);
  const reach = people.filter((each) => charge.includes(each) || each.id === viewer.personId);
  const hidden = people.filter((each) => !reach.includes(each));

  const listed = await listPeople(db, viewer, { search: "", page: 1, today });
  expect(idsOf(listed.rows)).toEqual(idsOf(charge));
  const byName = await listPeople(db, viewer, { search: "kim", page: 1, today });
  expect(idsOf(byName.rows)).toEqual(idsOf(charge));

  const found = await findPeople(db, viewer, { query: "Kim", today });
  expect(idsOf(found)).toEqual(
    viewer.authorityId === authorityId ? idsOf(people.filter(isColleague(today))) : [],
  );

  if (viewer.roles.includes("manager") || viewer.roles.includes("administrator")) {
    const whose = { kind: "unit" } as const;
    const training = await listTraining(db, viewer, { whose, page: 1, loggedId: null });
    expect(sorted(training.rows.map(({ person }) => person.id))).toEqual(idsOf(reach));
    const file = new TextDecoder().decode(await trainingCsv(db, viewer, { whose, speech }));
    for (const { name } of reach) expect(file).toContain(name);
    for (const { name } of hidden) expect(file).not.toContain(`${name};`);
    const handOvers = await listHandOvers(db, viewer, { part: "reach", page: 1, today });
    expect(idsOf(handOvers.handOvers)).toEqual(sorted(reach.map(({ handOver }) => handOver)));
    const names = people.map(({ name }) => `${name};Kurs;2020-01-01;1`);
    const list = new TextEncoder().encode(["Namn;Kurs;Datum;Timmar", ...names].join("\n"));
    const mine = {
      file: readList(list),
      mapping: null,
      reach: peopleReach(viewer),
      today: "2030-01-01",
    };
    const plan = await planTrainingImport(db, { ...mine, today });
    const unknown = plan.faults.filter(({ reason }) => reason === "noPerson");
    expect(unknown).toHaveLength(people.length - charge.length);
  }
  const approvals = await listApprovals(db, viewer, { page: 1, decidedId: null, today });
  expect(sorted(approvals.records.map(({ person }) => person.id))).toEqual(
    viewer.roles.includes("manager") ? idsOf(charge) : [],
  );
  for (const person of people) await checkLinks(viewer, person, { charge, reach });
}

/** Who began by the day and, if they have left, within the year before it. */
function isColleague(today: string) {
  return ({ stretches }: Somebody) =>
    stretches.some(({ startsOn }) => startsOn <= today) &&
    !stretches.every(({ endsBefore }) => endsBefore && endsBefore <= addDays(today, -365)) &&
    // Between two employments one is named with the next, which hasn't begun.
    (stretches.some((stretch) => covers(stretch, today)) ||
      !stretches.some(({ startsOn }) => startsOn > today));
}

type Reached = { charge: Somebody[]; reach: Somebody[] };

async function checkLinks(viewer: Viewer, person: Somebody, { charge, reach }: Reached) {
  const { today } = viewer;
  const seen = reach.includes(person) ? "done" : "not-found";
  const kept = charge.includes(person) ? "done" : "not-found";
  const { id, record, handOver } = person;
  expect(await outcomeOf(showPerson(db, viewer, id))).toBe(seen);
  expect(await outcomeOf(showRecord(db, viewer, { id: record, today }))).toBe(seen);
  expect(await outcomeOf(showHandOver(db, viewer, { id: handOver, today }))).toBe(seen);
  expect(await outcomeOf(showPersonDraft(db, viewer, { id, today }))).toBe(kept);
  expect(await outcomeOf(showNewPlacement(db, viewer, { personId: id, today }))).toBe(kept);
}

/** Unit and matrix of a day: figures of who worked there, names of those whom the viewer sees. */
async function checkUnits(viewer: Viewer, world: World, day: string): Promise<void> {
  const { today } = viewer;
  const charge = inCharge(viewer, world);
  for (const [unitId, within] of world.within) {
    const there = world.people.filter(({ stretches }) =>
      stretches.some((stretch) => covers(stretch, day) && within.includes(stretch.unitId)),
    );
    const asked = { unitId, today, day: day < today ? day : null };
    const isOpen =
      viewer.managedUnitIds.includes(unitId) ||
      (viewer.roles.includes("administrator") && viewer.authorityId === world.authorityId);
    if (!isOpen) {
      expect(await outcomeOf(showUnit(db, viewer, asked))).toBe("not-found");
      continue;
    }
    const named = idsOf(there.filter((person) => charge.includes(person)));
    const unit = await showUnit(db, viewer, asked);
    expect(unit.peopleCount).toBe(there.length);
    expect(idsOf(unit.staff.people)).toEqual(named);
    expect(unit.staff.seen).toBe(named.length);
    for (const { people } of unit.requirements) expect(people).toBe(there.length);
    const matrix = await showMatrix(db, viewer, { ...asked, page: 1 });
    expect(idsOf(matrix.people)).toEqual(named);
    expect([matrix.peopleCount, matrix.movedAway]).toEqual([
      there.length,
      there.length - named.length,
    ]);
  }
}

test("every list and link shows a viewer just those whom the day lets them see", async () => {
  // Careers are drawn for these, and moved into the units of each run.
  const slots = ["one", "two", "beside"];
  const careers = fc.array(careerIn(slots), { minLength: 2, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(careers, fc.nat(), async (drawn, turn) => {
      const world = await makeAuthorityOf((units) =>
        drawn.map((career) =>
          career.map(({ unitId, ...stretch }) => ({
            ...stretch,
            unitId: units[slots.indexOf(unitId)] ?? "",
          })),
        ),
      );
      // Days on which something begins or ends: others seldom tell < from <=. Each by one of the
      // viewers, in turn.
      for (const [index, today] of bordersOf(drawn.flat()).entries()) {
        const viewers = viewersOf(world, today);
        const viewer = viewers[(turn + index) % viewers.length] ?? makeViewer();
        await checkLists(viewer, world);
        await checkUnits(viewer, world, today);
        await checkUnits(viewer, world, addDays(today, -3));
      }
    }),
    { numRuns: 6 },
  );
}, 180_000);

/** The days on which something begins or ends, in their order. */
function bordersOf(stretches: Stretch[]): string[] {
  const days = stretches.flatMap(({ startsOn, endsBefore }) => [startsOn, endsBefore ?? []].flat());
  return [...new Set(days)].sort();
}
