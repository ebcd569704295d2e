import { createHash, randomBytes } from "node:crypto";
import type { WrittenRow } from "../payload/report-rows.queries.server";
import { rowName, type FrozenRow } from "./frozen-report";
import type { ReportRow } from "../rules/report-row";

export type KeyedRows = {
  rows: FrozenRow[];
  /** Who stands behind each key, with the salt of its hash. */
  people: KeyedPerson[];
  /** What was written of each row, with the salt of its hash. */
  texts: { row: string; salt: string; text: string }[];
};

type KeyedPerson = { key: string; personId: string; salt: string };

/**
 * Rows as a version keeps them: people under keys and texts as salted hashes, both drawn by lot, so
 * that nothing leads back from them once what stands beside has been erased.
 */
export function keyRows(written: readonly WrittenRow[]): KeyedRows {
  const keys = new Map<string, string>();
  const texts: KeyedRows["texts"] = [];
  const rows = written.map(({ words, ...row }): FrozenRow => {
    const keyed = withKey(row, row.person && keyOf(keys, row.person));
    if (words === "") return { ...keyed, words: null };
    const text = { row: rowName(keyed), salt: drawSalt(), text: words };
    texts.push(text);
    return { ...keyed, words: hashOfText(text) };
  });
  // The order of ids would say something of whose keys these are.
  const inOrder = rows.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return {
    rows: inOrder,
    people: [...keys].map(([personId, key]) => ({ key, personId, salt: drawSalt() })),
    texts,
  };
}

/** A row with a key for its person, in its id too where that is made of it. */
export function withKey<Row extends ReportRow>(row: Row, key: string | null): Row {
  const id = row.person === null || key === null ? row.id : row.id.replace(row.person, key);
  return { ...row, id, person: key };
}

export function hashOfText({ salt, text }: { salt: string; text: string }): string {
  return createHash("sha256").update(salt).update(text).digest("hex");
}

/** What stays in a version of who stands behind a key; without the salt it leads to nobody. */
export function hashOfPerson({ salt, personId }: Omit<KeyedPerson, "key">): string {
  return hashOfText({ salt, text: personId });
}

function drawSalt(): string {
  return randomBytes(16).toString("hex");
}

function keyOf(keys: Map<string, string>, person: string): string {
  const known = keys.get(person);
  if (known !== undefined) return known;
  const taken = new Set(keys.values());
  let key = draw();
  while (taken.has(key)) key = draw();
  keys.set(person, key);
  return key;
}

/** Six letters and digits that aren't mistaken for each other. */
function draw(): string {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  return `P.${Array.from(randomBytes(6), (byte) => letters[byte % letters.length]).join("")}`;
}

function orderOf({ kind, under, day, id }: ReportRow): string {
  return [kind, under ?? "", day ?? "", id].join(" ");
}
