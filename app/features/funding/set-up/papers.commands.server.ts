import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { only } from "~/platform/only";
import { refuseTaken } from "~/platform/taken.server";
import type { Audit } from "~/platform/transact.server";
import { toDbDate, type IsoDate, dayAfter } from "~/terms/day";
import { grantsOf } from "../grants/grants.queries.server";
import { reasonOf, requireAgreedChange } from "../reported/agreed-change.server";
import type { PartPlace } from "../rules/set-up-parts";
import { setUpProject } from "./set-up-project.server";
import { touchedByGrant } from "./touched-by-grant.server";
import type {
  AppendixInput,
  DecisionInput,
  GrantInput,
  PartnerInput,
  PhaseInput,
} from "./set-up.schema";

// Each adds one paper of a project (`id` null) or changes it, and returns its id. Another
// project's is a 404.

/**
 * The funder is known by name, in capitals or not; one not heard of before is made. A grant whose
 * funder stays the same mends how its name is written. Throws a `Question` where what is measured
 * against the grant would be otherwise.
 */
export function saveGrant(db: Database, viewer: Viewer, input: GrantInput & PartPlace) {
  const act = { ...input, action: actionOf("grant", input) };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    const { programme, funderRef, ownRef, conditions, appliedOre, grantedOre } = input;
    const funderId = await funderOf(tx, audit, { ...input, projectId: project.id });
    const data = {
      ...{ funderId, programme, funderRef, ownRef, conditions },
      appliedOn: dbDay(input.appliedOn),
      appliedOre: appliedOre === null ? null : BigInt(appliedOre),
      grantedOn: dbDay(input.grantedOn),
      grantedOre: grantedOre === null ? null : BigInt(grantedOre),
      closedOn: dbDay(input.closedOn),
    };
    const known = await grantsOf(tx, project.id);
    const before = known.find((grant) => grant.id === input.id);
    if (before) {
      const change = { projectId: project.id, id: before.id, before, after: input };
      requireAgreedChange(await touchedByGrant(tx, change), input);
    }
    const id = await written(input.id, {
      create: () => tx.grant.create({ data: { ...data, projectId: project.id } }),
      update: (id) =>
        tx.grant.updateMany({ where: { id, projectId: project.id, withdrawnAt: null }, data }),
    });
    const detail = { funderId, ...factsOfGrant(input), ...reasonOf(input) };
    audit({ type: "grant", id, detail: { ...detail, was: before ? factsOfGrant(before) : null } });
    return id;
  });
}

type GrantFacts = Omit<GrantInput, "submissionId" | "agreed" | "reason" | "conditions">;

/** What a grant says, for the trail, but for its words. */
function factsOfGrant(grant: GrantFacts): GrantFacts {
  const { funder, programme, funderRef, ownRef } = grant;
  const { appliedOn, appliedOre, grantedOn, grantedOre, closedOn } = grant;
  const names = { funder, programme, funderRef, ownRef };
  return { ...names, appliedOn, appliedOre, grantedOn, grantedOre, closedOn };
}

export function saveDecision(db: Database, viewer: Viewer, input: DecisionInput & PartPlace) {
  const act = { ...input, action: actionOf("decision", input) };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    const { body, decidedOn, ref, summary } = input;
    const data = { body, decidedOn: toDbDate(decidedOn), ref, summary };
    const id = await written(input.id, {
      create: () => tx.decision.create({ data: { ...data, projectId: project.id } }),
      update: (id) =>
        tx.decision.updateMany({ where: { id, projectId: project.id, withdrawnAt: null }, data }),
    });
    audit({ type: "decision", id, detail: { decidedOn, ref } });
    return id;
  });
}

/** Throws a `FieldError` at `name` for a partner that the project has already. */
export function savePartner(db: Database, viewer: Viewer, input: PartnerInput & PartPlace) {
  const act = { ...input, action: actionOf("partner", input) };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    const { name, orgNumber, role } = input;
    const data = { name, orgNumber, role };
    const id = await written(input.id, {
      create: () => tx.partner.create({ data: { ...data, projectId: project.id } }),
      update: (id) =>
        tx.partner.updateMany({ where: { id, projectId: project.id, withdrawnAt: null }, data }),
    });
    audit({ type: "partner", id, detail: { orgNumber, role } });
    return id;
  }).catch(refuseTaken("name", "funding.errors.partnerTwice"));
}

export function savePhase(db: Database, viewer: Viewer, input: PhaseInput & PartPlace) {
  const act = { ...input, action: actionOf("phase", input) };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    const { name, startsOn, endsOn, isExtension } = input;
    const [first, next] = [toDbDate(startsOn), toDbDate(dayAfter(endsOn))];
    const data = { name, startsOn: first, endsBefore: next, isExtension };
    const id = await written(input.id, {
      create: () => tx.phase.create({ data: { ...data, projectId: project.id } }),
      update: (id) =>
        tx.phase.updateMany({ where: { id, projectId: project.id, withdrawnAt: null }, data }),
    });
    audit({ type: "phase", id, detail: { startsOn, endsOn, isExtension } });
    return id;
  });
}

export function saveAppendix(db: Database, viewer: Viewer, input: AppendixInput & PartPlace) {
  const act = { ...input, action: actionOf("appendix", input) };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    const { title, datedOn } = input;
    const data = { title, datedOn: dbDay(datedOn) };
    const id = await written(input.id, {
      create: () => tx.appendix.create({ data: { ...data, projectId: project.id } }),
      update: (id) =>
        tx.appendix.updateMany({ where: { id, projectId: project.id, withdrawnAt: null }, data }),
    });
    audit({ type: "appendix", id, detail: { datedOn } });
    return id;
  });
}

function actionOf(paper: string, { id }: PartPlace): string {
  return `${paper}.${id === null ? "add" : "change"}`;
}

type Write = {
  create: () => Promise<{ id: string }>;
  update: (id: string) => Promise<{ count: number }>;
};

async function written(id: string | null, { create, update }: Write): Promise<string> {
  if (id === null) return (await create()).id;
  const { count } = await update(id);
  return count === 0 ? notFound() : id;
}

async function funderOf(
  tx: Transaction,
  audit: Audit,
  { funder: name, id: grantId, projectId }: GrantInput & PartPlace & { projectId: string },
): Promise<string> {
  await tx.funder.createMany({ data: { name }, skipDuplicates: true });
  const [funder] = await tx.$queryRaw<{ id: string; name: string }[]>`
    select funder_id as id, name_now as name from funder_of_name(${name})`;
  if (!funder) throw new Error(`No funder is called ${name}, though one has just been made`);
  const { id, name: was } = funder;
  const isItsOwn = { id: only(grantId), projectId, funderId: id };
  if (name !== was && (await tx.grant.count({ where: isItsOwn })) > 0) {
    await tx.funder.update({ where: { id }, data: { name } });
    audit({ type: "funder", id, detail: { was, name } });
  }
  return id;
}

function dbDay(day: IsoDate | null): Date | null {
  return day === null ? null : toDbDate(day);
}
