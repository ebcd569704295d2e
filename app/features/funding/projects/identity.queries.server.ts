import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";

export type GrantView = {
  id: string;
  funder: string;
  programme: string;
  funderRef: string | null;
  ownRef: string | null;
  appliedOn: IsoDate | null;
  appliedOre: number | null;
  grantedOn: IsoDate | null;
  grantedOre: number | null;
  closedOn: IsoDate | null;
  conditions: string;
};

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

/** Who a project is by its papers. Periods are half-open. */
export type ProjectIdentity = {
  unit: string;
  authority: string;
  purpose: string;
  grants: GrantView[];
  phases: PhaseView[];
  decisions: DecisionView[];
  appendices: { id: string; title: string; datedOn: IsoDate | null }[];
  /** What all grants together have granted; null while none has. */
  grantedOre: number | null;
};

/** The papers of a project that the caller has found within the viewer's reach. */
export async function projectIdentity(db: Db, projectId: string): Promise<ProjectIdentity> {
  const project = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: {
      purpose: true,
      unit: { select: { name: true } },
      authority: { select: { name: true } },
      grants: { include: { funder: true }, orderBy: [{ appliedOn: "asc" }, { id: "asc" }] },
      phases: { orderBy: [{ startsOn: "asc" }, { id: "asc" }] },
      decisions: { orderBy: [{ decidedOn: "asc" }, { id: "asc" }] },
      appendices: { orderBy: [{ datedOn: "asc" }, { id: "asc" }] },
    },
  });
  const grants = project.grants.map(grantView);
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
  };
}

type StoredGrant = {
  id: string;
  funder: { name: string };
  programme: string;
  funderRef: string | null;
  ownRef: string | null;
  appliedOn: Date | null;
  appliedOre: bigint | null;
  grantedOn: Date | null;
  grantedOre: bigint | null;
  closedOn: Date | null;
  conditions: string;
};

function grantView(grant: StoredGrant): GrantView {
  return {
    id: grant.id,
    funder: grant.funder.name,
    programme: grant.programme,
    funderRef: grant.funderRef,
    ownRef: grant.ownRef,
    appliedOn: dayOrNull(grant.appliedOn),
    appliedOre: oreOrNull(grant.appliedOre),
    grantedOn: dayOrNull(grant.grantedOn),
    grantedOre: oreOrNull(grant.grantedOre),
    closedOn: dayOrNull(grant.closedOn),
    conditions: grant.conditions,
  };
}

function dayOrNull(date: Date | null): IsoDate | null {
  return date && toIsoDate(date);
}

function oreOrNull(amountOre: bigint | null): number | null {
  return amountOre === null ? null : Number(amountOre);
}
