import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { listPeople } from "~/features/organisation/people-list.queries.server";
import { changePerson } from "~/features/organisation/people.commands.server";
import { showPersonDraft } from "~/features/organisation/person-form.queries.server";
import {
  showNewPlacement,
  showPlacement,
} from "~/features/organisation/placements/placement-forms.queries.server";
import { listPlacements } from "~/features/organisation/placements/placement-list.queries.server";
import {
  addPlacement,
  changePlacement,
  withdrawPlacement,
} from "~/features/organisation/placements/placements.commands.server";
import { daysOfPerson } from "~/overviews/person/days-of-person.queries.server";
import { Question } from "~/platform/question";
import { makeAttestation } from "../../factories/attestation";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { makeOwnHours } from "../../factories/own-hours";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();
const today = "2026-06-01";
const place = await makeWorkplace(db);
const { unit, department, authorityId, competence } = place;
const other = await makeUnit(db, { authorityId, parentId: department.id });
const at = (viewer: Viewer, managed: string[] = viewer.managedUnitIds) => ({
  ...viewer,
  today,
  managedUnitIds: managed,
});
const manager = at(place.manager);
const head = at(place.head, [department.id, unit.id, other.id]);

/** `unit share from–until` of each placement that stands, by their first day. */
async function placesOf(personId: string): Promise<string[]> {
  const rows = await db.placement.findMany({
    where: { personId, withdrawnAt: null },
    orderBy: [{ startsOn: "asc" }, { share: "desc" }],
  });
  const names = new Map([
    [unit.id, "unit"],
    [other.id, "other"],
    [department.id, "department"],
  ]);
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";
  return rows.map(
    ({ unitId, share, startsOn, endsBefore }) =>
      `${names.get(unitId)} ${share} ${day(startsOn)}–${day(endsBefore)}`,
  );
}

const somebody = (given: { joinedOn?: string; leftOn?: string } = {}) =>
  makePerson(db, { unit, joinedOn: "2020-01-01", ...given });

async function adding(viewer: Viewer, personId: string, given: Record<string, unknown> = {}) {
  const { seen } = await showNewPlacement(db, viewer, { personId, today });
  const place = { unitId: other.id, jobTitle: "Kurator", share: 40, from: today, leftOn: null };
  return addPlacement(db, viewer, {
    ...{ personId, seen, submissionId: randomUUID() },
    ...place,
    ...given,
  });
}

type Change = Partial<{
  unitId: string;
  share: number;
  from: string | null;
  startsOn: string;
  leftOn: string | null;
  agreed: string;
  seen: string;
}>;

async function changing(
  viewer: Viewer,
  { personId, placementId }: { personId: string; placementId: string },
  given: Change = {},
) {
  const { draft, seen } = await showPlacement(db, viewer, { personId, placementId, today });
  const { unitId, jobTitle, share, startsOn, endsBefore: leftOn } = draft;
  const asItIs = { unitId, jobTitle, share, startsOn, leftOn, from: null, agreed: "" };
  const asked = { today, daysOf: daysOfPerson(viewer) };
  const input = { personId, placementId, seen, submissionId: randomUUID(), ...asItIs, ...given };
  return changePlacement(db, viewer, input, asked);
}

async function only(personId: string, unitId = unit.id) {
  const { id } = await db.placement.findFirstOrThrow({
    where: { personId, unitId, withdrawnAt: null },
  });
  return { personId, placementId: id };
}

async function withdrawing(
  viewer: Viewer,
  chosen: { personId: string; placementId: string },
  given: { goesOn?: boolean; agreed?: string } = {},
) {
  const { seen } = await showPlacement(db, viewer, { ...chosen, today });
  const input = { seen, submissionId: randomUUID(), reason: "Fel person", agreed: "" };
  const daysOf = daysOfPerson(viewer);
  return withdrawPlacement(
    db,
    viewer,
    { ...input, goesOn: false, ...chosen, ...given },
    { daysOf },
  );
}

