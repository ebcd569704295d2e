import { expect, test } from "vitest";
import { attestForm } from "~/features/competence/attestations/attestations.schema";
import { parseForm } from "~/platform/form";

function read(level: string | null) {
  const form = new FormData();
  if (level !== null) form.set("level", level);
  return parseForm(attestForm, form);
}

test.each([
  [null, "errors.required"],
  ["", "errors.required"],
  ["0", "errors.required"],
  ["5", "errors.unreadable"],
])("the level %j is refused beside its field", (level, key) => {
  expect(read(level)).toMatchObject({ ok: false, errors: { level: { key } } });
});
