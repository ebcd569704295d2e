import { expect } from "vitest";
import { showMatrix } from "~/features/competence/levels/matrix.queries.server";
import { basisOf } from "~/features/competence/rules/confirmed-level";
import { showRequirements } from "~/features/competence/requirements/requirements.queries.server";
import { listApprovals } from "~/features/training/records/training.queries.server";
import { listAwaitedAnswers } from "~/overviews/unit/awaited-answers.queries.server";
import {
  showUnit,
  type RequirementView,
  type UnitOverview,
} from "~/overviews/unit/unit-overview.queries.server";
import { listUnits } from "~/overviews/unit/unit-list.queries.server";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { competenceKeys, unitKeys, type PersonKey, type UnitKey } from "../competence/random-facts";
import { reckonedUnit } from "../competence/reckoned-unit";
import { isAwaited } from "./page-facts";
import { codeOf, nameOf } from "./page-world";
import { factsOn } from "./told-of-methods";
import { owedBy } from "./told-of-courses";
import { placesOn, seenIn, unitsAbove, unitsBelow, worksIn } from "./told-of-people";
import { unitsInReach } from "./viewers";
import type { Asked } from "./viewers";
import { byText, comesBy } from "./sorted";

/** A unit's page and matrix, today and on a past day, for who may look into the unit. */
export async function holdsUnits(db: Database, asked: Asked & { pastDay: IsoDate }): Promise<void> {
  const { world, today, looking, pastDay } = asked;
  for (const unit of unitsInReach(looking)) {
    const unitId = world.units[unit];
    const units = unitsBelow(unit);
    for (const day of [null, pastDay]) {
      const shown = day ?? today;
      const reckoned = reckonedUnit(factsOn(world, shown), unit, shown);
      const working = worksIn(world, units, shown);
      const shownPeople = working.filter((person) => looking.inReach.includes(person));
      const page = await showUnit(db, looking.viewer, { unitId, today, day });
      expect(page.peopleCount).toBe(working.length);
      expect(page.staff).toEqual({
        seen: shownPeople.length,
        people: shownPeople.map((person) => {
          const [place] = placesOn(world, person, units, shown);
          const { unit: name = "", share } = place ?? {};
          return {
            id: world.people[person],
            name: nameOf(person),
            jobTitle: name,
            unitName: name,
            share,
          };
        }),
      });
      comesBy(page.requirements, ({ competence, unit: of, id }) => [competence.name, of.name, id]);
      const rows = reckoned.requirements.map(({ competence, unit: of, ...row }) =>
        requirementRow({ ...row, competence: codeOf(world, competence), unit: of }),
      );
      expect(
        page.requirements
          .map(({ competence, unit: of, ...row }) =>
            requirementRow({ ...row, competence: competence.code, unit: of.name }),
          )
          .sort(byText),
      ).toEqual(rows.sort(byText));
      const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length;
      expect(page).toMatchObject({
        measured: count(({ people }) => people > 0),
        covered: count(({ progress }) => progress === "covered"),
        atRisk: count(({ atRisk }) => atRisk),
        late: count(({ isLate }) => isLate),
      });
      expect(page.waiting).toEqual(
        day ? null : waitingIn(asked, { unit, people: seenIn(world, units, today) }),
      );
      if (!day) await holdsWaiting(db, { ...asked, unitId, waiting: page.waiting });
      expect(
        page.owed
          .map(({ trainingRecordId, reached, left, isLate }) => ({
            trainingRecordId,
            reached,
            left,
            isLate,
          }))
          .sort(byRecord),
      ).toEqual(day ? [] : owedBy(world, working, today).sort(byRecord));
      const ofUnit = { ...asked, unitId, units, day };
      await holdsMatrix(db, { ...ofUnit, reckoned, working, shownPeople });
    }
  }
}

type RequirementRow = Omit<RequirementView, "id" | "competence" | "unit"> & {
  competence: string;
  unit: string;
};

function requirementRow(row: RequirementRow): RequirementRow {
  const { competence, unit, level, dueOn, minHolders, minCarriers, isFromAbove } = row;
  const { people, holders, observed, carriers, progress, atRisk, isLate } = row;
  return {
    ...{ competence, unit, level, dueOn, minHolders, minCarriers, isFromAbove },
    ...{ people, holders, observed, carriers, progress, atRisk, isLate },
  };
}

const byRecord = (a: { trainingRecordId: string }, b: { trainingRecordId: string }) =>
  a.trainingRecordId < b.trainingRecordId ? -1 : 1;

type Waiting = UnitOverview["waiting"];

