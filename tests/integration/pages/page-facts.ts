import fc from "fast-check";
import type { Level } from "~/terms/level";
import type { IsoDate } from "~/terms/day";
import type { OpenPeriod, Period } from "~/terms/period";
import {
  anyDay,
  anyFacts,
  anyPeriod,
  competenceKeys,
  dayOf,
  periods,
  personKeys,
  unitKeys,
  withMistakes,
  type CompetenceKey,
  type Facts,
  type PersonKey,
  type UnitKey,
} from "../competence/random-facts";
import { anyPlans, type PlanFacts } from "./plan-facts";

// What a small authority has recorded, on few days, so that facts meet at their edges.

/** `near` is run by the unit `left`, `far` by the one above all. */
export const projectUnits = { near: "left", far: "top" } as const satisfies Record<string, UnitKey>;
export type ProjectKey = keyof typeof projectUnits;
export const projectKeys = ["near", "far"] as const;

/** Of each project: two that are paid, one of own hours, and one of either kind that was removed. */
export const lineKeys = ["granted", "cash", "hours", "removed", "spare"] as const;
export type LineKey = (typeof lineKeys)[number];

export type CourseFact = {
  person: PersonKey;
  kind: "course" | "import";
  status: "submitted" | "returned" | "approved" | "declined" | "withdrawn";
  competence: CompetenceKey | null;
  heldOn: IsoDate;
  minutes: number;
  /** Paid on a project's line, or logged for it without one. */
  project: ProjectKey | null;
  line: LineKey | null;
  costOre: number;
  costWithdrawn: boolean;
  /** So many days later than it was held. */
  bookedAfter: number;
  /** By a row of its project's voucher. */
  invoiced: boolean;
  confirms: { level: Level; observed: boolean; withdrawn: boolean } | null;
  plan: { colleagues: number; dueOn: IsoDate } | null;
  /** Without a plan: what alone makes none. */
  hint: "colleagues" | "dueOn";
  /** The course after it has taken its place. */
  replaced: boolean;
};

export type HandOverFact = {
  competence: CompetenceKey;
  heldOn: IsoDate;
  minutes: number;
  givesLevel: 1 | 2 | 3;
  project: ProjectKey | null;
  trainers: PersonKey[];
  learners: { person: PersonKey; answer: "yes" | "no" | null; on: IsoDate; hours: NewHours }[];
  /** Of the core elements of the day, at most so many. */
  delivered: number;
  withdrawn: boolean;
  /** It is the correction of the one before it. */
  corrects: boolean;
  /** The hours that it was entered with, where those of what it corrects count still. */
  enteredMinutes: number | null;
};

/** What a learner who has said yes is asked about new hours, and whether they have said no to them. */
type NewHours = "asked" | "declined" | null;

/** Whether a hand-over that stands waits for a learner's word. */
export function isAwaited({ answer, hours }: HandOverFact["learners"][number]): boolean {
  return answer === null || (answer === "yes" && hours === "asked");
}

export type PageFacts = Facts & {
  elements: (OpenPeriod & { withdrawn: boolean; competence: CompetenceKey })[];
  projects: Record<ProjectKey, Period & { closedOn: IsoDate | null }>;
  groups: {
    project: ProjectKey;
    competence: CompetenceKey;
    frozenOn: IsoDate;
    members: PersonKey[];
  }[];
  rates: (OpenPeriod & { withdrawn: boolean; project: ProjectKey })[];
  handOvers: HandOverFact[];
  courses: CourseFact[];
  plans: PlanFacts;
  reports: (Period & { project: ProjectKey; dueOn: IsoDate; state: "draft" | "shared" | "gone" })[];
};

const person = fc.constantFrom(...personKeys);
const competence = fc.constantFrom(...competenceKeys);
const project = fc.constantFrom(...projectKeys);
const level = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 });
const pioneer: PersonKey = "cia";
/** Learns early from the pioneer, and may hand on: of what they teach comes a second generation. */
const follower: PersonKey = "dan";
const rarely = fc.nat(4).map((number) => number === 0);

