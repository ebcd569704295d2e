import type { Viewer } from "~/features/access/viewer";
import { typedKronor } from "~/formats/typed-numbers";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate, dayBefore } from "~/terms/day";
import { findProject, type ProjectHead } from "../projects/projects.queries.server";
import { grantsOf } from "../grants/grants.queries.server";
import { stayReason, type StayReason } from "./remove-part.commands.server";
import { seenState } from "~/features/organisation/seen-state.server";
import type { PartPlace, SetUpPart } from "../rules/set-up-parts";
import { shownOf, standing, type StandingPart } from "./part-facts.server";

type Language = "sv" | "en";
export type FormValues = Record<string, string>;

export type PartFormView = {
  project: ProjectHead;
  /** Null for a thing that is being added. */
  id: string | null;
  /** What the thing is called; empty while it is being added. */
  name: string;
  /** A mark of what stands in it, see `seenState`; empty while it is being added. */
  seen: string;
  /** What stands in the fields from the start, as people type it. */
  values: FormValues;
  /** Why it can't be removed; null where it can. */
  stays: StayReason | null;
  submissionId: string;
  /** The id of the form that removes it. */
  removalId: string;
};

type Asked = PartPlace & { part: Exclude<SetUpPart, "lines">; language: Language };

/** The form of one thing of a project's set-up, but for budget lines, which have their own. */
export async function showPartForm(
  db: Db,
  viewer: Viewer,
  { code, part, id, language }: Asked,
): Promise<PartFormView> {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const known =
    id === null
      ? { name: "", values: {} }
      : ((await readers[part](db, standing(id, project.id), language)) ?? notFound());
  return {
    ...{ project, id, ...known },
    seen: id === null ? "" : seenState(await shownOf(db, part, standing(id, project.id))),
    stays: id === null ? null : await stayReason(db, part, id),
    submissionId: crypto.randomUUID(),
    removalId: crypto.randomUUID(),
  };
}

type Known = { name: string; values: FormValues };
type Read = (db: Db, where: StandingPart, language: Language) => Promise<Known | null>;

const readers: Record<Asked["part"], Read> = {
  grants: readGrant,
  decisions: readDecision,
  partners: readPartner,
  phases: readPhase,
  appendices: readAppendix,
  rates: readRate,
};

async function readGrant(db: Db, where: StandingPart, language: Language): Promise<Known | null> {
  const row = await db.grant.findFirst({ where, include: { funder: true } });
  if (!row) return null;
  const named = (await grantsOf(db, where.projectId)).find(({ id }) => id === where.id);
  const kronor = (ore: bigint | null) => (ore === null ? "" : typedKronor(Number(ore), language));
  return {
    name: named?.title ?? row.funder.name,
    values: {
      funder: row.funder.name,
      programme: row.programme,
      funderRef: row.funderRef ?? "",
      ownRef: row.ownRef ?? "",
      appliedOn: typedDay(row.appliedOn),
      appliedOre: kronor(row.appliedOre),
      grantedOn: typedDay(row.grantedOn),
      grantedOre: kronor(row.grantedOre),
      closedOn: typedDay(row.closedOn),
      conditions: row.conditions,
    },
  };
}

async function readDecision(db: Db, where: StandingPart): Promise<Known | null> {
  const row = await db.decision.findFirst({ where });
  if (!row) return null;
  const { body, ref, summary } = row;
  const values = { body, ref: ref ?? "", summary, decidedOn: typedDay(row.decidedOn) };
  return { name: body, values };
}

async function readPartner(db: Db, where: StandingPart): Promise<Known | null> {
  const row = await db.partner.findFirst({ where });
  if (!row) return null;
  const { name, orgNumber, role } = row;
  return { name, values: { name, orgNumber: orgNumber ?? "", role } };
}

async function readPhase(db: Db, where: StandingPart): Promise<Known | null> {
  const row = await db.phase.findFirst({ where });
  if (!row) return null;
  const [startsOn, endsOn] = [typedDay(row.startsOn), dayBefore(toIsoDate(row.endsBefore))];
  const extension: FormValues = row.isExtension ? { isExtension: "on" } : {};
  return { name: row.name, values: { name: row.name, startsOn, endsOn, ...extension } };
}

async function readAppendix(db: Db, where: StandingPart): Promise<Known | null> {
  const row = await db.appendix.findFirst({ where });
  return row && { name: row.title, values: { title: row.title, datedOn: typedDay(row.datedOn) } };
}

async function readRate(db: Db, where: StandingPart, language: Language): Promise<Known | null> {
  const row = await db.hourRate.findFirst({ where });
  if (!row) return null;
  const validFrom = toIsoDate(row.validFrom);
  const rateOre = typedKronor(Number(row.rateOre), language);
  return { name: validFrom, values: { validFrom, rateOre } };
}

function typedDay(date: Date | null): string {
  return date === null ? "" : toIsoDate(date);
}

/** A form without values of its own, for a project that the viewer may set up. */
export async function showConfirmForm(db: Db, viewer: Viewer, code: string) {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  return { project, submissionId: crypto.randomUUID() };
}