test("somebody works in two units at once, never more than full time", async () => {
  const { id } = await somebody();
  expect(await outcomeOf(adding(head, id))).toEqual({ share: "organisation.people.tooMuch" });
  await changing(head, await only(id), { share: 60 });
  expect(await outcomeOf(adding(head, id, { share: 41 }))).toEqual({
    share: "organisation.people.tooMuch",
  });
  await adding(head, id);
  expect(await placesOf(id)).toEqual([
    "unit 100 2020-01-01–2026-06-01",
    "unit 60 2026-06-01–",
    "other 40 2026-06-01–",
  ]);
  const named = await db.person.findUniqueOrThrow({ where: { id } });
  const search = `${named.givenName} ${named.familyName}`;
  for (const viewer of [head, manager]) {
    const { rows } = await listPeople(db, viewer, { search, page: 1, today });
    expect(rows.find((row) => row.id === id)?.places).toMatchObject([
      { unitName: unit.name, share: 60 },
      { unitName: other.name, share: 40, jobTitle: "Kurator" },
    ]);
  }
  expect(await outcomeOf(adding(head, id, { share: 0 + 1, leftOn: "2027-01-01" }))).toEqual({
    unitId: "organisation.people.unitTwice",
  });
  const trail = await db.auditEvent.findFirst({ where: { subjectId: id, action: "person.place" } });
  expect(trail?.detail).toEqual({
    ...{ unitId: other.id, jobTitle: "Kurator", share: 40, startsOn: today, endsBefore: null },
  });
});

test("a move is one day, ends one place and begins another, and can be put right from there", async () => {
  const { id } = await somebody();
  await changing(head, await only(id), { unitId: other.id, from: "2026-03-02" });
  expect(await placesOf(id)).toEqual(["unit 100 2020-01-01–2026-03-02", "other 100 2026-03-02–"]);
  await changing(head, await only(id, other.id), { startsOn: "2026-04-01" });
  expect(await placesOf(id)).toEqual(["unit 100 2020-01-01–2026-04-01", "other 100 2026-04-01–"]);
  expect(
    await outcomeOf(changing(head, await only(id, other.id), { startsOn: "2020-01-01" })),
  ).toEqual({ startsOn: "organisation.placement.emptiesOther" });
  const moved = await only(id, other.id);
  expect(await showPlacement(db, head, { ...moved, today })).toMatchObject({
    ...{ movedFrom: [unit.name], borders: { start: { ends: [unit.name], begins: [] }, end: null } },
  });
  await withdrawing(head, moved, { goesOn: true });
  expect(await placesOf(id)).toEqual(["unit 100 2020-01-01–"]);
  expect(await db.placement.findUnique({ where: { id: moved.placementId } })).toMatchObject({
    withdrawnById: head.accountId,
    withdrawnReason: "Fel person",
  });
  const trail = await db.auditEvent.findFirst({
    where: { subjectId: id, action: "person.withdraw-placement" },
  });
  expect(trail?.detail).toMatchObject({ placementId: moved.placementId });
  expect(JSON.stringify(trail?.detail)).not.toContain("Fel person");
});

test("who left comes back into an employment of its own", async () => {
  const { id } = await somebody({ leftOn: "2022-01-01" });
  expect(await showNewPlacement(db, manager, { personId: id, today })).toMatchObject({
    comesBack: true,
    suggested: { unitId: unit.id, share: 100 },
  });
  await adding(manager, id, { unitId: unit.id, share: 100, from: "2026-08-01" });
  expect(await placesOf(id)).toEqual(["unit 100 2020-01-01–2022-01-01", "unit 100 2026-08-01–"]);
  const { draft } = await showPersonDraft(db, manager, { id, today });
  expect(draft).toMatchObject({ joinedOn: "2026-08-01", leftOn: null, changeFrom: "2026-08-01" });
});

test("the only placement of somebody can't be withdrawn", async () => {
  const { id } = await somebody();
  expect(await outcomeOf(withdrawing(manager, await only(id)))).toEqual({
    form: "organisation.placement.onlyOne",
  });
});

test("a manager changes the places in their own units, and sees the others", async () => {
  const { id } = await somebody();
  await changing(head, await only(id), { share: 40 });
  await adding(head, id, { share: 60 });
  const elsewhere = await only(id, other.id);
  const own = await db.placement.findFirstOrThrow({
    where: { personId: id, unitId: unit.id, endsBefore: null },
  });

  expect(await outcomeOf(changing(manager, elsewhere, { share: 50 }))).toBe("not-found");
  expect(await outcomeOf(withdrawing(manager, elsewhere))).toBe("not-found");
  const ofOwn = { personId: id, placementId: own.id };
  expect(await outcomeOf(changing(manager, ofOwn, { unitId: other.id }))).toEqual({
    unitId: "errors.notOffered",
  });
  expect(await outcomeOf(adding(manager, id, { unitId: department.id }))).toEqual({
    unitId: "errors.notOffered",
  });
  const person = { id, unitIds: [unit.id, other.id] };
  const { rows } = await listPlacements(db, manager, { person, today });
  expect(
    rows.map(({ unit: { id: unitId }, canChange, when }) => [unitId, canChange, when]),
  ).toEqual(
    expect.arrayContaining([
      [other.id, false, "now"],
      [unit.id, true, "now"],
      [unit.id, true, "past"],
    ]),
  );
});

