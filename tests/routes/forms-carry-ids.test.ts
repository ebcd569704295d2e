// A form that was opened before something got another name or code writes to what it was opened for:
// what it carries of it is its id.
import { expect, test } from "vitest";
import { demoDatabase } from "../support/demo-database";
import { editAddresses } from "./support/edit-addresses";
import { everyRoute } from "./support/every-route";
import { formsOf } from "../kept-databases/page-forms";
import { cookieOf } from "./support/session";
import { wholeApp } from "./support/whole-app";

const { db } = await demoDatabase();
const open = await wholeApp();
const called = new Set(
  (
    await db.$queryRaw<{ word: string }[]>`
      select lower(word) as word from (
        select code as word from project union all select name from project
        union all select code from competence union all select name from competence
        union all select name from unit union all select title from course
        union all select name from partner union all select name from budget_line) words`
  ).map(({ word }) => word),
);
const paths = [
  ...(await everyRoute()).map(({ path }) => path).filter((path) => !path.includes(":")),
  ...(await db.project.findMany()).map(({ code }) => `/projects/${code}/groups/freeze`),
  ...(await editAddresses(db, 1)).map(({ path }) => path),
];

test.each(["manager", "project_manager", "administrator"] as const)(
  "%s: no choice and no hidden field of a form holds a name or a code",
  async (role) => {
    const ask = open(await cookieOf(db, role));
    const faults: string[] = [];
    let values = 0;
    for (const path of paths) {
      const page = await ask(path);
      if (page.status !== 200) continue;
      for (const { html } of formsOf(await page.text())) {
        for (const value of carriedIn(html)) {
          values += 1;
          if (called.has(value.toLowerCase())) faults.push(`${path}: ${value}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(values).toBeGreaterThan(100);
  },
);

/** The values that nobody types: of choices, ticks and hidden fields, but for what a text may be. */
function carriedIn(html: string): string[] {
  const choices = html.replace(/<datalist\b[\s\S]*?<\/datalist>/g, "");
  const fields = choices.match(
    /<option\b[^>]*>|<input\b[^>]*type="(hidden|checkbox|radio)"[^>]*>/g,
  );
  return (fields ?? []).flatMap((field) => /\bvalue="([^"]*)"/.exec(field)?.[1] ?? []);
}
