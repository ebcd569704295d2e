import { fieldText } from "./field-text";
import type { Field, ItemFields } from "./item-fields";
import type { ProblemLog } from "./problem-log";
import type { SieObjectReference } from "./sie-file";

const none: readonly SieObjectReference[] = [];

/**
 * A row's objects: pairs of a dimension's number and an object's code. A pair without a code
 * (`{6 ""}`) names no object. A list that does not close, does not pair up or names a dimension
 * in letters may put money on the wrong project: an error.
 */
export function readObjectList(
  item: ItemFields & { line: number; tag: string },
  log: ProblemLog,
): readonly SieObjectReference[] {
  const { list, listClosed } = item;
  if (list === null || (listClosed && list.length === 0)) return none;
  if (listClosed && list.length === 1 && isDimensionNumber(fieldText(list[0]))) {
    log.add("object-without-code", placeOf(item, list));
    return none;
  }
  const objects = listClosed ? paired(list) : null;
  if (objects === null) {
    log.add("object-list-unreadable", placeOf(item, list));
    return none;
  }
  return objects;
}

function paired(list: Field[]): SieObjectReference[] | null {
  if (list.length % 2 !== 0) return null;
  const objects: SieObjectReference[] = [];
  for (let index = 0; index < list.length; index += 2) {
    const dimension = fieldText(list[index]);
    const code = fieldText(list[index + 1]);
    if (code === "") continue;
    if (!isDimensionNumber(dimension)) return null;
    objects.push({ dimension: normalisedDimension(dimension), code });
  }
  return objects;
}

function isDimensionNumber(text: string): boolean {
  return /^\d{1,9}$/.test(text);
}

/** `06` and `6` are one dimension. */
export function normalisedDimension(number: string): string {
  return isDimensionNumber(number) ? String(Number(number)) : number;
}

function placeOf({ line, tag }: { line: number; tag: string }, list: Field[]) {
  return { line, tag, field: "objects", value: list.map(fieldText).join(" ") };
}
