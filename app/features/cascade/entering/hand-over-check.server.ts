import type { Viewer } from "~/features/access/viewer";
import { findCompetence } from "~/features/competence/catalogue/competences.queries.server";
import { coreElementsOn } from "~/features/competence/catalogue/core-elements.queries.server";
import { isCalled } from "~/features/funding/rules/called";
import { employedOn } from "~/features/organisation/employed";
import type { Stretch } from "~/features/organisation/stretches";
import { stretchesOf } from "~/features/organisation/stretches.queries.server";
import type { Transaction } from "~/platform/db.server";
import { FieldError, type Sentence } from "~/platform/field-error";
import { only } from "~/platform/only";
import type { IsoDate } from "~/terms/day";
import { handOversInReach } from "../hand-overs/reachable-hand-overs.server";
import { projectsForHours } from "./hand-over-projects.queries.server";
import { canEnter } from "../hand-overs/hand-overs.policy";
import type { HandOverEntry } from "../hand-overs/hand-overs.schema";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { partsKept, type TakenBack } from "../rules/correction";
import { teachingRecords } from "../history/teaching-records.queries.server";
import { trainerRefusalOn, type TrainerRefusal } from "../rules/valid-trainer";

/** An entry whose every name stands for something that may be in a hand-over. */
export type CheckedHandOver = {
  competence: { id: string; name: string };
  trainerIds: string[];
  learnerIds: string[];
  projectId: string | null;
};

type Checking = {
  entry: HandOverEntry;
  /** The hand-over that the form was filled in from. */
  from: string | null;
  /** The same, where it has been taken back and this is its correction. */
  corrected: TakenBack | null;
  today: IsoDate;
};

/**
 * Holds an entered hand-over against what is known today. Throws a `FieldError` that names every
 * field at fault: an unknown competence, a day that hasn't come, somebody unknown, named twice or
 * not employed on the day, a trainer among the learners, a trainer who may not teach, core
 * elements that weren't the method's on the day, a project that can't take the hours. Who was in
 * what is corrected, that day, may stay in it, and its trainers need not be cleared any more.
 */
export async function checkHandOver(
  tx: Transaction,
  viewer: Viewer,
  { entry, from, corrected, today }: Checking,
): Promise<CheckedHandOver> {
  const competence = await findCompetence(tx, viewer, entry.competence);
  if (!competence) throw new FieldError({ competence: { key: "cascade.errors.competence" } });
  const people = await findPeople(tx, viewer, entry);
  const kept = partsKept(corrected, { competence: competence.id, date: entry.heldOn });
  const faults: Record<string, Sentence> = {
    ...(entry.heldOn > today && { heldOn: { key: "cascade.errors.future" } }),
    ...peopleFaults(people, kept, entry.heldOn),
    ...(await elementsFault(tx, competence.id, entry)),
  };
  if (!faults.trainers) {
    const fault = trainersOwnFault(viewer, people.trainers);
    if (fault) faults.trainers = fault;
  }
  if (!faults.trainers && !faults.heldOn) {
    const trainers = people.trainers.found.filter(({ id }) => !kept.trainers.includes(id));
    const refused = await refusedTrainers(tx, {
      ...{ competence, trainers, heldOn: entry.heldOn, today },
    });
    if (refused) faults.trainers = refused;
  }
  const project = await findProject(tx, viewer, { competenceId: competence.id, entry, from });
  if (project === "unknown") faults.project = { key: "cascade.errors.project" };
  if (project === "unknown" || Object.keys(faults).length > 0) throw new FieldError(faults);
  return {
    competence,
    trainerIds: people.trainers.ids,
    learnerIds: people.learners.ids,
    projectId: project,
  };
}

type NamedPerson = {
  id: string;
  name: string;
  unitIds: string[];
  stretches: Stretch[];
};
/** The ids of one field as they were sent, and the people found by them. */
type NamedPeople = { ids: string[]; found: NamedPerson[] };
type Participants = { trainers: NamedPeople; learners: NamedPeople };

async function findPeople(
  tx: Transaction,
  viewer: Viewer,
  entry: HandOverEntry,
): Promise<Participants> {
  const own = viewer.personId ? [viewer.personId] : [];
  const trainers = entry.trainers.length > 0 ? entry.trainers : own;
  const rows = await tx.$queryRaw<{ id: string; unitIds: string[] }[]>`
    select person.id, array(select unit_id from seen_through(${viewer.today}::date) seen
      where seen.person_id = person.id) as "unitIds"
    from people() person
    where person.authority_id = ${viewer.authorityId}::uuid
      and person.id = any(${[...trainers, ...entry.learners]}::uuid[])`;
  const ids = rows.map(({ id }) => id);
  const [names, stretches] = await Promise.all([
    namesOf(tx, ids, viewer.today),
    stretchesOf(tx, ids),
  ]);
  const known = new Map(
    rows.map(({ id, unitIds }) => {
      const name = nameWithNote(names.get(id));
      return [id, { id, name, unitIds, stretches: stretches.get(id) ?? [] }] as const;
    }),
  );
  const foundIn = (ids: string[]) => ({ ids, found: ids.flatMap((id) => known.get(id) ?? []) });
  return { trainers: foundIn(trainers), learners: foundIn(entry.learners) };
}

