import iconv from "iconv-lite";
import type { IsoDate } from "~/terms/day";
import { moneyRows } from "./books/money";
import { emailOf } from "./books/organisation";
import { calendarOf, monthStart, type Calendar } from "./days";
import { projectId } from "./ids";
import { money } from "./story/money";
import { authority, people, type PersonKey } from "./story/people";

/** A file as another system exports it, to try an import with. */
export type SampleFile = { name: string; bytes: Buffer };

/**
 * What the demo's ledger and its HR system would hand out on a day: last month's vouchers of the
 * project NATET (object 4120), of which the demo has all but the last four, and a list of courses
 * with one row whose day doesn't exist.
 */
export function sampleFiles(today: IsoDate): SampleFile[] {
  const day = calendarOf(today);
  return [
    { name: "bokforing.se", bytes: iconv.encode(lines(ledger(day)), "cp437") },
    { name: "utbildningslista.csv", bytes: iconv.encode(lines(trainingList(day)), "win1252") },
  ];
}

type Voucher = {
  series: string;
  number: string;
  date: IsoDate;
  text: string;
  rows: { account: string; ore: number }[];
};

function ledger(day: Calendar): string[] {
  const { objectCode } = money.NATET;
  const last = day(monthStart(-1));
  const year = last.slice(0, 4);
  const vouchers = [...knownVouchers(day), ...newVouchers(day)];
  return [
    "#FLAGGA 0",
    "#FORMAT PC8",
    `#GEN ${digits(day(monthStart(0)))}`,
    "#SIETYP 4",
    '#PROGRAM "Exempelekonomi" 7.2',
    `#ORGNR ${authority.orgNumber}`,
    `#FNAMN "${authority.name}"`,
    `#RAR 0 ${year}0101 ${year}1231`,
    '#DIM 6 "Projekt"',
    `#OBJEKT 6 "${objectCode}" "Uppsökande arbete på nätet"`,
    ...vouchers.flatMap((voucher) => voucherLines(voucher, objectCode)),
  ];
}

function knownVouchers(day: Calendar): Voucher[] {
  const { vouchers, costs } = moneyRows(day);
  const [from, to] = [day(monthStart(-1)), day(monthStart(0))];
  return vouchers.flatMap(({ id, projectId: of, bookedOn, series, number, text }) => {
    const date = new Date(bookedOn).toISOString().slice(0, 10);
    if (of !== projectId("NATET") || date < from || date >= to) return [];
    const rows = costs
      .filter(({ voucherId }) => voucherId === id)
      .map(({ account, amountOre }) => ({ account: account ?? "", ore: Number(amountOre) }));
    return [{ series, number, date, text, rows }];
  });
}

/** The last one stands on an account that no budget line takes. */
function newVouchers(day: Calendar): Voucher[] {
  const invoices = [
    { date: 19, text: "Tågresor metoddag", account: "5810", kronor: 2840 },
    { date: 21, text: "Föreläsare källkritik", account: "7610", kronor: 9500 },
    { date: 23, text: "Licenser skyddad webbläsare", account: "5420", kronor: 3725.5 },
    { date: 26, text: "Annons i kvartalstidning", account: "5910", kronor: 1380 },
  ];
  return invoices.map(({ date, text, account, kronor }, index) => ({
    series: "L",
    number: String(9001 + index),
    date: day(monthStart(-1, date)),
    text,
    rows: [{ account, ore: kronor * 100 }],
  }));
}

function voucherLines({ series, number, date, text, rows }: Voucher, objectCode: string): string[] {
  const sum = rows.reduce((total, { ore }) => total + ore, 0);
  return [
    `#VER ${series} ${number} ${digits(date)} "${text}"`,
    "{",
    ...rows.map(({ account, ore }) => `   #TRANS ${account} {6 "${objectCode}"} ${kronor(ore)}`),
    `   #TRANS 2440 {} ${kronor(-sum)}`,
    "}",
  ];
}

function trainingList(day: Calendar): string[] {
  const course = "Källkritik och spårskydd, halvdag";
  const on = day(monthStart(-1, 20));
  const went: PersonKey[] = ["jonas", "shirin", "dariusz", "asa"];
  const row = (key: PersonKey, date: string) =>
    `${people[key].name};${emailOf(key)};${course};${date};3,5;1 250,00`;
  return [
    "Anställd;E-post;Kurs;Slutdatum;Antal timmar;Kursavgift",
    ...went.map((key) => row(key, on)),
    row("torbjorn", `${on.slice(0, 4)}-02-30`),
  ];
}

function kronor(ore: number): string {
  return (ore / 100).toFixed(2);
}

function digits(day: IsoDate): string {
  return day.replaceAll("-", "");
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\r\n`).join("");
}
