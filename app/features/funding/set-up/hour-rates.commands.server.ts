import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { toDbDate } from "~/terms/day";
import type { PartPlace } from "../rules/set-up-parts";
import { setUpProject } from "./set-up-project.server";
import type { RateInput } from "./set-up.schema";

/**
 * Adds what an own hour is worth from a day on, or changes it: for hours booked from now on. Hours
 * that are booked keep the rate they were booked at. Throws a `FieldError` at `validFrom` where
 * another rate begins the same day. Returns the rate's id.
 */
export function saveRate(db: Database, viewer: Viewer, input: RateInput & PartPlace) {
  const { id, validFrom, rateOre } = input;
  const act = { ...input, action: id === null ? "hour-rate.add" : "hour-rate.change" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    const projectId = project.id;
    const data = { validFrom: toDbDate(validFrom), rateOre: BigInt(rateOre) };
    const sameDay = await tx.hourRate.findFirst({
      where: { projectId, validFrom: data.validFrom, ...(id !== null && { id: { not: id } }) },
    });
    if (sameDay) throw new FieldError({ validFrom: { key: "funding.errors.rateSameDay" } });
    const rateId = id ?? (await tx.hourRate.create({ data: { ...data, projectId } })).id;
    const { count } = await tx.hourRate.updateMany({ where: { id: rateId, projectId }, data });
    if (count === 0) return notFound();
    audit({ type: "hour-rate", id: rateId, detail: { validFrom, rateOre } });
    return rateId;
  });
}
