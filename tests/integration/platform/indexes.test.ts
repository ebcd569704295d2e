import { expect, test } from "vitest";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

test("what watches over a constraint is never taken for somebody's rows", async () => {
  // The planner thinks it as quick as the index that is made for them; it is a hundred times slower.
  const watched = await db.$queryRaw<{ index: string; columns: string[] }[]>`
    select index.indexrelid::regclass::text as index, array(
      select attname::text from unnest(index.indkey) key
      join pg_attribute on attrelid = index.indrelid and attnum = key
      where atttypid = 'uuid'::regtype) as columns
    from pg_index index join pg_class of_index on of_index.oid = index.indexrelid
    join pg_am on pg_am.oid = of_index.relam
    where pg_am.amname = 'gist' and of_index.relnamespace = current_schema()::regnamespace
    order by 1`;
  expect(watched.length).toBeGreaterThan(2);
  for (const { index, columns } of watched) {
    expect(columns, `${index}: write (column::text) WITH =`).toEqual([]);
  }
});
