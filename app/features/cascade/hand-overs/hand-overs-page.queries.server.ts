import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { handOverParts, listHandOvers, type HandOverList } from "./hand-overs.queries.server";
import { listOwed, type Owed } from "../plans/owed.queries.server";
import { listToConfirm, type ToConfirm } from "./to-confirm.queries.server";

export type HandOversPage = {
  list: HandOverList;
  toConfirm: ToConfirm[];
  owed: Owed[];
  /** Of the people of the viewer's units, as their manager. */
  owedByOthers: Owed[];
};

/** What the viewer gave, received, is to confirm and has left to hand on. */
export async function showHandOvers(
  db: Db,
  viewer: Viewer,
  { part, page, today }: { part: string | null; page: number; today: IsoDate },
): Promise<HandOversPage> {
  const { personId, managedUnitIds } = viewer;
  const asked = handOverParts.find((one) => one === part) ?? null;
  const [list, toConfirm, owed, ofUnits] = await Promise.all([
    listHandOvers(db, viewer, { part: asked, page, today }),
    listToConfirm(db, viewer),
    personId ? listOwed(db, { personIds: [personId] }, today) : [],
    managedUnitIds.length > 0 ? listOwed(db, { unitIds: managedUnitIds }, today) : [],
  ]);
  return {
    list,
    toConfirm,
    owed,
    owedByOthers: ofUnits.filter(({ person }) => person.id !== personId),
  };
}
