import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { personForm } from "~/features/organisation/people.schema";
import { parseForm } from "~/platform/form";

function read(typed: Record<string, string>) {
  const form = new FormData();
  const fields = {
    submissionId: randomUUID(),
    givenName: "Åsa",
    familyName: "Öberg",
    email: "",
    jobTitle: "",
    unitId: randomUUID(),
    joinedOn: "2012-01-01",
    leftOn: "",
  };
  for (const [name, value] of Object.entries({ ...fields, ...typed })) form.set(name, value);
  return parseForm(personForm, form);
}

test("an address and a day of leaving may be left out", () => {
  expect(read({})).toMatchObject({ ok: true, value: { email: null, leftOn: null } });
  expect(read({ email: "ASA@example.se", leftOn: "1 juni 2013" })).toMatchObject({
    ok: true,
    value: { email: "asa@example.se", leftOn: "2013-06-01" },
  });
});

test.each<[Record<string, string>, string, string]>([
  [{ givenName: " " }, "givenName", "errors.required"],
  [{ familyName: "x".repeat(61) }, "familyName", "errors.tooLong"],
  [{ familyName: "Ek 19121212-1212" }, "familyName", "organisation.identityNumber"],
  [{ email: "asa" }, "email", "errors.email"],
  [{ unitId: "" }, "unitId", "errors.required"],
  [{ joinedOn: "" }, "joinedOn", "errors.required"],
  [{ joinedOn: "2013-02-30" }, "joinedOn", "errors.dayMissing"],
  [{ joinedOn: "i går" }, "joinedOn", "errors.dayUnreadable"],
  [{ joinedOn: "0001-01-01" }, "joinedOn", "errors.dayOutOfBounds"],
  [{ leftOn: "2012-01-01" }, "leftOn", "organisation.people.leftBeforeJoined"],
  [{ leftOn: "9999-12-31" }, "leftOn", "errors.dayOutOfBounds"],
  [{ leftOn: "2011-12-31" }, "leftOn", "organisation.people.leftBeforeJoined"],
])("%j is refused beside its field", (typed, field, key) => {
  expect(read(typed)).toMatchObject({ ok: false, errors: { [field]: { key } } });
});