const handOver = fc
  .record({
    ...{ competence, heldOn: anyDay, minutes: fc.constantFrom(60, 90, 120) },
    ...{ givesLevel: fc.constantFrom(1 as const, 2 as const, 3 as const) },
    project: fc.option(project, { freq: 4 }),
    // Often by who may teach from the first: otherwise few hand-overs count.
    trainers: fc.oneof(
      fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
      fc.constantFrom<PersonKey[]>([pioneer], [follower]),
    ),
    learners: fc.uniqueArray(
      fc.record({
        person,
        answer: fc.constantFrom(
          "yes" as const,
          "yes" as const,
          "yes" as const,
          "no" as const,
          null,
        ),
        ...{
          on: anyDay,
          hours: fc.constantFrom("asked" as const, "declined" as const, null, null),
        },
      }),
      { minLength: 2, maxLength: 4, selector: (learner) => learner.person },
    ),
    ...{ delivered: fc.nat(3), withdrawn: rarely, corrects: rarely },
    enteredMinutes: fc.constantFrom(150, null, null),
  })
  .map((held) => ({
    ...held,
    learners: held.learners.flatMap((learner) =>
      held.trainers.includes(learner.person)
        ? []
        : [{ ...learner, on: learner.on < held.heldOn ? held.heldOn : learner.on }],
    ),
  }))
  .filter(({ learners }) => learners.length > 0);

const toFollower = {
  ...{ heldOn: dayOf(0), minutes: 60, givesLevel: 2 as const, project: null },
  trainers: [pioneer],
  learners: [{ person: follower, answer: "yes" as const, on: dayOf(1), hours: null }],
  ...{ delivered: 1, withdrawn: false, corrects: false, enteredMinutes: null },
};

const course = fc
  .record({
    ...{ person, kind: fc.constantFrom("course" as const, "course" as const, "import" as const) },
    status: fc.constantFrom(
      ...(["submitted", "submitted", "approved", "approved", "approved"] as const),
      ...(["returned", "declined", "withdrawn"] as const),
    ),
    ...{ competence: some(competence), heldOn: anyDay, minutes: fc.constantFrom(30, 45, 60) },
    ...{ project: some(project), line: some(fc.constantFrom("granted", "cash", "removed")) },
    ...{ costOre: fc.integer({ min: 1, max: 900 }), costWithdrawn: rarely },
    ...{ bookedAfter: fc.nat(2), invoiced: fc.boolean() },
    hint: fc.constantFrom("colleagues" as const, "dueOn" as const),
    confirms: some(fc.record({ level, observed: fc.boolean(), withdrawn: rarely })),
    plan: some(fc.record({ colleagues: fc.integer({ min: 1, max: 2 }), dueOn: anyDay })),
    replaced: fc.nat(2).map((number) => number === 0),
  })
  .map((given): CourseFact => ({ ...given, line: given.project && given.line }));

const elements = fc
  .tuple(
    ...competenceKeys.flatMap((each) =>
      [1, 2].map(() => periods(fc.record({ competence: fc.constant(each) }), 2)),
    ),
  )
  .map((all) => all.flat());

const rates = fc
  .tuple(...projectKeys.map((each) => periods(fc.record({ project: fc.constant(each) }), 2)))
  .map((all) => all.flat());

/** Each of a project and a method now and then. */
const groups = fc
  .tuple(
    ...projectKeys.flatMap((ofProject) =>
      competenceKeys.map((of) =>
        fc.option(
          fc.record({
            ...{ project: fc.constant(ofProject), competence: fc.constant(of), frozenOn: anyDay },
            members: fc.subarray([...personKeys], { minLength: 1 }),
          }),
          { freq: 2 },
        ),
      ),
    ),
  )
  .map((all) => all.flatMap((group) => group ?? []));

const running = fc
  .tuple(anyPeriod, some(anyDay))
  .map(([days, closedOn]) => ({ ...days, closedOn }));

const report = fc
  .tuple(
    anyPeriod,
    project,
    anyDay,
    fc.constantFrom("draft" as const, "shared" as const, "gone" as const),
  )
  .map(([days, of, dueOn, state]) => ({ ...days, project: of, dueOn, state }));

/** What never was so, on days of its own: a place for everybody, and a requirement of every unit. */
const mistakes = fc.record({
  placements: fc.tuple(
    ...personKeys.map((one) =>
      fc
        .tuple(anyPeriod, fc.constantFrom(...unitKeys), fc.boolean())
        .map(([days, unit, isOpen]) => ({
          ...{ person: one, unit, withdrawn: true, startsOn: days.startsOn },
          endsBefore: isOpen ? null : days.endsBefore,
        })),
    ),
  ),
  requirements: fc.tuple(
    ...unitKeys.map((unit) =>
      fc.tuple(anyPeriod, competence, level).map(([days, of, asked]) => ({
        ...{ ...days, unit, competence: of, level: asked, withdrawn: true },
        ...{ minHolders: 2, minCarriers: 2, dueOn: null },
      })),
    ),
  ),
  rates: fc.tuple(
    ...projectKeys.map((each) =>
      anyPeriod.map((days) => ({ ...days, project: each, withdrawn: true })),
    ),
  ),
});

