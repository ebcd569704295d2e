import type { ReactNode } from "react";
import type { Speech } from "~/features/funding/figures/figure-table";
import { useFormat } from "~/i18n/format";
import { ChartFigure } from "~/ui/charts/chart-figure";
import { DataTable } from "~/ui/data-table";
import type { Report } from "../rules/report";
import { pageColumns, type ReportChart, type ReportTable } from "../tables/report-columns";

/** What every part of a report's page is given. */
export type PartProps = { id: string; report: Report; speech: Speech };

type ReportTableViewProps<Row> = {
  table: ReportTable<Row>;
  rowKey: (row: Row, index: number) => string;
  /** The caption is read aloud but not shown: where a heading just above says the same. */
  hideCaption?: boolean;
  empty?: ReactNode;
};

type ReportFigureProps<Row> = {
  chart: ReportChart<Row>;
  /** The address of its files, without their ending. */
  href: string;
};

/** A chart of a report with its finding, its table and its files. */
export function ReportFigure<Row>({ chart, href }: ReportFigureProps<Row>) {
  const formats = useFormat();
  const { title, description, rows, rowKey, build, height } = chart;
  return (
    <ChartFigure
      title={title}
      description={description}
      build={build}
      table={{ columns: pageColumns(chart, formats), rows, rowKey }}
      pngHref={`${href}.png`}
      csvHref={`${href}.csv`}
      height={height}
    />
  );
}

/** A table of a report on its page. */
export function ReportTableView<Row>(props: ReportTableViewProps<Row>) {
  const { table, rowKey, hideCaption, empty } = props;
  const formats = useFormat();
  const { title, rows, total } = table;
  const columns = pageColumns(table, formats);
  return (
    <DataTable
      caption={title}
      hideCaption={hideCaption}
      columns={columns}
      rows={rows}
      rowKey={(row) => rowKey(row, rows.indexOf(row))}
      footer={total && Object.fromEntries(columns.map(({ key, cell }) => [key, cell(total)]))}
      empty={empty}
    />
  );
}
