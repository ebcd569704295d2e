import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { RecordDetails } from "~/features/training/records/record-details.server";
import { RecordFacts } from "~/features/training/records/record-facts";
import { SpeechProvider } from "~/i18n/context";
import { translator } from "~/i18n/server";

const record: RecordDetails = {
  id: "r1",
  kind: "course",
  status: "submitted",
  title: "Sökmetoder",
  competence: null,
  heldOn: "2013-05-14",
  minutes: 90,
  person: { id: "p1", name: "Anna Berg", note: null },
  claimedLevel: null,
  confirmed: null,
  costOre: null,
  hasEvidence: false,
  handOverId: null,
  learned: "",
  evidence: { file: null, link: null },
  projectName: null,
  payment: null,
  currentLevel: 0,
  courseLevel: null,
  plan: null,
  submittedAt: "2013-05-15T08:00:00.000Z",
  decisions: [],
  waitsForOther: false,
  replacedBy: null,
  replaces: null,
  may: { mend: false, withdraw: false, decide: true, "take-back": false, "log-again": false },
};
const payment = {
  projectName: "Nätet",
  costCategory: "Utbildning",
  lineName: "Kurser",
  availableOre: 500_000,
  bookedThrough: null,
  inLedger: [],
  invoices: [],
};

function shown(given: Partial<RecordDetails>): string {
  return renderToStaticMarkup(
    <SpeechProvider language="sv" t={translator("sv")}>
      <RecordFacts record={{ ...record, ...given }} />
    </SpeechProvider>,
  );
}

test("scripts in names and texts are shown as the letters they are", () => {
  const script = `<script>alert("hej")</script>`;
  const page = shown({
    learned: script,
    person: { id: "p1", name: script, note: null },
    evidence: { file: { name: script, size: 1 }, link: null },
  });

  expect(page).not.toContain("<script");
  expect(page.split("&lt;script&gt;")).toHaveLength(4);
});

test("a cost above what is available warns the manager with both figures", () => {
  const page = shown({ costOre: 500_000, payment: { ...payment, availableOre: 499_900 } });

  expect(page).toMatch(/5\u00a0000\u00a0kr/);
  expect(page).toContain("Kostnaden är större än det som är disponibelt");
});

test("a cost that the ledger may have already is told by its voucher", () => {
  const inLedger = [{ costId: "c1", series: "A", number: "12", bookedOn: "2013-03-04" }];

  expect(shown({ costOre: 500_000, payment: { ...payment, inLedger } })).toContain(
    "Verifikation A 12 den 4 mars 2013",
  );
  expect(shown({ costOre: 500_000, payment })).not.toContain("bokföringen");
});

test("a cost that the ledger has booked is told by its voucher, or its day", () => {
  const invoice = { series: "A", number: "12", bookedOn: "2013-03-04", amountOre: 500_000 };
  const invoices = [invoice, { ...invoice, number: "" }];
  const page = shown({ costOre: 500_000, payment: { ...payment, invoices } });
  expect(page).toContain("Bokförd som verifikation A 12 den 4 mars 2013");
  expect(page).toContain("Bokförd som verifikation A 2013-03-04");
});

test("a cost that just fits doesn't warn, and only those who decide are warned", () => {
  const fits = { costOre: 500_000, payment: { ...payment, availableOre: 500_000 } };
  const over = { costOre: 500_000, payment: { ...payment, availableOre: 0 } };
  const may = { ...record.may, decide: false };

  expect(shown(fits)).not.toContain("Kostnaden är större");
  expect(shown({ ...over, may })).not.toContain("Kostnaden är större");
});
