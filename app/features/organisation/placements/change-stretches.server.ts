import type { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/features/access/viewer";
import type { Transaction } from "~/platform/db.server";
import type { Touched } from "~/platform/question";
import { requireUnchanged } from "../seen-state.server";
import { storedPerson, type StoredPerson } from "../stored-person.server";
import type { Stretch } from "../stretches";
import { writeStretches } from "../write-stretches.server";
import { requireDaysSeen, type DaysOfPerson } from "./days-seen.server";

/**
 * Somebody in a unit that the viewer is in charge of, held for this transaction: whoever else wants
 * to change them waits until it ends. 404 for all others, and a `FieldError` where somebody has
 * changed them since the form showed them.
 */
export async function holdPerson(
  tx: Transaction,
  viewer: Viewer,
  { id, seen }: { id: string; seen: string },
): Promise<StoredPerson> {
  await tx.$queryRaw`select id from person where id = ${id}::uuid for no key update`;
  const stored = await storedPerson(tx, viewer, id);
  requireUnchanged(seen, stored);
  return stored;
}

type StretchesChange = {
  after: Stretch[];
  daysOf: DaysOfPerson;
  agreed: string;
  /** What else the change is asked about. */
  alsoAsked?: readonly Touched[];
  /** Of what never was: who says so, and why, where somebody was asked. */
  withdrawn: { byId: string; reason: string | null };
};

/**
 * Brings a held person's stretches to what they are after a change, once what it leaves outside
 * has been seen (`requireDaysSeen`). Returns what the trail tells of it: where and when, not who.
 */
export async function changeStretches(
  tx: Transaction,
  { id, stretches: before }: StoredPerson,
  { after, daysOf, agreed, alsoAsked = [], withdrawn }: StretchesChange,
): Promise<Prisma.InputJsonObject> {
  await requireDaysSeen(tx, { personId: id, before, after }, { daysOf, agreed, alsoAsked });
  await writeStretches(tx, id, { before, after, withdrawn });
  return { placements: trailOf(after), was: trailOf(before) };
}

function trailOf(stretches: readonly Stretch[]) {
  return stretches.map(({ unitId, jobTitle, share, startsOn, endsBefore }) => ({
    ...{ unitId, jobTitle, share, startsOn, endsBefore },
  }));
}