/** Now and then an hour of a project has its rate just before the project's days, or just after. */
function besideProject({ projects, rates: all, besides }: BesideFacts): PageFacts["rates"] {
  const { startsOn, endsBefore } = projects.far;
  const rate = { project: "far" as const, withdrawn: false };
  const others = all.filter(({ project: of }) => of !== "far");
  switch (besides) {
    case "after":
      return [...others, { ...rate, startsOn: endsBefore, endsBefore: null }];
    case "before":
      return [...others, { ...rate, startsOn: "2013-01-01", endsBefore: startsOn }];
    case "within":
      return all;
  }
}
type BesideFacts = Pick<PageFacts, "projects" | "rates"> & {
  besides: "within" | "after" | "before";
};

/**
 * Everybody works, or has worked, somewhere; one of them has moved out of a manager's sight, and
 * perhaps left there, and one has perhaps never been in it.
 */
function withPlaces([{ placements: given, ...facts }, isApart, isGone]: [
  Facts,
  boolean,
  boolean,
]): Facts {
  const moved = { person: "dan" as const, withdrawn: false };
  const placements = [
    ...given.filter(({ person: one, unit, withdrawn }) =>
      isApart && one === "bo" && !withdrawn ? unit === "right" : one !== moved.person,
    ),
    { ...moved, unit: "leaf" as const, startsOn: dayOf(0), endsBefore: dayOf(4) },
    { ...moved, unit: "right" as const, startsOn: dayOf(4), endsBefore: isGone ? dayOf(7) : null },
  ];
  const placed = new Set(
    placements.flatMap(({ person: one, withdrawn }) => (withdrawn ? [] : [one])),
  );
  const added = personKeys
    .filter((one) => !placed.has(one))
    .map((one) => {
      const days = { startsOn: dayOf(2), endsBefore: dayOf(6) };
      const unit = isApart && one === "bo" ? ("right" as const) : ("leaf" as const);
      return { person: one, unit, withdrawn: false, ...days };
    });
  return { ...facts, placements: [...placements, ...added] };
}

export const anyPageFacts: fc.Arbitrary<PageFacts> = fc
  .record({
    facts: fc.tuple(anyFacts, fc.boolean(), fc.boolean()).map(withPlaces),
    elements: withMistakes(elements),
    projects: fc.record({ near: running, far: running }),
    ...{ groups, mistakes },
    pioneered: fc.subarray([...competenceKeys]),
    besides: fc.constantFrom("within" as const, "after" as const, "before" as const),
    rates: rates.map((all) => all.map((rate) => ({ ...rate, withdrawn: false }))),
    handOvers: fc.array(handOver, { minLength: 8, maxLength: 14 }),
    courses: fc.array(course, { minLength: 8, maxLength: 16 }),
    plans: anyPlans,
    reports: fc.array(report, { minLength: 2, maxLength: 6 }),
  })
  .map(({ facts, mistakes: wrong, besides, pioneered, ...more }) => ({
    placements: [...facts.placements, ...wrong.placements],
    requirements: [...facts.requirements, ...wrong.requirements],
    // What hand-overs have confirmed follows from these, and is told by them.
    attestations: [
      ...facts.attestations.filter(({ source }) => source !== "hand_over"),
      ...pioneered.map((of) => ({
        ...{ person: pioneer, competence: of, level: 4 as const, observed: false },
        ...{ source: "manager" as const, attestedOn: dayOf(-1), withdrawn: false },
      })),
      ...pioneered.map((of) => ({
        ...{ person: follower, competence: of, level: null, observed: true },
        ...{ source: "teach_back" as const, attestedOn: dayOf(1), withdrawn: false },
      })),
    ],
    ...more,
    handOvers: [
      ...more.handOvers.map((each, index, all) =>
        all[index + 1]?.corrects ? { ...each, withdrawn: true } : each,
      ),
      ...pioneered.map((competence) => ({ ...toFollower, competence })),
    ],
    courses: more.courses.map((each, index, all) => {
      // A manager's own, which another must decide on.
      if (index === 0)
        return { ...each, person: "ann", kind: "course", status: "submitted", replaced: false };
      const replaced = each.replaced && index < all.length - 1;
      return replaced ? { ...each, replaced, status: "withdrawn" } : { ...each, replaced };
    }),
    ...{ rates: [...besideProject({ ...more, besides }), ...wrong.rates] },
  }));
