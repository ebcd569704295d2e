/** The units of a list to choose among, set in by their depth in the tree. */
export function unitOptions(units: { id: string; name: string; depth: number }[]) {
  return units.map(({ id, name, depth }) => ({
    value: id,
    label: `${"\u2003".repeat(depth)}${name}`,
  }));
}
