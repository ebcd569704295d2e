import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { percentOf, shareOf } from "~/terms/share";
import { spreadFigures, type SpreadFigures } from "../history/spread-figures.queries.server";
import type { Reach } from "../rules/reach";

/** One method of a project, as counts without names. */
export type MethodFigures = Omit<SpreadFigures, "carriersInGroup"> & {
  /** Counted hand-overs that were entered for the project, and how long they were together. */
  handOvers: number;
  minutes: number;
  /** See `trainedPeople` of the whole project. */
  trainedPeople: number;
};

export type ProjectCascadeFigures = {
  /** The methods with a frozen group in the project, in Swedish order of name. */
  methods: MethodFigures[];
  /**
   * Different people who learned one of the project's methods, outside or in a hand-over, from
   * the project's first day: of its groups, its unit (with those below) or its hand-overs.
   * A method is the project's by a frozen group or by a hand-over.
   */
  trainedPeople: number;
  /** People reached ÷ people in the groups, all groups together, 0 to 100 with one decimal; null
   * where nobody should learn anything. */
  reachPercent: number | null;
  /** Counted hand-overs that were entered for the project, and how long they were together. */
  handOvers: number;
  minutes: number;
};

/**
 * A project's cascade as of the end of a day, for reports and indicators: the figures of the same
 * rules and rows as its pages and files. The caller has made sure that the project is the
 * viewer's to see. Throws where there is no such project.
 */
export async function projectCascadeFigures(
  db: Db,
  projectId: string,
  asOf: IsoDate,
): Promise<ProjectCascadeFigures> {
  const [frozen, owned, trained] = [
    await frozenMethods(db, projectId),
    await ownHandOvers(db, { projectId, asOf }),
    await trainedIn(db, { projectId, asOf }),
  ];
  const figures = await spreadFigures(db, { competenceIds: frozen, group: { projectId }, asOf });
  const trainedPeople = new Set(trained.map(({ personId }) => personId)).size;
  return {
    methods: figures.map(({ carriersInGroup: _inGroup, ...method }) => {
      const own = owned.find(({ competenceId }) => competenceId === method.competenceId);
      const learned = trained.filter(({ competenceId }) => competenceId === method.competenceId);
      return {
        ...method,
        handOvers: own?.handOvers ?? 0,
        minutes: own?.minutes ?? 0,
        trainedPeople: learned.length,
      };
    }),
    trainedPeople,
    reachPercent: reachPercentOf(figures.map(({ reach }) => reach)),
    handOvers: sum(owned.map(({ handOvers }) => handOvers)),
    minutes: sum(owned.map(({ minutes }) => minutes)),
  };
}

async function frozenMethods(db: Db, projectId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select competence_id as id from frozen_methods(${projectId}::uuid)`;
  return rows.map(({ id }) => id);
}

type Asked = { projectId: string; asOf: IsoDate };

/** The counted hand-overs that were entered for the project, by method. */
function ownHandOvers(
  db: Db,
  { projectId, asOf }: Asked,
): Promise<{ competenceId: string; handOvers: number; minutes: number }[]> {
  return db.$queryRaw`
    select competence_id as "competenceId", count(*)::int as "handOvers",
      sum(minutes)::int as minutes
    from counted_for(${projectId}::uuid, ${asOf}::date) group by competence_id`;
}

/** Who near the project learned one of its methods from its first day on. */
function trainedIn(
  db: Db,
  { projectId, asOf }: Asked,
): Promise<{ competenceId: string; personId: string }[]> {
  return db.$queryRaw`
    select competence_id as "competenceId", person_id as "personId"
    from trained_for(${projectId}::uuid, ${asOf}::date)`;
}

function reachPercentOf(reaches: Reach[]): number | null {
  const reached = sum(reaches.map(({ numerator }) => numerator));
  const all = sum(reaches.map(({ denominator }) => denominator));
  const share = shareOf(reached, all);
  return share && percentOf(share, { decimals: 1 });
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
