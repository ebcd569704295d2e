import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import { todayInStockholm } from "~/platform/clock";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { makeAuthority } from "../../factories/authority";
import type { PageFacts } from "./page-facts";
import { named, type World } from "./page-world";
import { storeLedger } from "./store-ledger";
import { storeFrame, storePeoplesFacts } from "./store-people";
import { storePlans } from "./store-plans";
import { storeProjects } from "./store-projects";
import { storeCourses, storeHandOvers, storePromises } from "./store-training";

/**
 * An authority of its own that has recorded these facts; what was stored before is others'. Its
 * units are counted as of a day.
 */
export async function store(
  db: Database,
  facts: PageFacts,
  countedOn: IsoDate = todayInStockholm(),
): Promise<World> {
  const { id: authorityId } = await makeAuthority(db);
  const world = { ...named(facts), authorityId };
  await storeFrame(db, world);
  await storePeoplesFacts(db, world);
  await storeProjects(db, world);
  await storePlans(db, world);
  await storeLedger(db, world);
  await storeCourses(db, world);
  await storePromises(db, world);
  await storeHandOvers(db, world);
  await db.$transaction((tx) => keepLineage(tx, countedOn));
  return world;
}
