/** `note` tells somebody from others of the same name; null for who shares it with nobody. */
export type PersonName = { name: string; note: string | null };

/** Somebody to choose in a picker; `note` is what else is to stand beside the name. */
export function personChoice(id: string, named: PersonName | undefined, note?: string) {
  const beside = named?.note ?? note;
  return {
    id,
    name: named?.name ?? "",
    ...(beside && { note: beside }),
    ...(named?.note && { label: nameWithNote(named) }),
  };
}

/** The name where it stands in running text or a cell, with its note. */
export function nameWithNote(named: PersonName | undefined): string {
  if (!named) return "";
  return named.note ? `${named.name} (${named.note})` : named.name;
}
