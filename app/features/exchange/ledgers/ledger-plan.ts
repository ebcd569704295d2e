import { createHash } from "node:crypto";
import type { Concern } from "./concern";
import { creditNotes } from "./credit-notes";
import type { ExtractedVoucher } from "./extracted-voucher";
import { indirectTwins, type IndirectTwins, type ReplacedCost } from "./indirect-twins";
import { hasVanished } from "./file-reach";
import {
  findLoggedTwins,
  type LoggedCost,
  type LoggedTwin,
  type TwinVoucher,
} from "./logged-twins";
import { loggedTogether, type LoggedTogether } from "./logged-together";
import { rowDifference, type RowDifference } from "./row-difference";
import { voucherIdentity } from "~/features/funding/rules/voucher-identity";
import { plainNumber } from "./voucher-likeness";
import { matchVouchers, type KnownVoucher, type Match, type MatchFacts } from "./voucher-match";

/** A voucher that is here under another of its objects. */
export type RelatedVoucher = {
  organisation: string;
  series: string;
  number: string;
  date: string;
  objectCode: string;
  projectCode: string;
};

/** What a person has to say yes to on its own: what the file's voucher is, or what of it worries. */
export type AskReason =
  | "changed"
  | "moved"
  | "equal"
  | "vanished"
  | Concern
  | "logged"
  /** It credits one that is left out itself. */
  | "credit";

/** A voucher that is left as it is until somebody says otherwise. */
export type Asked = RowDifference & {
  /** What the answer calls it. */
  key: string;
  /** The first is where it is listed. */
  reasons: [AskReason, ...AskReason[]];
  /** Null where the file no longer has it. */
  voucher: ExtractedVoucher | null;
  /** What stands in the project; its costs are taken back where it is replaced or has vanished. */
  known: KnownVoucher | null;
  /** The file's, else the one that stands. */
  shown: NamedVoucher & { text: string; sumOre: number };
};

/** A voucher whose rows don't sum to zero. */
export type Unbalanced = { voucher: NamedVoucher; differenceOre: number };
export type NamedVoucher = { series: string; number: string; date: string };

/** What an import will do, before it does it. */
export type LedgerPlan = {
  /** New, and nothing to ask: will be written. */
  added: ExtractedVoucher[];
  addedSumOre: number;
  /** Known and unchanged: nothing happens. */
  same: ExtractedVoucher[];
  /** Left out, each until somebody says otherwise. */
  asked: Asked[];
  /** Known in another project: the same money can't be spent twice. */
  elsewhere: { voucher: ExtractedVoucher; projectCode: string }[];
  /** Out of balance, and the object's or the project's: then the ledger can't be trusted. */
  unbalancedHere: Unbalanced[];
  /** Out of balance without concerning either. */
  unbalancedElsewhere: Unbalanced[];
  /** Of those that may be written: dated outside the project's period. */
  outsidePeriod: ExtractedVoucher[];
  /** Of them: rows that name further objects, in full; `importedAs` says where they are already. */
  shared: { voucher: ExtractedVoucher; objectCodes: string[]; importedAs: RelatedVoucher[] }[];
  /** Of them, and of those that stand unchanged: may be what a course was logged to cost. */
  twins: LoggedTwin[];
  /** Of them those that are no course's alone, and may be several courses' together. */
  together: LoggedTogether[];
  /** Of what may be written: may be what a course was logged to cost whose place has been taken. */
  indirect: IndirectTwins;
  /** Of them: was here, and was taken back. */
  takenBack: ExtractedVoucher[];
  /** Of them: comes, as it was or changed, in the place of what was taken back. */
  returning: { voucher: ExtractedVoucher; known: KnownVoucher }[];
  /** Was here, and the file doesn't have it, either. */
  absent: KnownVoucher[];
};

export type LedgerFacts = MatchFacts & {
  /** Of the vouchers whose rows name further objects: those objects' imports. */
  sharedWith: readonly RelatedVoucher[];
  /** The project's logged costs that count. */
  logged: readonly LoggedCost[];
  /** Those of which vouchers of the project's stand in the place. */
  replaced: readonly ReplacedCost[];
  /** The object's vouchers that were here and have been taken back. */
  takenBack: readonly KnownVoucher[];
  unbalanced: readonly (Unbalanced & { isHere: boolean })[];
  project: { id: string; startsOn: string; endsBefore: string };
};

