import { writeCsv } from "~/formats/csv-writer";
import { fileLines } from "./file-lines";
import type { ToldTable } from "./told";

/** A table as a CSV file, in the language that it is told in. */
export function tableCsv(table: ToldTable): Uint8Array<ArrayBuffer> {
  return writeCsv(fileLines(table));
}
