import type { Viewer } from "~/features/access/viewer";
import {
  coreElementStretches,
  type CoreElement,
} from "~/features/competence/catalogue/core-elements.queries.server";
import {
  findCompetence,
  listCompetences,
} from "~/features/competence/catalogue/competences.queries.server";
import type { Db } from "~/platform/db.server";
import { homesOf } from "~/features/organisation/homes.queries.server";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { personChoice } from "~/features/organisation/names/person-name";
import { addDays, type IsoDate } from "~/terms/day";
import type { OpenPeriod } from "~/terms/period";
import { findPeople, type FoundPerson } from "./find-people.queries.server";
import { earlierHandOver, type EarlierHandOver } from "./earlier-hand-over.queries.server";
import { projectsForHours, type HandOverProject } from "./hand-over-projects.queries.server";
import { teachingRecords } from "../history/teaching-records.queries.server";
import { mayPassOn, trainerRefusalOn, type TrainerRefusal } from "../rules/valid-trainer";

/** Whether the viewer may hand a competence on today, and if not, why. */
export type Standing = "cleared" | TrainerRefusal;

type Person = ReturnType<typeof personChoice>;
export type PersonChoice = Person & { hasLearned: boolean };

export type HandOverFormView = {
  submissionId: string;
  today: IsoDate;
  /** All of the authority's, in Swedish order of name. */
  competences: { code: string; name: string; standing: Standing }[];
  /** What the form is for; null until one is chosen. */
  chosen: {
    id: string;
    code: string;
    name: string;
    standing: Standing;
    /** Cleared, somebody who enters for others, or who corrects what they handed on themselves. */
    mayEnter: boolean;
    /** Of whatever day: the form shows those of the day that is chosen. */
    elements: (CoreElement & OpenPeriod)[];
    trainers: PersonChoice[];
    learners: PersonChoice[];
    projects: { id: string; codes: string[]; name: string }[];
    /** The id of where the hours of today go unless somebody says otherwise; empty for nowhere. */
    defaultProject: string;
  } | null;
  self: Person | null;
  /** Managers enter for their people, also what they can't teach themselves. */
  entersForOthers: boolean;
  /** The hand-over to enter anew. */
  earlier: EarlierHandOver | null;
  /** What was searched for among all colleagues, the latest last, and who was found. */
  found: { query: string; people: FoundPerson[] }[];
};

export type HandOverFormQuery = {
  /** A code that a competence has or has had. */
  code: string | null;
  from: string | null;
  /** Names to search for among all colleagues, the latest last. */
  colleagues?: string[];
  today: IsoDate;
};

/**
 * The form of a hand-over for one competence: that of the address, that of the hand-over to enter
 * anew, or the first that the viewer may hand on.
 */
export async function showHandOverForm(
  db: Db,
  viewer: Viewer,
  { code, from, colleagues = [], today }: HandOverFormQuery,
): Promise<HandOverFormView> {
  const earlier = from === null ? null : await earlierHandOver(db, viewer, from);
  const all = await listCompetences(db, viewer);
  const standings = await standingsOf(db, viewer, { ids: all.map(({ id }) => id), today });
  const competences = all.map(({ id, code, name }) => ({
    id,
    code,
    name,
    standing: standings.get(id) ?? "not-acquired",
  }));
  const named = code === null ? null : await findCompetence(db, viewer, code);
  const wanted = code === null ? earlier?.competenceId : (named?.id ?? null);
  const chosen = competences.find(({ id, standing }) =>
    wanted === undefined ? standing === "cleared" : id === wanted,
  );
  return {
    submissionId: crypto.randomUUID(),
    today,
    competences: competences.map(({ code, name, standing }) => ({ code, name, standing })),
    chosen: chosen ? await choicesFor(db, viewer, { competence: chosen, earlier, today }) : null,
    self: await selfOf(db, viewer),
    entersForOthers: entersForOthers(viewer),
    earlier,
    found: await findEach(db, viewer, { colleagues, today }),
  };
}

function entersForOthers({ managedUnitIds }: Viewer): boolean {
  return managedUnitIds.length > 0;
}

/** As many searches as a form keeps: a hand-over has few people from elsewhere. */
const mostSearches = 5;

