import { expect, test } from "vitest";
import { earlierHandOver } from "~/features/cascade/entering/earlier-hand-over.queries.server";
import { enterHandOver } from "~/features/cascade/entering/enter-hand-over.commands.server";
import { findPeople } from "~/features/cascade/entering/find-people.queries.server";
import { showHandOverForm } from "~/features/cascade/entering/hand-over-form.queries.server";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import {
  listHandOvers,
  type HandOverPart,
} from "~/features/cascade/hand-overs/hand-overs.queries.server";
import { addDays } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { entryOf, foundingCase, today } from "./hand-over-books";

const { db } = await testDatabase();

test("given, received and in reach, with what each has come to", async () => {
  const { competence, id, viewerOf, manager } = await foundingCase(db);
  const given = { competence, trainers: [id.ann] };
  const counted = await makeHandOver(db, { ...given, heldOn: "2013-03-01", learners: [id.bo] });
  const waiting = await makeHandOver(db, {
    ...given,
    heldOn: "2013-04-01",
    learners: [{ id: id.bo }],
  });
  const withdrawn = await makeHandOver(db, {
    ...given,
    heldOn: "2013-05-01",
    learners: [id.cia],
    withdrawn: true,
  });
  const invalid = await makeHandOver(db, {
    ...given,
    trainers: [id.bo],
    heldOn: "2013-06-01",
    learners: [id.cia],
  });
  const list = (part: HandOverPart | null, viewer = viewerOf(id.ann)) =>
    listHandOvers(db, viewer, { part, page: 1, today });
  const states = async (...asked: Parameters<typeof list>) =>
    (await list(...asked)).handOvers.map((row) => [row.id, row.state]);

  expect(await states("given")).toEqual([
    [withdrawn.id, "withdrawn"],
    [waiting.id, "not-confirmed"],
    [counted.id, "counted"],
  ]);
  expect(await states("received", viewerOf(id.bo))).toEqual([
    [waiting.id, "not-confirmed"],
    [counted.id, "counted"],
  ]);
  expect(await states("reach", manager)).toEqual([
    [invalid.id, "trainer-not-cleared"],
    [withdrawn.id, "withdrawn"],
    [waiting.id, "not-confirmed"],
    [counted.id, "counted"],
  ]);
  expect(await states("reach", viewerOf(id.dan))).toEqual([]);
  expect((await list(null, viewerOf(id.cia))).part).toBe("received");
});

test("a long list comes a page at a time", async () => {
  const { competence, id, viewerOf, manager } = await foundingCase(db);
  for (let day = 1; day <= 27; day += 1) {
    const heldOn = `2013-03-${String(day).padStart(2, "0")}`;
    await makeHandOver(db, { competence, heldOn, trainers: [id.ann], learners: [id.bo] });
  }
  const page = (number: number) =>
    listHandOvers(db, viewerOf(id.ann), { part: "given", page: number, today });
  const [first, second] = [await page(1), await page(2)];
  expect([first.handOvers.length, second.handOvers.length]).toEqual([25, 2]);
  expect(first).toMatchObject({ pageCount: 2, parts: [{ count: 27 }, { count: 0 }] });
  expect(second.handOvers.at(-1)?.heldOn).toBe("2013-03-01");
  const reached = await listHandOvers(db, manager, { part: "reach", page: 2, today });
  expect(reached.handOvers.map(({ heldOn }) => heldOn)).toEqual(["2013-03-02", "2013-03-01"]);
});

test("one hand-over shows its books; who took no part finds nothing", async () => {
  const { competence, project, id, viewerOf, manager } = await foundingCase(db);
  const handOverId = await enterHandOver(db, viewerOf(id.ann), {
    entry: entryOf({
      competence: competence.code,
      learners: id.bo,
      elements: competence.coreElements[1]?.id,
    }),
    today,
  });
  const show = (viewer = manager) => showHandOver(db, viewer, { id: handOverId, today });

  expect(await show()).toMatchObject({
    state: "not-confirmed",
    elements: [{ delivered: false }, { delivered: true }, { delivered: false }],
    ownHours: { project: { code: project.code }, people: 2, minutes: 180, amountOre: 90_000 },
    awaited: null,
    mayWithdraw: true,
  });
  expect(await show(viewerOf(id.bo))).toMatchObject({
    awaited: { minutesBefore: null },
    mayWithdraw: false,
  });
  await expect(show(viewerOf(id.dan))).rejects.toMatchObject({ code: "not-found" });
  const elsewhere = makeViewer({ roles: ["administrator"], authorityId: id.ann });
  await expect(show(elsewhere)).rejects.toMatchObject({ code: "not-found" });
});

test("colleagues of other units are found for the form by the searches in its address", async () => {
  const { competence, unit, id, viewerOf } = await foundingCase(db);
  const elsewhere = await makeUnit(db, { authorityId: unit.authorityId, name: "Ungdomsjouren" });
  const asa = await makePerson(db, { unit: elsewhere, givenName: "Åsa", familyName: "Öberg" });
  await makePerson(db, { unit: await makeUnit(db), givenName: "Åsa", familyName: "Främling" });
  const { code } = competence;
  const found = async (...colleagues: string[]) => {
    const query = { code, from: null, colleagues, today };
    return (await showHandOverForm(db, viewerOf(id.ann), query)).found;
  };

  expect(await found()).toEqual([]);
  expect(await found(" Åsa ", "", "Åsa", "nobody")).toEqual([
    { query: "Åsa", people: [{ id: asa.id, name: "Åsa Öberg", note: "Ungdomsjouren" }] },
    { query: "nobody", people: [] },
  ]);
  const latest = await found(..."abcdefg");
  expect(latest.map(({ query }) => query)).toEqual([..."cdefg"]);
});

