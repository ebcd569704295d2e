import type { IsoDate } from "~/terms/day";

/**
 * One method's history in one project: everything that its cascade is computed from.
 * The input file of `cascade figures` has this shape.
 *
 * Ids are ASCII and order by character code. An id may stand anywhere without being listed in
 * `people`: a trainer from another authority has no joining or leaving day here.
 */
export type CascadeInput = {
  /** The day the figures are of: what is dated later does not count. */
  asOf: IsoDate;
  method: CascadeMethod;
  people: readonly CascadePerson[];
  /** The frozen group: who should have the method. Empty before the day that it is frozen for. */
  shouldHold: readonly string[];
  /** What was learned outside; the earliest of a person's entries is kept. */
  acquisitions: readonly OutsideAcquisition[];
  /** Person → the first day on which they are cleared to teach the method. */
  mayTeach: Readonly<Record<string, IsoDate>>;
  handOvers: readonly HandOver[];
};

export type CascadeMethod = {
  id: string;
  /** How many core elements a full hand-over delivers, unless one says otherwise of its own day. */
  coreElements: number;
};

export type CascadePerson = {
  id: string;
  joined: IsoDate;
  /** The first day the person is gone; null while no leaving day is known. */
  left: IsoDate | null;
};

export type OutsideAcquisition = { person: string; date: IsoDate };

export type HandOver = {
  id: string;
  date: IsoDate;
  hours: number;
  trainers: readonly string[];
  elementsDelivered: number;
  /** How many core elements the method had on the hand-over's day, where it differs from the method's. */
  coreElements?: number | undefined;
  learners: readonly HandOverLearner[];
};

export type HandOverLearner = {
  person: string;
  /** The day the learner confirmed having learned; null until then. */
  confirmed: IsoDate | null;
};
