import type { Viewer } from "~/features/access/viewer";
import {
  requiredGroups,
  type RequiredGroup,
} from "~/features/cascade/groups/required-groups.queries.server";
import { offeredDay } from "~/features/cascade/rules/frozen-group";
import { findProject, type ProjectHead } from "~/features/funding/projects/projects.queries.server";
import { moneySetUp, type MoneySetUp } from "~/features/funding/set-up/set-up.queries.server";
import {
  indicatorSetUp,
  type IndicatorSetUp,
} from "~/features/outcomes/set-up/indicator-set-up.queries.server";
import { withdrawnIndicators } from "~/features/outcomes/set-up/withdrawn-indicators.queries.server";
import type { WithdrawnThing } from "~/features/funding/set-up/withdrawn-list";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** What is entered of a project, and what it still lacks. */
export type ProjectSetUpView = {
  project: ProjectHead;
  money: MoneySetUp;
  indicators: IndicatorSetUp[];
  groups: RequiredGroup[];
  /** Indicators that were taken back. */
  withdrawn: WithdrawnThing[];
  /** The day whose people those groups have that aren't frozen. */
  groupsOn: IsoDate;
  missing: { indicators: boolean; targets: boolean; groups: boolean };
};

/** The set-up of a project, for those who may change it. */
export async function showSetUp(
  db: Db,
  viewer: Viewer,
  { code, today }: { code: string; today: IsoDate },
): Promise<ProjectSetUpView> {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const groupsOn = offeredDay(project, today);
  const [money, indicators, groups, withdrawn] = await Promise.all([
    moneySetUp(db, project),
    indicatorSetUp(db, { projectId: project.id, today }),
    requiredGroups(db, { projectId: project.id, day: groupsOn, today }),
    withdrawnIndicators(db, project.id),
  ]);
  const missing = {
    indicators: indicators.length === 0,
    targets: indicators.some(({ targets }) => targets.length === 0),
    groups: groups.some(({ frozen }) => frozen === null),
  };
  return { project, money, indicators, withdrawn, groups, groupsOn, missing };
}
