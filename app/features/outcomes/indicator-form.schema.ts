import { z } from "zod";
import { submissionId, text } from "~/formats/form-fields";
import { numberedRows } from "~/formats/form-rows";
import { day } from "~/formats/typed-fields";
import { computedSources } from "./computed-sources";
import { value } from "./measurements.schema";

export const directions = ["higher", "lower"] as const;
export const cumulations = ["sum", "latest", "average"] as const;
/** `typed`: somebody measures and writes it down. */
export const indicatorSources = ["typed", ...computedSources] as const;
/** As many dated targets as an indicator may have. */
export const mostTargets = 20;

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
  })
  .and(numberedRows(target, { most: mostTargets }));
export type IndicatorInput = z.output<typeof indicatorForm>;
