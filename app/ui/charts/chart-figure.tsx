import {
  lazy,
  Suspense,
  useEffect,
  useId,
  useState,
  type ComponentType,
  type ReactNode,
} from "react";
import type { ChartConfiguration } from "chart.js";
import { Download } from "lucide-react";
import { useT } from "~/i18n/context";
import { DataTable, type Column } from "../data-table";
import { Disclosure } from "../page/disclosure";
import type { ChartDrawingProps } from "./chart-canvas";
import type { ChartSetting } from "./look";

const ChartDrawing = lazy<ComponentType<ChartDrawingProps>>(() =>
  import("./chart-canvas").then(
    ({ ChartCanvas }) => ({ default: ChartCanvas }),
    // Gone with an earlier version of the app, or out of reach: the server's picture will do.
    () => ({ default: ChartImage }),
  ),
);

type ChartFigureProps<Row> = {
  /** The finding in a sentence: "Kurserna har kostat mindre än planerat". */
  title: string;
  /** What is drawn, over which period, from which figures; also read aloud with the title. */
  description: string;
  id?: string;
  /**
   * Makes the configuration from the same rows as the table, in the page's language and colours:
   * `(setting) => budgetBars(rows, setting)`. The PNG route calls the same builder.
   */
  build: (setting: ChartSetting) => ChartConfiguration;
  table: {
    columns: Column<Row>[];
    rows: Row[];
    rowKey: (row: Row) => string;
    footer?: Record<string, ReactNode>;
  };
  /** The same chart drawn by the server: shown without JavaScript, offered for download. */
  pngHref?: string;
  csvHref?: string;
  /** Of the drawing, in px: reserved before anything is loaded. Bars want about 56 px a row, bullets 72. */
  height?: number;
  level?: 2 | 3 | 4;
};

/** A chart with its finding, its table and its files. A chart never stands alone. */
export function ChartFigure<Row>(props: ChartFigureProps<Row>) {
  const { title, description, id, build, table, pngHref, csvHref, height = 320, level = 3 } = props;
  const t = useT();
  const titleId = useId();
  const label = `${title}. ${description}`;
  const Heading = `h${level}` as const;
  return (
    <figure className="chart" id={id} aria-labelledby={titleId}>
      <figcaption className="chart-head">
        <Heading id={titleId}>{title}</Heading>
        <p className="soft">{description}</p>
      </figcaption>
      <div className="chart-box">
        <svg className="chart-room" width="1" height={height} aria-hidden="true" />
        <div className="chart-drawing">
          <AfterHydration>
            <Suspense fallback={null}>
              <ChartDrawing label={label} build={build} pngHref={pngHref} />
            </Suspense>
          </AfterHydration>
          <noscript>
            <ChartImage label={label} pngHref={pngHref} />
          </noscript>
        </div>
      </div>
      <div className="chart-foot">
        <Disclosure summary={t("ui.showAsTable")}>
          <DataTable {...table} caption={t("ui.chart.table", { title })} hideCaption />
        </Disclosure>
        <ChartFiles pngHref={pngHref} csvHref={csvHref} title={title} />
      </div>
    </figure>
  );
}

/** The chart as the server draws it; where it draws none, its table says the same. */
function ChartImage({ label, pngHref }: Omit<ChartDrawingProps, "build">) {
  return pngHref ? <img className="chart-image" src={pngHref} alt={label} /> : null;
}

function AfterHydration({ children }: { children: ReactNode }) {
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return isHydrated ? <>{children}</> : null;
}

type ChartFilesProps = { pngHref?: string; csvHref?: string; title: string };

/** Plain links: files are not pages of the router. */
function ChartFiles({ pngHref, csvHref, title }: ChartFilesProps) {
  const t = useT();
  if (!pngHref && !csvHref) return null;
  return (
    <div className="chart-files">
      {pngHref && (
        <a href={pngHref} download aria-label={`${t("ui.chart.downloadPng")}: ${title}`}>
          <Download aria-hidden="true" />
          {t("ui.chart.downloadPng")}
        </a>
      )}
      {csvHref && (
        <a href={csvHref} download aria-label={`${t("ui.chart.downloadCsv")}: ${title}`}>
          <Download aria-hidden="true" />
          {t("ui.chart.downloadCsv")}
        </a>
      )}
    </div>
  );
}
