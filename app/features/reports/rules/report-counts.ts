import { percentOf, shareOf } from "~/terms/share";
import type { ClockSums } from "./clock";
import { inMinutes, inOre, type ReportClock } from "./report-clock";
import { rowsOf, type ReportRow } from "./report-row";
import type { PartyHoursSpending, PartyRole, ReportCascade, ReportMethod } from "./report";

type Party = { partnerId: string | null; name: string; role: PartyRole };

/**
 * Each party's own hours; the owner's are its partner's, if it is one, and our own people's. `told`
 * are the parties of the report's base, as they were: what it told of the owner stays theirs. One
 * that is none any more stands after the others, with what it was told to have.
 */
export function partyHoursOf(
  parties: readonly Party[],
  { hoursOf }: Pick<ReportClock, "hoursOf">,
  told: readonly Party[] | null = null,
): PartyHoursSpending[] {
  const owner = ownerOf(parties);
  const ownerThen = told ? ownerOf(told) : owner;
  const ours = hoursOf(null);
  const isNow = new Set(parties.map(({ partnerId }) => partnerId));
  const gone = (told ?? []).filter(({ partnerId }) => !isNow.has(partnerId));
  const rows = [...parties, ...gone].map(({ partnerId, name, role }) => {
    const theirs = partnerId === null ? noHours : hoursOf(partnerId);
    const all = [theirs];
    if (partnerId === ownerThen) all.push(mapped(ours, leaves));
    if (partnerId === owner) all.push(mapped(ours, arrives));
    return {
      ...{ partnerId, name, role },
      ...inMinutes(all.map(({ minutes }) => minutes).reduce(added, nothing)),
      ...inOre(all.map(({ ore }) => ore).reduce(added, nothing)),
    };
  });
  const hasHours = ({ previousMinutes, accumulatedMinutes }: PartyHoursSpending) =>
    previousMinutes !== 0 || accumulatedMinutes !== 0;
  return rows.filter((row) => isNow.has(row.partnerId) || hasHours(row));
}

function ownerOf(parties: readonly Party[]): string | null {
  return parties.find(({ role }) => role === "owner")?.partnerId ?? null;
}

const nothing: ClockSums = { previous: 0, changed: 0, thisPeriod: 0, late: 0 };
const noHours = { minutes: nothing, ore: nothing };

type Hours = typeof noHours;

function mapped({ minutes, ore }: Hours, change: (sums: ClockSums) => ClockSums): Hours {
  return { minutes: change(minutes), ore: change(ore) };
}

/** What was told of who was the owner then: all of it, and none of it any more. */
function leaves({ previous }: ClockSums): ClockSums {
  return { ...nothing, previous, changed: -previous };
}

/** All that there is, for who is the owner now: what was told of another is a change. */
function arrives({ previous, changed, thisPeriod, late }: ClockSums): ClockSums {
  return { previous: 0, changed: previous + changed, thisPeriod, late };
}

/** Whose own hours a project has: its partners', and its authority's where none of them owns it. */
export function partiesOf({ authority, partners }: Owned): Party[] {
  const parties = partners.map(({ id, name, role }) => ({ partnerId: id, name, role }));
  if (parties.some(({ role }) => role === "owner")) return parties;
  return [{ partnerId: null, name: authority, role: "owner" }, ...parties];
}

type Owned = {
  authority: string;
  partners: readonly { id: string; name: string; role: PartyRole }[];
};

/** The parties as a report's base told them; null where it told of none. */
export function toldPartiesOf(base: readonly ReportRow[] | null): Party[] | null {
  if (!base) return null;
  const [project] = rowsOf(base, "project");
  if (!project) return null;
  const partners = rowsOf(base, "partner").map(({ id, facts: { name, role } }) => ({
    ...{ id, name },
    role: partyRoles[role] ?? "partner",
  }));
  return partiesOf({ authority: project.facts.owner, partners });
}

const partyRoles: Record<string, PartyRole> = {
  owner: "owner",
  coordinator: "coordinator",
  partner: "partner",
};

function added(a: ClockSums, b: ClockSums): ClockSums {
  return {
    previous: a.previous + b.previous,
    changed: a.changed + b.changed,
    thisPeriod: a.thisPeriod + b.thisPeriod,
    late: a.late + b.late,
  };
}

type MethodNow = Pick<
  ReportMethod,
  "code" | "name" | "reach" | "activation" | "reproduction" | "generations"
> & { competenceId: string; handOvers: number; besidePeople: number };

type MethodClock = Pick<
  ReportClock,
  "handOvers" | "handOverMinutes" | "trainedPeople" | "reachChange"
>;

type CascadeNow = { methods: readonly MethodNow[]; reachPercent: number | null };

/** A project's cascade when the period's figures end, against what was told when it began. */
export function reportCascadeOf(now: CascadeNow, clock: MethodClock): ReportCascade {
  const { numerator, denominator } = clock.reachChange(null).then;
  const before = shareOf(numerator, denominator);
  return {
    methods: now.methods.map((method) => reportMethodOf(method, clock)),
    reachPercentBefore: before && percentOf(before, { decimals: 1 }),
    reachPercent: now.reachPercent,
    handOvers: clock.handOvers(null),
    minutes: clock.handOverMinutes(null),
  };
}

function reportMethodOf(
  now: MethodNow,
  { handOvers, handOverMinutes, trainedPeople, reachChange }: MethodClock,
): ReportMethod {
  const { competenceId, code, name, reach, activation, reproduction, generations, besidePeople } =
    now;
  const inCircle = generations.reduce((sum, generation) => sum + generation.handOvers, 0);
  const { then, came, left } = reachChange(now.competenceId);
  return {
    ...{ competenceId, code, name, reach, activation, reproduction, generations },
    ...{ reachBefore: then, reachCame: came, reachLeft: left },
    handOvers: handOvers(now.competenceId),
    handOversBeside: inCircle - now.handOvers,
    minutes: handOverMinutes(now.competenceId),
    trainedPeople: trainedPeople(now.competenceId),
    besidePeople,
  };
}
