/** A grant by what tells it from others. */
export type NamedGrant = {
  id: string;
  funder: string;
  programme: string;
  funderRef: string | null;
  ownRef: string | null;
};

/**
 * What each of a project's grants is called: by its funder, and where one funder has given several,
 * also by its programme, then by a reference number, and where not even those differ, by its place.
 */
export function grantTitles(grants: readonly NamedGrant[]): Map<string, string> {
  return new Map(grants.map((grant) => [grant.id, titleOf(grant, grants)]));
}

function titleOf(grant: NamedGrant, grants: readonly NamedGrant[]): string {
  const ways = [funderOf, withProgramme, withReference];
  const telling = ways.find((way) => grants.filter((each) => way(each) === way(grant)).length === 1);
  if (telling) return telling(grant);
  const alike = grants.filter((each) => withReference(each) === withReference(grant));
  return `${withReference(grant)} (${alike.indexOf(grant) + 1})`;
}

function funderOf({ funder }: NamedGrant): string {
  return funder;
}

function withProgramme({ funder, programme }: NamedGrant): string {
  return [funder, programme].filter(Boolean).join(", ");
}

function withReference({ funder, programme, funderRef, ownRef }: NamedGrant): string {
  return [funder, programme, funderRef ?? ownRef].filter(Boolean).join(", ");
}
