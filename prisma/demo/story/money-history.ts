import type { LineStory, MoneyStory, VoucherStory } from "./money-story";

// The old projects' books, summed by half-year.

const komp: MoneyStory = {
  objectCode: "2105",
  periods: ["2005-01-01", "2005-07-01", "2006-01-01"],
  lines: [
    line("utbildning", "Utbildning", { accounts: "7610-7619", tkr: [60, 15] }),
    line("tjanster", "Köpta tjänster", { accounts: "6550-6559", tkr: [10, 30] }),
    line("resor", "Resor", { accounts: "5800-5899", tkr: [15, 5] }),
    line("material", "Material", { accounts: "5400-5499", tkr: [20, 5] }),
    ownHours("Arbetsgruppens egna timmar", [2, 14]),
  ],
  hourRates: [{ from: "2005-01-01", kronor: 240 }],
  vouchers: [
    invoice("2005-03-31", "Nordisk Källskola, sökning på internet steg 2", [["7610", 38_400]]),
    invoice("2005-04-15", "Resor till systergruppen i Göteborg", [["5810", 13_200]]),
    invoice("2005-05-20", "Dator för sökning", [["5410", 21_900]]),
    invoice("2005-10-28", "Handledning av arbetsgruppen", [["6550", 38_500]]),
    invoice("2005-12-12", "Nordisk Källskola, uppföljningsdag", [["7610", 14_000]]),
    invoice("2005-12-14", "Resor nätverksmöte", [["5810", 4600]]),
  ],
  partnerHours: [],
};

const eight = [
  "Socialtjänstförvaltningen",
  "Polismyndigheten i länet",
  "Åklagarkammaren",
  "Migrationsmyndigheten",
  "Landstingets vårdenhet",
  "Länets skattekontor",
  "Stadsdelsförvaltningen Norr",
  "Stadsdelsförvaltningen Söder",
];

const erf: MoneyStory = {
  objectCode: "2051",
  periods: ["2004-01-01", "2004-07-01", "2005-01-01", "2005-07-01", "2006-01-01"],
  lines: [
    line("personal", "Personal", { accounts: "7000-7599", tkr: [130, 130, 130, 130] }),
    line("tjanster", "Köpta tjänster", { accounts: "6550-6559", tkr: [50, 60, 50, 50] }),
    line("resor", "Resor", { accounts: "5800-5899", tkr: [25, 20, 25, 20] }),
    line("material", "Material", { accounts: "5400-5499", tkr: [30, 20, 15, 15] }),
    ownHours("Myndigheternas egna timmar", [100, 100, 120, 120]),
  ],
  hourRates: [
    { from: "2004-01-01", kronor: 250 },
    { from: "2005-01-01", kronor: 260 },
  ],
  vouchers: [
    halfYear("2004-06-30", { personal: 128_700, services: 48_300, travel: 22_900, other: 27_500 }),
    halfYear("2004-12-31", { personal: 131_200, services: 59_100, travel: 19_800, other: 18_600 }),
    halfYear("2005-06-30", { personal: 127_900, services: 51_700, travel: 24_100, other: 16_200 }),
    halfYear("2005-12-30", { personal: 129_400, services: 46_900, travel: 17_300, other: 12_800 }),
  ],
  partnerHours: eight.flatMap((partner, place) =>
    ["2004-06-30", "2004-12-31", "2005-06-30", "2005-12-30"].map((on, half) => ({
      partner,
      on,
      hours: 66 - 6 * place + 4 * half,
    })),
  ),
};

const equal: MoneyStory = {
  objectCode: "2118",
  periods: ["2005-01-01", "2005-07-01", "2006-07-01", "2007-07-01", "2008-07-01"],
  lines: [
    line("personal", "Personal", { accounts: "7000-7599", tkr: [60, 220, 220, 200] }),
    line("tjanster", "Köpta tjänster", { accounts: "6550-6559", tkr: [40, 90, 90, 80] }),
    line("resor", "Resor", { accounts: "5800-5899", tkr: [20, 50, 50, 30] }),
    line("material", "Material", { accounts: "5400-5499", tkr: [20, 40, 20, 20] }),
    ownHours("Myndigheternas egna timmar", [40, 160, 160, 140]),
  ],
  hourRates: [
    { from: "2005-01-01", kronor: 260 },
    { from: "2007-01-01", kronor: 275 },
  ],
  vouchers: [
    halfYear("2005-06-30", { personal: 58_400, services: 39_900, travel: 18_200, other: 21_300 }),
    halfYear("2006-06-30", { personal: 217_600, services: 88_200, travel: 47_500, other: 36_100 }),
    halfYear("2007-06-29", { personal: 221_900, services: 93_400, travel: 44_800, other: 19_700 }),
    halfYear("2008-06-30", { personal: 196_300, services: 77_600, travel: 27_400, other: 17_900 }),
  ],
  partnerHours: [
    "Socialtjänstförvaltningen",
    "Polismyndigheten i länet",
    "Migrationsmyndigheten",
  ].flatMap((partner, place) =>
    ["2005-06-30", "2006-06-30", "2007-06-29", "2008-06-30"].map((on, year) => ({
      partner,
      on,
      hours: year === 0 ? 48 - 4 * place : 210 - 20 * place,
    })),
  ),
};

const online: MoneyStory = {
  objectCode: "3077",
  periods: ["2012-07-01", "2013-01-01", "2013-07-01"],
  lines: [
    line("personal", "Personal", { accounts: "7000-7599", tkr: [380, 440] }),
    line("utbildning", "Utbildning", { accounts: "7610-7619", tkr: [90, 30] }),
    line("tjanster", "Köpta tjänster", { accounts: "6550-6559", tkr: [50, 60] }),
    line("resor", "Resor", { accounts: "5800-5899", tkr: [30, 30] }),
    line("material", "Material", { accounts: "5400-5499,6200-6299", tkr: [70, 20] }),
    ownHours("Enhetens egna timmar", [2, 8]),
  ],
  hourRates: [{ from: "2012-07-01", kronor: 310 }],
  vouchers: [
    halfYear("2012-12-28", { personal: 372_800, services: 47_500, travel: 26_300, other: 71_200 }),
    invoice("2012-11-30", "Fältskolan, utbildningsdagar", [["7610", 36_000]]),
    halfYear("2013-06-28", { personal: 441_600, services: 58_900, travel: 27_800, other: 18_400 }),
    invoice("2013-05-31", "Fältskolan, uppföljning", [["7610", 21_500]]),
  ],
  partnerHours: [],
};

export const historyMoney = {
  "KOMP-2004": komp,
  "ERF-2004": erf,
  "EQUAL-2005": equal,
  "ONLINE-2012": online,
};

/** A line that the grant pays; its name is its category's. */
function line(key: string, category: string, rest: Pick<LineStory, "accounts" | "tkr">): LineStory {
  return { key, category, name: category, financing: "grant", ...rest };
}

function ownHours(name: string, tkr: number[]): LineStory {
  return { key: "egna-timmar", category: "Egen arbetsinsats", name, financing: "in_kind", tkr };
}

function invoice(on: string, text: string, rows: VoucherStory["rows"]): VoucherStory {
  return { series: "A", on, text, rows };
}

function halfYear(
  on: string,
  sums: { personal: number; services: number; travel: number; other: number },
): VoucherStory {
  return {
    series: "A",
    on,
    text: "Projektets kostnader till och med {month}",
    rows: [
      ["7010", sums.personal],
      ["6550", sums.services],
      ["5810", sums.travel],
      ["5410", sums.other],
    ],
  };
}
