import type { Language } from "~/i18n/language";
import type { IsoDate } from "~/terms/day";
import type { ToldReport } from "../tables/told-report";
import type { Report, ReportKind, VersionHead } from "../rules/report";
import type { ReportRow } from "../rules/report-row";

/**
 * All that a version of a report is, as its checksum is taken of it. What its funder reads is `told`
 * and the files; the rows have keys for people, and of texts the hash alone. Later versions of the
 * program read it as it is: what is added is optional.
 */
export type FrozenReport = {
  heading: FrozenHeading;
  /** The id of the version that it builds on, null for none; the first versions don't say. */
  base?: string | null;
  /** The payload that everything was told from. */
  figures: Report;
  told: Record<Language, ToldReport>;
  rows: FrozenRow[];
  /** The salted hash of who stands behind each key; the first versions don't have them. */
  people?: Record<string, string>;
  /** SHA-256 of each file, in hexadecimal, by its path: those in a language begin with it. */
  files: Record<string, string>;
};

/** What a list tells of a version. */
export type FrozenHeading = VersionHead & {
  title: string;
  kind: ReportKind;
  projectCode: string;
  projectName: string;
  startsOn: IsoDate;
  endsBefore: IsoDate;
  dueOn: IsoDate | null;
  sharedOn: IsoDate;
  /** The last day of its figures. */
  asOf: IsoDate;
  /** Begins its files' names. */
  fileName: string;
};

/** A row with its person's key; `words` is the salted hash of what was written of it. */
export type FrozenRow = ReportRow & { words: string | null };

/** Names a row among all of a version. */
export function rowName({ kind, id }: Pick<ReportRow, "kind" | "id">): string {
  return `${kind} ${id}`;
}
