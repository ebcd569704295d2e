import ts from "typescript";
import type { Check } from "./check.ts";
import { roomOf, stepsDown } from "./import-rooms.ts";
import type { SourceFile } from "./project-tree.ts";
import { callsIn, roomsOfNames, tablesIn, type RoomsOfNames } from "./table-names.ts";

/**
 * Tables have rooms: a room reads another's rows through that room's named relations and writes
 * them through its commands, and nobody reads upward. What hangs on a foreign key of one's own row
 * may be selected with the row.
 */
export const tableRooms: Check = {
  name: "table rooms",
  run: (tree) => {
    const sql = tree.files.filter((file) => /^prisma\/(schema|relations)\//.test(file));
    const files = sql.map((path) => ({ path, text: tree.read(path) }));
    return offendingTables([...files, ...tree.sources("app/")], yetToMove);
  },
};

/** Files that still name another room's tables. One that no longer does must leave the list. */
const yetToMove: readonly string[] = [];

/**
 * Every table of another room that a room's TypeScript (in a call of the client or in SQL) or its
 * relations name, and every relation of a room above, as `file:line names …: rule`. Files of
 * `exempt` may do so, and are told when they don't. The tables of `platform` are everybody's, as
 * the ground is; scripts, demo data and tests may look at anything. Pure: takes the files as data.
 */
export function offendingTables(files: SourceFile[], exempt: readonly string[] = []): string[] {
  const names = roomsOfNames(files);
  const faults = new Map(files.map((file) => [file.path, faultsOf(file, names)]));
  return [
    ...[...faults].flatMap(([path, found]) => (exempt.includes(path) ? [] : found)),
    ...exempt
      .filter((path) => !faults.get(path)?.length)
      .map((path) => `${path} keeps to its room's tables: take it from the files yet to move`),
  ];
}

function faultsOf({ path, text }: SourceFile, names: RoomsOfNames): string[] {
  const relations = /^prisma\/relations\/(.+)\.sql$/.exec(path)?.[1];
  const room = relations ?? roomOf(path)?.replace("features/", "");
  const isSource = /\.tsx?$/.test(path) && room !== "generated";
  if (room === undefined || (relations === undefined && !isSource)) return [];
  const uses = relations === undefined ? usesInSource(text, names) : usesInSql(blank(text), names);
  return uses.flatMap(({ owner, what, at, isTable }) => {
    const fault = isTable ? tableFault(room, owner) : relationFault(room, owner);
    const line = text.slice(0, at).split("\n").length;
    return fault ? [`${path}:${line} names ${what} of ${owner}: ${fault}`] : [];
  });
}

function tableFault(room: string, owner: string): string | undefined {
  if (owner === room || owner === "platform") return undefined;
  return "a room reads another's rows through its relations and writes them through its commands";
}

/** What roles reach lies in these rooms: an account is told of it by their relations. */
const reachedByRoles = ["organisation", "funding"];

function relationFault(room: string, owner: string): string | undefined {
  if (owner === room || owner === "access" || room === "overviews") return undefined;
  const isBelow = room === "access" ? reachedByRoles.includes(owner) : stepsDown(room, owner) > 0;
  return isBelow ? undefined : "nobody reads upward";
}

type Use = { owner: string; what: string; at: number; isTable: boolean };

function usesInSource(text: string, names: RoomsOfNames): Use[] {
  const source = ts.createSourceFile("source.tsx", text, ts.ScriptTarget.Latest, true);
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && isOfClient(node)) {
      const owner = names.models.get(node.name.text);
      const at = node.name.getStart();
      if (owner) uses.push({ owner, what: node.name.text, at, isTable: true });
    }
    if (ts.isTemplateLiteral(node)) {
      const start = node.getStart();
      const sql = usesInSql(withoutValues(node), names);
      uses.push(...sql.map((use) => ({ ...use, at: use.at + start })));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** `db.unit`, `tx.unit`, and whatever else is asked as a table is: `….unit.findMany`. */
function isOfClient(node: ts.PropertyAccessExpression): boolean {
  if (/^(db|tx)$/.test(node.expression.getText())) return true;
  const { parent } = node;
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === node &&
    ts.isCallExpression(parent.parent) &&
    /^(find|create|update|delete|upsert|count$|aggregate$|groupBy$)/.test(parent.name.text)
  );
}

/** A template's text with each value blanked to its length; the templates in them are visited. */
function withoutValues(node: ts.TemplateLiteral): string {
  const text = node.getText();
  if (ts.isNoSubstitutionTemplateLiteral(node)) return text;
  const [start, chars] = [node.getStart(), [...text.split("")]];
  for (const { expression } of node.templateSpans) {
    const [from, to] = [expression.getFullStart() - start - 2, expression.getEnd() - start + 1];
    chars.fill("?", from, to);
  }
  return chars.join("");
}

function usesInSql(sql: string, names: RoomsOfNames): Use[] {
  const tables = tablesIn(sql).flatMap(({ name, at }) => {
    const owner = names.tables.get(name);
    return owner ? [{ owner, what: name, at, isTable: true }] : [];
  });
  const relations = callsIn(sql).flatMap(({ name, at }) => {
    const owner = names.relations.get(name);
    return owner ? [{ owner, what: `${name}()`, at, isTable: false }] : [];
  });
  return [...tables, ...relations];
}

/** SQL without its comments, each as long as it was. */
function blank(sql: string): string {
  return sql.replace(/--.*/g, (comment) => " ".repeat(comment.length));
}
