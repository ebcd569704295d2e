import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { askedGroup } from "~/features/cascade/groups/asked-group";
import { handOverForm } from "~/features/cascade/hand-overs/hand-overs.schema";
import { typedHours } from "~/features/cascade/entering/typed-hours";
import { parseForm } from "~/platform/form";
import { typedName } from "~/ui/people-picker";

const learner = randomUUID();
const typed = {
  competence: "sokmetoder",
  heldOn: "21 november 2026",
  hours: "1,5",
  form: "side-by-side",
  learners: learner,
};

test("a plain form is enough: the rest has a meaning of its own", () => {
  expect(read(typed)).toEqual({
    ok: true,
    value: {
      competence: "sokmetoder",
      heldOn: "2026-11-21",
      hours: 90,
      form: "side_by_side",
      givesLevel: 2,
      trainers: [],
      learners: [learner],
      elements: [],
      note: "",
      agreed: "",
    },
  });
});

test.each([
  [{ hours: "" }, { hours: "errors.required" }],
  [{ hours: "25" }, { hours: "errors.durationTooLong" }],
  [{ heldOn: "2026-02-30" }, { heldOn: "errors.dayMissing" }],
  [{ form: "telepathy" }, { form: "errors.required" }],
  [{ givesLevel: "4" }, { givesLevel: "errors.unreadable" }],
  [{ learners: undefined }, { learners: "cascade.errors.chooseLearner" }],
  [{ learners: "bo" }, { learners: "errors.unreadable" }],
  [{ trainers: "ann" }, { trainers: "errors.unreadable" }],
  [{ competence: "" }, { competence: "errors.required" }],
  [{ note: "Möte med 850709-9805" }, { note: "errors.identityNumber" }],
  [{ submissionId: "1" }, { submissionId: "errors.unreadable" }],
])("%j is refused at its field", (fields, faults) => {
  const result = read({ ...typed, ...fields });
  expect(result.ok ? {} : keysOf(result.errors)).toEqual(faults);
});

test.each(["learners", "trainers"])(
  "a name typed among the %s and not chosen is asked about",
  (name) => {
    const typedIn = (text: string, chosen?: string) =>
      read({ ...typed, [name]: chosen, [typedName(name)]: text });
    const asked = { key: "errors.notPicked", values: { text: "Bo" } };
    for (const chosen of [undefined, learner]) {
      const refused = typedIn(" Bo ", chosen);
      expect(refused).toMatchObject({ ok: false, errors: { [name]: asked } });
      expect(refused.ok || refused.values).toMatchObject({ [typedName(name)]: " Bo " });
    }
    expect(typedIn("  ", learner).ok).toBe(true);
    const long = typedIn("o".repeat(500), learner);
    expect(long.ok || long.errors[name]?.values).toEqual({ text: `${"o".repeat(80)}…` });
  },
);

test("minutes come back in a field as they are typed", () => {
  expect([90, 60, 45, 100].map((minutes) => typedHours(minutes, ","))).toEqual([
    "1,5",
    "1",
    "0,75",
    "1:40",
  ]);
});

test("a group may be asked for by its own name or inside a choice", () => {
  expect(askedGroup(new URLSearchParams("group=unit%3Du1"))).toEqual({ project: null, unit: "u1" });
  expect(askedGroup(new URLSearchParams("project=NATET"))).toEqual({
    project: "NATET",
    unit: null,
  });
});

function read(fields: Record<string, string | undefined>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) form.set(name, value);
  return parseForm(handOverForm, form);
}

function keysOf(errors: Record<string, { key: string }>) {
  return Object.fromEntries(Object.entries(errors).map(([name, { key }]) => [name, key]));
}
