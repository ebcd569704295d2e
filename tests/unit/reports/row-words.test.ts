import { expect, test } from "vitest";
import { factsInWords } from "~/features/reports/freezing/row-words";
import type { ReportRow } from "~/features/reports/rules/report-row";
import { translator } from "~/i18n/server";

function said(kind: ReportRow["kind"], facts: object, language: "sv" | "en" = "sv"): string {
  const plain = { id: "1", under: null, day: null, person: null, source: null };
  const speech = { language, t: translator(language) };
  // Of the kind's facts those alone that a test is about.
  return factsInWords({ kind, ...plain, facts } as ReportRow, { speech, names: new Map() });
}

test.each([
  ["hand-over", { form: "in_house_course" }, "form Intern utbildning", "form In-house training"],
  ["hand-over", { form: "in-house-course" }, "form Intern utbildning", "form In-house training"],
  [
    "hand-over",
    { reason: "not-confirmed" },
    "räknas inte: ingen har bekräftat den",
    "doesn't count: nobody has confirmed it",
  ],
  ["partner", { role: "owner" }, "roll Projektägare", "role Project owner"],
  ["line", { financing: "in-kind" }, "finansiering Egen arbetsinsats", "financing Own hours"],
  ["part", { isLearner: true }, "lärde sig", "learned"],
  ["hand-over", { form: "some-new_form" }, "form some new form", "form some new form"],
  ["target", { value: 18, decidedOn: "1900-01-01" }, "värde 18", "value 18"],
] as const)("what is stored as a code is told in words: %s %j", (kind, facts, sv, en) => {
  expect(said(kind, facts)).toBe(sv);
  expect(said(kind, facts, "en")).toBe(en);
});
