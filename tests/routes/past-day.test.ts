import { expect, test } from "vitest";
import { unitId } from "../../prisma/demo/ids";
import { wordsOf } from "../kept-databases/page-forms";
import { demoDatabase } from "../support/demo-database";
import { cookieOf } from "./support/session";
import { wholeApp } from "./support/whole-app";

const { db } = await demoDatabase();
const open = await wholeApp();
const unit = unitId("youth");

// The requirements hold from a day on which somebody works here: on the first nobody did.
await db.$executeRaw`update requirement set starts_on = '1900-01-01'
  where id in (select distinct on (unit_id, competence_id) id from requirement
    where withdrawn_at is null order by unit_id, competence_id, starts_on)`;

test.each([`/units/${unit}?day=1900-01-01`, `/matrix?unit=${unit}&day=1900-01-01`])(
  "%s says nothing of today, but where it leads there",
  async (path) => {
    const ask = open(await cookieOf(db, "administrator"));
    const html = await (await ask(path)).text();
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
    const words = wordsOf(main.replaceAll(/<a\b[^>]*>Visa i dag<\/a>/g, ""));
    expect(words).toContain("Så var det den 1 januari 1900.");
    expect(words).toMatch(/ingen (att mäta kraven på|som något krävdes av) då/);
    expect(words).not.toContain("i dag");
  },
);
