import { expect } from "vitest";

/** By what is written in them: lists whose order says nothing are compared in this one. */
export function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

export function minutesOf(rows: readonly { minutes: number }[]): number {
  return rows.reduce((sum, { minutes }) => sum + minutes, 0);
}

type Value = string | number | boolean | null;
type Key = Value | { down: Value };

export function down(value: Value): Key {
  return { down: value };
}

/** A list comes by the first of its rows' keys that tells two of them apart. */
export function comesBy<Row>(rows: readonly Row[], keysOf: (row: Row) => readonly Key[]): void {
  const order = (a: Row, b: Row) => {
    const others = keysOf(b);
    for (const [index, key] of keysOf(a).entries()) {
      const other = others[index] ?? null;
      const isDown = typeof key === "object" && key !== null;
      const [one, two] = [valueOf(isDown ? other : key), valueOf(isDown ? key : other)];
      if (one !== two) return one < two ? -1 : 1;
    }
    return 0;
  };
  expect(rows.map(keysOf)).toEqual(rows.toSorted(order).map(keysOf));
}

function valueOf(key: Key): string | number {
  const value = typeof key === "object" && key !== null ? key.down : key;
  return typeof value === "boolean" ? Number(value) : (value ?? "");
}
