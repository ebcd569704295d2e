import type { Viewer } from "~/features/access/viewer";
import {
  countedRows,
  reachedRows,
  trainedRows,
  type CountedRow,
  type ReachedRow,
  type Rows,
  type TrainedRow,
} from "~/features/cascade/spread/project-rows.queries.server";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { IndicatorView } from "../indicator-view";
import { projectIndicators } from "../indicators.queries.server";
import type { ComputedSource } from "../rules/computed-sources";
import { outcomeDay } from "../rules/outcome-day";

/** What an indicator counts, by what it is computed from. */
export type ComputedRows =
  | ({ source: "trained-people" } & Rows<TrainedRow>)
  | ({ source: "reach-percent" } & Rows<ReachedRow>)
  | ({ source: "hand-overs" } & Rows<CountedRow>);

export type ComputedRowsView = {
  project: { code: string; name: string };
  indicator: IndicatorView;
  rows: ComputedRows;
  page: number;
};

/** A computed indicator with the rows behind its result, a page at a time. */
export async function showComputedRows(
  db: Db,
  viewer: Viewer,
  { code, id, page, today }: { code: string; id: string; page: number; today: IsoDate },
): Promise<ComputedRowsView> {
  const project = await findProject(db, viewer, { code });
  const asOf = outcomeDay(project, today);
  const indicators = await projectIndicators(db, { projectId: project.id, asOf });
  const indicator = indicators.find((each) => each.id === id);
  if (!indicator?.source) return notFound();
  const asked = { projectId: project.id, asOf, page };
  const rows = await rowsOf[indicator.source](db, asked);
  return { project: { code: project.code, name: project.name }, indicator, rows, page };
}

type Asked = { projectId: string; asOf: IsoDate; page: number };

const rowsOf: Record<ComputedSource, (db: Db, asked: Asked) => Promise<ComputedRows>> = {
  "trained-people": async (db, asked) => ({
    source: "trained-people",
    ...(await trainedRows(db, asked)),
  }),
  "reach-percent": async (db, asked) => ({
    source: "reach-percent",
    ...(await reachedRows(db, asked)),
  }),
  "hand-overs": async (db, asked) => ({ source: "hand-overs", ...(await countedRows(db, asked)) }),
};
