import { writeCsv } from "~/formats/csv-writer";
import type { Speech } from "~/i18n/translator";
import { fileLines } from "./file-lines";
import type { Table } from "./table";

/** A table as a CSV file, in its reader's language. */
export function tableCsv<Row>(table: Table<Row>, speech: Speech): Uint8Array<ArrayBuffer> {
  return writeCsv(fileLines(table, speech));
}
