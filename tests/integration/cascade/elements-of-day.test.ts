import fc from "fast-check";
import { expect, test } from "vitest";
import { enterHandOver } from "~/features/cascade/entering/enter-hand-over.commands.server";
import { showHandOverForm } from "~/features/cascade/entering/hand-over-form.queries.server";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import { cascadeInput } from "~/features/cascade/history/cascade-input.queries.server";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { readCascadeFile } from "~/features/cascade/spread/cascade-file.schema";
import { coreElementsOn } from "~/features/competence/catalogue/core-elements.queries.server";
import { addDays, sinceAlways, toDbDate, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makeHandOver } from "../../factories/hand-over";
import { makeWorkGroup } from "../../factories/work-group";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";
import { entryOf, foundingCase, today } from "./hand-over-books";

const { db } = await testDatabase();

const dayOf = (number: number): IsoDate => addDays("2013-05-01", number);
const anyDay = fc.integer({ min: 0, max: 6 }).map(dayOf);

const anyElements = fc.array(
  fc
    .tuple(fc.constantFrom(sinceAlways, dayOf(1), dayOf(3)), fc.option(anyDay), fc.boolean())
    .filter(([startsOn, endsBefore]) => endsBefore === null || endsBefore > startsOn)
    .map(([startsOn, endsBefore, withdrawn]) => ({ startsOn, endsBefore, withdrawn })),
  { maxLength: 5 },
);

test("what was possible is the elements of each hand-over's own day, for any elements and days", async () => {
  const { unit, id } = await makeWorkGroup(db, "ann", "bo");
  const { authorityId } = unit;
  await fc.assert(
    fc.asyncProperty(
      anyElements,
      fc.uniqueArray(anyDay, { minLength: 1, maxLength: 4 }),
      anyDay,
      async (elements, days, asOf) => {
        const competence = await makeCompetence(db, { authorityId });
        const competenceId = competence.id;
        await makeAttestation(db, {
          ...{ personId: id.ann, competenceId, attestedOn: "2012-01-01", level: 4 },
        });
        await db.coreElement.createMany({
          data: elements.map(({ startsOn, endsBefore, withdrawn }, index) => ({
            ...{ competenceId, position: index + 1, name: `Moment ${index}` },
            ...{ startsOn: toDbDate(startsOn), endsBefore: endsBefore && toDbDate(endsBefore) },
            withdrawnAt: withdrawn ? new Date() : null,
          })),
        });
        const countOn = (day: IsoDate) =>
          elements.filter((each) => !each.withdrawn && covers(each, day)).length;
        for (const heldOn of days) {
          expect(await coreElementsOn(db, competenceId, heldOn)).toHaveLength(countOn(heldOn));
          await makeHandOver(db, { competence, heldOn, trainers: [id.ann], learners: [id.bo] });
        }
        const group = { unitIds: [unit.id] };
        const input = await cascadeInput(db, { competenceId, group, asOf });
        expect(input.method.coreElements).toBe(countOn(asOf));
        expect(readCascadeFile(JSON.stringify(input))).toEqual({ ok: true, input });
        const counted = days.filter((day) => day <= asOf);
        expect(cascadeFigures(input).generations[1]?.possible ?? 0).toBe(
          counted.reduce((sum, day) => sum + countOn(day), 0),
        );
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

/** The founding case, whose second element counts until October and whose fourth from then on. */
async function changedMethod() {
  const given = await foundingCase(db);
  const { competence, id, viewerOf } = given;
  const [kept, ended, other] = competence.coreElements.map((element) => element.id);
  await db.coreElement.update({
    where: { id: ended ?? "" },
    data: { endsBefore: toDbDate("2013-10-01") },
  });
  const { id: begun } = await db.coreElement.create({
    data: {
      ...{ competenceId: competence.id, position: 4, name: "Nytt moment" },
      startsOn: toDbDate("2013-10-01"),
    },
  });
  const enter = (heldOn: string, elements: (string | undefined)[]) =>
    enterHandOver(db, viewerOf(id.ann), {
      entry: entryOf({
        ...{ competence: competence.code, learners: id.bo, heldOn },
        elements: elements.flatMap((element) => element ?? []),
      }),
      today,
    });
  return { ...given, kept, ended, other, begun, enter };
}

test("a hand-over delivers elements of its own day, and no others", async () => {
  const { kept, ended, other, begun, enter, manager } = await changedMethod();
  const refused = { elements: "cascade.errors.elements" };
  expect(await outcomeOf(enter("2013-09-30", [kept, begun]))).toEqual(refused);
  expect(await outcomeOf(enter("2013-10-01", [kept, ended]))).toEqual(refused);
  const before = await enter("2013-09-30", [kept, ended]);
  const after = await enter("2013-10-01", [other, begun]);
  const shown = async (handOverId: string) => {
    const { elements } = await showHandOver(db, manager, { id: handOverId, today });
    return elements.map(({ name, delivered }) => `${name} ${delivered}`);
  };
  expect(await shown(before)).toEqual(["Moment 1 true", "Moment 2 true", "Moment 3 false"]);
  expect(await shown(after)).toEqual(["Moment 1 false", "Moment 3 true", "Nytt moment true"]);
});

test("the form knows the elements of every day", async () => {
  const { competence, viewerOf, id } = await changedMethod();
  const { code } = competence;
  const { chosen } = await showHandOverForm(db, viewerOf(id.ann), { code, from: null, today });
  const on = (day: IsoDate) =>
    chosen?.elements.filter((element) => covers(element, day)).map(({ name }) => name);
  expect(on("2013-09-30")).toEqual(["Moment 1", "Moment 2", "Moment 3"]);
  expect(on(today)).toEqual(["Moment 1", "Moment 3", "Nytt moment"]);
});

test("the database lets an element begin and end around what was delivered of it, and no nearer", async () => {
  const { kept = "", enter } = await changedMethod();
  const heldOn = "2013-09-30";
  await enter(heldOn, [kept]);
  const change = (data: { startsOn?: string; endsBefore?: string }) =>
    db.coreElement.update({
      where: { id: kept },
      data: {
        ...(data.startsOn && { startsOn: toDbDate(data.startsOn) }),
        ...(data.endsBefore && { endsBefore: toDbDate(data.endsBefore) }),
      },
    });
  await expect(change({ startsOn: addDays(heldOn, 1) })).rejects.toThrow("core_element_delivered");
  await expect(change({ endsBefore: heldOn })).rejects.toThrow("core_element_delivered");
  await change({ startsOn: heldOn, endsBefore: addDays(heldOn, 1) });
});
