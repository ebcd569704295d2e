import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawingWidth } from "~/features/cascade/spread/lineage-drawing";

const css = readFileSync(
  new URL("../../../app/features/cascade/spread/lineage.css", import.meta.url),
  "utf8",
);
/** The region's padding and border, on both sides. */
const around = 2 * (16 + 1);

test("the hint to scroll goes away exactly where the drawing has room", () => {
  const rules = [
    ...css.matchAll(/lineage \(min-width: (\d+)px\) \{\s*&\[data-columns="(\d+)"\]/g),
  ].map(([, width, columns]) => [Number(columns), Number(width)]);
  expect(rules).toEqual([3, 4, 5].map((columns) => [columns, drawingWidth(columns) + around]));
});
