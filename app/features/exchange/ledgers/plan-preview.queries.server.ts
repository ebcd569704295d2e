import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import type { SieFile } from "~/formats/sie/sie-file";
import type { Db } from "~/platform/db.server";
import type { ExtractedVoucher } from "./extracted-voucher";
import { planMark, type LedgerPlan } from "./ledger-plan";
import { ledgerTarget, placementOf, type LedgerTarget } from "./ledger-target.queries.server";
import type { RowDifference } from "./row-difference";
import { readLedgerPlan } from "./ledger-plan.queries.server";

const mostShown = 100;

/** The first of a kind, and how many there are. */
export type Some<Item> = { count: number; first: Item[] };

export type PlanPreview = {
  project: { id: string; code: string; name: string };
  objectCode: string;
  /** What the person agrees to, see `planMark`. */
  seen: string;
  added: Some<VoucherPreview & { isOutside: boolean }>;
  addedSumOre: number;
  sameCount: number;
  changed: Some<VoucherPreview & { earlierSumOre: number } & RowDifference>;
  elsewhere: Some<VoucherPreview & { projectCode: string }>;
  /** Logged costs that may be the same money. */
  twins: LoggedTwinPreview[];
  /** What to know before saying yes. */
  warnings: PlanWarnings;
  placement: AccountPlacement[];
  lines: { id: string; name: string; costCategory: string }[];
};

export type PlanWarnings = {
  outsidePeriod: number;
  /** Texts that hold what looks like somebody's personal identity number. */
  personalNumbers: number;
  /** Vouchers with rows that name other objects too, and which. */
  shared: { count: number; objectCodes: string[] };
  /** Of these: vouchers that are in already under the other object. */
  sharedAndHere: { count: number; projectCodes: string[] };
  /** Vouchers that are here from a file with another organisation number or fiscal year. */
  alike: number;
  /** Vouchers that were here and have been taken back. */
  takenBack: number;
  organisation: "known" | "missing" | "another";
};

export type VoucherPreview = Pick<
  ExtractedVoucher,
  "series" | "number" | "date" | "text" | "sumOre" | "line"
>;

export type LoggedTwinPreview = {
  costId: string;
  text: string;
  bookedOn: string;
  amountOre: number;
  voucher: VoucherPreview;
};

/** `lineId` null: not yet placed; `byDay`: on several lines. */
export type AccountPlacement = {
  account: string;
  accountName: string;
  sumOre: number;
  lineId: string | null;
};

/** What importing an object into a project would do, as the page shows it. */
export async function previewPlan(
  db: Db,
  { file, projectId, objectCode }: { file: SieFile; projectId: string; objectCode: string },
): Promise<PlanPreview> {
  const target = await ledgerTarget(db, { id: projectId });
  const plan = await readLedgerPlan(db, { file, target, objectCode });
  const outside = new Set(plan.outsidePeriod);
  return {
    project: { id: target.id, code: target.code, name: target.name },
    objectCode,
    seen: planMark(plan),
    added: some(plan.added, (voucher) => ({
      ...preview(voucher),
      isOutside: outside.has(voucher),
    })),
    addedSumOre: plan.addedSumOre,
    sameCount: plan.same.length,
    changed: some(plan.changed, ({ voucher, earlierSumOre, gone, come }) => ({
      ...preview(voucher),
      earlierSumOre,
      gone: gone.map(({ account, amountOre, text }) => ({ account, amountOre, text })),
      come: come.map(({ account, amountOre, text }) => ({ account, amountOre, text })),
    })),
    elsewhere: some(plan.elsewhere, ({ voucher, projectCode }) => ({
      ...preview(voucher),
      projectCode,
    })),
    twins: plan.twins.map(({ cost: { id, ...cost }, voucher }) => ({
      costId: id,
      ...cost,
      voucher: preview(voucher),
    })),
    warnings: warningsOf(plan, { file, target }),
    placement: placements(file, plan, target),
    lines: target.lines.map(({ id, name, costCategory }) => ({ id, name, costCategory })),
  };
}

function some<Item, Shown>(items: readonly Item[], show: (item: Item) => Shown): Some<Shown> {
  return { count: items.length, first: items.slice(0, mostShown).map(show) };
}

function preview({ series, number, date, text, sumOre, line }: VoucherPreview): VoucherPreview {
  return { series, number, date, text, sumOre, line };
}

function warningsOf(
  { added, outsidePeriod, shared, alike, takenBack }: LedgerPlan,
  { file, target }: { file: SieFile; target: LedgerTarget },
): PlanWarnings {
  const here = shared.filter(({ importedAs }) => importedAs.length > 0);
  return {
    outsidePeriod: outsidePeriod.length,
    personalNumbers: countPersonalNumbers(added),
    shared: {
      count: shared.length,
      objectCodes: [...new Set(shared.flatMap(({ objectCodes }) => objectCodes))],
    },
    sharedAndHere: {
      count: here.length,
      projectCodes: [
        ...new Set(here.flatMap(({ importedAs }) => importedAs.map((other) => other.projectCode))),
      ],
    },
    alike: alike.length,
    takenBack: takenBack.length,
    organisation: organisationFit(file, target),
  };
}

/** Texts that hold what looks like a personal identity number. */
export function countPersonalNumbers(added: readonly ExtractedVoucher[]): number {
  return added
    .flatMap(({ text, rows }) => [text, ...rows.map((row) => row.text)])
    .filter((text) => text !== "" && findPersonalIdentityNumber(text) !== null).length;
}

/** Whether the file is from the project's authority or a partner, as far as their numbers are known. */
function organisationFit(
  { orgNumber }: SieFile,
  { orgNumbers }: LedgerTarget,
): PlanWarnings["organisation"] {
  const number = orgNumber?.normalised;
  if (!number) return "missing";
  const known = orgNumbers.map(digitsOf);
  return known.length === 0 || known.includes(digitsOf(number)) ? "known" : "another";
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

function placements(file: SieFile, plan: LedgerPlan, target: LedgerTarget): AccountPlacement[] {
  const names = new Map(file.accounts.map(({ number, name }) => [number, name]));
  const sums = new Map<string, number>();
  for (const { account, amountOre } of plan.added.flatMap(({ rows }) => rows)) {
    sums.set(account, (sums.get(account) ?? 0) + amountOre);
  }
  return Object.entries(placementOf(plan, target)).map(([account, lineId]) => ({
    account,
    accountName: names.get(account) ?? "",
    sumOre: sums.get(account) ?? 0,
    lineId,
  }));
}
