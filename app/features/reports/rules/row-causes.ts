import type { Act } from "./act";
import { canChange, changesLineage } from "./answers";
import type { ChangedRow } from "./changed-row";
import { factsThatDiffer } from "./differing-facts";
import type { ReportRow, RowKind } from "./report-row";
import type { TwinnedRow } from "./row-twins";

/** What a changed row hangs together with. */
export type Links = {
  /** The row itself, what it came from, and what it was first. */
  own: ReadonlySet<string>;
  /** The same of its state then alone. */
  gone: ReadonlySet<string>;
  /** The people of the row. */
  people: ReadonlySet<string>;
  /** The line, method or indicator that it is counted under. */
  under: ReadonlySet<string>;
  /** What has changed of the same people under the same method. */
  kin: ReadonlySet<string>;
  /** What has changed of anybody under the same method. */
  besides: ReadonlySet<string>;
  /** What has changed of a course's cost. */
  costs: ReadonlySet<string>;
  /** The acts by which own hours of its day were booked anew. */
  rebookings: ReadonlySet<string>;
  project: string;
  /** The unit and the authority of the project. */
  places: ReadonlySet<string>;
};

type Cause = (act: Act) => boolean;

/** The facts that are others; null of a row that has come or gone. */
type Facets = readonly string[] | null;

/**
 * The latest of the nearest acts that can have made a row what it is now, of acts that stand with the
 * latest first: on the row's own record, then on what its value is derived from, by the facts that
 * are others. An act that changes none of these is no cause, however near and late it is; undefined
 * where no act is one.
 */
export function actBehind<Found extends Act>(
  row: TwinnedRow,
  links: Links,
  acts: readonly Found[],
): Found | undefined {
  // What has gone is by who took it away before it is by who has put something in its place.
  const replaces = ({ named }: Act) => links.gone.has(named.replaces ?? "");
  const ofGone = row.hasGone ? causesOf(row, { ...links, own: links.gone }) : [];
  const nearest = ofGone.map((isCause) => but(isCause, replaces));
  for (const isCause of [...nearest, ...causesOf(row, links)]) {
    const found = acts.find(isCause);
    if (found) return found;
  }
  return undefined;
}

/** What an act must be to be a cause, the nearest first. */
function causesOf(row: TwinnedRow, links: Links): Cause[] {
  const facts = factsThatDiffer(row);
  const isOnly = (...names: string[]) =>
    facts !== null && facts.length > 0 && facts.every((fact) => names.includes(fact));
  const has = actsOn(row, links);
  switch (row.kind) {
    case "cost":
      return isOnly("under") ? [has.placing, has.own] : [but(has.own, has.placing), has.own];
    case "own-hours":
      return isOnly("amountOre", "rateOre") ? [has.rebooking, has.own] : [has.own];
    case "training":
      return isOnly("costOre") ? [has.costs, has.own] : [has.own];
    case "hand-over":
      if (facts === null) return [has.own, both(has.freezing, comesOrGoes(row)), has.lineage];
      return isOnly("possible", "delivered") ? [has.elements, has.own] : [has.own, has.lineage];
    case "part":
      return [has.own, has.lineage];
    case "group":
      if (facts === null) return [has.freezing];
      if (isOnly("leftOn", "isReached") && facts.includes("leftOn")) return [has.moves];
      return [...leaving(facts, has), has.kin, has.attesting, has.lineage];
    case "acquired":
      if (isOnly("leftOn", "isActive")) return [has.moves];
      if (isOnly("mayTeach")) return [has.attesting, has.kin, has.lineage];
      return causesOfAcquired(facts, has);
    case "method":
      return facts === null ? [has.use] : [has.changing(facts, row.kind)];
    case "target":
      return [has.targets];
    case "line":
      return [has.changing(facts, row.kind), ...(row.then ? [] : [has.template])];
    case "budget":
      return [has.amounts];
    case "grant":
      return [has.changing(facts, row.kind), has.funder(row.now)];
    case "project":
      return [has.changing(facts, row.kind), has.place(facts)];
    case "ledger":
      return [has.reading];
    case "indicator":
    case "decision":
    case "phase":
    case "partner":
    case "appendix":
      return [has.changing(facts, row.kind)];
    case "measurement":
      return [has.own, has.withdrawal];
  }
}

function causesOfAcquired(facts: Facets, has: ReturnType<typeof actsOn>): Cause[] {
  const learning = [has.own, has.kin, has.attesting];
  if (facts === null) return [...learning, has.moves, has.freezing, has.lineage];
  if (facts.includes("inGroup")) return [has.freezing, ...learning, has.moves, has.lineage];
  const near = facts.includes("isBeside") ? [has.moves] : [];
  return [...leaving(facts, has), ...learning, has.lineage, ...near];
}

/** Whether somebody has left follows from where they work alone, and the rest not from that. */
function leaving(facts: readonly string[], has: ReturnType<typeof actsOn>): Cause[] {
  return facts.includes("leftOn") || facts.includes("isActive") ? [has.moves] : [];
}

