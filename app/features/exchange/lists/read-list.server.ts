import { readCsv, type CsvReading } from "~/formats/csv-reader";
import { csvLimits } from "~/formats/csv-rows";
import { isListHeader } from "./training-columns";

/** A training list as rows; its headings may stand below a title. */
export function readList(bytes: Uint8Array): CsvReading {
  return readCsv(bytes, csvLimits, isListHeader);
}
