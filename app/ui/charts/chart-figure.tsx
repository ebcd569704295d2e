import {
  lazy,
  Suspense,
  useEffect,
  useId,
  useState,
  type ComponentType,
  type ReactNode,
} from "react";
import { Download } from "lucide-react";
import { useT } from "~/i18n/context";
import { Disclosure } from "../page/disclosure";
import { ToldTableView, type Drawing } from "../told-table-view";
import type { Chart } from "./chart";
import type { ChartDrawingProps } from "./chart-canvas";

const ChartDrawing = lazy<ComponentType<ChartDrawingProps>>(() =>
  import("./chart-canvas").then(
    ({ ChartCanvas }) => ({ default: ChartCanvas }),
    // Gone with an earlier version of the app, or out of reach: the server's picture will do.
    () => ({ default: ChartImage }),
  ),
);

type ChartFigureProps = {
  chart: Chart;
  /** The address of its files, without their ending: the server's drawing and the rows. */
  href: string;
  /** Where the figures of its table lead. */
  links?: Pick<Drawing, "draw" | "drawTotal">;
};

/** A chart with its finding, its table and its files. A chart never stands alone. */
export function ChartFigure({ chart, href, links }: ChartFigureProps) {
  const t = useT();
  const titleId = useId();
  const { finding, description, table, drawing, height } = chart;
  const [label, pngHref] = [`${finding}. ${description}`, `${href}.png`];
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption className="chart-head">
        <h3 id={titleId}>{finding}</h3>
        <p className="soft">{description}</p>
      </figcaption>
      <div className="chart-box">
        <svg className="chart-room" width="1" height={height} aria-hidden="true" />
        <div className="chart-drawing">
          <AfterHydration>
            <Suspense fallback={null}>
              <ChartDrawing label={label} drawing={drawing} pngHref={pngHref} />
            </Suspense>
          </AfterHydration>
          <noscript>
            <ChartImage label={label} pngHref={pngHref} />
          </noscript>
        </div>
      </div>
      <div className="chart-foot">
        <Disclosure summary={t("ui.showAsTable")}>
          <ToldTableView
            table={table}
            caption={t("ui.chart.table", { title: finding })}
            hideCaption
            {...links}
          />
        </Disclosure>
        <ChartFiles href={href} title={finding} />
      </div>
    </figure>
  );
}

/** The chart as the server draws it. */
function ChartImage({ label, pngHref }: Omit<ChartDrawingProps, "drawing">) {
  return <img className="chart-image" src={pngHref} alt={label} />;
}

function AfterHydration({ children }: { children: ReactNode }) {
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return isHydrated ? <>{children}</> : null;
}

const fileWords = { png: "ui.chart.downloadPng", csv: "ui.chart.downloadCsv" } as const;

/** Plain links: files are not pages of the router. */
function ChartFiles({ href, title }: { href: string; title: string }) {
  const t = useT();
  return (
    <div className="chart-files">
      {(["png", "csv"] as const).map((format) => (
        <a
          key={format}
          href={`${href}.${format}`}
          download
          aria-label={`${t(fileWords[format])}: ${title}`}
        >
          <Download aria-hidden="true" />
          {t(fileWords[format])}
        </a>
      ))}
    </div>
  );
}
