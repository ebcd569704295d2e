const kinds = [
  ...["authority", "unit", "person", "placement", "account", "role-grant", "method", "element"],
  ...["requirement", "attestation", "course", "record", "decision-on-record", "hand-over"],
  ...["frozen-group", "funder", "project", "grant", "phase", "decision", "appendix", "partner"],
  ...["line", "amount", "rate", "own-hours", "voucher", "cost", "indicator", "target"],
  ...["measurement", "report", "file", "import"],
] as const;

type Kind = (typeof kinds)[number];

/**
 * SQL for the id of a kind's row number `n`, itself an SQL expression. Ids grow with the number, as
 * those do that the app makes, and differ in their first half, as those do: by no more PostgreSQL
 * sorts them into an index of stretches.
 */
export function idOf(kind: Kind, n: string | number): string {
  const suffix = (kinds.indexOf(kind) + 1).toString(16).padStart(4, "0");
  return `(lpad(to_hex((${n})::bigint), 8, '0') || '-${suffix}-7000-8000-000000000000')::uuid`;
}

/** SQL for the numbers 0 to `count` − 1, as rows of one column `n`. */
export function numbers(count: number, alias = "n"): string {
  return `generate_series(0, ${count - 1}) as ${alias}(${alias})`;
}
