type Unit = { id: string; name: string; depth: number };

/** The units of a list to choose among, set in by their depth in the tree. */
export function unitOptions(units: Unit[]) {
  return units.map(({ id, name, depth }) => ({
    value: id,
    label: `${"\u2003".repeat(depth)}${name}`,
  }));
}
