import { extractObject, fiscalYears } from "~/features/exchange/ledgers/ledger-extract.server";
import type { LedgerFacts } from "~/features/exchange/ledgers/ledger-plan";
import { reachOf } from "~/features/exchange/ledgers/reach.server";
import { ledgerFile, type LedgerGiven } from "./ledger-file";

/** What the rules of an import are given for object P1 of a ledger, with nothing stored. */
export function ledgerFacts(ledger: LedgerGiven, given: Partial<LedgerFacts> = {}): LedgerFacts {
  const file = ledgerFile(ledger);
  return {
    vouchers: extractObject(file, "P1"),
    ...{ known: [], takenBack: [], sharedWith: [], logged: [], replaced: [], unbalanced: [] },
    ...{ reach: reachOf(file), yearOf: fiscalYears(file), generatedOn: file.generatedOn },
    project: { id: "p", startsOn: "2013-01-01", endsBefore: "2014-01-01" },
    ...given,
  };
}
