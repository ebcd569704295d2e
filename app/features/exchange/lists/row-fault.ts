import type { TrainingField } from "./training-headings";

/**
 * One thing that is wrong with a row: where it stands, what stands there, and a reason's name.
 * `field` is null where it is the whole row, or a column without a meaning. `among` are those whom
 * a name may mean.
 */
export type RowFault = {
  row: number;
  field: TrainingField | null;
  /** Which column it is, where the field doesn't say. */
  column?: number;
  value: string;
  reason: FaultReason;
  among?: string;
};
export type FaultReason =
  | "empty"
  | "noPerson"
  | "severalPeople"
  | "unknownStatus"
  | "saysUnfinished"
  | "handOver"
  | "twoPeople"
  | "otherName"
  | "date"
  | "ambiguousDate"
  | "noSuchDate"
  | "dateOutOfBounds"
  | "future"
  | "notThere"
  | "hours"
  | "noHours"
  | "betweenTimes"
  | "manyHours"
  | "cost"
  | "largeCost"
  | "otherMeasure"
  | "competence"
  | "project"
  | "projectNotThen"
  | "tooLong"
  | "damaged"
  | "personalNumber"
  | "repeated"
  | "otherLength"
  | "noRow"
  | "otherHeadings"
  | "cells";