/** Compares a ledger's vouchers with what has been imported before. */
export function planLedgerImport(facts: LedgerFacts): LedgerPlan {
  const { project } = facts;
  const { matches, vanished } = matchVouchers(facts);
  const plan: Pick<LedgerPlan, "added" | "same" | "asked" | "elsewhere"> = {
    ...{ added: [], same: [], asked: [], elsewhere: [] },
  };
  for (const match of matches) {
    const { kind, voucher } = match;
    const known = match.kind === "new" ? null : match.known;
    if (known && kind !== "equal" && known.projectId !== project.id) {
      if (voucher.rows.length > 0) {
        plan.elsewhere.push({ voucher, projectCode: known.projectCode });
      }
    } else if (kind === "same") plan.same.push(voucher);
    else if (kind === "new") {
      const [first, ...more] = voucher.concerns;
      if (!first) plan.added.push(voucher);
      else plan.asked.push(asked({ reasons: [first, ...more], voucher, known }));
    } else plan.asked.push(asked({ reasons: [kind, ...voucher.concerns], voucher, known }));
  }
  for (const known of vanished) {
    if (known.projectId !== project.id) continue;
    plan.asked.push(asked({ reasons: ["vanished"], voucher: null, known }));
  }
  const standing = matches.flatMap((match) =>
    match.kind === "same" && match.known.projectId === project.id ? [match.known] : [],
  );
  const { logged, replaced } = facts;
  const twins = findLoggedTwins([...comingVouchers(plan), ...here(standing)], logged);
  const indirect = indirectTwins({
    vouchers: comingVouchers(plan),
    standing: here(facts.known.filter(({ projectId }) => projectId === project.id)),
    ...{ logged, replaced },
  });
  const alone = new Set([...twins, ...indirect.twins].map(({ voucher }) => voucher.key));
  const together = new Map(
    [...loggedTogether([...comingVouchers(plan), ...here(standing)], logged)].filter(
      ([key]) => !alone.has(key),
    ),
  );
  const told = withCredits(withTwins(plan, { alone, standing, together }));
  return { ...told, twins, indirect, together: [...together.values()], ...notes(told, facts) };
}

function comingVouchers({ added, asked }: Pick<LedgerPlan, "added" | "asked">): TwinVoucher[] {
  return [...added, ...asked.flatMap(({ voucher }) => (voucher ? [voucher] : []))];
}

function here(standing: Iterable<KnownVoucher>): TwinVoucher[] {
  return [...new Set(standing)].map((known) => ({ ...known, key: known.id, isStanding: true }));
}

/**
 * What may be a logged cost is asked about: one invoice never counts twice unasked. Where it takes
 * the place of what stands it counts no more often than before.
 */
function withTwins<Plan extends Pick<LedgerPlan, "added" | "asked">>(
  plan: Plan,
  given: {
    /** The keys of those that may be one course's. */
    alone: ReadonlySet<string>;
    standing: readonly KnownVoucher[];
    together: ReadonlyMap<string, LoggedTogether>;
  },
): Plan {
  const { alone, standing, together } = given;
  const isTwin = ({ key }: { key: string }) => alone.has(key) || together.has(key);
  const named = <Named extends ExtractedVoucher>(voucher: Named): Named => {
    const costs = together.get(voucher.key)?.first;
    if (!costs) return voucher;
    return { ...voucher, details: [...voucher.details, costs.map(({ text }) => text).join(" + ")] };
  };
  const beside = new Set(standing.filter(({ id }) => isTwin({ key: id })));
  return {
    ...plan,
    added: plan.added.filter((voucher) => !isTwin(voucher)),
    asked: [
      ...plan.asked.map((each): Asked => {
        const { reasons, voucher } = each;
        if (!voucher || !isTwin(voucher) || standsInPlace(reasons)) return each;
        return { ...each, voucher: named(voucher), reasons: [...reasons, "logged"] };
      }),
      ...plan.added
        .filter(isTwin)
        .map((voucher) => asked({ reasons: ["logged"], voucher: named(voucher), known: null })),
      ...[...beside].map((known) => asked({ reasons: ["logged"], voucher: null, known })),
    ],
  };
}

/** What credits an invoice isn't written while that waits for an answer. */
function withCredits<Plan extends Pick<LedgerPlan, "added" | "asked">>(plan: Plan): Plan {
  const left = plan.asked.flatMap(({ voucher, known, reasons: [first] }) =>
    voucher && !known && first !== "equal" ? [voucher] : [],
  );
  const credits = creditNotes({ vouchers: plan.added, left });
  return {
    ...plan,
    added: plan.added.filter((voucher) => !credits.has(voucher)),
    asked: [
      ...plan.asked,
      ...[...credits].map((voucher) => asked({ reasons: ["credit"], voucher, known: null })),
    ],
  };
}

function standsInPlace([first]: Asked["reasons"]): boolean {
  return first === "changed" || first === "moved";
}

type Questioned = { reasons: Asked["reasons"] } & (
  { voucher: ExtractedVoucher; known: KnownVoucher | null } | { voucher: null; known: KnownVoucher }
);

