import type { Viewer } from "~/features/access/viewer";
import { AppError, notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { findProject, type ProjectHead } from "../projects/projects.queries.server";
import { changeRates, type RateChange, type RateStretch } from "../rules/hour-rates";
import {
  rebookedStretches,
  rebookedSums,
  rebookingMark,
  type RebookedStretch,
  type RebookedSums,
} from "../rules/rebooking";
import { effectOfRates } from "./rebooking.server";
import { ratesOf } from "./rates.server";

/** A change of an hour's rate, with the booked hours that it would book anew. */
export type RateChangeView = {
  project: ProjectHead;
  /** Null for a rate that is being entered. */
  id: string | null;
  /** What is entered; null where a rate is taken out. */
  rate: Pick<RateStretch, "validFrom" | "rateOre"> | null;
  stretches: RebookedStretch[];
  /** Null where it touches nothing (any more). */
  sums: RebookedSums | null;
  /** A funder has read some of it: it takes a reason. */
  isReported: boolean;
  seen: string;
  submissionId: string;
};

/**
 * What a change of a rate would touch, for those who may set the project up. Throws `conflict`
 * where it would leave booked hours without a rate: the form says so before it leads here.
 */
export async function showRateChange(
  db: Db,
  viewer: Viewer,
  { code, ...change }: RateChange & { code: string },
): Promise<RateChangeView> {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const before = await ratesOf(db, project.id);
  if (change.id !== null && !before.some(({ id }) => id === change.id)) return notFound();
  const rates = changeRates(before, change);
  const { rows, unrated, isReported } = await effectOfRates(db, project.id, rates);
  if (unrated !== null) throw new AppError("conflict");
  return {
    ...{ project, ...change },
    stretches: rebookedStretches(rows),
    sums: rows.length > 0 ? rebookedSums(rows) : null,
    isReported: rows.length > 0 && isReported,
    seen: rebookingMark(rows),
    submissionId: crypto.randomUUID(),
  };
}
