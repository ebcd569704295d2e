import type { IsoDate } from "~/terms/day";

/** How many more of each there are in a generation of a circle from a day on; fewer are negative. */
export type TallyRow = {
  competence_id: string;
  circle_id: string;
  generation: number;
  day: IsoDate;
} & Tally;

type Tally = {
  /** Who have acquired it in this generation. */
  people: number;
  /** Of them: have been valid trainers. */
  taught: number;
  /** Of them: acquired it in a hand-over. */
  learned: number;
  /** Counted ones that give this generation, and their core elements. */
  hand_overs: number;
  delivered: number;
  possible: number;
};

const none: Tally = { people: 0, taught: 0, learned: 0, hand_overs: 0, delivered: 0, possible: 0 };

type Stored = {
  competence_id: string;
  circle_id: string;
  known_from: IsoDate;
  known_until: IsoDate | null;
};

type StoredLineage = {
  people: readonly (Stored & {
    generation: number;
    hand_over_id: string | null;
    taught_from: IsoDate | null;
  })[];
  handOvers: readonly (Stored & {
    generation: number | null;
    delivered: number;
    possible: number;
  })[];
};

/** The stored lineage of one method, added up by circle, generation and day. */
export function tallyOf({ people, handOvers }: StoredLineage) {
  const rows = new Map<string, TallyRow>();
  const add = (place: Omit<TallyRow, keyof Tally>, more: Partial<Tally>, sign: 1 | -1) => {
    const key = `${place.circle_id} ${place.generation} ${place.day}`;
    const row = rows.get(key) ?? { ...place, ...none };
    for (const name of [
      "people",
      "taught",
      "learned",
      "hand_overs",
      "delivered",
      "possible",
    ] as const)
      row[name] += sign * (more[name] ?? 0);
    rows.set(key, row);
  };
  /** It is so from a day on, and until another. */
  const during = (
    { competence_id, circle_id, generation, from, until }: During,
    more: Partial<Tally>,
  ) => {
    if (until !== null && from >= until) return;
    const place = { competence_id, circle_id, generation };
    add({ ...place, day: from }, more, 1);
    if (until !== null) add({ ...place, day: until }, more, -1);
  };
  for (const { known_from: from, known_until: until, taught_from, ...row } of people) {
    during({ ...row, from, until }, { people: 1, learned: row.hand_over_id === null ? 0 : 1 });
    if (taught_from === null) continue;
    during({ ...row, from: taught_from > from ? taught_from : from, until }, { taught: 1 });
  }
  for (const { known_from: from, known_until: until, generation, ...row } of handOvers) {
    if (generation === null) continue;
    const { delivered, possible } = row;
    during({ ...row, generation, from, until }, { hand_overs: 1, delivered, possible });
  }
  return [...rows.values()];
}

type During = {
  competence_id: string;
  circle_id: string;
  generation: number;
  from: IsoDate;
  until: IsoDate | null;
};
