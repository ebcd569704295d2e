import { useSpeech } from "~/i18n/context";
import { formatsOf } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { shareOf } from "~/terms/share";
import { ChartFigure } from "~/ui/charts/chart-figure";
import { Section } from "~/ui/page";
import type { Report } from "../rules/report";
import {
  pageParts,
  reportSections,
  type PagePart,
  type ReportSection,
} from "../tables/report-sections";
import { FactCards, SectionView } from "./section-view";

/** Everything that a report says, part by part; of each part the charts first. */
export function ReportParts({ id, report }: { id: string; report: Report }) {
  const speech = useSpeech();
  const told = reportSections(report).filter(isTold);
  return pageParts.map((part) => {
    const sections = told.filter((section) => section.part === part);
    const cards = sections.filter(({ as }) => as === "cards");
    if (sections.length === 0) return null;
    return (
      <Section key={part} {...headings[part](report, speech)}>
        {sections.map(
          ({ key, chart }) =>
            chart && <ChartFigure key={key} chart={chart} href={`/reports/${id}/charts/${key}`} />,
        )}
        {cards.length > 0 && (
          <div className="grid">
            {cards.map(({ key, table }) => (
              <FactCards key={key} table={table} />
            ))}
          </div>
        )}
        {sections
          .filter(({ as, chart }) => as !== "cards" && !chart)
          .map((section) => (
            <SectionView key={section.key} section={section} />
          ))}
      </Section>
    );
  });
}

/** Whether there is anything in it for the page to show. */
function isTold({ table: { rows, isBlank }, empty }: ReportSection): boolean {
  return empty !== undefined || rows.some((row) => !isBlank?.(row));
}

type Heading = { title: string; lead?: string };

const headings: Record<PagePart, (report: Report, speech: Speech) => Heading> = {
  about: ({ project }, { t }) => ({ title: t("reports.identity.heading"), lead: project.purpose }),
  money: (_report, { t }) => ({ title: t("reports.money.title"), lead: t("reports.money.lead") }),
  time: (_report, { t }) => ({ title: t("funding.cumulative.title") }),
  "own-hours": ({ ownHours, money }, { t, language }) => {
    const { formatHours, formatTkr, formatPercent } = formatsOf(language);
    const ofAll = shareOf(ownHours.accumulatedOre, money.totals.accumulatedOre);
    return {
      title: t("reports.hours.finding", { hours: formatHours(ownHours.accumulatedMinutes) }),
      lead: t("reports.hours.lead", {
        amount: formatTkr(ownHours.accumulatedOre),
        share: formatPercent(ofAll),
      }),
    };
  },
  training: (_report, { t }) => ({
    title: t("reports.training.title"),
    lead: t("reports.training.lead"),
  }),
  cascade: (_report, { t }) => ({
    title: t("reports.cascade.title"),
    lead: t("reports.cascade.lead"),
  }),
  outcomes: (_report, { t }) => ({ title: t("reports.indicators.title") }),
  texts: (_report, { t }) => ({ title: t("reports.texts.title") }),
  papers: (_report, { t }) => ({ title: t("reports.identity.papers") }),
};
