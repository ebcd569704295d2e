import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { catalogueForm } from "~/features/training/catalogue/catalogue.schema";
import { parseForm } from "~/platform/form";

function read(typed: Record<string, string>) {
  const form = new FormData();
  const fields = { submissionId: randomUUID(), title: "Källkritik", provider: "", hours: "" };
  const rest = { competenceId: "", givesLevel: "" };
  for (const [name, value] of Object.entries({ ...fields, ...rest, ...typed })) {
    form.set(name, value);
  }
  return parseForm(catalogueForm, form);
}

test("a course needs its title alone", () => {
  expect(read({ title: " Källkritik  på nätet " })).toMatchObject({
    ok: true,
    value: {
      title: "Källkritik på nätet",
      provider: "",
      competenceId: null,
      hours: null,
      givesLevel: null,
    },
  });
  const competenceId = randomUUID();
  expect(read({ hours: "7,5", competenceId, givesLevel: "3" })).toMatchObject({
    ok: true,
    value: { hours: 450, competenceId, givesLevel: 3 },
  });
});

test.each<[Record<string, string>, string, string]>([
  [{ title: "" }, "title", "errors.required"],
  [{ title: "x".repeat(121) }, "title", "errors.tooLong"],
  [{ title: "Kurs 19121212-1212" }, "title", "errors.identityNumber"],
  [{ hours: "0" }, "hours", "errors.durationZero"],
  [{ hours: "en dag" }, "hours", "errors.durationUnreadable"],
  [{ competenceId: "x" }, "competenceId", "errors.unreadable"],
  [{ givesLevel: "0", competenceId: randomUUID() }, "givesLevel", "errors.unreadable"],
  [{ givesLevel: "2" }, "competenceId", "training.catalogue.levelOfWhat"],
])("%j is refused beside its field", (typed, field, key) => {
  expect(read(typed)).toMatchObject({ ok: false, errors: { [field]: { key } } });
});
