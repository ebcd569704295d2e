import { percentOf, shareOf } from "~/terms/share";
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
