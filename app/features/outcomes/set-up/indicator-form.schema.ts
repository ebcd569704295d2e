import { z } from "zod";
import { agreed, submissionId, text } from "~/formats/form-fields";
import { numberedRows } from "~/formats/form-rows";
import { day, orNothing } from "~/formats/typed-fields";
import { value } from "../typed-value.schema";
import {
  cumulations,
  directions,
  indicatorSources,
  mostTargets,
  targetsSince,
} from "./indicator-choices";

const target = z.object({ dueOn: day, target: value });

export const indicatorForm = z
  .object({
    submissionId,
    name: text({ max: 120 }),
    unit: text({ max: 40 }),
    direction: z.enum(directions, "errors.required"),
    baseline: value,
    baselineOn: day,
    cumulation: z.enum(cumulations, "errors.required"),
    source: z.enum(indicatorSources, "errors.required"),
    /** Nothing: what the form offers. */
    targetsSince: orNothing(z.enum(targetsSince, "errors.unreadable")),
    decidedOn: orNothing(day),
    /** What the form showed: see `seenState`. */
    seen: text({ max: 64, optional: true }),
    agreed,
  })
  .and(numberedRows(target, { most: mostTargets }));
export type IndicatorInput = z.output<typeof indicatorForm>;
