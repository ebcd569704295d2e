import { expect } from "vitest";
import { showLogForm } from "~/features/training/courses/log-form.queries.server";
import { listTraining, type Whose } from "~/features/training/records/training-list.queries.server";
import { listApprovals, showRecord } from "~/features/training/records/training.queries.server";
import type { Database } from "~/platform/db.server";
import { showStart } from "~/overviews/start/start-page.queries.server";
import { dayAfter } from "~/terms/day";
import { covers } from "~/terms/period";
import { dayOf, personKeys, type PersonKey } from "../competence/random-facts";
import { reckonedUnit } from "../competence/reckoned-unit";
import { toConfirm } from "./holds-hand-overs";
import { projectKeys, projectUnits } from "./page-facts";
import type { World } from "./page-world";
import { owedBy } from "./told-of-courses";
import { factsOn, heldOf, lineageOf } from "./told-of-methods";
import { isNear, seenIn } from "./told-of-people";
import type { Asked } from "./viewers";
import { comesBy, down } from "./sorted";
import { availableOn } from "./told-of-money";

/** A course as a list knows it: its title is its id; of a hand-over that of the occasion. */
type Row = {
  person: PersonKey;
  title: string;
  status: string;
  confirmed: Known | null;
};
type Known = { level: number; observed: boolean };

/** Every record of training, with the level that it gave. */
function recordsOf(world: World): Row[] {
  const { courses, handOvers } = world.facts;
  return [
    ...courses.map(({ id: title, person, status, competence, confirms }) => {
      const stands = competence !== null && confirms !== null && !confirms.withdrawn;
      const confirmed = stands ? { level: confirms.level, observed: confirms.observed } : null;
      return { person, title, status, confirmed };
    }),
    ...handOvers.flatMap((held) =>
      held.learners.map(({ person, answer }) => ({
        ...{ person, title: held.id, status: statusOf(held.withdrawn, answer) },
        confirmed: counts(world, held, person) ? givenBy(held) : null,
      })),
    ),
  ];
}

const givenBy = ({ givesLevel: level }: { givesLevel: number }): Known => ({
  ...{ level, observed: false },
});

function statusOf(withdrawn: boolean, answer: "yes" | "no" | null): string {
  if (withdrawn) return "withdrawn";
  if (answer === null) return "submitted";
  return answer === "yes" ? "approved" : "declined";
}

/** Whether somebody's part comes to count, on whatever day. */
function counts(world: World, held: World["facts"]["handOvers"][number], person: PersonKey) {
  if (!heldOf(world, held.competence).some(({ id }) => id === held.id)) return false;
  const trace = lineageOf(world, held.competence, "2199-12-31").handOvers.get(held.id);
  return trace?.counted === true && trace.learners.includes(person);
}

/** The lists of training of oneself, of each person, and of the viewer's people. */
export async function holdsTraining(db: Database, asked: Asked): Promise<void> {
  const { world, looking } = asked;
  const records = recordsOf(world);
  const unit: Whose[] =
    looking.manages.length > 0 || looking.isAdministrator ? [{ kind: "unit" }] : [];
  const own: Whose[] = looking.self ? [{ kind: "own" }] : [];
  const persons = personKeys.map((key): Whose => ({ kind: "person", personId: world.people[key] }));
  for (const whose of [...own, ...unit, ...persons]) {
    const people = peopleOf(asked, whose);
    const list = listTraining(db, looking.viewer, { whose, page: 1, loggedId: null });
    if (whose.kind === "person" && people.length === 0) {
      await expect(list).rejects.toMatchObject({ code: "not-found" });
      continue;
    }
    const theirs = records.filter(({ person }) => people.includes(person));
    const count = (...statuses: string[]) =>
      theirs.filter(({ status }) => statuses.includes(status)).length;
    const { rows, ...page } = await list;
    comesBy(rows, ({ heldOn, id }) => [down(heldOn), down(id)]);
    expect([page.count, page.approved, page.waiting]).toEqual([
      theirs.length,
      count("approved"),
      count("submitted", "returned"),
    ]);
    const all = theirs.map(({ person, title, confirmed }) =>
      keyOf(world.people[person], title, confirmed),
    );
    const shown = rows.map(({ person, title, confirmed }) => keyOf(person.id, title, confirmed));
    expect(shown).toHaveLength(Math.min(25, all.length));
    expect(all).toEqual(expect.arrayContaining(shown));
  }
}

const keyOf = (person: string, title: string, confirmed: Row["confirmed"]) =>
  [person, title, confirmed?.level, confirmed?.observed].join(" ");

function peopleOf({ world, today, looking }: Asked, whose: Whose): PersonKey[] {
  if (whose.kind === "own") return looking.self ? [looking.self] : [];
  if (whose.kind === "unit") {
    return looking.isAdministrator ? looking.inReach : seenIn(world, looking.manages, today);
  }
  return looking.inReach.filter((key) => world.people[key] === whose.personId);
}

