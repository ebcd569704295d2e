import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import {
  ledgerTarget,
  type LedgerTarget,
} from "~/features/funding/costs/ledger-target.queries.server";
import { lineTitle } from "~/features/funding/rules/line-title";
import type { SieFile } from "~/formats/sie/sie-file";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { fitOf } from "./concerns.server";
import type { ExtractedVoucher } from "./extracted-voucher";
import { keptLines } from "./kept-lines";
import { canReplace, canTake } from "./ledger-answers";
import {
  planMark,
  type Asked,
  type AskReason,
  type LedgerPlan,
  type NamedVoucher,
  type Unbalanced,
} from "./ledger-plan";
import { placementOf, possibleRows } from "./placement.server";
import type { ComparedRow, RowDifference } from "./row-difference";
import { laterReading } from "./later-reading.server";
import { readLedgerPlan } from "./ledger-plan.queries.server";
import { twinKey } from "./logged-twins";
import { twinNames } from "./twin-choice";

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
  /** Nothing is new, but the object is known until a later day than before: that one. */
  knownUntil: IsoDate | null;
  /** What is left out until it is ticked, by its first reason. */
  asked: AskedGroup[];
  elsewhere: Some<VoucherPreview & { projectCode: string }>;
  /** Where there are any the file can't be trusted. */
  unbalancedHere: Some<Unbalanced>;
  /** Logged costs that may be the same money. */
  twins: LoggedTwinPreview[];
  /** What to know before saying yes. */
  warnings: PlanWarnings;
  placement: AccountPlacement[];
  lines: { id: string; name: string; costCategory: string }[];
};

export type AskedGroup = Some<AskedPreview> & { reason: AskReason; sumOre: number };

export type AskedPreview = RowDifference & {
  key: string;
  voucher: VoucherPreview;
  /** What stands; null where nothing does. */
  earlier:
    (NamedVoucher & { sumOre: number; projectCode: string; otherObject: string | null }) | null;
  /** Further reasons to look at it. */
  also: AskReason[];
  /** What it is about, as the file names it. */
  details: string[];
  mayReplace: boolean;
  mayTake: boolean;
};

export type PlanWarnings = {
  outsidePeriod: number;
  /** Texts that hold what looks like somebody's personal identity number. */
  personalNumbers: number;
  /** Vouchers with rows that name other objects too, and which. */
  shared: { count: number; objectCodes: string[] };
  /** Of these: vouchers that are in already under the other object. */
  sharedAndHere: { count: number; projectCodes: string[] };
  /** Vouchers that were here and have been taken back. */
  takenBack: number;
  /** Rows that stay on the line of what they take the place of. */
  kept: Some<{ voucher: NamedVoucher; line: string }>;
  unbalancedElsewhere: Some<Unbalanced>;
  /** Nothing in the file says whose it is. */
  isNameless: boolean;
};

export type VoucherPreview = Pick<
  ExtractedVoucher,
  "key" | "series" | "number" | "date" | "text" | "sumOre"
>;

export type LoggedTwinPreview = {
  /** What the answer calls the pair. */
  key: string;
  costId: string;
  text: string;
  bookedOn: string;
  amountOre: number;
  voucher: VoucherPreview;
  /** The amounts are the same with tax alone. */
  isWithVat: boolean;
  /** The voucher is several courses' together, of which this may be one. */
  isShared: boolean;
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
  const part = { file, target, objectCode };
  const plan = await readLedgerPlan(db, part);
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
    knownUntil: await laterReading(db, plan, part),
    asked: askedGroups(plan).map(({ reason, asked }) => ({
      ...some(asked, askedPreview),
      reason,
      sumOre: asked.reduce((sum, { shown }) => sum + shown.sumOre, 0),
    })),
    elsewhere: some(plan.elsewhere, ({ voucher, projectCode }) => ({
      ...preview(voucher),
      projectCode,
    })),
    unbalancedHere: some(plan.unbalancedHere, (each) => each),
    twins: twinPreviews(plan).slice(0, mostShown),
    warnings: warningsOf(plan, { file, target }),
    placement: placements(file, plan, target),
    lines: target.lines.map(({ id, name, costCategory }) => ({ id, name, costCategory })),
  };
}

