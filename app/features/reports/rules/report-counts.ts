import type { Counted, PartyHoursSpending, PartyRole, ReportCascade, ReportMethod } from "./report";

/** What a count has grown by since the period began, and all of it. */
export function counted(accumulated: number, before: number): Counted {
  return { thisPeriod: accumulated - before, accumulated };
}

type Party = {
  partnerId: string | null;
  name: string;
  role: PartyRole;
  minutes: number;
  amountOre: number;
};

/** Each party's own hours before the period and in it, from its hours until two days. */
export function partyHoursOf(
  now: readonly Party[],
  before: readonly Party[],
): PartyHoursSpending[] {
  const earlier = new Map(before.map((party) => [party.partnerId, party]));
  return now.map(({ partnerId, name, role, minutes, amountOre }) => {
    const { minutes: previousMinutes = 0, amountOre: previousOre = 0 } =
      earlier.get(partnerId) ?? {};
    return {
      name,
      role,
      previousMinutes,
      thisPeriodMinutes: minutes - previousMinutes,
      accumulatedMinutes: minutes,
      previousOre,
      thisPeriodOre: amountOre - previousOre,
      accumulatedOre: amountOre,
    };
  });
}

type MethodThen = Pick<
  ReportMethod,
  "code" | "name" | "reach" | "activation" | "reproduction" | "generations"
> & { handOvers: number; minutes: number; trainedPeople: number };

type CascadeThen = {
  methods: readonly MethodThen[];
  reachPercent: number | null;
  handOvers: number;
  minutes: number;
};

/** A project's cascade when the period's figures end, against when it began. */
export function reportCascadeOf(now: CascadeThen, before: CascadeThen): ReportCascade {
  const earlier = new Map(before.methods.map((method) => [method.code, method]));
  return {
    methods: now.methods.map((method) => reportMethodOf(method, earlier.get(method.code))),
    reachPercentBefore: before.reachPercent,
    reachPercent: now.reachPercent,
    handOvers: counted(now.handOvers, before.handOvers),
    minutes: counted(now.minutes, before.minutes),
  };
}

function reportMethodOf(now: MethodThen, before: MethodThen | undefined): ReportMethod {
  const { code, name, reach, activation, reproduction, generations } = now;
  return {
    ...{ code, name, reach, activation, reproduction, generations },
    reachBefore: before?.reach ?? { ...reach, numerator: 0, beside: 0 },
    handOvers: counted(now.handOvers, before?.handOvers ?? 0),
    minutes: counted(now.minutes, before?.minutes ?? 0),
    trainedPeople: counted(now.trainedPeople, before?.trainedPeople ?? 0),
  };
}
