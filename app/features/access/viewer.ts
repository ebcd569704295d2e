import type { Language } from "~/i18n/language";
import type { IsoDate } from "~/terms/day";

export const roles = ["employee", "manager", "project_manager", "funder", "administrator"] as const;
export type Role = (typeof roles)[number];

/**
 * The signed-in person as the rest of the program knows them: plain ids, and how far their
 * roles reach. Reads start from these ids, so that what a viewer can't reach doesn't exist.
 */
export type Viewer = {
  accountId: string;
  name: string;
  language: Language | null;
  /** Null for a funder, who belongs to no authority of ours. */
  authorityId: string | null;
  /** The person that the account belongs to; null for those who are not staff. */
  personId: string | null;
  /** The unit that the person is placed in, as `home_of` says it for today. */
  unitId: string | null;
  /** All units that the person works in today; where there is none, that one. */
  unitIds: string[];
  roles: Role[];
  /** Units that the viewer manages, with all units below them. */
  managedUnitIds: string[];
  /** Projects that the viewer manages: as project manager, or as manager of their unit. */
  managedProjectIds: string[];
  /** Projects whose shared reports the viewer reads as funder. */
  fundedProjectIds: string[];
  /** The day on which the viewer looks: whom they may look at is decided by it. */
  today: IsoDate;
};

export function hasRole(viewer: Viewer, ...wanted: Role[]): boolean {
  return viewer.roles.some((role) => wanted.includes(role));
}

/** The role that decides the viewer's start page: the one with the widest work. */
export function leadingRole(viewer: Viewer): Role {
  const order: Role[] = ["administrator", "manager", "project_manager", "funder", "employee"];
  return order.find((role) => viewer.roles.includes(role)) ?? "employee";
}
