import type { SourceFile } from "./project-tree.ts";

/** Whose is what in the database, by its name: a room is named as its file is. */
export type RoomsOfNames = {
  /** Tables by their names in SQL. */
  tables: ReadonlyMap<string, string>;
  /** Tables by the names that the client has for them. */
  models: ReadonlyMap<string, string>;
  /** Named relations. */
  relations: ReadonlyMap<string, string>;
};

/** What `prisma/schema/<room>.prisma` and `prisma/relations/<room>.sql` say of whose is what. */
export function roomsOfNames(files: SourceFile[]): RoomsOfNames {
  const tables = new Map<string, string>();
  const models = new Map<string, string>();
  const relations = new Map<string, string>();
  for (const { path, text } of files) {
    const [, schema, relation] = /^prisma\/(?:schema\/(.+)\.prisma|relations\/(.+)\.sql)$/.exec(
      path,
    ) ?? [undefined, undefined, undefined];
    if (schema) {
      for (const [, name = "", body = ""] of text.matchAll(/^model (\w+) \{(.*?)^\}/gms)) {
        models.set(name.charAt(0).toLowerCase() + name.slice(1), schema);
        tables.set(/@@map\("(\w+)"\)/.exec(body)?.[1] ?? name, schema);
      }
    }
    if (relation) {
      for (const [, name = ""] of text.matchAll(/^CREATE FUNCTION (\w+)\(/gm)) {
        relations.set(name, relation);
      }
    }
  }
  return { tables, models, relations };
}

/** A name with the place in the text where it is used. */
export type NameUse = { name: string; at: number };

/** The tables that a piece of SQL reads, writes or locks; those that it names itself left out. */
export function tablesIn(sql: string): NameUse[] {
  const own = new Set(namedBySql(sql));
  return [...sql.matchAll(/\b(?:from|join|into|update|using|table)\s+(?:only\s+|lateral\s+)?/gi)]
    .flatMap((match) => listAt(sql, match.index + match[0].length))
    .filter(({ name }) => !own.has(name));
}

/** The functions that a piece of SQL calls. */
export function callsIn(sql: string): NameUse[] {
  return [...sql.matchAll(/\b(\w+)\s*\(/g)].map(({ 1: name = "", index }) => ({ name, at: index }));
}

/** `a, b as c, f(1) d`: each with or without a name of its own. No relation is named as a table. */
function listAt(sql: string, start: number): NameUse[] {
  const item =
    /\s*(?:lateral\s+)?"?(\w+)"?(?![\w.])(?:\s*\([^()]*\))?(?:\s+(?:as\s+)?\w+)?(\s*,)?/iy;
  const found: NameUse[] = [];
  item.lastIndex = start;
  for (let match = item.exec(sql); match; match = match[2] ? item.exec(sql) : null) {
    found.push({ name: match[1] ?? "", at: match.index });
  }
  return found;
}

function namedBySql(sql: string): string[] {
  return [...sql.matchAll(/(?:\bwith(?:\s+recursive)?|,|\))\s*(\w+)(?:\s*\([^()]*\))?\s+as\s+/gi)]
    .filter(({ index, 0: text }) =>
      /^(?:not\s+)?(?:materialized\s*)?\(/i.test(sql.slice(index + text.length)),
    )
    .map(([, name = ""]) => name);
}
