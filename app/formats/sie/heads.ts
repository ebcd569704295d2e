import type { SieHead } from "./sie-file";

export type Heads = {
  /** What an item of the head says. */
  say: (part: Partial<SieHead>) => void;
  /** Another file begins here, put behind the one before. */
  begin: () => void;
  /** The head that a voucher stands under. */
  ofVoucher: () => SieHead;
  list: () => SieHead[];
};

const silent: SieHead = { orgNumber: null, companyName: "", currency: "SEK" };

/**
 * Which company and currency each voucher stands under. A head that says something else than
 * before, or anything new below a voucher, is another head: the vouchers above it keep theirs.
 */
export function createHeads(): Heads {
  let current: SieHead = { ...silent };
  let said: Partial<SieHead> = {};
  let isUsed = false;
  const heads = [current];

  function replace(head: SieHead): void {
    current = head;
    heads.push(head);
    said = {};
    isUsed = false;
  }

  function say(part: Partial<SieHead>): void {
    const contradicts = Object.entries(part).some(
      ([name, value]) => name in said && !isSame(said[nameOf(name)], value),
    );
    const adds = Object.entries(part).some(
      ([name, value]) => !isSame(current[nameOf(name)], value),
    );
    if (contradicts || (isUsed && adds)) replace({ ...current });
    Object.assign(current, part);
    Object.assign(said, part);
  }

  function begin(): void {
    if (isUsed) replace({ ...silent });
  }

  function ofVoucher(): SieHead {
    isUsed = true;
    return current;
  }

  return { say, begin, ofVoucher, list: () => heads };
}

function nameOf(name: string): keyof SieHead {
  return name === "orgNumber" || name === "currency" ? name : "companyName";
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
