import { randomUUID } from "node:crypto";
import type { Viewer } from "~/features/access/viewer";
import { todayInStockholm } from "~/platform/clock";

/** A viewer without roles or reach, but for what is given. */
export function makeViewer(given: Partial<Viewer> = {}): Viewer {
  return {
    accountId: randomUUID(),
    name: "Vera Ek",
    language: null,
    authorityId: null,
    personId: null,
    unitId: null,
    unitIds: given.unitId ? [given.unitId] : [],
    roles: [],
    managedUnitIds: [],
    managedProjectIds: [],
    fundedProjectIds: [],
    today: todayInStockholm(),
    ...given,
  };
}
