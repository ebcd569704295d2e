import type { ExtractedVoucher } from "./extracted-voucher";
import type { Asked, AskReason, LedgerPlan } from "./ledger-plan";
import type { ChosenTwin } from "./twin-assignment";
import { openRests } from "./twin-choice";
import type { KnownVoucher } from "./voucher-match";

/** What somebody says to what a plan asks, by the keys of what is asked. */
export type LedgerAnswers = {
  /** Brought in, beside what stands. */
  take: readonly string[];
  /** Put in the place of what stands; of a vanished one nothing is put there. */
  replace: readonly string[];
};

/** The key of all that is listed under one reason. */
export const everyOne = "all";

/** The field of a form that answers for what is listed under one reason. */
export function answerField(answer: keyof LedgerAnswers, reason: AskReason): string {
  return `${answer}:${reason}`;
}

/** The answers that a form's fields give: `take:REASON` and `replace:REASON`. */
export function answersFrom(fields: Iterable<[name: string, values: readonly string[]]>) {
  const answers: { take: string[]; replace: string[] } = { take: [], replace: [] };
  for (const [name, values] of fields) {
    const [, answer, reason = ""] = /^(take|replace):(.+)$/.exec(name) ?? [];
    if (answer !== "take" && answer !== "replace") continue;
    answers[answer].push(
      ...values.map((key) => (key === everyOne ? `${everyOne}:${reason}` : key)),
    );
  }
  return answers;
}

export type LedgerWrites = {
  written: ExtractedVoucher[];
  /** What no longer stands, each with what took its place. */
  removed: { known: KnownVoucher; by: ExtractedVoucher | null }[];
};

/**
 * What a plan writes with these answers, and with logged costs that the ledger's rows take the place
 * of. What isn't answered is left as it is, and a chosen pair's voucher, too, while its other rows
 * may be a further cost's, see `openRests`.
 */
export function answered(
  plan: LedgerPlan,
  answers: LedgerAnswers,
  twins: readonly ChosenTwin[] = [],
): LedgerWrites {
  const [take, replace] = [new Set(answers.take), new Set(answers.replace)];
  const isIn = (keys: ReadonlySet<string>, { key, reasons: [reason] }: Asked) =>
    keys.has(key) || keys.has(`${everyOne}:${reason}`);
  const replaced = new Set(plan.asked.filter((each) => canReplace(each) && isIn(replace, each)));
  const paired = new Set(twins.map(({ voucher }) => voucher.key));
  const rests = openRests(plan, twins);
  const isPaired = ({ key, reasons }: Asked) =>
    paired.has(key) && !rests.has(key) && reasons.every((reason) => reason === "logged");
  const beside = plan.asked.filter(
    (each) => !replaced.has(each) && canTake(each) && (isIn(take, each) || isPaired(each)),
  );
  const filled = [...replaced, ...beside].flatMap(({ voucher }) =>
    voucher && voucher.rows.length > 0 ? [voucher] : [],
  );
  return {
    written: [...plan.added, ...filled],
    removed: [...replaced].flatMap(({ known, voucher }) =>
      known ? [{ known, by: voucher && voucher.rows.length > 0 ? voucher : null }] : [],
    ),
  };
}

/** Whether something stands that the voucher, or its absence, can take the place of. */
export function canReplace({ reasons: [first] }: Asked): boolean {
  return first === "changed" || first === "moved" || first === "vanished";
}

/** Whether there is something to bring in beside what stands. */
export function canTake({ voucher }: Asked): boolean {
  return voucher !== null && voucher.rows.length > 0;
}

/** What of a plan isn't answered by what is written, and by the pairs that were chosen. */
export function leftOf(
  plan: LedgerPlan,
  { written, removed }: LedgerWrites,
  twins: readonly ChosenTwin[],
): Asked[] {
  const done = new Set<unknown>([...written, ...removed.map(({ known }) => known)]);
  const paired = new Set(twins.map(({ voucher }) => voucher.key));
  return plan.asked.filter(
    ({ key, voucher, known }) =>
      !done.has(voucher ?? known) && !done.has(known) && !(voucher === null && paired.has(key)),
  );
}

/** The keys of what is asked for no other reasons than these. */
export function keysFor(plan: LedgerPlan, reasons: ReadonlySet<AskReason>): string[] {
  return plan.asked
    .filter((each) => each.reasons.every((reason) => reasons.has(reason)))
    .map(({ key }) => key);
}
