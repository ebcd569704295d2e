import { noteLedgerReading } from "~/features/funding/costs/ledgers.commands.server";
import type { Placement } from "~/features/funding/costs/ledger-target.queries.server";
import {
  replaceLogged,
  restoreLogged,
} from "~/features/funding/costs/logged-costs.commands.server";
import {
  keepAway,
  removeVouchers,
  succeedVouchers,
  type Succession,
} from "~/features/funding/costs/replace-vouchers.commands.server";
import { splitAsBefore, splitRows } from "~/features/funding/costs/split-rows.commands.server";
import { writeVouchers } from "~/features/funding/costs/write-vouchers.commands.server";
import { bookUnpaid } from "~/features/training/records/book-unpaid.commands.server";
import { knownUntil } from "~/formats/sie/covered-days";
import { todayInStockholm } from "~/platform/clock";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { transact, type Actor, type Audit } from "~/platform/transact.server";
import { keepFile, markApplied, type ImportSource } from "../uploads/imported-files.server";
import type { LedgerOutcome } from "../uploads/import-outcome.schema";
import { alsoRead } from "./also-read.server";
import { chosenPairs } from "./chosen-pairs.server";
import {
  answered,
  canReplace,
  leftOf,
  type LedgerAnswers,
  type LedgerWrites,
} from "./ledger-answers";
import { isOwnLedger, laterReading } from "./later-reading.server";
import { planMark, type LedgerPlan } from "./ledger-plan";
import { firstOfLogged, loggedOfStanding, unpaidAfter } from "./logged-of-standing.server";
import type { ChosenTwin } from "./twin-assignment";
import { openRests } from "./twin-choice";
import { voucherName } from "./voucher-name";
import { PlanMoved } from "../uploads/plan-moved";
import { readLedgerPlan, type LedgerPart } from "./ledger-plan.queries.server";

export type LedgerImport = LedgerPart & {
  placement: Placement;
  /** What the person says to what the plan asks. */
  answers: LedgerAnswers;
  /** Pairs, see `twinNames`: logged costs that the ledger's rows take the place of. */
  replace: readonly string[];
  /** The mark of the plan that the person has seen. */
  seen: string;
  source: ImportSource;
  submissionId?: string;
};

/**
 * Writes the vouchers that the plan calls new, and those that the person has said yes to, with their
 * rows as costs, all or none, and returns the import's id. Planned anew inside the transaction and under a lock, so that two imports at
 * once add nothing twice; throws `PlanMoved` where the plan is no longer the one that was seen.
 */
export async function importLedger(
  db: Database,
  actor: Actor,
  ledger: LedgerImport,
): Promise<string> {
  const { submissionId, target, objectCode } = ledger;
  return transact(db, { actor, action: "ledger.import", submissionId }, async (tx, audit) => {
    await lockLedgers(tx);
    const plan = await readLedgerPlan(tx, ledger);
    if (planMark(plan) !== ledger.seen) throw new PlanMoved();
    if (plan.unbalancedHere.length > 0) {
      throw new FieldError({ form: { key: "exchange.ledger.untrusted" } });
    }
    const importId = await importIdOf(tx, actor, ledger);
    const hasNews = (await laterReading(tx, plan, ledger)) !== null;
    const outcome = await write(tx, audit, { ...ledger, importId, plan, hasNews });
    const { generatedOn } = ledger.file;
    await markApplied(tx, actor, {
      importId,
      projectId: target.id,
      choices: { object: objectCode, lines: ledger.placement, generatedOn },
      outcome,
    });
    const readOn = knownUntil(ledger.file, todayInStockholm());
    // Another company's books tell nothing of how far these are known.
    const objectCodes = isOwnLedger(ledger) ? [objectCode, ...(await alsoRead(tx, ledger))] : [];
    await noteLedgerReading(tx, { projectId: target.id, readOn, objectCodes, importId });
    audit({ type: "project", id: target.id, detail: { importId, readOn, ...outcome } });
    return importId;
  });
}

const noFirst: ReadonlyMap<string, string> = new Map();

