import { expect, test } from "vitest";
import { toDbDate } from "~/terms/day";
import { formsOf, wordsOf } from "../kept-databases/page-forms";
import { demoDatabase } from "../support/demo-database";
import { cookieOf } from "./support/session";
import { wholeApp } from "./support/whole-app";

const { db } = await demoDatabase();
const open = await wholeApp();

test("what was required before, by a mistake, is taken away on the unit's page", async () => {
  const now = await db.requirement.findFirstOrThrow({
    where: { withdrawnAt: null, endsBefore: null },
  });
  const { unitId, competenceId } = now;
  const from = (day: string) => ({ startsOn: toDbDate(day), endsBefore: null });
  const stretch = { ...{ unitId, competenceId, level: 2 }, minHolders: 0, minCarriers: 0 };
  await db.requirement.update({ where: { id: now.id }, data: from("2026-11-01") });
  const first = await db.requirement.create({
    data: { ...stretch, ...from("1990-01-01"), endsBefore: toDbDate("1995-01-01") },
  });
  const mistake = await db.requirement.create({
    data: {
      ...{ ...stretch, ...from("1995-01-01"), endsBefore: toDbDate("1996-01-01") },
      replacesId: first.id,
    },
  });
  const ask = open(await cookieOf(db, "administrator"));
  const address = `/units/${unitId}/requirements`;
  const html = await (await ask(address)).text();
  const remove = `${address}/${mistake.id}/remove`;
  const form = formsOf(html).find(({ action }) => action === remove);
  expect(wordsOf(html)).toContain(
    "Gör det bara om kravet var ett misstag: då har det aldrig gällt. Kravet som gällde innan fortsätter i stället.",
  );
  const sent = new URLSearchParams(form?.fields.map(([name, value]) => [name, String(value)]));
  expect((await ask(remove, sent)).status).toBe(303);
  const left = await db.requirement.findMany({
    where: { unitId, competenceId, withdrawnAt: null },
    orderBy: { startsOn: "asc" },
  });
  expect(left).toMatchObject([
    { id: first.id, endsBefore: toDbDate("1996-01-01") },
    { id: now.id, endsBefore: null },
  ]);
});
