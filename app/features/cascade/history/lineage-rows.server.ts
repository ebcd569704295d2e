import type { HandOverLevel } from "~/features/competence/attestations/attestations.commands.server";
import type { HoursDay } from "~/features/funding/own-hours/own-hours.commands.server";
import type { IsoDate } from "~/terms/day";
import { hoursDays } from "../rules/hours-days";
import type { CircleStretch } from "../rules/circles";
import type { LineageOverTime } from "../rules/lineage-over-time";
import type { HandOverFacts } from "../rules/standing";
import { inBoth, type Stretch } from "../rules/steps";
import { tallyOf, type TallyRow } from "./lineage-tally.server";

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
    circle_id: string;
    may_teach_from: IsoDate | null;
    taught_from: IsoDate | null;
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
    delivered: number;
    possible: number;
  }[];
  parts: {
    hand_over_id: string;
    person_id: string;
    competence_id: string;
    known_from: IsoDate;
  }[];
  circles: {
    competence_id: string;
    person_id: string;
    circle_id: string;
    known_from: IsoDate;
    known_until: IsoDate | null;
  }[];
  /** Its people and hand-overs, added up. */
  tally: TallyRow[];
  /** The levels that follow from it. */
  levels: HandOverLevel[];
  /** From when the own hours of its hand-overs count. */
  hours: HoursDay[];
};

type Reckoned = {
  lineage: LineageOverTime;
  circles: ReadonlyMap<string, readonly CircleStretch[]>;
  handOvers: readonly {
    id: string;
    date: IsoDate;
    givesLevel: number;
    enteredById: string | null;
    trainers: HandOverFacts["trainers"];
    learners: HandOverFacts["learners"];
    delivered: number;
    possible: number;
  }[];
  mayTeach: Readonly<Record<string, IsoDate>>;
};

export function lineageRows(
  competenceId: string,
  { lineage, circles, handOvers, mayTeach }: Reckoned,
): LineageRows {
  const competence_id = competenceId;
  const taughtFrom = firstTaught(lineage);
  /** Who has no history yet is nobody's: so a hand-over is that nobody has said yes to. */
  const ofTrainer = (person: string, date: IsoDate): CircleStretch[] => {
    const theirs = circles.get(person) ?? [];
    return [{ from: date, until: theirs[0]?.from ?? null, circle: person }, ...theirs];
  };
  const people = [...lineage.people].flatMap(([person_id, stretches]) =>
    inCircles(stretches, circles.get(person_id)).map(
      ({ from, until, circle, acquiredOn, generation, handOver }) => ({
        ...{ competence_id, person_id, known_from: from, known_until: until },
        ...{ acquired_on: acquiredOn, generation, hand_over_id: handOver },
        ...{ circle_id: circle, may_teach_from: mayTeach[person_id] ?? null },
        taught_from: taughtFrom.get(person_id) ?? null,
      }),
    ),
  );
  const judged = handOvers.flatMap(({ id, date, trainers, delivered, possible }) =>
    inCircles(
      lineage.handOvers.get(id)?.standing ?? [],
      trainers.slice(0, 1).flatMap(({ person }) => ofTrainer(person, date)),
    ).map((standing) => ({
      ...{ hand_over_id: id, competence_id, circle_id: standing.circle },
      ...{ known_from: standing.from, known_until: standing.until },
      generation: standing.counted ? standing.generation : null,
      reason: standing.counted ? null : standing.reason,
      valid_trainers: standing.counted ? standing.validTrainers : [],
      ...{ delivered, possible },
    })),
  );
  return {
    people,
    handOvers: judged,
    tally: tallyOf({ people, handOvers: judged }),
    parts: handOvers.flatMap(({ id }) =>
      (lineage.handOvers.get(id)?.learners ?? []).map(({ person, from }) => ({
        ...{ hand_over_id: id, person_id: person, competence_id, known_from: from },
      })),
    ),
    circles: [...circles].flatMap(([person_id, stretches]) =>
      stretches.map(({ from, until, circle: circle_id }) => ({
        ...{ competence_id, person_id, circle_id, known_from: from, known_until: until },
      })),
    ),
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

/** What was so in stretches, in the circle of each day: cut where the circle becomes another. */
function inCircles<Row extends Stretch>(
  rows: readonly Row[],
  circles: readonly CircleStretch[] = [],
): (Row & { circle: string })[] {
  return rows.flatMap((row) =>
    circles.flatMap(({ circle, ...stretch }) => {
      const common = inBoth(row, stretch);
      return common ? [{ ...row, ...common, circle }] : [];
    }),
  );
}

/** Since when everybody who ever was a valid trainer has been one: it never ends. */
function firstTaught({ handOvers }: LineageOverTime): Map<string, IsoDate> {
  const taught = new Map<string, IsoDate>();
  for (const { standing } of handOvers.values()) {
    for (const stretch of standing) {
      for (const person of stretch.counted ? stretch.validTrainers : []) {
        const known = taught.get(person);
        if (known === undefined || stretch.from < known) taught.set(person, stretch.from);
      }
    }
  }
  return taught;
}
