import type { HandOverLevel } from "~/features/competence/attestations/attestations.commands.server";
import type { HoursDay } from "~/features/funding/own-hours/own-hours.commands.server";
import type { IsoDate } from "~/terms/day";
import { hoursDays } from "../rules/hours-days";
import type { LineageOverTime } from "../rules/lineage-over-time";
import type { HandOverFacts } from "../rules/standing";

/** The lineage of one method as its tables hold it, by the names of their columns. */
export type LineageRows = {
  people: {
    competence_id: string;
    person_id: string;
    known_from: IsoDate;
    known_until: IsoDate | null;
    acquired_on: IsoDate;
    generation: number;
    hand_over_id: string | null;
  }[];
  handOvers: {
    hand_over_id: string;
    competence_id: string;
    circle_id: string;
    known_from: IsoDate;
    known_until: IsoDate | null;
    generation: number | null;
    reason: string | null;
    valid_trainers: readonly string[];
  }[];
  parts: {
    hand_over_id: string;
    person_id: string;
    competence_id: string;
    known_from: IsoDate;
  }[];
  circles: { competence_id: string; person_id: string; circle_id: string }[];
  /** The levels that follow from it. */
  levels: HandOverLevel[];
  /** From when the own hours of its hand-overs count. */
  hours: HoursDay[];
};

type Reckoned = {
  lineage: LineageOverTime;
  circles: ReadonlyMap<string, string>;
  handOvers: readonly {
    id: string;
    date: IsoDate;
    givesLevel: number;
    enteredById: string | null;
    trainers: HandOverFacts["trainers"];
    learners: HandOverFacts["learners"];
  }[];
};

export function lineageRows(
  competenceId: string,
  { lineage, circles, handOvers }: Reckoned,
): LineageRows {
  const competence_id = competenceId;
  const circleOf = (person: string | undefined) => circles.get(person ?? "") ?? competenceId;
  return {
    people: [...lineage.people].flatMap(([person_id, stretches]) =>
      stretches.map(({ from, until, acquiredOn, generation, handOver }) => ({
        ...{ competence_id, person_id, known_from: from, known_until: until },
        ...{ acquired_on: acquiredOn, generation, hand_over_id: handOver },
      })),
    ),
    handOvers: handOvers.flatMap(({ id, trainers }) =>
      (lineage.handOvers.get(id)?.standing ?? []).map((standing) => ({
        ...{ hand_over_id: id, competence_id, circle_id: circleOf(trainers[0]?.person) },
        ...{ known_from: standing.from, known_until: standing.until },
        generation: standing.counted ? standing.generation : null,
        reason: standing.counted ? null : standing.reason,
        valid_trainers: standing.counted ? standing.validTrainers : [],
      })),
    ),
    parts: handOvers.flatMap(({ id }) =>
      (lineage.handOvers.get(id)?.learners ?? []).map(({ person, from }) => ({
        ...{ hand_over_id: id, person_id: person, competence_id, known_from: from },
      })),
    ),
    circles: [...circles].map(([person_id, circle_id]) => ({
      ...{ competence_id, person_id, circle_id },
    })),
    levels: handOvers.flatMap(({ id: handOverId, date, givesLevel, enteredById }) =>
      (lineage.handOvers.get(handOverId)?.learners ?? []).map(({ person, from }) => ({
        ...{ handOverId, personId: person, level: givesLevel, attestedById: enteredById },
        ...{ attestedOn: date, standsFrom: from },
      })),
    ),
    hours: handOvers.flatMap((handOver) =>
      hoursDays(handOver).map(({ person, countsOn }) => ({
        ...{ sourceId: handOver.id, personId: person, countsOn },
      })),
    ),
  };
}