/** Held until the transaction ends: what is planned under it is what is written. */
export async function lockLedgers(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('ledger import'))`;
}

async function importIdOf(tx: Transaction, actor: Actor, ledger: LedgerImport): Promise<string> {
  const { source, target } = ledger;
  if ("importId" in source) return source.importId;
  const { authorityId } = target;
  const kept = await keepFile(tx, { kind: "sie", file: source, authorityId, actor });
  return kept.id;
}

async function write(
  tx: Transaction,
  audit: Audit,
  ledger: LedgerImport & { importId: string; plan: LedgerPlan; hasNews: boolean },
): Promise<LedgerOutcome> {
  const { objectCode, plan, hasNews } = ledger;
  const pairs = chosenPairs(plan, ledger.replace);
  if ("fault" in pairs) throw new FieldError({ replace: pairs.fault });
  const { shares, twins } = pairs;
  const writes = answered(plan, ledger.answers, twins);
  const { written, removed } = writes;
  refuseOpenRests(plan, twins, written);
  const standing = twins.filter(({ voucher }) => plan.asked.some(isStanding(voucher.key)));
  if (written.length + removed.length + standing.length === 0 && !hasNews) {
    throw new FieldError({ form: { key: "exchange.ledger.nothingTicked" } });
  }
  const { rows, ids } = await writeVouchers(tx, written, ledger);
  await splitAsBefore(tx, removed, ids);
  const vanished = await removeVouchers(tx, audit, { ...ledger, removed, ids });
  await succeedVouchers(tx, {
    successions: returned(plan, writes, ids),
    importId: ledger.importId,
    target: ledger.target,
  });
  await keepAway(tx, { voucherIds: goneBy(plan, writes), importId: ledger.importId });
  await restoreLogged(tx, audit, await loggedOfStanding(tx, vanished));
  await bookUnpaid(tx, await unpaidAfter(tx, vanished));
  for (const { voucher } of standing) ids.set(voucher.key, voucher.key);
  await splitRows(tx, shares, ids);
  const replace = twins.map(({ cost }) => cost.id);
  const firstOf = replace.length > 0 ? await firstOfLogged(tx, ledger.target.id) : noFirst;
  const replaced = await replaceLogged(tx, audit, { twins, replace, firstOf, ids });
  const left = leftOf(plan, writes, twins).length;
  return {
    kind: "ledger",
    object: objectCode,
    vouchers: written.length,
    rows,
    sumOre: written.reduce((sum, voucher) => sum + voucher.sumOre, 0),
    replaced,
    ...(removed.length > 0 && { removed: removed.length }),
    ...(left > 0 && { left }),
  };
}

/** What comes again takes the place of what it was, unless it takes that of what stands. */
function returned(
  { returning }: LedgerPlan,
  { removed }: LedgerWrites,
  ids: ReadonlyMap<string, string>,
): Succession[] {
  const inPlace = new Set(removed.map(({ by }) => by));
  return returning.flatMap(({ voucher, known }) => {
    const newId = inPlace.has(voucher) ? undefined : ids.get(voucher.key);
    return newId === undefined ? [] : [{ oldId: known.id, newId }];
  });
}

/**
 * What was taken back and isn't in the file, either: it has nothing of it, or what is like it takes
 * the place of something that stands. Nothing where something stays that the file doesn't have: then
 * it isn't taken for the whole ledger.
 */
function goneBy({ asked, absent, returning }: LedgerPlan, { removed }: LedgerWrites): string[] {
  const gone = new Set(removed.map(({ known }) => known));
  if (asked.some((each) => canReplace(each) && each.known && !gone.has(each.known))) return [];
  const inPlace = new Set(removed.map(({ by }) => by));
  const beside = returning.filter(({ voucher }) => inPlace.has(voucher));
  return [...absent, ...beside.map(({ known }) => known)].map(({ id }) => id);
}

/** What has been chosen and can't be written is said. */
function refuseOpenRests(
  plan: LedgerPlan,
  chosen: readonly ChosenTwin[],
  written: LedgerWrites["written"],
): void {
  const keys = new Set(written.map(({ key }) => key));
  const rests = openRests(plan, chosen);
  for (const { voucher } of chosen) {
    const open = rests.get(voucher.key);
    if (!open || keys.has(voucher.key)) continue;
    const values = { voucher: voucherName(voucher), course: open.text };
    throw new FieldError({ replace: { key: "exchange.ledger.openRest", values } });
  }
}

/** A voucher that is in the books already and may be a logged cost: only that is to be said. */
function isStanding(wanted: string): (asked: LedgerPlan["asked"][number]) => boolean {
  return ({ key, voucher, reasons: [first] }) =>
    key === wanted && voucher === null && first === "logged";
}