async function findEach(
  db: Db,
  viewer: Viewer,
  { colleagues, today }: { colleagues: string[]; today: IsoDate },
): Promise<HandOverFormView["found"]> {
  const queries = new Set(colleagues.map((name) => name.trim().slice(0, 80)).filter(Boolean));
  return Promise.all(
    [...queries]
      .slice(-mostSearches)
      .map(async (query) => ({ query, people: await findPeople(db, viewer, { query, today }) })),
  );
}

async function standingsOf(
  db: Db,
  { personId }: Viewer,
  { ids, today }: { ids: string[]; today: IsoDate },
): Promise<Map<string, Standing>> {
  if (!personId) return new Map();
  const recordOf = await teachingRecords(db, {
    competenceIds: ids,
    personIds: [personId],
    asOf: today,
  });
  return new Map(
    ids.map((id) => [id, trainerRefusalOn(today, recordOf(id, personId)) ?? "cleared"]),
  );
}

async function selfOf(db: Db, viewer: Viewer) {
  if (!viewer.personId) return null;
  const names = await namesOf(db, [viewer.personId], viewer.today);
  return personChoice(viewer.personId, names.get(viewer.personId));
}

type Competence = { id: string; code: string; name: string; standing: Standing };

async function choicesFor(
  db: Db,
  viewer: Viewer,
  {
    competence,
    earlier,
    today,
  }: { competence: Competence; earlier: EarlierHandOver | null; today: IsoDate },
): Promise<NonNullable<HandOverFormView["chosen"]>> {
  const { id } = competence;
  const unitIds = [...new Set([...viewer.unitIds, ...viewer.managedUnitIds])];
  const [elements, colleagues, projects] = await Promise.all([
    coreElementStretches(db, id),
    colleaguesIn(db, { unitIds, today }),
    projectsForHours(db, viewer, {
      competenceId: id,
      from: addDays(today, -lateEntryDays),
      to: today,
      held: earlier?.projectId ?? null,
    }),
  ]);
  const recordOf = await teachingRecords(db, {
    competenceIds: [id],
    personIds: colleagues.map((person) => person.id),
    asOf: today,
  });
  const people = colleagues.map((person) => ({
    ...person,
    hasLearned: recordOf(id, person.id).acquiredOn !== null,
  }));
  const isCarrier = (personId: string) => mayPassOn(today, recordOf(id, personId));
  const isOwnCorrection =
    earlier?.isWithdrawn === true &&
    earlier.competenceId === id &&
    earlier.trainers.some((trainer) => trainer.id === viewer.personId);
  return {
    ...competence,
    mayEnter: competence.standing === "cleared" || entersForOthers(viewer) || isOwnCorrection,
    elements,
    trainers: people.filter((person) => isCarrier(person.id) || person.id === viewer.personId),
    // Those who have it still to learn come first.
    learners: people
      .filter((person) => person.id !== viewer.personId)
      .sort((a, b) => Number(a.hasLearned) - Number(b.hasLearned)),
    projects: projects.map(({ id, codes, name }) => ({ id, codes, name })),
    defaultProject: projectOfToday(projects)?.id ?? "",
  };
}

function projectOfToday(projects: HandOverProject[]): HandOverProject | undefined {
  return projects.find(({ isForCompetence, takesLastDay }) => isForCompetence && takesLastDay);
}

/** How long after a project's end its last hand-overs can still be entered. */
const lateEntryDays = 180;

/** As many as a list to tick can hold; a search finds the rest. */
const mostColleagues = 150;

async function colleaguesIn(
  db: Db,
  { unitIds, today }: { unitIds: string[]; today: IsoDate },
): Promise<Person[]> {
  const people = await db.$queryRaw<{ id: string }[]>`
    select person.id from people() person
    where person.id in (select person_id from staff_on(${today}::date)
      where unit_id = any(${unitIds}::uuid[]))
    order by person.family_name, person.given_name, person.id
    limit ${mostColleagues}`;
  const ids = people.map(({ id }) => id);
  const [homes, names] = await Promise.all([homesOf(db, ids, today), namesOf(db, ids, today)]);
  // In one's own unit alone its name tells nobody apart.
  const isOneUnit = new Set([...homes.values()].map(({ unit }) => unit.id)).size === 1;
  return ids.map((id) =>
    personChoice(id, names.get(id), isOneUnit ? undefined : homes.get(id)?.unit.name),
  );
}
