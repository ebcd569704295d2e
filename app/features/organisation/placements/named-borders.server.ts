import type { Db } from "~/platform/db.server";
import { unitNamesOf } from "../unit-tree.queries.server";
import type { Border, Borders } from "./borders";

/** Borders with the names of the units, each once. */
export async function namedBorders(db: Db, { start, end }: Borders): Promise<Borders<string>> {
  const all = [start, end].flatMap((border) => (border ? [...border.ends, ...border.begins] : []));
  const names = await unitNamesOf(
    db,
    all.map(({ unitId }) => unitId),
  );
  const named = (border: Border | null) => {
    if (border === null) return null;
    const of = (stretches: Border["ends"]) => {
      const ids = new Set(stretches.map(({ unitId }) => unitId));
      return [...names].flatMap(([id, name]) => (ids.has(id) ? [name] : []));
    };
    return { ends: of(border.ends), begins: of(border.begins) };
  };
  return { start: named(start), end: named(end) };
}
