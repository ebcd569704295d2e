import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { PartyRole } from "../own-hours/own-hours.queries.server";
import { grantsOf, type GrantView } from "../grants/grants.queries.server";

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

type Head = Pick<
  ProjectIdentity,
  "code" | "name" | "startsOn" | "endsBefore" | "unit" | "authority" | "orgNumber" | "purpose"
>;

/** The papers of a project that the caller has found within the viewer's reach. */
export async function projectIdentity(db: Db, projectId: string): Promise<ProjectIdentity> {
  const where = { projectId, withdrawnAt: null };
  // One after the other: inside a transaction there is one connection.
  const [project] = await db.$queryRaw<Head[]>`
    select project.code, project.name, project.purpose,
      to_char(project.starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(project.ends_before, 'YYYY-MM-DD') as "endsBefore", home.name as unit,
      home.authority, home.org_number as "orgNumber"
    from project join named_units() home on home.unit_id = project.unit_id
    where project.id = ${projectId}::uuid`;
  if (!project) return notFound();
  const phases = await db.phase.findMany({ where, orderBy: [{ startsOn: "asc" }, { id: "asc" }] });
  const decisions = await db.decision.findMany({
    where,
    orderBy: [{ decidedOn: "asc" }, { id: "asc" }],
  });
  const appendices = await db.appendix.findMany({
    where,
    orderBy: [{ datedOn: "asc" }, { id: "asc" }],
  });
  const partners = await db.partner.findMany({
    where,
    orderBy: [{ role: "asc" }, { name: "asc" }],
  });
  const grants = await grantsOf(db, projectId);
  return {
    ...project,
    grants,
    phases: phases.map(({ id, name, startsOn, endsBefore, isExtension }) => ({
      id,
      name,
      startsOn: toIsoDate(startsOn),
      endsBefore: toIsoDate(endsBefore),
      isExtension,
    })),
    decisions: decisions.map(({ id, body, decidedOn, ref, summary }) => ({
      id,
      body,
      decidedOn: toIsoDate(decidedOn),
      ref,
      summary,
    })),
    appendices: appendices.map(({ id, title, datedOn }) => ({
      id,
      title,
      datedOn: dayOrNull(datedOn),
    })),
    partners: partners.map(({ id, name, orgNumber, role }) => ({
      ...{ id, name, orgNumber, role },
    })),
  };
}

function dayOrNull(date: Date | null): IsoDate | null {
  return date && toIsoDate(date);
}