test("the person's form shows and changes what its viewer is in charge of, and nothing else", async () => {
  const { id } = await somebody();
  await changing(head, await only(id), { share: 40, from: "2026-05-01" });
  await adding(head, id, { share: 60, from: "2026-05-01" });
  const managerOfOther = { ...manager, managedUnitIds: [other.id] };
  const shown = async (viewer: Viewer) => showPersonDraft(db, viewer, { id, today });
  const change = async (viewer: Viewer, given: Record<string, unknown> = {}) => {
    const { draft } = await shown(viewer);
    const form = { ...draft, submissionId: randomUUID(), from: null, agreed: "" };
    const asked = { today, daysOf: daysOfPerson(viewer) };
    return outcomeOf(changePerson(db, viewer, { ...form, ...given }, asked));
  };

  const { draft, units } = await shown(manager);
  expect(draft).toMatchObject({
    ...{ unitId: unit.id, share: 40, joinedOn: "2020-01-01", isPart: true },
    borders: { start: null, end: null },
  });
  expect(draft.alsoIn).toHaveLength(1);
  expect(units.map(({ id: unitId }) => unitId)).toEqual([unit.id]);
  expect(await change(manager, { familyName: "Ny", jobTitle: "Samordnare" })).toBe("done");
  const act = await db.auditEvent.findFirstOrThrow({
    where: { subjectId: id, action: "person.change" },
  });
  expect(act.detail).toMatchObject({
    placements: expect.arrayContaining([
      expect.objectContaining({ share: 40, jobTitle: "Samordnare", startsOn: today }),
    ]),
    was: expect.not.arrayContaining([expect.objectContaining({ jobTitle: "Samordnare" })]),
    changed: ["familyName"],
  });
  const days = { joinedOn: "2019-01-01", leftOn: "2027-01-01" };
  expect(await change(manager, days)).toBe("done");
  expect(await placesOf(id)).toEqual([
    "unit 100 2019-01-01–2026-05-01",
    "other 60 2026-05-01–",
    "unit 40 2026-05-01–2026-06-01",
    "unit 40 2026-06-01–2027-01-01",
  ]);
  expect(await change(manager, { leftOn: null, unitId: other.id })).toEqual({
    unitId: "errors.notOffered",
  });
  expect(await change(manager, { leftOn: null })).toBe("done");

  const theirs = await shown(managerOfOther);
  expect(theirs.draft).toMatchObject({
    ...{ unitId: other.id, share: 60, joinedOn: "2026-05-01", leftOn: null },
    borders: { start: { ends: [expect.any(String)], begins: [expect.any(String)] }, end: null },
  });
  // The move has one day, whoever puts it right.
  expect(await change(managerOfOther, { joinedOn: "2026-05-04" })).toBe("done");
  expect(await change(managerOfOther, { joinedOn: "2018-05-04" })).toEqual({
    joinedOn: "organisation.placement.emptiesOther",
  });
  expect(await placesOf(id)).toEqual([
    "unit 100 2019-01-01–2026-05-04",
    "other 60 2026-05-04–",
    "unit 40 2026-05-04–2026-06-01",
    "unit 40 2026-06-01–",
  ]);
  // Who is in charge of all of it changes the whole employment.
  expect((await shown(head)).draft).toMatchObject({ joinedOn: "2019-01-01", isPart: false });
  expect(await change(head, { leftOn: "2027-01-01" })).toBe("done");
  expect(await placesOf(id)).toEqual([
    "unit 100 2019-01-01–2026-05-04",
    "other 60 2026-05-04–2027-01-01",
    "unit 40 2026-05-04–2026-06-01",
    "unit 40 2026-06-01–2027-01-01",
  ]);
});

test("of two who change a placement one is told, and the same form twice does it once", async () => {
  const { id } = await somebody();
  const chosen = await only(id);
  // Both have opened the form before either sends it.
  const { seen } = await showPlacement(db, head, { ...chosen, today });
  const both = await Promise.all([
    outcomeOf(changing(head, chosen, { seen, leftOn: "2027-01-01" })),
    outcomeOf(changing(manager, chosen, { seen, leftOn: "2027-02-01" })),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ form: "organisation.changedMeanwhile" });
});

/** The question that a change comes back with. */
async function askedAt(work: Promise<unknown>): Promise<Question> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Question)) throw new Error("nothing was asked", { cause: error });
  return error;
}

async function work(projectId: string, personId: string, workedOn: string) {
  const { id: budgetLineId } = await makeBudgetLine(db, { projectId });
  const hours = { projectId, budgetLineId, personId, workedOn, minutes: 60, amountOre: 35_000 };
  await makeOwnHours(db, hours);
}

