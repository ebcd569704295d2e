import type { SieFile, SieHead, SieVoucher } from "~/formats/sie/sie-file";
import { looksDamaged } from "~/formats/damaged-letters";
import type { KnownCompanies } from "~/features/funding/costs/ledger-target.queries.server";
import { composed } from "~/terms/composed-text";
import { visible } from "~/terms/visible-text";
import type { Concern } from "./concern";
import type { ExtractedVoucher } from "./extracted-voucher";

/** Tells a file's concerns with each of its vouchers. */
export function concernsIn(
  file: SieFile,
  known: KnownCompanies,
): (voucher: SieVoucher, part: Pick<ExtractedVoucher, "text" | "rows">) => Concern[] {
  const isStray = strayHeads(file, known);
  return ({ head }, { text, rows }) =>
    [
      fitOf(head, known) === "another" && ("organisation" as const),
      isStray(head) && ("companies" as const),
      head.currency !== "SEK" && ("currency" as const),
      [text, ...rows.map(({ costText }) => costText)].some(looksDamaged) && ("letters" as const),
      rows.some(({ account }) => isResultAccount(account)) && ("result-account" as const),
    ].filter((concern) => concern !== false);
}

/** What of a head makes the concerns, as the file names it. */
export function detailsOf(head: SieHead, concerns: readonly Concern[]): string[] {
  const company = [companyOf(head), head.companyName].filter(Boolean);
  const isOfCompany = concerns.includes("organisation") || concerns.includes("companies");
  return [
    ...(isOfCompany ? [[...new Set(company)].join(" ")] : []),
    ...(concerns.includes("currency") ? [head.currency] : []),
  ];
}

/** Whether a head is the authority's or a partner's, as far as their numbers and names are known. */
export function fitOf(head: SieHead, known: KnownCompanies): "known" | "missing" | "another" {
  const number = head.orgNumber?.normalised ?? head.orgNumber?.raw;
  const { authorityNumber, partnerNumbers, names } = known;
  if (number === undefined) {
    if (head.companyName === "") return "missing";
    const isNamed = names.some((name) => plain(name) === plain(head.companyName));
    return isNamed ? "known" : authorityNumber === null ? "missing" : "another";
  }
  if (authorityNumber === null) return "known";
  const numbers = [authorityNumber, ...partnerNumbers].map(digitsOf);
  return numbers.includes(digitsOf(number)) ? "known" : "another";
}

/** As it is stored: a sole trader's number is the person's own identity number, which isn't kept. */
export function companyOf({ orgNumber, companyName }: SieHead): string {
  if (orgNumber?.isPersonal) return "";
  return orgNumber?.normalised ?? orgNumber?.raw ?? companyName;
}

/**
 * Where a file has several companies: the heads whose vouchers can't be taken for the authority's
 * or a partner's. A company's name above another's that has no vouchers of its own makes all unsure.
 */
function strayHeads(file: SieFile, known: KnownCompanies): (head: SieHead) => boolean {
  const companies = new Set(file.heads.map(companyOf).filter((company) => company !== ""));
  if (companies.size < 2) return () => false;
  const used = new Set(file.vouchers.map(({ head }) => companyOf(head)));
  if ([...companies].some((company) => !used.has(company))) return () => true;
  const first = companyOf(file.heads[0] ?? { orgNumber: null, companyName: "", currency: "" });
  return (head) =>
    known.authorityNumber === null ? companyOf(head) !== first : fitOf(head, known) !== "known";
}

/** BAS keeps 8990–8999 for the year's result. */
function isResultAccount(account: string): boolean {
  return /^899\d/.test(account);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "") || text;
}

function plain(name: string): string {
  return composed(visible(name)).trim().replace(/\s+/g, " ").toLowerCase();
}
