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
  unit: string;
  authority: string;
  purpose: string;
  grants: GrantView[];
  phases: PhaseView[];
  decisions: DecisionView[];
  appendices: { id: string; title: string; datedOn: IsoDate | null }[];
  partners: PartnerView[];
  /** What all grants together have granted; null while none has. */
  grantedOre: number | null;
};

/** The papers of a project that the caller has found within the viewer's reach. */
export async function projectIdentity(db: Db, projectId: string): Promise<ProjectIdentity> {
  const where = { withdrawnAt: null };
  const [project, grants] = await Promise.all([
    db.project.findUniqueOrThrow({
      where: { id: projectId },
      select: {
        purpose: true,
        unit: { select: { name: true } },
        authority: { select: { name: true } },
        phases: { where, orderBy: [{ startsOn: "asc" }, { id: "asc" }] },
        decisions: { where, orderBy: [{ decidedOn: "asc" }, { id: "asc" }] },
        appendices: { where, orderBy: [{ datedOn: "asc" }, { id: "asc" }] },
        partners: { where, orderBy: [{ role: "asc" }, { name: "asc" }] },
      },
    }),
    grantsOf(db, projectId),
  ]);
  const granted = grants.flatMap(({ grantedOre }) => (grantedOre === null ? [] : [grantedOre]));
  return {
    unit: project.unit.name,
    authority: project.authority.name,
    purpose: project.purpose,
    grants,
    grantedOre: granted.length === 0 ? null : granted.reduce((sum, ore) => sum + ore, 0),
    phases: project.phases.map(({ id, name, startsOn, endsBefore, isExtension }) => ({
      id,
      name,
      startsOn: toIsoDate(startsOn),
      endsBefore: toIsoDate(endsBefore),
      isExtension,
    })),
    decisions: project.decisions.map(({ id, body, decidedOn, ref, summary }) => ({
      id,
      body,
      decidedOn: toIsoDate(decidedOn),
      ref,
      summary,
    })),
    appendices: project.appendices.map(({ id, title, datedOn }) => ({
      id,
      title,
      datedOn: dayOrNull(datedOn),
    })),
    partners: project.partners.map(({ id, name, orgNumber, role }) => ({
      ...{ id, name, orgNumber, role },
    })),
  };
}

function dayOrNull(date: Date | null): IsoDate | null {
  return date && toIsoDate(date);
}
