import type { SieFile } from "~/formats/sie/sie-file";
import { projectDimension, summariseSie } from "~/formats/sie/summarise";
import { longestObjectCode } from "../uploads/import-limits";

/** An object of dimension 6; `sumOre` is what its costs in a file sum to, null where it has none. */
export type LedgerObject = { code: string; name: string; sumOre: number | null };

/** The objects of dimension 6 with costs, by code. */
export function ledgerObjects(file: SieFile): (LedgerObject & { sumOre: number })[] {
  const names = new Map(
    file.objects
      .filter(({ dimension }) => dimension === projectDimension)
      .map(({ code, name }) => [code, name]),
  );
  return Object.entries(summariseSie(file).projects)
    .filter(([code]) => code.length <= longestObjectCode)
    .map(([code, sumOre]) => ({ code, name: names.get(code) ?? "", sumOre }));
}
