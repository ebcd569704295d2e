// What a list of training may tell again, what of it stands, and what taking it back lets stand,
// over random records.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, toDbDate } from "~/terms/day";
import { makeBudgetLine } from "../../factories/budget-line";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const unit = await makeUnit(db);
const { authorityId } = unit;
const people = [(await makePerson(db, { unit })).id, (await makePerson(db, { unit })).id] as const;
const projectIds = [
  (await makeProject(db, { unit })).id,
  (await makeProject(db, { unit })).id,
] as const;
const line = await makeBudgetLine(db, { projectId: projectIds[0] });

const dayOf = (number: number) => addDays("2013-05-10", number);
const status = fc.constantFrom("approved", "approved", "submitted", "declined", "withdrawn");

const record = fc.record({
  ...{ isAsked: fc.nat(3).map((number) => number > 0), status },
  heldOn: fc.constantFrom(-8, -7, -6, 0, 0, 3, 6, 7).map(dayOf),
  /** The list that brought it; null where somebody has logged it. */
  list: fc.option(fc.constantFrom("asked" as const, "other" as const)),
  isKnown: fc.nat(5).map((number) => number === 0),
  isReplaced: fc.boolean(),
  project: fc.option(fc.constantFrom("line" as const, "record" as const)),
  /** What it took the place of, whether that had been taken back before, or has come again since. */
  earlier: fc.option(
    fc.record({
      list: fc.constantFrom("asked" as const, "other" as const),
      isWithdrawn: fc.boolean(),
      wasGone: fc.boolean(),
    }),
  ),
});

test("what rows of a list may tell of, what stands of it and what it replaced", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 40, maxLength: 40 }), async (records) => {
      await db.trainingRecord.deleteMany();
      const lists = { asked: randomUUID(), other: randomUUID() };
      const all = records.map((each) => ({
        ...{ ...each, id: randomUUID(), earlierId: randomUUID() },
        // What has been replaced doesn't stand.
        isReplaced: each.isReplaced && each.status === "withdrawn",
        ...{ key: randomUUID(), earlierKey: randomUUID() },
      }));
      const common = { authorityId, title: "Kurs", minutes: 60 };
      const last = randomUUID();
      const from = (list: "asked" | "other" | null) =>
        list ? { sourceType: "import" as const, sourceId: lists[list] } : {};
      const old = {
        ...{ kind: "import" as const, status: "withdrawn" as const },
        ...from("other"),
      };
      await db.trainingRecord.create({
        data: { ...common, ...old, id: last, personId: people[1], heldOn: toDbDate("2012-01-01") },
      });
      await db.trainingRecord.createMany({
        data: all.map(({ id, isAsked, list, project, heldOn, key, ...each }) => ({
          ...{ ...common, id, personId: people[isAsked ? 0 : 1], heldOn: toDbDate(heldOn) },
          ...{ kind: list ? ("import" as const) : ("course" as const), ...from(list) },
          ...{ status: each.status, sourceKey: key, replacedById: each.isReplaced ? last : null },
          budgetLineId: project === "line" ? line.id : null,
          projectId: project === "record" ? projectIds[1] : null,
        })),
      });
      const elsewhere = { ...common, personId: people[1], kind: "import" as const };
      const long = toDbDate("2012-01-01");
      await db.trainingRecord.createMany({
        data: all.flatMap(({ id, earlier, earlierId, earlierKey: sourceKey }) =>
          earlier
            ? [
                {
                  ...{ ...elsewhere, id: earlierId, heldOn: long, sourceKey, ...from("other") },
                  ...{ status: "withdrawn" as const, replacedById: id },
                  replacedWhenGone: earlier.wasGone,
                },
                {
                  ...{ ...elsewhere, id: randomUUID(), heldOn: long, sourceKey },
                  ...from(earlier.list),
                  status: earlier.isWithdrawn ? ("withdrawn" as const) : ("approved" as const),
                  replacedById: null,
                },
              ]
            : [],
        ),
      });
      const ids = all.map(({ id }) => id);
      const days = [dayOf(0), dayOf(1)];
      const keys = all.flatMap(({ isKnown, key }) => (isKnown ? [key] : []));
      const rows = await db.$queryRaw<{ key: string }[]>`
        select concat_ws(' ', 'like', record_id, project_id, is_taken_back,
          is_replaced, from_list) as key
        from training_like(array[${people[0]}::uuid], ${days}::date[], ${keys}::text[])
        union all
        select concat_ws(' ', 'stands', record_id) from records_of_list(${lists.asked}::uuid)
        where record_id = any(${ids}::uuid[])
        union all
        select concat_ws(' ', 'replaced', record_id) from replaced_by_list(${lists.asked}::uuid)
        union all
        select concat_ws(' ', 'list', record_id, import_id) from lists_of_training(${ids}::uuid[])`;
      const stands = (each: (typeof all)[number]) =>
        each.list === "asked" && each.status === "approved";
      const mayBeTold = (each: (typeof all)[number]) => {
        if (each.isKnown) return true;
        if (!each.isAsked) return false;
        if (days.includes(each.heldOn) && each.status !== "declined") return true;
        const isNear = days.some((day) => Math.abs(daysBetween(day, each.heldOn)) < 7);
        return each.list !== null && each.status === "approved" && isNear;
      };
      const projectOf = { line: projectIds[0], record: projectIds[1] };
      const flag = (is: boolean) => (is ? "t" : "f");
      const told = [
        ...all
          .filter(mayBeTold)
          .map(({ id, project, status: state, list, isReplaced }) => [
            ...["like", id, ...(project ? [projectOf[project]] : []), flag(state === "withdrawn")],
            ...[flag(isReplaced), flag(list !== null && state === "approved")],
          ]),
        ...all.filter(stands).map(({ id }) => ["stands", id]),
        ...all
          .filter(stands)
          .filter(({ earlier }) => earlier && !earlier.wasGone)
          .filter(({ earlier }) => earlier && (earlier.isWithdrawn || earlier.list === "asked"))
          .map(({ earlierId }) => ["replaced", earlierId]),
        ...all.flatMap(({ id, list }) => (list ? [["list", id, lists[list]]] : [])),
      ];
      expect(rows.map(({ key }) => key).sort()).toEqual(told.map((row) => row.join(" ")).sort());
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 30_000);
