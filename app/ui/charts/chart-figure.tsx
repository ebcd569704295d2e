import { lazy, Suspense, useEffect, useId, useState, type ReactNode } from "react";
import { Download } from "lucide-react";
import { useSpeech, useT } from "~/i18n/context";
import { inWords } from "~/tables/table";
import { Disclosure } from "../page/disclosure";
import { TableView } from "../table-view";
import type { Chart } from "./chart";

const ChartCanvas = lazy(async () => ({ default: (await import("./chart-canvas")).ChartCanvas }));

type ChartFigureProps = {
  chart: Chart;
  /** The address of its files, without their ending: the server's drawing and the rows. */
  href: string;
};

/** A chart with its finding, its table and its files. A chart never stands alone. */
export function ChartFigure({ chart, href }: ChartFigureProps) {
  const speech = useSpeech();
  const titleId = useId();
  const title = inWords(chart.finding, speech);
  const description = inWords(chart.description, speech);
  const label = `${title}. ${description}`;
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption className="chart-head">
        <h3 id={titleId}>{title}</h3>
        <p className="soft">{description}</p>
      </figcaption>
      <div className="chart-box">
        <svg className="chart-room" width="1" height={chart.height(speech)} aria-hidden="true" />
        <div className="chart-drawing">
          <AfterHydration>
            <Suspense fallback={null}>
              <ChartCanvas label={label} build={chart.build} />
            </Suspense>
          </AfterHydration>
          <noscript>
            <img className="chart-image" src={`${href}.png`} alt={label} />
          </noscript>
        </div>
      </div>
      <div className="chart-foot">
        <Disclosure summary={speech.t("ui.showAsTable")}>
          <TableView
            table={chart.table}
            caption={speech.t("ui.chart.table", { title })}
            hideCaption
          />
        </Disclosure>
        <ChartFiles href={href} title={title} />
      </div>
    </figure>
  );
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
