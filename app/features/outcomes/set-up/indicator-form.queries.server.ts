import type { Viewer } from "~/features/access/viewer";
import { findProject, type ProjectHead } from "~/features/funding/projects/projects.queries.server";
import type { PartPlace } from "~/features/funding/rules/set-up-parts";
import { seenState } from "~/features/organisation/seen-state.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { inForce } from "../rules/target-step";
import type { DecidedTarget } from "../rules/targets";
import { typedValue } from "../typed-value.schema";
import { mostTargets } from "./indicator-choices";
import { storedIndicator, type StoredIndicator } from "./stored-indicator.server";

export type IndicatorFormView = {
  project: ProjectHead;
  /** Null for one that is being added. */
  id: string | null;
  name: string;
  values: Record<string, string>;
  /** How many rows of targets the form has, empty ones included. */
  rowCount: number;
  /** Those that others have replaced. */
  earlierTargets: DecidedTarget[];
  today: IsoDate;
  seen: string;
  submissionId: string;
};

type Asked = PartPlace & { language: "sv" | "en"; today: IsoDate };

/** The form of an indicator; an empty one starts from 0 on the project's first day. */
export async function showIndicatorForm(
  db: Db,
  viewer: Viewer,
  { code, id, language, today }: Asked,
): Promise<IndicatorFormView> {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const head = { project, id, today, submissionId: crypto.randomUUID() };
  if (id === null) {
    const empty = { name: "", rowCount: 2, earlierTargets: [], seen: "" };
    return { ...head, ...empty, values: emptyValues(project, today) };
  }
  const indicator = await storedIndicator(db, { id, projectId: project.id });
  if (!indicator) return notFound();
  const targets = inForce(indicator.targets);
  return {
    ...head,
    name: indicator.name,
    rowCount: Math.min(mostTargets, targets.length + 2),
    earlierTargets: indicator.targets.filter(({ replacedOn }) => replacedOn !== null),
    seen: seenState(indicator),
    values: valuesOf(indicator, { targets, language, today }),
  };
}

function emptyValues({ startsOn }: ProjectHead, today: IsoDate): Record<string, string> {
  return {
    ...{ direction: "higher", cumulation: "sum", source: "typed", baseline: "0" },
    ...{ baselineOn: startsOn, targetsSince: "start", decidedOn: today },
  };
}

type Shown = { targets: DecidedTarget[]; language: "sv" | "en"; today: IsoDate };

function valuesOf(
  { name, unit, cumulation, direction, source, baseline, baselineOn }: StoredIndicator,
  { targets, language, today }: Shown,
): Record<string, string> {
  return {
    ...{ name, unit, cumulation, direction, source, baselineOn },
    ...{ baseline: typedValue(baseline, language), targetsSince: "decided", decidedOn: today },
    ...Object.fromEntries(
      targets.flatMap(({ dueOn, value }, number) => [
        [`dueOn${number}`, dueOn],
        [`target${number}`, typedValue(value, language)],
      ]),
    ),
  };
}
