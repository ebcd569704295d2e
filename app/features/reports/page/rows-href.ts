/** Whose rows: of a version, or (null) of a report's figures as they are now. */
export type RowsOf = { id: string; number: number | null };

type Which = {
  /** The key of a section; without it every row. */
  section?: string | null;
  /** The key of one of its rows. */
  under?: string | null;
  kind?: string;
  page?: number;
};

/** The address of the rows behind figures. */
export function rowsHref({ id, number }: RowsOf, { section, under, kind, page }: Which): string {
  const asked = new URLSearchParams();
  if (section) asked.set("section", section);
  if (under) asked.set("under", under);
  if (kind) asked.set("kind", kind);
  if (page) asked.set("page", String(page));
  const of = number === null ? "" : `/versions/${number}`;
  return `/reports/${id}${of}/rows?${asked.toString()}`;
}
