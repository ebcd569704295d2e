import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { effectOfRates, rebook, type RateEffect } from "../rates/rebooking.server";
import { ratesOf, writeRates } from "../rates/rates.server";
import { changeRates, type RateChange, type RateStretch } from "../rules/hour-rates";
import { rebookedSums, rebookingMark } from "../rules/rebooking";
import type { PartPlace } from "../rules/set-up-parts";
import { setUpProject } from "./set-up-project.server";
import type { RateInput } from "./set-up.schema";

/**
 * Enters what an own hour is worth from a day on, or changes it. Returns the rate's id; null, and
 * nothing is done, where hours that are booked have another rate then: see `agreeToRate`. Throws a
 * `FieldError` at `validFrom` where another rate begins the same day, or a day with booked hours
 * would be left without one.
 */
export function saveRate(db: Database, viewer: Viewer, input: RateInput & PartPlace) {
  const { code, id, submissionId, validFrom, rateOre } = input;
  return agreeToRate(db, viewer, { code, id, submissionId, rate: { validFrom, rateOre } });
}

type AgreedChange = RateChange & {
  code: string;
  submissionId: string;
  /** The mark of the booked hours that the person has seen, as `showRateChange` gives it. */
  seen?: string;
  reason?: string;
};

/**
 * Enters a rate, changes it or takes it out, and in the same act books anew the hours that are
 * booked on its days. Returns the rate's id; null, and nothing is done, where that is not what the
 * person has seen. Throws a `FieldError` at `reason` where a funder has read some of them and nobody
 * says why.
 */
export async function agreeToRate(
  db: Database,
  viewer: Viewer,
  { code, id, submissionId, rate, seen = "", reason = "" }: AgreedChange,
): Promise<string | null> {
  const action = rate === null ? "set-up.remove" : `hour-rate.${id === null ? "add" : "change"}`;
  const act = { code, submissionId, action };
  return setUpProject(db, viewer, act, async ({ tx, audit, project: { id: projectId } }) => {
    const before = await ratesOf(tx, projectId);
    const after = ratesAfter(before, { id, rate });
    const effect = await effectOfRates(tx, projectId, after);
    requireAgreed(effect, { seen, reason });
    const entered = await writeRates(tx, projectId, { before, after });
    const rateId = entered ?? id ?? "";
    const was = before.find((each) => each.id === id);
    audit({ type: "hour-rate", id: rateId, detail: { before: detailOf(was), after: rate } });
    if (effect.rows.length > 0) {
      const told = { projectId, reason, madeByName: viewer.name };
      const rebookingId = await rebook(tx, effect.rows, told);
      audit({ type: "rebooking", id: rebookingId, detail: rebookedSums(effect.rows) });
    }
    return rateId;
  }).catch((error: unknown) => {
    if (error instanceof NotSeen) return null;
    throw error;
  });
}

/** The rates as they would be. 404 for a rate that isn't the project's (any more). */
function ratesAfter(before: readonly RateStretch[], change: RateChange): RateStretch[] {
  if (change.id !== null && !before.some(({ id }) => id === change.id)) return notFound();
  const sameDay = before.find(
    ({ id, validFrom }) => validFrom === change.rate?.validFrom && id !== change.id,
  );
  if (sameDay) throw new FieldError({ validFrom: { key: "funding.errors.rateSameDay" } });
  return changeRates(before, change);
}

/** The booked hours that a change touches are others than those that the person has seen. */
class NotSeen extends Error {
  override name = "NotSeen";
}

function requireAgreed(effect: RateEffect, { seen, reason }: { seen: string; reason: string }) {
  const { rows, unrated, isReported } = effect;
  if (unrated !== null) {
    const values = { date: unrated };
    throw new FieldError({ validFrom: { key: "funding.errors.hoursWithoutRate", values } });
  }
  if (rows.length === 0) return;
  if (rebookingMark(rows) !== seen) throw new NotSeen();
  if (isReported && reason === "") {
    throw new FieldError({ reason: { key: "funding.errors.reasonForReported" } });
  }
}

function detailOf(rate: RateStretch | undefined) {
  return rate ? { validFrom: rate.validFrom, rateOre: rate.rateOre } : null;
}
