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
  let titles = grants.map(({ funder }) => funder);
  for (const longer of [withProgramme, withReference]) {
    const known = titles;
    const isShared = (title: string) => known.filter((other) => other === title).length > 1;
    titles = grants.map((grant, index) => {
      const title = known[index] ?? "";
      return isShared(title) ? longer(grant) : title;
    });
  }
  return new Map(grants.map(({ id }, index) => [id, numbered(titles, index)]));
}

/** The title, with its place among those that are still the same. */
function numbered(titles: readonly string[], index: number): string {
  const title = titles[index] ?? "";
  const alike = titles.filter((other) => other === title).length;
  if (alike === 1) return title;
  const place = titles.slice(0, index + 1).filter((other) => other === title).length;
  return `${title} (${place})`;
}

function withProgramme({ funder, programme }: NamedGrant): string {
  return [funder, programme].filter(Boolean).join(", ");
}

function withReference({ funder, programme, funderRef, ownRef }: NamedGrant): string {
  return [funder, programme, funderRef ?? ownRef].filter(Boolean).join(", ");
}
