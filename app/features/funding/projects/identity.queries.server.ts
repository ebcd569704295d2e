import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { dayAfter, type IsoDate } from "~/terms/day";
import type { PartyRole } from "../own-hours/own-hours.queries.server";
import { grantViews, type GrantPaper, type GrantView } from "../grants/grants.queries.server";

export type PhaseView = {
  id: string;
  name: string;
  startsOn: IsoDate;
  endsBefore: IsoDate;
  isExtension: boolean;
};

export type DecisionView = {
  id: string;
  body: string;
  decidedOn: IsoDate;
  ref: string | null;
  summary: string;
};

export type PartnerView = {
  id: string;
  name: string;
  orgNumber: string | null;
  role: PartyRole;
};

/** Who a project is by its papers. Periods are half-open. */
export type ProjectIdentity = {
  code: string;
  name: string;
  startsOn: IsoDate;
  endsBefore: IsoDate;
  unit: string;
  authority: string;
  /** The authority's. */
  orgNumber: string | null;
  purpose: string;
  grants: GrantView[];
  phases: PhaseView[];
  decisions: DecisionView[];
  appendices: { id: string; title: string; datedOn: IsoDate | null }[];
  partners: PartnerView[];
};

/**
 * The papers of a project that the caller has found within the viewer's reach, all of them or those
 * that stood by the end of a day; in one statement.
 */
export async function projectIdentity(
  db: Db,
  projectId: string,
  by: IsoDate | "infinity" = "infinity",
): Promise<ProjectIdentity> {
  const papers = await db.$queryRaw<Paper[]>`
    select kind, paper_id as id, to_char(day, 'YYYY-MM-DD') as day, facts
    from papers_of(${projectId}::uuid, ${by}::date)
    where kind in ('project', 'phase', 'decision', 'appendix', 'partner', 'grant')
    order by case when kind = 'grant' then facts->>'appliedOn' else to_char(day, 'YYYY-MM-DD') end,
      case when kind = 'partner' then (facts->>'role')::partner_role end,
      case when kind = 'partner' then facts->>'name' end, paper_id`;
  const [project] = ofKind(papers, "project");
  if (!project) return notFound();
  const { lastDay, owner, ...head } = project.facts;
  return {
    ...head,
    startsOn: project.day,
    endsBefore: dayAfter(lastDay),
    authority: owner,
    grants: grantViews(ofKind(papers, "grant")),
    phases: ofKind(papers, "phase").map(({ id, day, facts }) => ({
      id,
      name: facts.name,
      startsOn: day,
      endsBefore: dayAfter(facts.lastDay),
      isExtension: facts.isExtension,
    })),
    decisions: ofKind(papers, "decision").map(({ id, day, facts }) => ({
      id,
      body: facts.body,
      decidedOn: day,
      ref: facts.ref,
      summary: facts.summary,
    })),
    appendices: ofKind(papers, "appendix").map(({ id, day, facts }) => ({
      id,
      title: facts.title,
      datedOn: day,
    })),
    partners: ofKind(papers, "partner").map(({ id, facts }) => ({
      id,
      name: facts.name,
      orgNumber: facts.orgNumber,
      role: facts.role,
    })),
  };
}

/** As `papers_of` says it. */
type Paper =
  | (GrantPaper & { kind: "grant" })
  | PaperOf<"project", IsoDate, ProjectFacts>
  | PaperOf<"phase", IsoDate, { name: string; lastDay: IsoDate; isExtension: boolean }>
  | PaperOf<"decision", IsoDate, Pick<DecisionView, "body" | "ref" | "summary">>
  | PaperOf<"appendix", IsoDate | null, { title: string }>
  | PaperOf<"partner", null, Pick<PartnerView, "name" | "orgNumber" | "role">>;

type PaperOf<Kind, Day, Facts> = { kind: Kind; id: string; day: Day; facts: Facts };

type ProjectFacts = Pick<ProjectIdentity, "code" | "name" | "purpose" | "unit" | "orgNumber"> & {
  lastDay: IsoDate;
  owner: string;
};

function ofKind<Kind extends Paper["kind"]>(papers: readonly Paper[], kind: Kind) {
  return papers.filter((paper): paper is Extract<Paper, { kind: Kind }> => paper.kind === kind);
}
