import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { projectForm } from "~/features/funding/projects/project-form.schema";
import { lineForm, partnerForm, rateForm } from "~/features/funding/set-up/set-up.schema";
import { parseForm } from "~/platform/form";
import type { z } from "zod";

function read<Schema extends z.ZodType>(schema: Schema, fields: Record<string, string>) {
  const form = new FormData();
  form.set("submissionId", randomUUID());
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return parseForm(schema, form);
}

const project = {
  name: "Uppsökande arbete",
  code: "natet-2",
  purpose: "",
  unitId: randomUUID(),
  startsOn: "2013-01-01",
  endsOn: "2013-01-01",
};

test("a project of one day, its code in capitals", () => {
  expect(read(projectForm, project)).toMatchObject({ ok: true, value: { code: "NATET-2" } });
});

test.each([
  { field: "code", value: "NÄTET", key: "funding.errors.codeShape" },
  { field: "code", value: "-A", key: "funding.errors.codeShape" },
  { field: "code", value: "new", key: "funding.errors.codeReserved" },
  { field: "code", value: "A".repeat(21), key: "errors.tooLong" },
  { field: "endsOn", value: "2012-12-31", key: "funding.errors.endsBeforeStart" },
  { field: "startsOn", value: "2013-02-30", key: "errors.dayMissing" },
  { field: "unitId", value: "", key: "errors.required" },
  { field: "purpose", value: "Om 811228-9874", key: "errors.identityNumber" },
])("a project with $field '$value' is refused there", ({ field, value, key }) => {
  const parsed = read(projectForm, { ...project, [field]: value });
  expect(parsed).toMatchObject({ ok: false, errors: { [field]: { key } } });
});

const line = {
  costCategory: "Utbildning",
  name: "Kurser",
  financing: "grant",
  grantId: "",
  accounts: "5000-5999, 6100",
};

test("a line with its periods; empty rows are left out, the others keep their number", () => {
  const parsed = read(lineForm, {
    ...line,
    ...{ startsOn0: "", endsOn0: "", amountOre0: "" },
    ...{ startsOn1: "2013-01-01", endsOn1: "2013-06-30", amountOre1: "12 500,50" },
  });
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      accounts: "5000-5999,6100",
      grantId: null,
      rows: [{ number: 1, startsOn: "2013-01-01", endsOn: "2013-06-30", amountOre: 1_250_050 }],
    },
  });
});

test("every fault stands at its own field, rows included", () => {
  const parsed = read(lineForm, {
    ...{ ...line, name: "", accounts: "5000-5999, 5500" },
    ...{ startsOn0: "2013-01-01", endsOn0: "2012-01-01", amountOre0: "100" },
    ...{ startsOn1: "2013-01-01", endsOn1: "x", amountOre1: "-5" },
    ...{ startsOn2: "2013-01-01", endsOn2: "2013-12-31", amountOre2: "" },
  });
  expect(parsed).toMatchObject({
    ok: false,
    errors: {
      name: { key: "errors.required" },
      accounts: { key: "funding.errors.accountsRepeated", values: { part: "5500" } },
      endsOn0: { key: "funding.errors.endsBeforeStart" },
      endsOn1: { key: "errors.dayUnreadable" },
      amountOre1: { key: "errors.amountNegative" },
      amountOre2: { key: "errors.required" },
    },
  });
});

test("a person's number is no organisation number", () => {
  const partner = { name: "Stiftelsen", role: "coordinator" };
  expect(read(partnerForm, { ...partner, orgNumber: "2120000134" })).toMatchObject({
    ok: true,
    value: { orgNumber: "212000-0134" },
  });
  expect(read(partnerForm, { ...partner, orgNumber: "811228-9874" })).toMatchObject({
    ok: false,
    errors: { orgNumber: { key: "errors.orgNumber" } },
  });
});

test("an hour is worth something", () => {
  expect(read(rateForm, { validFrom: "2013-01-01", rateOre: "0" })).toMatchObject({
    ok: false,
    errors: { rateOre: { key: "funding.errors.rateZero" } },
  });
});