/** What a unit's page counts opens to as much. */
async function holdsWaiting(
  db: Database,
  { looking, unitId, waiting, today }: Asked & { unitId: string; waiting: Waiting },
): Promise<void> {
  const asked = { unitId, page: 1, today };
  const answers = await listAwaitedAnswers(db, looking.viewer, asked);
  expect([answers.count, answers.rows.length]).toEqual([
    waiting?.confirmations,
    Math.min(answers.count, 25),
  ]);
  comesBy(answers.rows, ({ heldOn, handOverId, personId }) => [heldOn, handOverId, personId]);
  const queue = listApprovals(db, looking.viewer, { ...asked, decidedId: null });
  if (!waiting?.isQueue) {
    await expect(queue).rejects.toMatchObject({ code: "not-found" });
    return;
  }
  const { count, records } = await queue;
  expect([count, records.length]).toEqual([waiting.courses, Math.min(waiting.courses, 10)]);
}

function waitingIn({ world, looking }: Asked, of: { unit: UnitKey; people: PersonKey[] }) {
  const { people } = of;
  const isQueue = looking.viewer.managedUnitIds.includes(world.units[of.unit]);
  const { courses, handOvers } = world.facts;
  const isTheirs = ({ person }: { person: PersonKey }) => people.includes(person);
  const parts = handOvers.flatMap(({ learners, withdrawn }) => (withdrawn ? [] : learners));
  return {
    courses: courses.filter(
      (each) =>
        each.kind === "course" &&
        each.status === "submitted" &&
        isTheirs(each) &&
        !(isQueue && each.person === looking.self),
    ).length,
    confirmations: parts.filter((part) => isAwaited(part) && isTheirs(part)).length,
    isQueue,
  };
}

type OfUnit = Asked & {
  unitId: string;
  units: UnitKey[];
  day: IsoDate | null;
  reckoned: ReturnType<typeof reckonedUnit>;
  working: PersonKey[];
  shownPeople: PersonKey[];
};

async function holdsMatrix(db: Database, asked: OfUnit): Promise<void> {
  const { world, today, looking, unitId, units, day, reckoned, working, shownPeople } = asked;
  const matrix = await showMatrix(db, looking.viewer, { unitId, page: 1, today, day });
  // Of two places the larger, whose title is its unit.
  expect(matrix.people).toEqual(
    shownPeople.map((person) => {
      const [{ unit: jobTitle } = { unit: "" }] = placesOn(world, person, units, day ?? today);
      return { id: world.people[person], name: nameOf(person), jobTitle };
    }),
  );
  expect([matrix.peopleCount, matrix.movedAway]).toEqual([
    working.length,
    working.length - shownPeople.length,
  ]);
  const columns = reckoned.competences;
  expect(matrix.competences.map(({ name }) => name)).toEqual(
    columns.map(({ competence }) => competence).sort(),
  );
  const total = columns.reduce((sum, { gaps }) => sum + gaps.length, 0);
  expect([matrix.isMeasured, matrix.gapTotal]).toEqual([
    columns.some((column) => column.shouldHold.length > 0),
    total,
  ]);
  for (const { competence, shouldHold, gaps } of columns) {
    const id = world.competences[competence];
    expect(matrix.gaps[id]).toBe(gaps.length);
    for (const person of shownPeople) {
      const key = `${world.people[person]} ${id}`;
      const known = reckoned.known(person, competence);
      expect(matrix.levels[key] ?? { level: 0, basis: "confirmed" }).toEqual({
        ...{ level: known.level, basis: basisOf(known) },
      });
      expect(matrix.required[key]).toEqual(
        shouldHold.includes(person) ? { isGap: gaps.includes(person) } : undefined,
      );
    }
  }
}

/** What each unit requires, and how many work there. */
export async function holdsUnitList(db: Database, { world, today, looking }: Asked): Promise<void> {
  const standing = world.facts.requirements.filter(({ withdrawn }) => !withdrawn);
  const { units } = await listUnits(db, looking.viewer, today);
  expect(units.map(({ name, people, requirements }) => ({ name, people, requirements }))).toEqual(
    [...(["top", "left", "leaf", "right"] as const)].map((unit) => ({
      name: unit,
      people: worksIn(world, [unit], today).length,
      requirements: standing.filter((each) => each.unit === unit && covers(each, today)).length,
    })),
  );
  for (const unit of unitKeys) {
    const page = showRequirements(db, looking.viewer, { unitId: world.units[unit], today });
    if (!unitsInReach(looking).includes(unit)) {
      await expect(page).rejects.toMatchObject({ code: "not-found" });
      continue;
    }
    const { own, earlier, above, open } = await page;
    const ofUnit = standing.filter((each) => each.unit === unit);
    const now = ofUnit.filter(({ endsBefore }) => endsBefore === null || endsBefore > today);
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
    expect(ids(own)).toEqual(ids(now));
    expect(ids(own.filter(({ when }) => when === "later"))).toEqual(
      ids(now.filter(({ startsOn }) => startsOn > today)),
    );
    expect(ids(earlier)).toEqual(ids(ofUnit.filter((each) => !now.includes(each))));
    const over = unitsAbove(unit).slice(1);
    expect(ids(above)).toEqual(
      ids(standing.filter((each) => over.includes(each.unit) && covers(each, today))),
    );
    expect(open.map(({ name }) => name)).toEqual(
      competenceKeys.filter((key) => !now.some(({ competence }) => competence === key)).toSorted(),
    );
  }
}
