import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { parseForm } from "~/platform/form";
import {
  approveForm,
  logCourseForm,
  returnForm,
} from "~/features/training/records/training.schema";

const whole = {
  submissionId: randomUUID(),
  title: "Sökmetoder på nätet",
  heldOn: "2013-05-14",
  hours: "14",
  competenceId: "",
  learned: "",
  evidenceLink: "",
  cost: "",
  budgetLineId: "",
};

function read(given: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...whole, ...given })) form.set(name, value);
  return parseForm(logCourseForm, form);
}

function errorsOf(given: Record<string, string | File>) {
  const parsed = read(given);
  return parsed.ok ? {} : parsed.errors;
}

test("a course with name, day and hours is enough; what is left empty is nothing", () => {
  expect(read({})).toEqual({
    ok: true,
    value: {
      submissionId: whole.submissionId,
      title: "Sökmetoder på nätet",
      heldOn: "2013-05-14",
      hours: 840,
      competenceId: null,
      learned: "",
      claimedLevel: null,
      evidenceFile: null,
      dropFile: false,
      evidenceLink: null,
      cost: null,
      budgetLineId: null,
      agreed: "",
      projectId: null,
      replaces: null,
    },
  });
});

test.each([
  ["1,5", 90],
  ["1.5", 90],
  ["7:30", 450],
  ["2 h", 120],
  ["45 min", 45],
  ["2000", 120_000],
])("%s hours are %d minutes", (typed, minutes) => {
  const parsed = read({ hours: typed });

  expect(parsed.ok && parsed.value.hours).toBe(minutes);
});

test.each([
  ["", "errors.required"],
  ["två", "errors.durationUnreadable"],
  ["-2", "errors.durationUnreadable"],
  ["0", "errors.durationZero"],
  ["2000,5", "errors.durationTooLong"],
  ["9999999", "errors.durationTooLong"],
])("%j hours: %s", (typed, key) => {
  expect(errorsOf({ hours: typed }).hours?.key).toBe(key);
});

test.each([
  ["", "errors.required"],
  ["2013-02-31", "errors.dayMissing"],
  ["2013-13-01", "errors.dayMissing"],
  ["31/2 2013", "errors.dayMissing"],
  ["i går", "errors.dayUnreadable"],
  ["1899-12-31", "errors.dayOutOfBounds"],
  ["2200-01-01", "errors.dayOutOfBounds"],
])("day %j: %s", (typed, key) => {
  expect(errorsOf({ heldOn: typed }).heldOn?.key).toBe(key);
});

test("the title holds 120 characters and not one more", () => {
  expect(errorsOf({ title: "å".repeat(120) })).toEqual({});
  expect(errorsOf({ title: "å".repeat(121) }).title).toEqual({
    key: "errors.tooLong",
    values: { max: 120 },
  });
});

test("what was learned holds 2000 characters and not one more", () => {
  expect(errorsOf({ learned: "🎓".repeat(2000) })).toEqual({});
  expect(errorsOf({ learned: "a".repeat(2001) }).learned?.key).toBe("errors.tooLong");
});

test.each(["title", "learned"])("a personal identity number in %s is told apart", (name) => {
  expect(errorsOf({ [name]: "Klient 811228-9874 var med" })).toEqual({
    [name]: { key: "errors.identityNumber" },
  });
});

test.each([
  ["javascript:alert(1)"],
  ["data:text/html,hej"],
  ["ftp://example.org/intyg"],
  ["//example.org/intyg"],
  ["https://"],
  ["https://intyg"],
  ["https://kim:lösen@example.org/"],
  ["https://example.org/a b"],
  ["intyg.pdf"],
])("%s is no link to evidence", (typed) => {
  expect(errorsOf({ evidenceLink: typed }).evidenceLink?.key).toBe("training.field.link");
});

test.each(["https://example.org/intyg?id=7#a", "http://kurs.example.se", "HTTPS://Example.org/x"])(
  "%s is a link to evidence",
  (typed) => {
    expect(errorsOf({ evidenceLink: typed })).toEqual({});
  },
);

test.each([
  ["1 200", 120_000],
  ["1200,50", 120_050],
  ["0", 0],
  ["10000000", 1_000_000_000],
])("%s kronor are %d öre", (typed, amountOre) => {
  const parsed = read({ cost: typed });

  expect(parsed.ok && parsed.value.cost).toBe(amountOre);
});

test.each([
  ["-100", "errors.amountNegative"],
  ["1.234", "errors.amountAmbiguous"],
  ["12,345678", "errors.amountDecimals"],
  ["gratis", "errors.amountUnreadable"],
  ["10000001", "errors.tooLarge"],
  ["1e99", "errors.amountUnreadable"],
])("%s kronor: %s", (typed, key) => {
  expect(errorsOf({ cost: typed }).cost?.key).toBe(key);
});

test.each(["5", "-1", "abc", "1.5"])("%s is no level", (typed) => {
  expect(errorsOf({ claimedLevel: typed }).claimedLevel?.key).toBe("errors.unreadable");
});

test("a file field that was left alone is nothing, an empty file is a file", () => {
  const untouched = read({ evidenceFile: new File([], "") });
  const empty = read({ evidenceFile: new File([], "intyg.pdf") });

  expect(untouched.ok && untouched.value.evidenceFile).toBe(null);
  expect(empty.ok && empty.value.evidenceFile?.name).toBe("intyg.pdf");
});

test("a file where text belongs, and text where a file belongs, are refused or nothing", () => {
  expect(errorsOf({ title: new File(["x"], "x.txt") }).title).toBeDefined();
  const parsed = read({ evidenceFile: "not a file" });

  expect(parsed.ok && parsed.value.evidenceFile).toBe(null);
});

test("ids that are none are refused", () => {
  expect(errorsOf({ competenceId: "1 or 1=1", budgetLineId: "x", submissionId: "" })).toEqual({
    competenceId: { key: "errors.unreadable" },
    budgetLineId: { key: "errors.unreadable" },
    submissionId: { key: "errors.unreadable" },
  });
});

const decision = { submissionId: randomUUID(), seenAt: "2013-06-01T08:00:00.000Z" };

function decide(schema: typeof approveForm | typeof returnForm, given: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...decision, ...given })) form.set(name, value);
  const parsed = parseForm(schema, form);
  return parsed.ok ? {} : parsed.errors;
}

test.each([
  ["0", "errors.tooSmall"],
  ["501", "errors.tooLarge"],
  ["-3", "errors.wholeNumber"],
  ["2,5", "errors.wholeNumber"],
  ["många", "errors.wholeNumber"],
])("a plan for %s colleagues: %s", (typed, key) => {
  expect(decide(approveForm, { planColleagues: typed }).planColleagues?.key).toBe(key);
});

test("a course isn't sent back without a word, and the word holds 500 characters", () => {
  expect(decide(returnForm, { word: "  " }).word?.key).toBe("errors.required");
  expect(decide(returnForm, { word: "x".repeat(500) })).toEqual({});
  expect(decide(returnForm, { word: "x".repeat(501) }).word?.key).toBe("errors.tooLong");
});

test("a decision says which sending it is about", () => {
  expect(decide(returnForm, { word: "Intyg saknas", seenAt: "nyss" }).seenAt?.key).toBe(
    "errors.unreadable",
  );
});
