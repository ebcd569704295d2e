import type { ToldColumn, ToldRow, ToldTable } from "~/tables/told";

/** What was told and what is told of the same thing; one of them where it has come or gone. */
export type Twins<Told> = { was?: Told; is?: Told };

/**
 * The rows of two tables that are of the same things: by their keys, which are ids that stay. The
 * first versions have names or numbers for keys: theirs are known by what they are called, given by
 * `nameOf` with the names of now, and else by their place. Those of the first table come first.
 */
export function twinRows(
  then: ToldTable,
  now: ToldTable,
  nameOf: { then: (row: ToldRow) => string; now: (row: ToldRow) => string },
): Twins<ToldRow>[] {
  const free = new Set(now.rows);
  const twins = new Map<ToldRow, ToldRow>();
  const join = (was: ToldRow, is: ToldRow | undefined) => {
    if (!is || twins.has(was) || !free.has(is)) return;
    twins.set(was, is);
    free.delete(is);
  };
  // Of two of one key the first.
  const byKey = new Map(now.rows.toReversed().map((row) => [row.key, row]));
  for (const was of then.rows) join(was, byKey.get(was.key));
  const alone = (name: string) =>
    then.rows.filter((row) => !twins.has(row) && nameOf.then(row) === name).length < 2;
  for (const was of then.rows) {
    if (twins.has(was)) continue;
    const name = nameOf.then(was);
    const called = [...free].filter((row) => nameOf.now(row) === name);
    if (!hasId(was.key) || (called.length === 1 && alone(name))) join(was, called[0]);
  }
  for (const [place, was] of then.rows.entries()) {
    if (/^\d+$/.test(was.key)) join(was, now.rows[place]);
  }
  return [
    ...then.rows.map((was) => ({ was, is: twins.get(was) })),
    ...now.rows.filter((row) => free.has(row)).map((is) => ({ is })),
  ];
}

/**
 * The columns of two tables that tell the same: by their keys. A column of something that has an id,
 * as a grant has, may have come or gone; what else only one of them has was told by another version
 * of the program, and is left out. The first versions have numbers for such ids.
 */
export function twinColumns(then: ToldTable, now: ToldTable): Twins<ToldColumn>[] {
  const free = new Set(now.columns);
  const twins = then.columns.flatMap((was): Twins<ToldColumn>[] => {
    const is = now.columns.find(({ key }) => key === was.key) ?? numbered(was, now);
    if (!is) return hasId(was.key) ? [{ was }] : [];
    free.delete(is);
    return [{ was, is }];
  });
  return [...twins, ...[...free].filter(({ key }) => hasId(key)).map((is) => ({ is }))];
}

/** A column of the first versions: `granted`, or `granted-1` of the second of several. */
function numbered({ key }: ToldColumn, now: ToldTable): ToldColumn | undefined {
  const [, name, number = "0"] = /^([a-z]+)(?:-(\d+))?$/.exec(key) ?? [];
  const ofIds = now.columns.filter((column) => hasId(column.key));
  return ofIds.filter((column) => column.key.split(" ")[0] === name)[Number(number)];
}

/** Whether a key says of what it is by an id. */
export function hasId(key: string): boolean {
  return /[0-9a-f]{8}-[0-9a-f]{4}-/.test(key);
}
