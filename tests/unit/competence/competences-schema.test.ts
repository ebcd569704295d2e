import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { competenceForm } from "~/features/competence/catalogue/competences.schema";
import { parseForm } from "~/platform/form";

function read(typed: Record<string, string>) {
  const form = new FormData();
  const fields = { submissionId: randomUUID(), name: "Sökmetoder", code: "", elements: "" };
  for (const [name, value] of Object.entries({ ...fields, ...typed })) form.set(name, value);
  return parseForm(competenceForm, form);
}

test("an empty code is made of the name, and each line is one core element", () => {
  expect(
    read({ name: "Sök  på nätet", elements: " Sök \r\n\r\n Karta  och plats\n" }),
  ).toMatchObject({
    ok: true,
    value: { name: "Sök på nätet", code: "sok-pa-natet", elements: ["Sök", "Karta och plats"] },
  });
  expect(read({ code: "SOK-2" })).toMatchObject({ ok: true, value: { code: "sok-2" } });
});

test.each<[Record<string, string>, string, string]>([
  [{ name: " " }, "name", "errors.required"],
  [{ name: "x".repeat(121) }, "name", "errors.tooLong"],
  [{ name: "???" }, "code", "competence.form.codeSigns"],
  [{ code: "två ord" }, "code", "competence.form.codeSigns"],
  [{ code: "x".repeat(41) }, "code", "errors.tooLong"],
  [{ elements: "x\n".repeat(2) }, "elements", "competence.form.elementTwice"],
  [
    { elements: Array.from({ length: 41 }, (_, index) => `rad ${index}`).join("\n") },
    "elements",
    "competence.form.tooManyElements",
  ],
  [{ elements: `Sök\n${"x".repeat(121)}` }, "elements", "competence.form.elementTooLong"],
  [{ description: "19121212-1212" }, "description", "errors.identityNumber"],
])("%j is refused beside its field", (typed, field, key) => {
  expect(read(typed)).toMatchObject({ ok: false, errors: { [field]: { key } } });
});
