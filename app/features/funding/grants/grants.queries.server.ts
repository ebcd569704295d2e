import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Grant } from "../rules/grant";
import { grantTitles } from "../rules/grant-titles";

export type GrantView = Grant & { id: string };

/** A grant as `papers_of` says it; `day` is when it was granted. */
export type GrantPaper = {
  id: string;
  day: IsoDate | null;
  facts: Omit<Grant, "title" | "grantedOn">;
};

/** The grants of a project, in the order in which they were applied for. */
export async function grantsOf(db: Db, projectId: string): Promise<GrantView[]> {
  const papers = await db.$queryRaw<GrantPaper[]>`
    select paper_id as id, to_char(day, 'YYYY-MM-DD') as day, facts
    from papers_of(${projectId}::uuid, 'infinity')
    where kind = 'grant' order by facts->>'appliedOn', paper_id`;
  return grantViews(papers);
}

/** All grants of a project, in the order in which they were applied for. */
export function grantViews(papers: readonly GrantPaper[]): GrantView[] {
  const titles = grantTitles(papers.map(({ id, facts }) => ({ id, ...facts })));
  return papers.map(({ id, day, facts }) => ({
    id,
    title: titles.get(id) ?? facts.funder,
    funder: facts.funder,
    programme: facts.programme,
    funderRef: facts.funderRef,
    ownRef: facts.ownRef,
    appliedOn: facts.appliedOn,
    appliedOre: facts.appliedOre,
    grantedOn: day,
    grantedOre: facts.grantedOre,
    closedOn: facts.closedOn,
    conditions: facts.conditions,
  }));
}
