import { expect } from "vitest";
import type { Viewer } from "~/features/access/viewer";
import { loadViewer } from "~/features/access/viewer.queries.server";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { personKeys, unitKeys, type PersonKey, type UnitKey } from "../competence/random-facts";
import { projectKeys, projectUnits, type ProjectKey } from "./page-facts";
import type { World } from "./page-world";
import { homeOn, seenIn, unitsBelow, unitsOn } from "./told-of-people";

/** Somebody who looks, with what they reach by the facts. */
export type Looking = {
  viewer: Viewer;
  self: PersonKey | null;
  /** The units that they manage; an administrator has the authority's in reach, and manages none. */
  manages: UnitKey[];
  isAdministrator: boolean;
  projects: ProjectKey[];
  /** Whose records they may look into. */
  inReach: PersonKey[];
};

/** Facts, a day, and who looks on it. */
export type Asked = { world: World; today: IsoDate; looking: Looking };

/** Everybody's viewer on a day, as their sign-in loads it. */
export async function viewersOf(db: Database, world: World, today: IsoDate) {
  const load = async (account: keyof World["accounts"]) => {
    const viewer = await loadViewer(db, world.accounts[account], today);
    if (!viewer) throw new Error("Nobody has the account");
    return viewer;
  };
  const reachOf = (manages: UnitKey[], self: PersonKey | null) => {
    const seen = seenIn(world, manages, today);
    return personKeys.filter((person) => person === self || seen.includes(person));
  };
  const looking = async (
    account: keyof World["accounts"],
    { self = null, manages = [], projects = [] }: Partial<Looking>,
  ): Promise<Looking> => {
    const viewer = await load(account);
    const isAdministrator = account === "administrator";
    expect(viewer.personId).toBe(self && world.people[self]);
    expect(viewer.unitId).toBe(self && world.units[homeOn(world, self, today).unit]);
    const own = self ? unitsOn(world, self, today) : [];
    expect([...viewer.unitIds].sort()).toEqual(own.map((unit) => world.units[unit]).sort());
    expect([...viewer.managedUnitIds].sort()).toEqual(
      manages.map((key) => world.units[key]).sort(),
    );
    const managed = isAdministrator ? [] : projects;
    expect([...viewer.managedProjectIds].sort()).toEqual(
      managed.map((key) => world.projects[key]).sort(),
    );
    const inReach = isAdministrator ? [...personKeys] : reachOf(manages, self);
    return { viewer, self, manages, isAdministrator, projects, inReach };
  };
  return {
    administrator: await looking("administrator", { projects: [...projectKeys] }),
    manager: await looking("manager", {
      self: "ann",
      manages: unitsBelow("left"),
      projects: projectKeys.filter((key) => unitsBelow("left").includes(projectUnits[key])),
    }),
    employee: await looking("employee", { self: "bo" }),
    projectManager: await looking("project_manager", { self: "cia", projects: ["far"] }),
    funder: await load("funder"),
  };
}
export type Viewers = Awaited<ReturnType<typeof viewersOf>>;

/** The units that they may look into, by the page that names them. */
export function unitsInReach({ isAdministrator, manages }: Looking): UnitKey[] {
  return isAdministrator ? [...unitKeys] : manages;
}
