import { projectRowsHref } from "~/features/funding/budget/project-rows-href";
import type { RowsWhen } from "../rules/report-clock";
import type { IsoDate } from "~/terms/day";

/**
 * Whose rows: of a version, of a report's figures as they are now (`number` null), or of a project's.
 */
export type RowsOf = { id: string; number: number | null; period?: RowsPeriod } | { code: string };

/** What a report's columns are told by: its first day, and the version that it builds on. */
export type RowsPeriod = { startsOn: IsoDate; base: { id: string; number: number } | null };

/** Not of a version, whose rows stay. */
export function isAsNow(of: RowsOf): boolean {
  return "code" in of || of.number === null;
}

export type WhichRows = {
  /** The key of a section; without it every row. */
  section?: string | null;
  /** The key of one of its rows. */
  under?: string | null;
  kind?: string;
  /** In which of a report's columns they are. */
  when?: RowsWhen | null;
  /** What counts from a day on, until the end of another. */
  from?: IsoDate | null;
  until?: IsoDate | null;
  page?: number;
};

/** The address of the rows behind figures. */
export function rowsHref(of: RowsOf, which: WhichRows): string {
  if ("code" in of) return projectRowsHref(of.code, which);
  const { section, under, kind, when, from, until, page } = which;
  const asked = new URLSearchParams();
  if (section) asked.set("section", section);
  if (under) asked.set("under", under);
  if (when) asked.set("when", when);
  if (from) asked.set("from", from);
  if (until) asked.set("until", until);
  if (kind) asked.set("kind", kind);
  if (page) asked.set("page", String(page));
  const version = of.number === null ? "" : `/versions/${of.number}`;
  return `/reports/${of.id}${version}/rows?${asked.toString()}`;
}
