import { z } from "zod";

/** A level of the scale, as a radio button sends it. */
export const level = z
  .enum(["0", "1", "2", "3", "4"], {
    error: ({ input }) => (input ? "errors.unreadable" : "errors.required"),
  })
  .transform((digit) => levelOf[digit]);

/** One that says that somebody knows something. */
export const levelAboveNone = level.refine((chosen) => chosen > 0, "errors.required");

const levelOf = { "0": 0, "1": 1, "2": 2, "3": 3, "4": 4 } as const;