test("what would be left outside is told room by room, and done once it has been seen", async () => {
  const { id } = await somebody();
  const project = await makeProject(db, { unit, startsOn: "2026-04-20", endsBefore: "2027-01-01" });
  const teacher = await somebody();
  const held = (heldOn: string, given: { projectId?: string; withdrawn?: boolean } = {}) =>
    makeHandOver(db, { competence, heldOn, trainers: [teacher.id], learners: [id], ...given });
  const [early, late] = [await held("2026-02-01"), await held("2026-05-01")];
  await held("2026-05-02", { withdrawn: true });
  await db.handOverLearner.updateMany({
    where: { handOverId: (await held("2026-05-03")).id },
    data: { confirmedOn: null, declinedOn: new Date("2026-05-04") },
  });
  await work(project.id, id, "2026-05-05");
  await makeAttestation(db, {
    personId: id,
    competenceId: competence.id,
    attestedOn: "2026-05-06",
  });
  await makeFrozenGroup(db, { project, competenceId: competence.id, members: [id] });

  const chosen = await only(id);
  const asked = await askedAt(changing(manager, chosen, { leftOn: "2026-04-01" }));
  expect(asked.touched.map(({ key, values }) => [key, values?.count])).toEqual([
    ["organisation.lost.hand-over.onDay", 1],
    ["organisation.lost.own-hours.onDay", 1],
    ["organisation.lost.attestation.onDay", 1],
    ["organisation.lost.frozen-group.onDay", 1],
  ]);
  expect(asked.touched[0]?.links).toEqual([{ label: "2026-05-01", href: `/handovers/${late.id}` }]);
  // The manager of the unit isn't the project's.
  expect(asked.touched[1]?.links).toEqual([{ label: "2026-05-05", href: null }]);
  expect(await placesOf(id)).toEqual(["unit 100 2020-01-01–"]);

  // A yes to something else is none.
  const more = await askedAt(
    changing(manager, chosen, { leftOn: "2026-01-15", agreed: asked.mark }),
  );
  expect(more.touched[0]).toMatchObject({
    values: { count: 2, first: "2026-02-01", last: "2026-05-01" },
    links: [{ href: `/handovers/${early.id}` }, { href: `/handovers/${late.id}` }],
  });
  await changing(manager, chosen, { leftOn: "2026-04-01", agreed: asked.mark });
  expect(await placesOf(id)).toEqual(["unit 100 2020-01-01–2026-04-01"]);
});

test("a move asks for what was done in a project of the unit alone; both forms and taking back ask", async () => {
  const { id } = await somebody();
  const project = await makeProject(db, { unit, startsOn: "2026-01-01", endsBefore: "2027-01-01" });
  await work(project.id, id, "2026-05-05");
  await makeAttestation(db, {
    personId: id,
    competenceId: competence.id,
    attestedOn: "2026-05-06",
  });
  const chosen = await only(id);
  const kinds = (asked: Awaited<ReturnType<typeof askedAt>>) =>
    asked.touched.map(({ key }) => key.split(".")[2]);

  const move = { unitId: other.id, from: "2026-04-01" };
  expect(kinds(await askedAt(changing(head, chosen, move)))).toEqual(["own-hours"]);
  const { draft } = await showPersonDraft(db, head, { id, today });
  const form = { ...draft, submissionId: randomUUID(), agreed: "", accountId: null, ...move };
  const question = { today, daysOf: daysOfPerson(head) };
  expect(kinds(await askedAt(changePerson(db, head, form, question)))).toEqual(["own-hours"]);

  await changing(head, chosen, {
    leftOn: "2026-05-06",
    agreed: (await askedAt(changing(head, chosen, { leftOn: "2026-05-06" }))).mark,
  });
  await adding(head, id, { from: "2026-05-20", share: 100 });
  await changing(head, await only(id, other.id), { startsOn: "2026-05-06" });
  // It was outside before the change before last; now it would be outside again.
  expect(kinds(await askedAt(withdrawing(head, await only(id, other.id))))).toEqual([
    "attestation",
  ]);
});

test("people of another authority are out of reach of all of it", async () => {
  const { id } = await somebody();
  const stranger = makeViewer({
    ...{ authorityId: (await makeUnit(db)).authorityId, roles: ["administrator"], today },
  });
  const chosen = await only(id);
  expect(await outcomeOf(showNewPlacement(db, stranger, { personId: id, today }))).toBe(
    "not-found",
  );
  expect(await outcomeOf(showPlacement(db, stranger, { ...chosen, today }))).toBe("not-found");
});
