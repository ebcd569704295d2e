/** The group that an address asks for: `?project=CODE`, `?unit=ID`, or either inside `?group=`. */
export function askedGroup(search: URLSearchParams): {
  project: string | null;
  unit: string | null;
} {
  const chosen = new URLSearchParams(search.get("group") ?? "");
  const read = (name: string) => chosen.get(name) ?? search.get(name);
  return { project: read("project"), unit: read("unit") };
}
