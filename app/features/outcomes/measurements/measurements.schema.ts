import { z } from "zod";
import { agreed, submissionId } from "~/formats/form-fields";
import { day, freeText } from "~/formats/typed-fields";
import { idParam } from "~/platform/ids";
import { value } from "../typed-value.schema";
import { reasonMax } from "./measurement-limits";

const measured = {
  submissionId,
  measuredOn: day,
  value,
  note: freeText({ max: 500, optional: true }),
  agreed,
};

export const measurementForm = z.object(measured);
export type MeasurementInput = z.output<typeof measurementForm>;

const reason = freeText({ max: reasonMax });

export const correctionForm = z.object({ ...measured, reason });
export type CorrectionInput = z.output<typeof correctionForm>;

export const withdrawalForm = z.object({ submissionId, reason });
export type WithdrawalInput = z.output<typeof withdrawalForm>;

export type MeasurementPlace = { code: string; indicatorId: string; measurementId: string };

/** The measurement that an address names; 404 for what can't be one. */
export function measurementPlace(params: Record<string, string | undefined>): MeasurementPlace {
  const [indicatorId, measurementId] = [idParam(params.id), idParam(params.measurementId)];
  return { code: params.code ?? "", indicatorId, measurementId };
}
