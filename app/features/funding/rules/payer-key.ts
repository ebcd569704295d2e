/** Who pays, as a key: a grant, the unit's own cash, own hours, or nobody yet. */
export function payerKey(kind: string, grantId: string | null): string {
  return [kind, grantId ?? ""].join(":");
}

/** The key of all that is paid in kronor: everything but own hours. */
export const paidKey = "paid";
