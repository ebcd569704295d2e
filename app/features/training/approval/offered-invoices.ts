/** What an approval's form says of the ledger's rows that it has shown. */
export function offeredIn(twins: readonly { costId: string }[]): string {
  return twins.map(({ costId }) => costId).join(" ");
}

/** Those that it hasn't. */
export function notOffered<Twin extends { costId: string }>(
  twins: readonly Twin[],
  offered = "",
): Twin[] {
  const shown = new Set(offered.split(" "));
  return twins.filter(({ costId }) => !shown.has(costId));
}