function peopleFaults(
  { trainers, learners }: Participants,
  kept: ReturnType<typeof partsKept>,
  heldOn: IsoDate,
): Record<string, Sentence> {
  const trainersFault = fieldFault(trainers, kept.trainers, heldOn);
  const learnersFault =
    fieldFault(learners, kept.learners, heldOn) ?? trainerAmongLearners(trainers, learners);
  return {
    ...(trainersFault && { trainers: trainersFault }),
    ...(learnersFault && { learners: learnersFault }),
  };
}

function fieldFault(
  { ids, found }: NamedPeople,
  kept: readonly string[],
  heldOn: IsoDate,
): Sentence | undefined {
  if (ids.length === 0) return { key: "cascade.errors.chooseTrainer" };
  if (found.length < ids.length) return { key: "cascade.errors.unknownPerson" };
  const twice = found.find((person, index) => found.indexOf(person) !== index);
  if (twice) return { key: "cascade.errors.namedTwice", values: { name: twice.name } };
  const absent = found.find(
    ({ id, stretches }) => !kept.includes(id) && employedOn(stretches, heldOn) !== "then",
  );
  if (!absent) return undefined;
  const values = { name: absent.name, date: heldOn };
  return employedOn(absent.stretches, heldOn) === "before"
    ? { key: "cascade.errors.notJoined", values }
    : { key: "cascade.errors.hasLeft", values };
}

function trainerAmongLearners(trainers: NamedPeople, learners: NamedPeople): Sentence | undefined {
  const both = learners.found.find(({ id }) => trainers.ids.includes(id));
  return both && { key: "cascade.errors.trainerIsLearner", values: { name: both.name } };
}

async function elementsFault(
  tx: Transaction,
  competenceId: string,
  { elements, heldOn }: HandOverEntry,
): Promise<Record<string, Sentence>> {
  const ofDay = new Set((await coreElementsOn(tx, competenceId, heldOn)).map(({ id }) => id));
  if (elements.every((id) => ofDay.has(id))) return {};
  return { elements: { key: "cascade.errors.elements", values: { date: heldOn } } };
}

function trainersOwnFault(viewer: Viewer, { found }: NamedPeople): Sentence | undefined {
  const trainers = found.map(({ id, unitIds }) => ({ personId: id, unitIds }));
  return canEnter(viewer, trainers) ? undefined : { key: "cascade.errors.notYours" };
}

const refusals: Record<TrainerRefusal, string> = {
  "not-acquired": "cascade.errors.trainerHadNotLearned",
  "not-acquired-before": "cascade.errors.trainerHadNotLearned",
  "not-cleared": "cascade.errors.trainerNotCleared",
};

/** Those who may not teach for the first reason found, by their names. */
async function refusedTrainers(
  tx: Transaction,
  {
    competence,
    trainers,
    heldOn,
    today,
  }: {
    competence: { id: string; name: string };
    trainers: NamedPerson[];
    heldOn: IsoDate;
    today: IsoDate;
  },
): Promise<Sentence | undefined> {
  const recordOf = await teachingRecords(tx, {
    competenceIds: [competence.id],
    personIds: trainers.map(({ id }) => id),
    asOf: today,
  });
  const refused = trainers.flatMap((person) => {
    const reason = trainerRefusalOn(heldOn, recordOf(competence.id, person.id));
    return reason === null ? [] : [{ reason, name: person.name }];
  });
  const [first] = refused;
  if (!first) return undefined;
  const names = refused.filter(({ reason }) => reason === first.reason).map(({ name }) => name);
  return {
    key: refusals[first.reason],
    values: { names: names.join(", "), competence: competence.name, date: heldOn },
  };
}

/**
 * The project's id, null for none; that of the hand-over which is entered anew may always be kept.
 * Where the form had no such field, the competence decides.
 */
async function findProject(
  tx: Transaction,
  viewer: Viewer,
  {
    competenceId,
    entry,
    from,
  }: { competenceId: string; entry: HandOverEntry; from: string | null },
): Promise<string | null | "unknown"> {
  if (entry.project === "") return null;
  const { heldOn } = entry;
  const earlier = await tx.handOver.findFirst({
    where: { AND: [{ id: only(from) }, handOversInReach(viewer)] },
    select: { projectId: true },
  });
  const projects = await projectsForHours(tx, viewer, {
    ...{ competenceId, from: heldOn, to: heldOn },
    held: earlier?.projectId ?? null,
  });
  if (entry.project === undefined) {
    return projects.find(({ isForCompetence }) => isForCompetence)?.id ?? null;
  }
  const { project } = entry;
  const named = projects.find((each) => each.id === project || isCalled(each, project));
  return named?.id ?? "unknown";
}