test("the form proposes no project that is over, though it still takes late hours", async () => {
  const { competence, project, unit, id, viewerOf } = await foundingCase(db);
  // Newer than the one that runs today, and offered: it ended less than half a year before.
  const over = await makeProject(db, {
    ...{ unit, startsOn: "2013-02-01", endsBefore: "2013-11-01" },
  });
  await makeBudgetLine(db, { projectId: over.id, financing: "in_kind" });
  await db.hourRate.create({
    data: { projectId: over.id, validFrom: over.startsOn, rateOre: 30_000n },
  });
  await makeFrozenGroup(db, { project: over, competenceId: competence.id, members: [id.ann] });
  const { chosen } = await showHandOverForm(db, viewerOf(id.ann), {
    ...{ code: competence.code, from: null, today },
  });
  expect(chosen?.projects.map(({ id }) => id)).toEqual([over.id, project.id]);
  expect(chosen?.defaultProject).toBe(project.id);
});

test("the form is for the first method the viewer may hand on, and says why for the others", async () => {
  const { competence, project, id, viewerOf, manager } = await foundingCase(db);
  const show = (viewer = viewerOf(id.ann), code: string | null = null) =>
    showHandOverForm(db, viewer, { code, from: null, today });

  const anns = await show();
  expect(anns.chosen).toMatchObject({
    code: competence.code,
    standing: "cleared",
    defaultProject: project.id,
    trainers: [{ id: id.ann }],
  });
  expect(anns.chosen?.elements).toHaveLength(3);
  expect(anns.chosen?.learners.map((person) => person.id).sort()).toEqual(
    [id.bo, id.cia, id.dan].sort(),
  );
  const bos = await show(viewerOf(id.bo));
  expect(bos.chosen).toBeNull();
  expect(bos.competences).toMatchObject([{ standing: "not-acquired" }]);
  await makeHandOver(db, {
    competence,
    heldOn: "2013-03-01",
    trainers: [id.ann],
    learners: [id.bo],
  });
  expect((await show(viewerOf(id.bo), competence.code)).chosen).toMatchObject({
    standing: "not-cleared",
  });
  // Who has learned it stands last.
  const { learners } = (await show()).chosen ?? {};
  expect(learners?.map(({ hasLearned }) => hasLearned)).toEqual([false, false, true]);
  expect(await show(manager, competence.code)).toMatchObject({
    entersForOthers: true,
    self: null,
    chosen: { code: competence.code },
  });
});

test("a hand-over is entered anew with what stood in it, without those who declined", async () => {
  const { competence, id, viewerOf } = await foundingCase(db);
  const { id: handOverId } = await makeHandOver(db, {
    competence,
    heldOn: "2013-03-01",
    trainers: [id.ann],
    learners: [id.bo, { id: id.cia, declinedOn: "2013-03-02" }],
    minutes: 100,
  });
  expect(await earlierHandOver(db, viewerOf(id.ann), handOverId)).toMatchObject({
    competenceId: competence.id,
    heldOn: "2013-03-01",
    minutes: 100,
    learners: [{ id: id.bo }],
    projectId: null,
    isWithdrawn: false,
  });
  await expect(earlierHandOver(db, viewerOf(id.dan), handOverId)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("people are found by any words of their name, within the authority, signs standing for themselves", async () => {
  const unit = await makeUnit(db, { name: "Ungdomsjouren" });
  const named = (givenName: string, familyName: string, leftOn?: string) =>
    makePerson(db, { unit, givenName, familyName, leftOn });
  const asa = await named("Åsa", "Öberg");
  const osa = await named("Osa", "Åberg");
  await named("Sten", "Osén", addDays(today, -365));
  const odd = await named("Per_100%", "Ek");
  await makePerson(db, { unit: await makeUnit(db), givenName: "Åsa", familyName: "Öberg" });
  const find = async (query: string) =>
    (await findPeople(db, unit, { query, today })).map((person) => person.id);

  const typed = await named("Beata", "Asberg");
  // With the letters as they were typed first.
  expect(await find("as")).toEqual([typed.id, asa.id]);
  await db.person.update({ where: { id: typed.id }, data: { familyName: "Ek" } });
  expect(await find("ås")).toEqual([asa.id]);
  expect(await find("berg")).toEqual([osa.id, asa.id]);
  expect(await find("öberg  å")).toEqual([asa.id]);
  expect(await find("os")).toEqual([osa.id]);
  expect(await find("_100%")).toEqual([odd.id]);
  expect(await find("%")).toEqual([odd.id]);
  expect(await find(" ")).toEqual([]);
  expect(await findPeople(db, unit, { query: "Åsa", today })).toEqual([
    { id: asa.id, name: "Åsa Öberg", note: "Ungdomsjouren" },
  ]);
});
