type Titled = { costCategory: string | null; name: string };

/** A budget line with its cost category, said once where both are the same; a sum has no category. */
export function lineTitle({ costCategory, name }: Titled): string {
  return costCategory === null || costCategory === name ? name : `${costCategory}: ${name}`;
}

/**
 * The lines of a budget with names that tell them apart: what several grants pay alike, as "Lön"
 * from a template, says which grant pays it.
 */
export function tellLinesApart<Line extends Titled & { grantId: string | null }>(
  lines: readonly Line[],
  grants: readonly { id: string; title: string }[],
): Line[] {
  const payers = new Map(grants.map(({ id, title }) => [id, title]));
  const known = lines.map(({ costCategory, name }) => `${costCategory}: ${name}`.toLowerCase());
  return lines.map((line, index) => {
    const payer = line.grantId === null ? undefined : payers.get(line.grantId);
    const isShared = known.some((name, other) => other !== index && name === known[index]);
    return isShared && payer !== undefined ? { ...line, name: `${line.name} (${payer})` } : line;
  });
}
