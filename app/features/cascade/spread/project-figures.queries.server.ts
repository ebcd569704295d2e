import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { percentOf, shareOf } from "~/terms/share";
import { spreadFigures, type SpreadFigures } from "../history/spread-figures.queries.server";
import type { ProjectGeneration } from "../rules/fidelity";
import type { Reach } from "../rules/reach";

type InGroup = "carriersInGroup" | "deadEndsInGroup" | "deadEndsBeside";

/** One method of a project, as counts without names. */
export type MethodFigures = Omit<SpreadFigures, InGroup | "generations"> & {
  generations: ProjectGeneration[];
  /** Counted hand-overs that were entered for the project, and how long they were together. */
  handOvers: number;
  minutes: number;
  /** See the whole project's. */
  trainedPeople: number;
  besidePeople: number;
};

export type ProjectCascadeFigures = {
  /** Those that it has a group for, or a hand-over or a course of, in Swedish order of name. */
  methods: MethodFigures[];
  /** Different people with an approved course of the project or a part in a counted hand-over. */
  trainedPeople: number;
  /**
   * Different people of its groups, its unit (with those below) or its hand-overs who learned one
   * of its methods from its first day on, and not by its own training.
   */
  besidePeople: number;
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
  const { competenceIds, owned, learned } = await partsOf(db, { projectId, asOf });
  const figures = await spreadFigures(db, { competenceIds, group: { projectId }, asOf });
  const peopleIn = (rows: Learned[]) => new Set(rows.map(({ personId }) => personId)).size;
  const [trained, beside] = [
    learned.filter(({ isBeside }) => !isBeside),
    learned.filter(({ isBeside }) => isBeside),
  ];
  return {
    methods: figures.map(
      ({ carriersInGroup: _, deadEndsInGroup: _in, deadEndsBeside: _beside, ...method }) => {
        const isOf = ({ competenceId }: { competenceId: string | null }) =>
          competenceId === method.competenceId;
        const own = owned.filter(isOf);
        return {
          ...method,
          generations: method.generations.map((row) => ({
            ...row,
            ownHandOvers: sum(
              own.flatMap(({ generation, handOvers }) =>
                generation === row.generation ? handOvers : [],
              ),
            ),
          })),
          handOvers: sum(own.map(({ handOvers }) => handOvers)),
          minutes: sum(own.map(({ minutes }) => minutes)),
          trainedPeople: peopleIn(trained.filter(isOf)),
          besidePeople: peopleIn(beside.filter(isOf)),
        };
      },
    ),
    trainedPeople: peopleIn(trained),
    besidePeople: peopleIn(beside),
    reachPercent: reachPercentOf(figures.map(({ reach }) => reach)),
    handOvers: sum(owned.map(({ handOvers }) => handOvers)),
    minutes: sum(owned.map(({ minutes }) => minutes)),
  };
}

/** The counted hand-overs that were entered for the project, of a method and a generation. */
type Owned = { competenceId: string; generation: number; handOvers: number; minutes: number };

/** Somebody who was trained for the project, or learned beside it. */
type Learned = { competenceId: string | null; personId: string; isBeside: boolean };

type Parts = { competenceIds: string[]; owned: Owned[]; learned: Learned[] };

/** A project's methods and what was done in them for it, in one statement. */
async function partsOf(
  db: Db,
  { projectId, asOf }: { projectId: string; asOf: IsoDate },
): Promise<Parts> {
  const [parts] = await db.$queryRaw<Parts[]>`
    select
      (select coalesce(json_agg(competence_id), '[]')
        from methods_of(${projectId}::uuid, ${asOf}::date)) as "competenceIds",
      (select coalesce(json_agg(json_build_object('competenceId', competence_id,
          'generation', generation, 'handOvers', hand_overs, 'minutes', minutes)), '[]')
        from (
          select competence_id, generation, count(*) as hand_overs, sum(minutes) as minutes
          from counted_for(${projectId}::uuid, ${asOf}::date) group by competence_id, generation
        ) counted) as owned,
      (select coalesce(json_agg(json_build_object('competenceId', competence_id,
          'personId', person_id, 'isBeside', is_beside)), '[]')
        from (
          select competence_id, person_id, false as is_beside
          from trained_for(${projectId}::uuid, ${asOf}::date)
          union all
          select competence_id, person_id, true
          from trained_beside(${projectId}::uuid, ${asOf}::date)
        ) person) as learned`;
  return parts ?? { competenceIds: [], owned: [], learned: [] };
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
