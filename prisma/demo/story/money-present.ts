import { monthStart } from "../days";
import type { MoneyStory, VoucherStory } from "./money-story";

// The ledger has been read in through last month.
const payrolls = [-10, -9, -8, -7, -6, -5].map((month) => payroll(month, [32_400, 10_180]));
const payrollsAtNewSalary = [-4, -3, -2, -1].map((month) => payroll(month, [33_350, 10_480]));
const rents = [-10, -9, -8, -7, -6, -5, -4, -3, -2, -1].map((month) =>
  invoice(month, 28, { text: "Hyra samtalsrum {month}", rows: [["5010", 6500]] }),
);
const supervision = [-9, -6, -3].map((month) =>
  invoice(month, 12, {
    text: "Handledargruppen Ek & Lind, metodhandledning",
    rows: [["6550", 24_000]],
  }),
);
const subscriptions = [-10, -7, -4].map((month) =>
  invoice(month, 6, {
    text: "Nätverkshuset, skyddad uppkoppling kvartal",
    rows: [["6230", 9800]],
  }),
);

const outreachOnline: MoneyStory = {
  objectCode: "4120",
  periods: [-10, -7, -4, -1, 2, 5, 8].map((month) => monthStart(month)),
  lines: [
    {
      key: "personal",
      category: "Personal",
      name: "Projektledning och metodstöd",
      financing: "grant",
      accounts: "7000-7599",
      tkr: [120, 130, 130, 140, 130, 130],
    },
    {
      key: "utbildning",
      category: "Utbildning",
      name: "Kurser och föreläsare",
      financing: "grant",
      accounts: "7610-7619",
      tkr: [100, 60, 20, 20, 20, 20],
      changed: { on: monthStart(-9, 10), tkrBefore: [80, 60, 20, 20, 20, 20] },
    },
    {
      key: "tjanster",
      category: "Köpta tjänster",
      name: "Handledning och följeforskning",
      financing: "grant",
      accounts: "6550-6559,4000-4999",
      tkr: [30, 40, 30, 30, 30, 50],
      changed: { on: monthStart(-9, 10), tkrBefore: [50, 40, 30, 30, 30, 50] },
    },
    {
      key: "resor",
      category: "Resor",
      name: "Resor och logi",
      financing: "grant",
      accounts: "5800-5899",
      tkr: [15, 15, 15, 15, 15, 15],
    },
    {
      key: "material",
      category: "Material",
      name: "Telefoner, licenser och uppkoppling",
      financing: "grant",
      accounts: "5400-5499,6200-6299",
      tkr: [45, 10, 10, 5, 5, 5],
    },
    {
      key: "lokal",
      category: "Lokal",
      name: "Samtalsrum",
      financing: "cash",
      accounts: "5000-5099",
      tkr: [20, 20, 20, 20, 20, 20],
    },
    {
      key: "egna-timmar",
      category: "Egen arbetsinsats",
      name: "Enheternas egna timmar",
      financing: "in_kind",
      tkr: [25, 30, 20, 15, 10, 10],
    },
    {
      key: "parternas-timmar",
      category: "Egen arbetsinsats",
      name: "Samverkansparters timmar",
      financing: "in_kind",
      tkr: [10, 10, 10, 10, 10, 10],
    },
  ],
  hourRates: [
    { from: monthStart(-10), kronor: 385 },
    { from: monthStart(-4), kronor: 398 },
  ],
  vouchers: [
    ...payrolls,
    ...payrollsAtNewSalary,
    ...rents,
    ...supervision,
    ...subscriptions,
    invoice(-10, 14, { text: "Kontorslogistik Norr, telefoner", rows: [["5410", 38_600]] }),
    invoice(-9, 9, { text: "Ljusgårdens konferens, uppstartsdag", rows: [["5831", 11_400]] }),
    invoice(-9, 20, { text: "Föreläsare nätverksdag", rows: [["7610", 18_000]] }),
    invoice(-8, 15, { text: "Tågresor studiebesök", rows: [["5810", 7260]] }),
    invoice(-7, 22, { text: "Licenser skyddad webbläsare", rows: [["5420", 15_200]] }),
    invoice(-6, 18, {
      text: "Resor och logi metoddagar",
      rows: [
        ["5810", 4890],
        ["5831", 8350],
      ],
    }),
    invoice(-5, 7, { text: "Högskolan Mälarstrand, följeforskning 1", rows: [["4010", 22_500]] }),
    invoice(-4, 17, { text: "Tågresor samverkansmöte", rows: [["5810", 3150]] }),
    invoice(-3, 23, { text: "Tryck av kontaktkort", rows: [["6991", 2480]] }),
    invoice(-2, 11, { text: "Resor och logi handledarträff", rows: [["5810", 2980]] }),
    invoice(-2, 19, { text: "Medlemsavgift nätverk för fältarbete", rows: [["6981", 1150]] }),
  ],
  partnerHours: [
    { partner: "Ungdomsmottagningen Kvarnen", on: monthStart(-7, 28), hours: 18 },
    { partner: "Ungdomsmottagningen Kvarnen", on: monthStart(-4, 28), hours: 22 },
    { partner: "Stiftelsen Nattlyktan", on: monthStart(-7, 28), hours: 12 },
    { partner: "Stiftelsen Nattlyktan", on: monthStart(-4, 28), hours: 15 },
    { partner: "Lokalpolisområde City", on: monthStart(-4, 28), hours: 8 },
    { partner: "Ungdomsmottagningen Kvarnen", on: monthStart(-2, 28), hours: 9 },
  ],
};

const sourceCriticism: MoneyStory = {
  objectCode: "4135",
  periods: [-5, -2, 1, 4, 7].map((month) => monthStart(month)),
  lines: [
    {
      key: "utbildning",
      category: "Utbildning",
      name: "Kurser och föreläsare",
      financing: "grant",
      accounts: "7610-7619",
      tkr: [90, 30, 20, 20],
    },
    {
      key: "tjanster",
      category: "Köpta tjänster",
      name: "Processtöd",
      financing: "grant",
      accounts: "6550-6559",
      tkr: [20, 30, 20, 20],
    },
    {
      key: "material",
      category: "Material",
      name: "Böcker och licenser",
      financing: "grant",
      accounts: "5400-5499",
      tkr: [10, 10, 5, 5],
    },
    {
      key: "egna-timmar",
      category: "Egen arbetsinsats",
      name: "Enhetens egna timmar",
      financing: "in_kind",
      tkr: [15, 15, 15, 10],
    },
  ],
  hourRates: [{ from: monthStart(-5), kronor: 398 }],
  vouchers: [
    invoice(-5, 19, { text: "Böcker om källkritik", rows: [["5420", 4360]] }),
    invoice(-4, 14, { text: "Föreläsning om genererade bilder", rows: [["7610", 28_000]] }),
    invoice(-3, 10, { text: "Processtöd, första delen", rows: [["6550", 22_000]] }),
    invoice(-2, 16, { text: "Licens bildsökning", rows: [["5420", 6900]] }),
  ],
  partnerHours: [],
};

export const presentMoney = { NATET: outreachOnline, KALLKRITIK: sourceCriticism };

function payroll(month: number, [salary, onCosts]: [number, number]): VoucherStory {
  return {
    series: "L",
    on: monthStart(month, 25),
    text: "Löner {month}",
    rows: [
      ["7010", salary],
      ["7510", onCosts],
    ],
  };
}

function invoice(
  month: number,
  date: number,
  voucher: Pick<VoucherStory, "text" | "rows">,
): VoucherStory {
  return { series: "A", on: monthStart(month, date), ...voucher };
}
