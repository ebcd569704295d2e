import type { ClockSums } from "./clock";
import { inMinutes, inOre, type ReportClock } from "./report-clock";
import type { PartyHoursSpending, PartyRole, ReportCascade, ReportMethod } from "./report";

type Party = { partnerId: string | null; name: string; role: PartyRole };

/** Each party's own hours; the owner's are its partner's, if it is one, and our own people's. */
export function partyHoursOf(
  parties: readonly Party[],
  { hoursOf }: Pick<ReportClock, "hoursOf">,
): PartyHoursSpending[] {
  const owner = parties.find(({ role }) => role === "owner");
  return parties.map(({ partnerId, name, role }) => {
    const ours = partnerId === owner?.partnerId ? hoursOf(null) : noHours;
    const theirs = partnerId === null ? noHours : hoursOf(partnerId);
    return {
      ...{ partnerId, name, role },
      ...inMinutes(added(theirs.minutes, ours.minutes)),
      ...inOre(added(theirs.ore, ours.ore)),
    };
  });
}

const nothing: ClockSums = { previous: 0, changed: 0, thisPeriod: 0, late: 0 };
const noHours = { minutes: nothing, ore: nothing };

function added(a: ClockSums, b: ClockSums): ClockSums {
  return {
    previous: a.previous + b.previous,
    changed: a.changed + b.changed,
    thisPeriod: a.thisPeriod + b.thisPeriod,
    late: a.late + b.late,
  };
}

type MethodThen = Pick<
  ReportMethod,
  "code" | "name" | "reach" | "activation" | "reproduction" | "generations"
> & { competenceId: string; handOvers: number; besidePeople: number };

type MethodClock = Pick<ReportClock, "handOvers" | "handOverMinutes" | "trainedPeople">;

type CascadeThen = { methods: readonly MethodThen[]; reachPercent: number | null };

/** A project's cascade when the period's figures end, against when it began. */
export function reportCascadeOf(
  now: CascadeThen,
  before: CascadeThen,
  clock: MethodClock,
): ReportCascade {
  const earlier = new Map(before.methods.map((method) => [method.code, method]));
  return {
    methods: now.methods.map((method) => reportMethodOf(method, earlier.get(method.code), clock)),
    reachPercentBefore: before.reachPercent,
    reachPercent: now.reachPercent,
    handOvers: clock.handOvers(null),
    minutes: clock.handOverMinutes(null),
  };
}

function reportMethodOf(
  now: MethodThen,
  before: MethodThen | undefined,
  { handOvers, handOverMinutes, trainedPeople }: MethodClock,
): ReportMethod {
  const { competenceId, code, name, reach, activation, reproduction, generations, besidePeople } =
    now;
  const inCircle = generations.reduce((sum, generation) => sum + generation.handOvers, 0);
  return {
    ...{ competenceId, code, name, reach, activation, reproduction, generations },
    reachBefore: before?.reach ?? { ...reach, numerator: 0, beside: 0 },
    handOvers: handOvers(now.competenceId),
    handOversBeside: inCircle - now.handOvers,
    minutes: handOverMinutes(now.competenceId),
    trainedPeople: trainedPeople(now.competenceId),
    besidePeople,
  };
}
