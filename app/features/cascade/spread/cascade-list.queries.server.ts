import type { Viewer } from "~/features/access/viewer";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import {
  chooseGroup,
  groupOf,
  listGroups,
  type ChosenGroup,
  type GroupOptions,
} from "../groups/cascade-groups.queries.server";
import { spreadFigures } from "../history/spread-figures.queries.server";
import type { CascadeGroup } from "../rules/cascade-group";
import type { Reach } from "../rules/reach";

/** One method of the group, as the list of them shows it. */
export type MethodRow = {
  code: string;
  name: string;
  reach: Reach;
  /** The highest generation that anybody has or was taught; null where nobody has acquired it. */
  lastGeneration: number | null;
  carriers: number;
  /** Of the carriers, whom the method was meant for. */
  carriersInGroup: number;
  deadEnds: number;
  /** Of these, whom the method was meant for, left or not. */
  deadEndsInGroup: number;
  /** Of these, who stand beside the group and are active; the rest have left. */
  deadEndsBeside: number;
  /** Counted ones. */
  handOvers: number;
};

export type CascadeList = {
  options: GroupOptions;
  /** Null for a viewer without any group to follow. */
  group: { query: string; name: string } | null;
  methods: MethodRow[];
};

/** The methods of a group: a project's frozen ones, or what a unit requires or has learned. */
export async function listCascades(
  db: Db,
  viewer: Viewer,
  { project, unit, today }: { project: string | null; unit: string | null; today: IsoDate },
): Promise<CascadeList> {
  const options = await listGroups(db, viewer, today);
  const chosen = chooseGroup(options, { project, unit });
  if (!chosen) return { options, group: null, methods: [] };
  const group = await groupOf(db, chosen);
  const figures = await spreadFigures(db, {
    competenceIds: await competencesOf(db, { chosen, group, today }),
    group,
    asOf: today,
  });
  return {
    options,
    group: { query: chosen.query, name: chosen.name },
    methods: figures.map(
      ({ code, name, reach, generations, carriers, carriersInGroup, handOvers, ...ends }) => ({
        ...{ code, name, reach, carriers, carriersInGroup, handOvers },
        ...{ deadEnds: ends.deadEnds, deadEndsInGroup: ends.deadEndsInGroup },
        deadEndsBeside: ends.deadEndsBeside,
        lastGeneration: generations.at(-1)?.generation ?? null,
      }),
    ),
  };
}

async function competencesOf(
  db: Db,
  { chosen, group, today }: { chosen: ChosenGroup; group: CascadeGroup; today: IsoDate },
): Promise<string[]> {
  if (chosen.kind === "project") return chosen.project.competenceIds;
  if (!("unitIds" in group)) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    select competence_id as id from required_of(${group.unitIds}::uuid[], ${today}::date)
    union
    select competence_id from circles_in(${group.unitIds}::uuid[], ${today}::date)`;
  return rows.map(({ id }) => id);
}
