import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { requirementForm } from "~/features/competence/requirements/requirements.schema";
import { parseForm } from "~/platform/form";

function read(typed: Record<string, string | null>) {
  const form = new FormData();
  const fields = {
    submissionId: randomUUID(),
    competenceId: randomUUID(),
    level: "2",
    minHolders: "2",
    minCarriers: "0",
    dueOn: "",
  };
  for (const [name, value] of Object.entries({ ...fields, ...typed })) {
    if (value !== null) form.set(name, value);
  }
  return parseForm(requirementForm, form);
}

test("a requirement may have no day, and ask for no carriers", () => {
  expect(read({})).toMatchObject({
    ok: true,
    value: { level: 2, minHolders: 2, minCarriers: 0, dueOn: null },
  });
});

test.each<[Record<string, string | null>, string, string]>([
  [{ competenceId: "" }, "competenceId", "errors.required"],
  [{ level: null }, "level", "errors.required"],
  [{ level: "0" }, "level", "errors.required"],
  [{ level: "5" }, "level", "errors.unreadable"],
  [{ minHolders: "" }, "minHolders", "errors.required"],
  [{ minHolders: "2,5" }, "minHolders", "errors.wholeNumber"],
  [{ minHolders: "-1" }, "minHolders", "errors.wholeNumber"],
  [{ minCarriers: "501" }, "minCarriers", "errors.tooLarge"],
  [{ dueOn: "2013-02-30" }, "dueOn", "errors.dayMissing"],
])("%j is refused beside its field", (typed, field, key) => {
  expect(read(typed)).toMatchObject({ ok: false, errors: { [field]: { key } } });
});
