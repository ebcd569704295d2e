import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { Activation } from "../rules/activation";
import { cascadeFigures } from "../rules/cascade-figures";
import {
  cascadeSources,
  inputOn,
  type CascadeSource,
} from "../history/cascade-input.queries.server";
import { traceLineage, type Lineage } from "../rules/lineage";
import type { Reach } from "../rules/reach";
import type { Reproduction } from "../rules/reproduction";
import type { GenerationRow } from "../rules/fidelity";

/** One method of a project, as counts without names. */
export type MethodFigures = {
  competenceId: string;
  code: string;
  name: string;
  reach: Reach;
  activation: Activation;
  reproduction: Reproduction;
  generations: GenerationRow[];
  /** How many, not who. */
  deadEnds: number;
  carriers: number;
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
  const figuresOn = await projectCascade(db, projectId);
  return figuresOn(asOf);
}

/** The same for several days of one project, whose history is read once. */
export async function projectCascade(
  db: Db,
  projectId: string,
): Promise<(asOf: IsoDate) => ProjectCascadeFigures> {
  const project = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: {
      startsOn: true,
      endsBefore: true,
      frozenGroups: { select: { competenceId: true } },
      handOvers: {
        where: { withdrawnAt: null },
        distinct: ["competenceId"],
        select: { competenceId: true },
      },
    },
  });
  const frozen = new Set(project.frozenGroups.map(({ competenceId }) => competenceId));
  const competenceIds = [
    ...new Set([...frozen, ...project.handOvers.map(({ competenceId }) => competenceId)]),
  ];
  const startsOn = toIsoDate(project.startsOn);
  const sources = await cascadeSources(db, {
    competenceIds,
    group: { projectId },
    asOf: toIsoDate(project.endsBefore),
  });
  return (asOf) => {
    const parts = sources.map((source) =>
      partOfProject({ ...source, input: inputOn(asOf, source) }, { projectId, startsOn }),
    );
    const methods = parts.filter(({ figures }) => frozen.has(figures.competenceId));
    return {
      methods: methods.map(({ figures }) => figures),
      trainedPeople: new Set(parts.flatMap(({ trained }) => trained)).size,
      reachPercent: percentOf(methods.map(({ figures }) => figures.reach)),
      handOvers: sum(parts.map(({ figures }) => figures.handOvers)),
      minutes: sum(parts.map(({ figures }) => figures.minutes)),
    };
  };
}

type ProjectPart = { figures: MethodFigures; trained: string[] };

function partOfProject(
  source: CascadeSource,
  project: { projectId: string; startsOn: IsoDate },
): ProjectPart {
  const { competence, input } = source;
  const lineage = traceLineage(input);
  const figures = cascadeFigures(input, lineage);
  const own = countedInProject(source, { lineage, projectId: project.projectId });
  const trained = [...lineage.people]
    .filter(([person, { acquiredOn }]) => acquiredOn >= project.startsOn && source.near.has(person))
    .map(([person]) => person);
  return {
    trained,
    figures: {
      competenceId: competence.id,
      code: competence.code,
      name: competence.name,
      reach: figures.reach,
      activation: figures.activation,
      reproduction: figures.reproduction,
      generations: figures.generations,
      deadEnds: figures.deadEnds.length,
      carriers: figures.carriers.length,
      handOvers: own.length,
      minutes: sum(own.map(({ minutes }) => minutes)),
      trainedPeople: trained.length,
    },
  };
}

function countedInProject(
  { handOvers }: CascadeSource,
  { lineage, projectId }: { lineage: Lineage; projectId: string },
): { minutes: number }[] {
  return [...handOvers].flatMap(([id, handOver]) =>
    handOver.projectId === projectId && lineage.handOvers.get(id)?.counted ? [handOver] : [],
  );
}

function percentOf(reaches: Reach[]): number | null {
  const reached = sum(reaches.map(({ numerator }) => numerator));
  const all = sum(reaches.map(({ denominator }) => denominator));
  return all === 0 ? null : Math.round((reached / all) * 1000) / 10;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
