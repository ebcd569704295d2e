import { expect, test } from "vitest";
import { respelled } from "~/features/reports/freezing/version-content.server";
import { canonicalJson } from "~/features/reports/rules/canonical-json";

test("the first versions' words of sets read as they are spelled now, and texts as they were", () => {
  const text = 'Vi såg "form":"side-by-side" och in-kind.';
  const content = canonicalJson({
    figures: { financing: [{ kind: "in-kind" }], lines: [{ financing: "in-kind" }] },
    rows: [
      { kind: "hand-over", facts: { form: "side-by-side" }, source: null },
      { kind: "own-hours", facts: {}, source: { type: "hand-over", id: "a" } },
      { kind: "cost", facts: {}, source: { type: "training-record", id: "b" } },
    ],
    told: text,
  });
  expect(JSON.parse(respelled(content))).toEqual({
    figures: { financing: [{ kind: "in_kind" }], lines: [{ financing: "in_kind" }] },
    rows: [
      { kind: "hand-over", facts: { form: "side_by_side" }, source: null },
      { kind: "own-hours", facts: {}, source: { type: "hand_over", id: "a" } },
      { kind: "cost", facts: {}, source: { type: "training_record", id: "b" } },
    ],
    told: text,
  });
});