function twinPreviews({ twins, together }: LedgerPlan): LoggedTwinPreview[] {
  const alone = [...twinNames(twins)].map(([{ cost, voucher, places }, key]) => ({
    ...{ cost, voucher, key, isShared: false },
    isWithVat: places.every(({ isWithVat }) => isWithVat),
  }));
  const shared = together.flatMap(({ voucher, of }) =>
    of.map((cost) => ({
      ...{ cost, voucher, key: twinKey({ cost, voucher }), isShared: true, isWithVat: false },
    })),
  );
  return [...alone, ...shared].map(({ cost: { id: costId, ...cost }, voucher, ...pair }) => ({
    ...{ ...pair, costId },
    ...cost,
    voucher: preview(voucher),
  }));
}

/** What a plan asks by its first reason, in the order in which the reasons come up. */
export function askedGroups({ asked }: Pick<LedgerPlan, "asked">) {
  const groups = new Map<AskReason, Asked[]>();
  for (const each of asked) {
    const [reason] = each.reasons;
    groups.set(reason, [...(groups.get(reason) ?? []), each]);
  }
  return [...groups].map(([reason, of]) => ({ reason, asked: of }));
}

function some<Item, Shown>(items: readonly Item[], show: (item: Item) => Shown): Some<Shown> {
  return { count: items.length, first: items.slice(0, mostShown).map(show) };
}

function preview({ key, series, number, date, text, sumOre }: VoucherPreview): VoucherPreview {
  return { key, series, number, date, text, sumOre };
}

function askedPreview(asked: Asked): AskedPreview {
  const { key, shown, voucher, known, gone, come } = asked;
  const [, ...also] = asked.reasons;
  return {
    key,
    voucher: preview({ ...shown, key }),
    earlier: known && {
      ...{ series: known.series, number: known.number, date: known.date },
      ...{ sumOre: known.sumOre, projectCode: known.projectCode },
      otherObject: known.otherObject ?? null,
    },
    also,
    details: voucher?.details ?? [],
    mayReplace: canReplace(asked),
    mayTake: canTake(asked),
    gone: gone.map(compared),
    come: come.map(compared),
  };
}

function compared({ account, amountOre, text }: ComparedRow): ComparedRow {
  return { account, amountOre, text };
}

function warningsOf(
  plan: LedgerPlan,
  { file, target }: { file: SieFile; target: LedgerTarget },
): PlanWarnings {
  const { outsidePeriod, shared, takenBack } = plan;
  const lines = new Map(target.lines.map((line) => [line.id, lineTitle(line)]));
  const here = shared.filter(({ importedAs }) => importedAs.length > 0);
  return {
    outsidePeriod: outsidePeriod.length,
    personalNumbers: countPersonalNumbers(plan),
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
    takenBack: takenBack.length,
    kept: some(keptLines(plan, target.lines), ({ voucher, lineId }) => ({
      ...{ voucher: preview(voucher), line: lines.get(lineId) ?? "" },
    })),
    unbalancedElsewhere: some(plan.unbalancedElsewhere, (each) => each),
    isNameless: file.heads.some((head) => fitOf(head, target.companies) === "missing"),
  };
}

/** Texts that hold what looks like a personal identity number. */
export function countPersonalNumbers({
  added,
  asked,
}: Pick<LedgerPlan, "added" | "asked">): number {
  return [...added, ...asked.map(({ voucher }) => voucher)]
    .flatMap((voucher) => {
      if (!voucher) return [];
      const own = voucher.rows.map(({ costText }) => costText);
      return [voucher.text, ...own.filter((text) => text !== voucher.text)];
    })
    .filter((text) => text !== "" && findPersonalIdentityNumber(text) !== null).length;
}

function placements(file: SieFile, plan: LedgerPlan, target: LedgerTarget): AccountPlacement[] {
  const names = new Map(file.accounts.map(({ number, name }) => [number, name]));
  const sums = new Map<string, number>();
  for (const { account, amountOre } of possibleRows(plan)) {
    sums.set(account, (sums.get(account) ?? 0) + amountOre);
  }
  return Object.entries(placementOf(plan, target)).map(([account, lineId]) => ({
    account,
    accountName: names.get(account) ?? "",
    sumOre: sums.get(account) ?? 0,
    lineId,
  }));
}
