import { createHash } from "node:crypto";
import type { ExtractedVoucher } from "./extracted-voucher";
import { findLoggedTwins, type LoggedCost, type LoggedTwin } from "./logged-twins";
import { rowDifference, type ComparedRow, type RowDifference } from "./row-difference";

/** What Kaskad already has under a voucher's identity and object. */
export type KnownVoucher = {
  identity: string;
  content: string;
  projectId: string;
  projectCode: string;
  sumOre: number;
  /** Its costs; needed only where the content is another now. */
  rows: ComparedRow[];
};

/** A voucher that is here under another object, or another organisation number or fiscal year. */
export type RelatedVoucher = { identity: string; objectCode: string; projectCode: string };

/** What an import will do, before it does it. */
export type LedgerPlan = {
  /** Not known: will be written. */
  added: ExtractedVoucher[];
  addedSumOre: number;
  /** Known and unchanged: nothing happens. */
  same: ExtractedVoucher[];
  /** Known with other content: shown, never overwritten. */
  changed: ({ voucher: ExtractedVoucher; earlierSumOre: number } & RowDifference)[];
  /** Known in another project: the same money can't be spent twice. */
  elsewhere: { voucher: ExtractedVoucher; projectCode: string }[];
  /** Of `added`: dated outside the project's period. */
  outsidePeriod: ExtractedVoucher[];
  /** Of `added`: rows that name further objects, in full; `importedAs` says where they are already. */
  shared: { voucher: ExtractedVoucher; objectCodes: string[]; importedAs: RelatedVoucher[] }[];
  /** Of `added`: the same, to the öre, is here from a file with another head. */
  alike: ExtractedVoucher[];
  /** Of `added`: may be what a course was logged to cost. */
  twins: LoggedTwin[];
  /** Of `added`: was here, and was taken back. */
  takenBack: ExtractedVoucher[];
};

export type LedgerFacts = {
  vouchers: readonly ExtractedVoucher[];
  known: readonly KnownVoucher[];
  /** Of the vouchers whose rows name further objects: those objects' imports. */
  sharedWith: readonly RelatedVoucher[];
  /** Identities of vouchers that are here from a file with another organisation or fiscal year. */
  alike: readonly string[];
  /** The project's logged costs that count. */
  logged: readonly LoggedCost[];
  /** Identities of vouchers that were here and have been taken back. */
  takenBack: readonly string[];
  project: { id: string; startsOn: string; endsBefore: string };
};

/** Compares a ledger's vouchers with what has been imported before. */
export function planLedgerImport({ vouchers, project, ...facts }: LedgerFacts): LedgerPlan {
  const byIdentity = new Map(facts.known.map((voucher) => [voucher.identity, voucher]));
  const added: ExtractedVoucher[] = [];
  const same: ExtractedVoucher[] = [];
  const changed: LedgerPlan["changed"] = [];
  const elsewhere: LedgerPlan["elsewhere"] = [];
  for (const voucher of vouchers) {
    const earlier = byIdentity.get(voucher.identity);
    if (!earlier) {
      if (voucher.rows.length > 0) added.push(voucher);
    } else if (earlier.projectId !== project.id) {
      if (voucher.rows.length > 0) elsewhere.push({ voucher, projectCode: earlier.projectCode });
    } else if (earlier.content === voucher.content) {
      same.push(voucher);
    } else {
      const now = voucher.rows.map((row) => ({ ...row, text: row.costText }));
      const difference = rowDifference(earlier.rows, now);
      changed.push({ voucher, earlierSumOre: earlier.sumOre, ...difference });
    }
  }
  const alike = new Set(facts.alike);
  const takenBack = new Set(facts.takenBack);
  return {
    added,
    addedSumOre: added.reduce((sum, { sumOre }) => sum + sumOre, 0),
    same,
    changed,
    elsewhere,
    outsidePeriod: added.filter(
      ({ date }) => date < project.startsOn || date >= project.endsBefore,
    ),
    shared: sharedVouchers(added, facts.sharedWith),
    alike: added.filter(({ identity }) => alike.has(identity)),
    twins: findLoggedTwins(added, facts.logged),
    takenBack: added.filter(({ identity }) => takenBack.has(identity)),
  };
}

function sharedVouchers(
  added: readonly ExtractedVoucher[],
  sharedWith: readonly RelatedVoucher[],
): LedgerPlan["shared"] {
  return added.flatMap((voucher) => {
    const objectCodes = objectsSharedWith(voucher);
    if (objectCodes.length === 0) return [];
    const importedAs = sharedWith.filter(
      ({ identity, objectCode }) =>
        identity === voucher.identity && objectCodes.includes(objectCode),
    );
    return [{ voucher, objectCodes, importedAs }];
  });
}

/** The further objects that the voucher's rows name. */
export function objectsSharedWith({ rows }: Pick<ExtractedVoucher, "rows">): string[] {
  return [...new Set(rows.flatMap(({ otherObjects }) => otherObjects))];
}

/**
 * A mark of what a plan would write and what it asks about. A person who has seen one plan agrees
 * to no other.
 */
export function planMark({ added, twins }: Pick<LedgerPlan, "added" | "twins">): string {
  const written = added.map(({ identity, content }) => [identity, content]);
  const asked = twins.map(({ cost, voucher }) => [cost.id, voucher.identity]);
  return createHash("sha256")
    .update(JSON.stringify([written, asked]))
    .digest("hex");
}
