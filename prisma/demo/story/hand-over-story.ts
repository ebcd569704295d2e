import type { When } from "../days";
import type { MethodKey } from "./methods";
import type { PersonKey } from "./people";
import type { ProjectCode } from "./project";

export type HandOverStory = {
  /** Names the row; never shown. */
  key: string;
  method: MethodKey;
  project?: ProjectCode;
  on: When;
  hours: number;
  form: "walk_through" | "supervision" | "side_by_side" | "in_house_course";
  gives: 1 | 2 | 3;
  /** Core elements there was no time for, by their number from 1. */
  leftOut?: number[];
  trainers: PersonKey[];
  /** Those who have confirmed, each a few days later. */
  learners: PersonKey[];
  unanswered?: PersonKey[];
  declined?: PersonKey[];
  withdrawn?: { on: When; reason: string };
  note?: string;
};

/** A hand-over as the lists of a method tell it. */
export type ToldHandOver = Omit<HandOverStory, "method">;
