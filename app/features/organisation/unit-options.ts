type Unit = { id: string; name: string; depth: number };

/** The units with one that stands in a form already, also where it is none of the viewer's. */
export function withUnit(units: Unit[], { id, name }: { id: string; name: string }): Unit[] {
  return units.some((unit) => unit.id === id) ? units : [{ id, name, depth: 0 }, ...units];
}

/** The units of a list to choose among, set in by their depth in the tree. */
export function unitOptions(units: Unit[]) {
  return units.map(({ id, name, depth }) => ({
    value: id,
    label: `${"\u2003".repeat(depth)}${name}`,
  }));
}
