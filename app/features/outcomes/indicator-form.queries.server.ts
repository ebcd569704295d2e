import type { Viewer } from "~/features/access/viewer";
import { findProject, type ProjectHead } from "~/features/funding/projects/projects.queries.server";
import type { PartPlace } from "~/features/funding/rules/set-up-parts";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { toIsoDate } from "~/terms/day";
import { mostTargets } from "./indicator-form.schema";

export type IndicatorFormView = {
  project: ProjectHead;
  /** Null for one that is being added. */
  id: string | null;
  name: string;
  values: Record<string, string>;
  /** How many rows of targets the form has, empty ones included. */
  rowCount: number;
  submissionId: string;
};

/** The form of an indicator; an empty one starts from 0 on the project's first day. */
export async function showIndicatorForm(
  db: Db,
  viewer: Viewer,
  { code, id, language }: PartPlace & { language: "sv" | "en" },
): Promise<IndicatorFormView> {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const head = { project, id, submissionId: crypto.randomUUID() };
  if (id === null) {
    const values = { direction: "higher", cumulation: "sum", source: "typed", baseline: "0" };
    return { ...head, name: "", rowCount: 2, values: { ...values, baselineOn: project.startsOn } };
  }
  const indicator = await db.indicator.findFirst({
    where: { id, projectId: project.id },
    include: { targets: { orderBy: { dueOn: "asc" } } },
  });
  if (!indicator) return notFound();
  const typed = (number: { toString: () => string }) =>
    language === "sv" ? number.toString().replace(".", ",") : number.toString();
  const { name, unit, cumulation, targets } = indicator;
  return {
    ...head,
    name,
    rowCount: Math.min(mostTargets, targets.length + 2),
    values: {
      ...{ name, unit, cumulation, source: indicator.source ?? "typed" },
      direction: indicator.higherIsBetter ? "higher" : "lower",
      baseline: typed(indicator.baseline),
      baselineOn: toIsoDate(indicator.baselineOn),
      ...Object.fromEntries(
        targets.flatMap(({ dueOn, value }, number) => [
          [`dueOn${number}`, toIsoDate(dueOn)],
          [`target${number}`, typed(value)],
        ]),
      ),
    },
  };
}