function asked(given: Questioned): Asked {
  const { voucher, known } = given;
  const now = voucher?.rows.map((row) => ({ ...row, text: row.costText })) ?? [];
  const isAsItIs = given.reasons.some((reason) => reason === "equal" || reason === "logged");
  const difference = known && !isAsItIs ? rowDifference(known.rows, now) : { gone: [], come: [] };
  const shown = given.voucher ?? given.known;
  return { ...given, ...difference, shown, key: "id" in shown ? shown.id : shown.key };
}

/** What to know of all that may be written. */
function notes({ added, asked }: Pick<LedgerPlan, "added" | "asked">, facts: LedgerFacts) {
  const { project, sharedWith, takenBack, unbalanced } = facts;
  const rest = asked.flatMap(({ voucher }) => (voucher ? [voucher] : []));
  const possible = [...added, ...rest];
  const gone = new Set(takenBack.map((known) => voucherIdentity(known)));
  return {
    addedSumOre: added.reduce((sum, { sumOre }) => sum + sumOre, 0),
    unbalancedHere: unbalanced.filter(({ isHere }) => isHere),
    unbalancedElsewhere: unbalanced.filter(({ isHere }) => !isHere),
    outsidePeriod: possible.filter(
      ({ date }) => date < project.startsOn || date >= project.endsBefore,
    ),
    shared: sharedVouchers(possible, sharedWith),
    takenBack: possible.filter((voucher) => gone.has(voucherIdentity(voucher))),
    ...returningVouchers(possible, facts),
  };
}

/**
 * Of what was taken back and has no successor: what comes again, and what the file would have. What is
 * otherwise than it was is known by its number alone: nothing says that it had to come.
 */
function returningVouchers(
  vouchers: readonly ExtractedVoucher[],
  facts: LedgerFacts,
): Pick<LedgerPlan, "returning" | "absent"> {
  const known = facts.takenBack.filter(
    ({ projectId, isReplaced }) => projectId === facts.project.id && isReplaced !== true,
  );
  const { matches } = matchVouchers({ ...facts, vouchers, known });
  const returning = matches.flatMap((match) =>
    match.kind !== "new" && match.known && isReturning(match.voucher, match.known, match.kind)
      ? [{ voucher: match.voucher, known: match.known }]
      : [],
  );
  const again = new Set(returning.map((each) => each.known));
  const absent = known.filter((each) => !again.has(each) && hasVanished(each, facts));
  return { returning, absent };
}

function isReturning(
  { rows, number }: ExtractedVoucher,
  known: KnownVoucher,
  kind: Match["kind"],
): boolean {
  const isAsItWas = kind === "same" || kind === "equal";
  const hasItsNumber = number !== "" && plainNumber(number) === plainNumber(known.number);
  return rows.length > 0 && (isAsItWas || hasItsNumber);
}

function sharedVouchers(
  vouchers: readonly ExtractedVoucher[],
  sharedWith: readonly RelatedVoucher[],
): LedgerPlan["shared"] {
  return vouchers.flatMap((voucher) => {
    const objectCodes = objectsSharedWith(voucher);
    if (objectCodes.length === 0) return [];
    const importedAs = sharedWith.filter(
      (other) => objectCodes.includes(other.objectCode) && hasHeadOf(voucher, other),
    );
    return [{ voucher, objectCodes, importedAs }];
  });
}

function hasHeadOf(voucher: ExtractedVoucher, other: RelatedVoucher): boolean {
  return (["organisation", "series", "number", "date"] as const).every(
    (part) => voucher[part] === other[part],
  );
}

/** The further objects that the voucher's rows name. */
export function objectsSharedWith({ rows }: Pick<ExtractedVoucher, "rows">): string[] {
  return [...new Set(rows.flatMap(({ otherObjects }) => otherObjects))];
}

/**
 * A mark of what a plan would write and what it asks about. A person who has seen one plan agrees
 * to no other.
 */
export function planMark({ added, asked, twins, together }: LedgerPlan): string {
  const written = ({ organisation, series, number, date, text, rows }: ExtractedVoucher) => [
    ...[organisation, series, number, date, text],
    rows.map(({ account, amountOre, costText }) => [account, amountOre, costText]),
  ];
  const seen = [
    added.map(written),
    asked.map(({ reasons, voucher, known }) => [
      reasons,
      voucher && written(voucher),
      known && [known.id, known.sumOre],
    ]),
    twins.map(({ cost, voucher, places }) => [cost.id, voucher.key, places]),
    together.map(({ voucher, of }) => [voucher.key, of.map(({ id }) => id)]),
  ];
  return createHash("sha256").update(JSON.stringify(seen)).digest("hex");
}