/** The acts on what a row hangs together with. */
function actsOn(row: TwinnedRow, links: Links) {
  const { own, people, under, kin, besides, costs, rebookings, project, places } = links;
  const isUnder = ({ named }: Act) => under.has(named.competenceId ?? "");
  const isAttesting = ({ type }: Act) => type === "attestation";
  return {
    own: (act: Act) => isOn(act, own) && canChange(act, row, people),
    placing: (act: Act) => act.action === "cost.place" && own.has(act.subject),
    costs: (act: Act) => isOn(act, costs),
    kin: (act: Act) => isOn(act, kin) && canChange(act, row, people),
    rebooking: (act: Act) => rebookings.has(act.subject),
    freezing: (act: Act) =>
      act.type === "frozen-group" && isUnder(act) && act.named.projectId === project,
    moves: ({ action, subject, changed }: Act) =>
      /^person\.(?!look)/.test(action) &&
      people.has(subject) &&
      (changed === null || changed.includes("placements")),
    attesting: (act: Act) =>
      isAttesting(act) &&
      people.has(act.named.personId ?? "") &&
      (act.named.competenceId === undefined || isUnder(act)),
    lineage: (act: Act) =>
      (((act.type === "hand-over" || isAttesting(act)) && isUnder(act)) || isOn(act, besides)) &&
      changesLineage(act),
    elements: ({ type, subject, changed }: Act) =>
      type === "competence" && under.has(subject) && (changed ?? []).includes("coreElements"),
    use: (act: Act) =>
      changesLineage(act) &&
      (isOn(act, besides) ||
        (act.named.projectId === project &&
          ["frozen-group", "hand-over"].includes(act.type) &&
          isUnder(act))),
    targets: ({ type, subject, changed }: Act) =>
      /^indicators?$/.test(type) && under.has(subject) && isAmong(changed, ["targets"]),
    withdrawal: ({ action, subject }: Act) => action === "indicator.withdraw" && under.has(subject),
    amounts: ({ type, subject, changed }: Act) =>
      /^(?:budget-line|lines)$/.test(type) && under.has(subject) && isAmong(changed, ["amounts"]),
    template: ({ action, subject }: Act) =>
      action === "budget-line.template" && subject === project,
    reading: ({ action, subject, named }: Act) =>
      (action === "ledger.import" && subject === project) ||
      (action === "import.withdraw" && named.projectId === project),
    place:
      (facts: Facets): Cause =>
      ({ type, subject, changed }) =>
        places.has(subject) &&
        (facts ?? []).some((fact) => {
          const told = placeFacts[type]?.[fact];
          return told !== undefined && isAmong(changed, [told]);
        }),
    funder:
      (now: ReportRow | null): Cause =>
      ({ type, named }) =>
        type === "funder" && now?.kind === "grant" && named.name === now.facts.funder,
    changing:
      (facts: Facets, kind: RowKind): Cause =>
      (act) => {
        const isOfIt = own.has(act.subject) && act.type !== "import" && !isRead(act);
        return isOfIt && (facts === null || isAmong(act.changed, facts.map(toldAs(kind))));
      },
  };
}

/** A ledger is noted at its project, and changes nothing of what that says of itself. */
function isRead({ action }: Act): boolean {
  return action === "ledger.import" || action === "budget-line.template";
}

/** An act on one of some, or by which an import brought it or something took its place. */
function isOn({ action, type, subject, named }: Act, ids: ReadonlySet<string>): boolean {
  if (type === "import" && !["training.import", "import.withdraw"].includes(action)) return false;
  const { importId = "", replaces = "" } = named;
  return ids.has(subject) || ids.has(importId) || ids.has(replaces);
}

/** A frozen group brings what is beside the project; the same taken back takes it away. */
function comesOrGoes({ now }: ChangedRow): Cause {
  return ({ action }) => action === (now ? "group.freeze" : "group.withdraw");
}

function both(cause: Cause, other: Cause): Cause {
  return (act) => cause(act) && other(act);
}

function but(cause: Cause, other: Cause): Cause {
  return (act) => cause(act) && !other(act);
}

/** Whether an act may have changed one of some facts; null of one that the trail never tells. */
function isAmong(changed: Act["changed"], facts: readonly (string | null)[]): boolean {
  return changed === null || facts.some((fact) => fact === null || changed.includes(fact));
}

/** What the trail calls the facts of a row. */
function toldAs(kind: RowKind): (fact: string) => string | null {
  const names: Record<string, string> = { ...trailNames, day: dayFacts[kind] ?? "day" };
  return (fact) => (untold[kind]?.includes(fact) ? null : (names[fact] ?? fact));
}

const untold: Partial<Record<RowKind, readonly string[]>> = {
  ...{ project: ["purpose"], indicator: ["name"], line: ["place"] },
};

const dayFacts: Partial<Record<RowKind, string>> = {
  ...{ project: "startsOn", phase: "startsOn", decision: "decidedOn", appendix: "datedOn" },
  ...{ grant: "grantedOn", indicator: "baselineOn" },
};

const trailNames: Record<string, string> = {
  ...{ lastDay: "endsOn", unit: "unitId", grant: "grantId", higherIsBetter: "direction" },
};

/** What the project's row says of its unit and authority. */
const placeFacts: Record<string, Record<string, string>> = {
  unit: { unit: "name" },
  authority: { orgNumber: "orgNumber" },
};
