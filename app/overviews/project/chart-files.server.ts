import type { Viewer } from "~/features/access/viewer";
import { budgetChart } from "~/features/funding/budget/budget-chart";
import { cumulativeChart } from "~/features/funding/budget/cumulative-chart";
import type { FigureChart, Speech } from "~/features/funding/figures/figure-table";
import { outcomeChart } from "~/features/outcomes/outcome-chart";
import { writeCsv } from "~/formats/csv-writer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { lightLook } from "~/ui/charts/look";
import { renderChartPng } from "~/ui/charts/render-png.server";
import { showProject, type ProjectPageView } from "./project-page.queries.server";

export type ChartFile = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * A chart of a project's page as a file, by the file's name in its address (`budget.png`): drawn
 * by the server, or its rows. From the page's own query, so that the file says what the page says.
 */
export async function projectChartFile(
  db: Db,
  viewer: Viewer,
  { code, file, today, speech }: { code: string; file: string; today: IsoDate; speech: Speech },
): Promise<ChartFile> {
  const [chartName = "", kind] = file.split(".");
  const makeChart = charts.get(chartName);
  const write = kind === "png" ? png : kind === "csv" ? csv : undefined;
  if (!makeChart || !write || file !== `${chartName}.${kind}`) return notFound();
  const view = await showProject(db, viewer, { code, today });
  const written = await write(makeChart(view, speech), { project: view.project.name, speech });
  return { name: `${view.project.code}-${chartName}-${today}.${kind}`, ...written };
}

/** A chart whose rows only its own CSV knows. */
type DrawnChart = Pick<FigureChart<never>, "title" | "description" | "build" | "height"> & {
  csv: () => Uint8Array<ArrayBuffer>;
};

const charts = new Map<string, (view: ProjectPageView, speech: Speech) => DrawnChart>([
  ["budget", (view, speech) => drawn(budgetChart(view, speech))],
  [
    "cumulative",
    ({ points, money, asOf, hasEnded }, speech) =>
      drawn(cumulativeChart({ points, paid: money.paid, asOf, hasEnded }, speech)),
  ],
  [
    "outcomes",
    ({ indicators, outcomesOn }, speech) =>
      drawn(outcomeChart({ indicators, asOf: outcomesOn }, speech)),
  ],
]);

function drawn<Row>(chart: FigureChart<Row>): DrawnChart {
  const { title, description, build, height } = chart;
  return { title, description, build, height, csv: () => writeCsv(chart) };
}

type FileText = { project: string; speech: Speech };

async function csv(chart: DrawnChart) {
  return { mediaType: "text/csv; charset=utf-8", bytes: chart.csv() };
}

async function png(chart: DrawnChart, { project, speech }: FileText) {
  const picture = await renderChartPng(chart.build({ ...speech, look: lightLook }), {
    width: 960,
    height: chart.height + 120,
    title: chart.title,
    subtitle: `${project}. ${chart.description}`,
  });
  return { mediaType: "image/png", bytes: new Uint8Array(picture) };
}
