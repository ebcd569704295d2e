import type { RequirementProgress } from "~/features/competence/rules/requirement-state";

type Standing = { progress: RequirementProgress; atRisk: boolean; isLate: boolean };

/** The sets of a unit's requirements that are counted, by their names in an address. */
const sets = {
  /** Somebody works under it: the whole that those met are of. */
  measured: ({ progress }) => progress !== "nobody",
  covered: ({ progress }) => progress === "covered",
  "at-risk": ({ atRisk }) => atRisk,
  late: ({ isLate }) => isLate,
} satisfies Record<string, (requirement: Standing) => boolean>;

export type RequirementSet = keyof typeof sets;

/** What is counted is what is listed: both are this. */
export function requirementsIn<Row extends Standing>(
  set: RequirementSet,
  requirements: readonly Row[],
): Row[] {
  return requirements.filter(sets[set]);
}

/** The set that an address asks for; null for all requirements. */
export function askedSet(url: URL): RequirementSet | null {
  const asked = url.searchParams.get("show");
  return isSet(asked) ? asked : null;
}

function isSet(name: string | null): name is RequirementSet {
  return name !== null && Object.hasOwn(sets, name);
}

type UnitOfDay = { unitId: string; day?: string | null };

/** The page of a unit with those requirements alone. */
export function requirementsHref(set: RequirementSet | null, { unitId, day }: UnitOfDay): string {
  const query = new URLSearchParams({ ...(day && { day }), ...(set && { show: set }) }).toString();
  return `/units/${unitId}${query && `?${query}`}#requirements`;
}
