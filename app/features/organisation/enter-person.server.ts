import type { Transaction } from "~/platform/db.server";
import { refuseTaken } from "~/platform/taken.server";
import type { Stretch } from "./stretches";
import { writeStretches } from "./write-stretches.server";

export type NewPerson = {
  authorityId: string;
  givenName: string;
  familyName: string;
  email: string | null;
  place: Omit<Stretch, "id">;
};

/** The place of whoever joins on a day for all of their time, of whose end nothing is known. */
export function placeOfWholeTime(
  place: Pick<Stretch, "unitId" | "startsOn"> & { jobTitle?: string },
): NewPerson["place"] {
  return { jobTitle: "", share: 100, endsBefore: null, ...place };
}

/** Enters somebody, with where they work, in the caller's transaction. Returns the person's id. */
export async function enterPerson(
  tx: Transaction,
  { place, ...person }: NewPerson,
): Promise<string> {
  const { id } = await tx.person
    .create({ data: person, select: { id: true } })
    .catch(refuseTaken("email", "organisation.people.emailTaken"));
  await writeStretches(tx, id, { before: [], after: [{ id: null, ...place }] });
  return id;
}
