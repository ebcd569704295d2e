import { ChartFigure } from "~/ui/charts/chart-figure";
import { Section } from "~/ui/page";
import type { ReportSection } from "../tables/report-sections";
import type { ToldReport } from "../tables/told-report";
import { figureLinks } from "./figure-links";
import type { RowsOf } from "./rows-href";
import { FactCards, SectionView } from "./section-view";

type ReportPartsProps = { told: ToldReport; charts: string; rows: RowsOf | null };

/** Everything that a report says, part by part; of each part the charts first. */
export function ReportParts({ told, charts, rows }: ReportPartsProps) {
  const { parts, sections } = told;
  return parts.map(({ key: part, title, lead }) => {
    const here = sections.filter((section) => section.part === part && isTold(section));
    const cards = here.filter(({ as }) => as === "cards");
    if (here.length === 0) return null;
    return (
      <Section key={part} title={title} lead={lead}>
        {here.map(
          (section) =>
            section.chart && (
              <ChartFigure
                key={section.key}
                chart={section.chart}
                href={`${charts}/${section.key}`}
                links={rows ? figureLinks(rows, section) : undefined}
              />
            ),
        )}
        {cards.length > 0 && (
          <div className="grid">
            {cards.map(({ key, table }) => (
              <FactCards key={key} table={table} />
            ))}
          </div>
        )}
        {here
          .filter(({ as, chart }) => as !== "cards" && !chart)
          .map((section) => (
            <SectionView key={section.key} section={section} rows={rows} />
          ))}
      </Section>
    );
  });
}

/** Whether there is anything in it for the page to show. */
function isTold({ table: { rows }, empty }: ReportSection): boolean {
  return empty !== undefined || rows.some(({ isBlank }) => !isBlank);
}
