/** What a project's set-up is made of, by the names in addresses. */
export const setUpParts = [
  "grants",
  "decisions",
  "partners",
  "phases",
  "appendices",
  "lines",
  "rates",
] as const;
export type SetUpPart = (typeof setUpParts)[number];

export function isSetUpPart(text: string | undefined): text is SetUpPart {
  return setUpParts.some((part) => part === text);
}

/** One thing of a set-up. `id` is null for one that is being added: `new` in the address. */
export type PartPlace = { code: string; id: string | null };

/** Where a part stands on the set-up's page. */
export function setUpHref(code: string, part?: SetUpPart): string {
  return `/projects/${code}/setup${part ? `#${part}` : ""}`;
}
