/** Bytes. Larger ledgers than this are exported a year, or a project, at a time. */
export const largestImport = 20_000_000;

/** More than the largest file: one that is only somewhat too large is told so beside its field. */
export const largestUploadForm = 64_000_000;

/** Objects of a ledger that a person can choose among. */
export const mostLedgerObjects = 20_000;

/** Characters. Longer codes than this are no project's: the file is odd. */
export const longestObjectCode = 200;
