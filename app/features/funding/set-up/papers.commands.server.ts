import type { Viewer } from "~/features/access/viewer";
import type { Prisma } from "~/generated/prisma/client";
import type { Database, Transaction } from "~/platform/db.server";
import { only } from "~/platform/only";
import { refuseTaken } from "~/platform/taken.server";
import type { Audit } from "~/platform/transact.server";
import { toDbDate, type IsoDate, dayAfter } from "~/terms/day";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import { reasonOf, requireAgreedChange } from "../reported/agreed-change.server";
import type { PartPlace } from "../rules/set-up-parts";
import { factsOf, standing, type StandingPart } from "./part-facts.server";
import { setUpProject, type Work } from "./set-up-project.server";
import { touchedByGrant, touchedByNewGrant } from "./touched-by-grant.server";
import { touchedByOwner } from "./touched-by-owner.server";
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
  return setUpProject(db, viewer, act, async (work) => {
    const { funder, programme, funderRef, ownRef, conditions, appliedOre, grantedOre } = input;
    const { appliedOn, grantedOn, closedOn } = input;
    const words = { programme, funderRef, ownRef, conditions };
    const money = { appliedOn, appliedOre, grantedOn, grantedOre, closedOn };
    return savePaper(work, input, {
      ...{ type: "grant", read: factsOf.grants, after: { funder, ...words, ...money } },
      ask: async ({ tx, project }, before, id) => {
        const change = { projectId: project.id, id, before, after: input };
        requireAgreedChange(await touchedByGrant(tx, change), input);
      },
      askNew: async ({ tx, project }) => {
        requireAgreedChange(await touchedByNewGrant(tx, project.id, input), input);
      },
      write: async ({ tx, audit, project }, where) => {
        const data = {
          ...{ ...words, funderId: await funderOf(tx, audit, { ...input, projectId: project.id }) },
          ...{ appliedOn: dbDay(appliedOn), appliedOre: dbOre(appliedOre) },
          ...{ grantedOn: dbDay(grantedOn), grantedOre: dbOre(grantedOre) },
          closedOn: dbDay(closedOn),
        };
        return where === null
          ? tx.grant.create({ data: { ...data, projectId: project.id } })
          : tx.grant.update({ where, data });
      },
      detail: reasonOf(input),
    });
  });
}

export function saveDecision(db: Database, viewer: Viewer, input: DecisionInput & PartPlace) {
  const act = { ...input, action: actionOf("decision", input) };
  return setUpProject(db, viewer, act, (work) => {
    const { body, decidedOn, ref, summary } = input;
    const data = { body, decidedOn: toDbDate(decidedOn), ref, summary };
    return savePaper(work, input, {
      ...{ type: "decision", read: factsOf.decisions, after: { body, decidedOn, ref, summary } },
      write: ({ tx, project }, where) =>
        where === null
          ? tx.decision.create({ data: { ...data, projectId: project.id } })
          : tx.decision.update({ where, data }),
    });
  });
}

/**
 * Throws a `FieldError` at `name` for a partner that the project has already, at `role` for a second
 * owner, and a `Question` where own hours would be another party's.
 */
export function savePartner(db: Database, viewer: Viewer, input: PartnerInput & PartPlace) {
  const act = { ...input, action: actionOf("partner", input) };
  return setUpProject(db, viewer, act, (work) => {
    const { name, orgNumber, role } = input;
    const data = { name, orgNumber, role };
    const askFrom = async ({ tx, project }: Work, before: typeof data | null) => {
      const change = { projectId: project.id, id: input.id, before, after: data };
      requireAgreedChange(await touchedByOwner(tx, change), input);
    };
    return savePaper(work, input, {
      ...{ type: "partner", read: factsOf.partners, after: data },
      ask: askFrom,
      askNew: (work) => askFrom(work, null),
      write: ({ tx, project }, where) =>
        where === null
          ? tx.partner.create({ data: { ...data, projectId: project.id } })
          : tx.partner.update({ where, data }),
      detail: reasonOf(input),
    });
  }).catch(refuseTaken("name", "funding.errors.partnerTwice"));
}

export function savePhase(db: Database, viewer: Viewer, input: PhaseInput & PartPlace) {
  const act = { ...input, action: actionOf("phase", input) };
  return setUpProject(db, viewer, act, (work) => {
    const { name, startsOn, endsOn, isExtension } = input;
    const [first, next] = [toDbDate(startsOn), toDbDate(dayAfter(endsOn))];
    const data = { name, startsOn: first, endsBefore: next, isExtension };
    return savePaper(work, input, {
      ...{ type: "phase", read: factsOf.phases, after: { name, startsOn, endsOn, isExtension } },
      write: ({ tx, project }, where) =>
        where === null
          ? tx.phase.create({ data: { ...data, projectId: project.id } })
          : tx.phase.update({ where, data }),
    });
  });
}

export function saveAppendix(db: Database, viewer: Viewer, input: AppendixInput & PartPlace) {
  const act = { ...input, action: actionOf("appendix", input) };
  return setUpProject(db, viewer, act, (work) => {
    const { title, datedOn } = input;
    const data = { title, datedOn: dbDay(datedOn) };
    return savePaper(work, input, {
      ...{ type: "appendix", read: factsOf.appendices, after: { title, datedOn } },
      write: ({ tx, project }, where) =>
        where === null
          ? tx.appendix.create({ data: { ...data, projectId: project.id } })
          : tx.appendix.update({ where, data }),
    });
  });
}

function actionOf(paper: string, { id }: PartPlace): string {
  return `${paper}.${id === null ? "add" : "change"}`;
}

type Paper<Facts extends Prisma.InputJsonObject> = {
  /** What the trail calls it. */
  type: string;
  /** What it says before the change. */
  read: (tx: Transaction, where: StandingPart) => Promise<Facts>;
  /** What it says from now on. */
  after: Facts;
  /** Refuses or asks about what the change touches, before it is written. */
  ask?: (work: Work, before: Facts, id: string) => Promise<void>;
  /** The same of one that is added. */
  askNew?: (work: Work) => Promise<void>;
  /** Adds it, where `where` is null, or changes it. */
  write: (work: Work, where: StandingPart | null) => Promise<{ id: string }>;
  /** What the trail says beside what was and what is. */
  detail?: { reason?: string };
};

/** Writes one paper with its trail: what it says, and what it said before. */
async function savePaper<Facts extends Prisma.InputJsonObject>(
  work: Work,
  { id, seen }: PartPlace & { seen?: string | undefined },
  { type, read, after, ask, askNew, write, detail }: Paper<Facts>,
): Promise<string> {
  const where = id === null ? null : standing(id, work.project.id);
  const was = where && (await read(work.tx, where));
  if (was && seen) requireUnchanged(seen, was);
  if (was && id !== null) await ask?.(work, was, id);
  else await askNew?.(work);
  const written = await write(work, where);
  work.audit({ type, id: written.id, detail: { ...after, ...detail, was } });
  return written.id;
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

function dbOre(amountOre: number | null): bigint | null {
  return amountOre === null ? null : BigInt(amountOre);
}

function dbDay(day: IsoDate | null): Date | null {
  return day === null ? null : toDbDate(day);
}