/** The courses that wait for somebody's word, the first to be sent in first. */
function toApprove({ world, today, looking: { self, manages } }: Asked): string[] {
  const seen = seenIn(world, manages, today);
  return world.facts.courses
    .filter(({ kind, status }) => kind === "course" && status === "submitted")
    .filter(({ person }) => seen.includes(person) && person !== self)
    .map(({ id }) => id);
}

export async function holdsApprovals(db: Database, asked: Asked): Promise<void> {
  const { world, today, looking } = asked;
  const waiting = toApprove(asked);
  const page = await listApprovals(db, looking.viewer, { page: 1, decidedId: null, today });
  expect(page.count).toBe(waiting.length);
  expect(page.records.map(({ id }) => id)).toEqual(waiting.slice(0, 10));
  expect(page.ownWaiting).toBe(
    world.facts.courses.filter(
      ({ person, kind, status }) =>
        person === looking.self && kind === "course" && status === "submitted",
    ).length,
  );
  const facts = factsOn(world, today);
  for (const { id, title, currentLevel } of page.records) {
    const course = world.facts.courses.find((each) => each.id === title);
    if (!course?.competence) continue;
    const known = reckonedUnit(facts, "top", today).known(course.person, course.competence);
    expect([id, currentLevel]).toEqual([title, known.level]);
  }
  for (const { id, person } of world.facts.courses) {
    const record = showRecord(db, looking.viewer, { id, today });
    if (looking.inReach.includes(person)) expect((await record).record.id).toBe(id);
    else await expect(record).rejects.toMatchObject({ code: "not-found" });
  }
}

/** What waits for somebody, as their start page counts it. */
export async function holdsStart(db: Database, asked: Asked): Promise<void> {
  const { world, today, looking } = asked;
  const { self, manages } = looking;
  const page = await showStart(db, looking.viewer, today);
  const confirm = toConfirm(world, self);
  const returned = world.facts.courses
    .filter(
      ({ person, kind, status }) => person === self && kind === "course" && status === "returned",
    )
    .map(({ id }) => id)
    .sort();
  const approve = manages.length > 0 ? toApprove(asked).length : null;
  expect(page.approvals).toBe(approve);
  expect(page.waiting).toBe((self ? confirm.length + returned.length : 0) + (approve ?? 0));
  if (self) {
    expect(page.own?.toConfirm.map(({ id }) => id).sort()).toEqual(confirm);
    expect(page.own?.returned.map(({ id }) => id).sort()).toEqual(returned);
    expect(page.own?.owed.map(({ trainingRecordId }) => trainingRecordId).sort()).toEqual(
      owedBy(world, [self], today)
        .map(({ trainingRecordId }) => trainingRecordId)
        .sort(),
    );
  }
  const current = looking.projects.filter((key) => covers(world.facts.projects[key], today));
  if (page.projects)
    expect(page.projects.map(({ name }) => name).sort()).toEqual(current.toSorted());
}

/** Which lines may pay for a course, of any day. */
export async function holdsLogForm(db: Database, asked: Asked): Promise<void> {
  const { world, today, looking } = asked;
  const { self } = looking;
  if (!self) return;
  for (let day = dayOf(-1); day < dayOf(10); day = dayAfter(day)) {
    const form = await showLogForm(db, looking.viewer, { day, today });
    const begun = projectKeys
      .filter((key) =>
        isNear(world, self, { ...world.facts.projects[key], unit: projectUnits[key] }),
      )
      .filter((key) => world.facts.projects[key].startsOn <= today);
    const lines = begun.flatMap((key) => {
      const { closedOn, ...days } = world.facts.projects[key];
      const isClosed = closedOn !== null && closedOn < day;
      const runs = covers(days, day);
      const { granted, cash } = world.lines[key];
      const left = (line: "granted" | "cash") => availableOn(world, { key, line, day: today });
      const open = [{ id: cash, isOpen: runs, isCash: true, availableOre: left("cash") }];
      const granting = { id: granted, isOpen: runs, isCash: false, availableOre: left("granted") };
      return isClosed ? open : [...open, granting];
    });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    comesBy(form.projects, ({ startsOn, name }) => [down(startsOn), name]);
    const placeOf = (id: string) => (lines.find((line) => line.id === id)?.isCash ? 1 : 0);
    comesBy(form.lines, (line) => [down(line.startsOn), line.projectName, placeOf(line.id)]);
    expect(form.projects.map(({ id }) => id).sort()).toEqual(
      begun.map((key) => world.projects[key]).sort(),
    );
    expect(
      form.lines.map(({ id, isOpen, availableOre }) => ({ id, isOpen, availableOre })).sort(byId),
    ).toEqual(lines.map(({ isCash: _, ...line }) => line).sort(byId));
  }
}
