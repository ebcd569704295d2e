import { useFormat } from "~/i18n/format";
import { ChartFigure } from "~/ui/charts/chart-figure";
import { shownColumns, type FigureChart } from "./figure-table";

type ProjectFigureProps<Row> = {
  chart: FigureChart<Row>;
  /** The address of its files, without their ending. */
  href: string;
};

/** A chart with its finding, its table behind "show as table", and its PNG and CSV. */
export function ProjectFigure<Row>({ chart, href }: ProjectFigureProps<Row>) {
  const formats = useFormat();
  const { title, description, columns, rows, rowKey, build, height } = chart;
  return (
    <ChartFigure
      title={title}
      description={description}
      build={build}
      table={{ columns: shownColumns(columns, { rows, formats }), rows, rowKey }}
      pngHref={`${href}.png`}
      csvHref={`${href}.csv`}
      height={height}
    />
  );
}
