import { BookedThrough } from "~/features/funding/budget/booked-through";
import { BudgetChangeTable } from "~/features/funding/budget/budget-change-table";
import { BudgetTable } from "~/features/funding/budget/budget-table";
import { commitmentsHref } from "~/features/funding/budget/commitments-href";
import { FinancingTable } from "~/features/funding/budget/financing-table";
import { MoneyStats } from "~/features/funding/budget/money-stats";
import { UnplacedNotice } from "~/features/funding/budget/unplaced-notice";
import { OwnHoursParties } from "~/features/funding/own-hours/own-hours-parties";
import { ownHoursWorth } from "~/features/funding/own-hours/own-hours-worth";
import { usePeriod } from "~/features/funding/projects/period";
import { ProjectIdentitySections } from "~/features/funding/projects/project-identity";
import { IndicatorTable, resultHref } from "~/features/outcomes/indicator-table";
import { figureLinks } from "~/features/reports/page/figure-links";
import { useSpeech, useT } from "~/i18n/context";
import { formatsOf, useFormat } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { shareOf } from "~/terms/share";
import type { Chart } from "~/ui/charts/chart";
import { ChartFigure } from "~/ui/charts/chart-figure";
import { Link } from "~/ui/navigation";
import { ButtonLink, Page, Section } from "~/ui/page";
import { drawPlain, type Drawing } from "~/ui/told-table-view";
import { projectCharts } from "./project-charts";
import type { ProjectPageView } from "./project-page.queries.server";

/** A project on one page: money first, then outcomes, own hours, and its papers. */
export function ProjectPage({ view }: { view: ProjectPageView }) {
  const speech = useSpeech();
  const { t } = speech;
  const period = usePeriod();
  const { project, identity, money, hasEnded } = view;
  const { code, mayChange, maySetUp } = project;
  return (
    <Page
      title={projectFinding(view, speech)}
      lead={t("outcomes.page.lead", {
        name: project.name,
        unit: identity.unit,
        period: period(project),
      })}
      breadcrumb={[{ to: "/projects", label: t("access.nav.projects") }]}
      actions={
        <>
          {maySetUp && (
            <ButtonLink to={`/projects/${code}/setup`} variant="quiet">
              {t("funding.setUp.change")}
            </ButtonLink>
          )}
          {mayChange && <ButtonLink to="/import">{t("outcomes.page.import")}</ButtonLink>}
          <ButtonLink to="/reports" variant="primary">
            {t("outcomes.page.reports")}
          </ButtonLink>
        </>
      }
    >
      <MoneyStats money={money} hasEnded={hasEnded} code={code} />
      <BookedThrough bookedThrough={money.bookedThrough} />
      <UnplacedNotice unplaced={money.unplaced} code={code} mayChange={mayChange} />
      <Charts view={view} />
      <OwnHours view={view} />
      <Section title={t("outcomes.page.about")} lead={identity.purpose}>
        <ProjectIdentitySections identity={identity} />
        <BudgetChangeTable changes={view.budgetChanges} />
      </Section>
    </Page>
  );
}

function Charts({ view }: { view: ProjectPageView }) {
  const { money, indicators, outcomesOn, hasEnded, project } = view;
  const t = useT();
  const { formatDate } = useFormat();
  const { code, mayChange } = project;
  const { budget, cumulative, outcomes } = projectCharts(view, useSpeech());
  const href = `/projects/${code}/charts`;
  const linksOf = (key: string, { table }: Chart) => figureLinks({ code }, { key, table });
  const { draw, ...others } = linksOf("budget", budget);
  const outcomeLinks: Drawing = {
    draw: (place) => {
      const { column, row, shown } = place;
      const indicator = indicators.find(({ id }) => id === row.key);
      if (!indicator || column.key !== "actual") return drawPlain(place);
      if (indicator.actual === null) return drawPlain(place);
      return <Link to={resultHref(code, indicator)}>{shown}</Link>;
    },
  };
  const budgetLinks: Drawing = {
    ...others,
    draw: (place) => {
      const { column, row, shown } = place;
      if (column.key !== "committed" || !/[1-9]/.test(shown)) return draw?.(place);
      return <Link to={commitmentsHref(code, { lines: row.key.split(" ") })}>{shown}</Link>;
    },
  };
  return (
    <>
      <Section title={t("outcomes.page.budget")}>
        {money.lines.length > 0 && (
          <ChartFigure chart={budget} href={`${href}/budget`} links={budgetLinks} />
        )}
        <BudgetTable money={money} code={code} hasEnded={hasEnded} />
        <FinancingTable money={money} code={code} hasEnded={hasEnded} />
      </Section>
      <Section title={t("outcomes.page.overTime")}>
        <ChartFigure
          chart={cumulative}
          href={`${href}/cumulative`}
          links={linksOf("cumulative", cumulative)}
        />
      </Section>
      <Section
        title={t("outcomes.page.outcomes")}
        lead={hasEnded && t("outcomes.page.outcomesEnded", { date: formatDate(outcomesOn) })}
      >
        {indicators.length > 0 && (
          <ChartFigure chart={outcomes} href={`${href}/outcomes`} links={outcomeLinks} />
        )}
        <IndicatorTable indicators={indicators} code={code} mayChange={mayChange} />
      </Section>
    </>
  );
}

function OwnHours({ view }: { view: ProjectPageView }) {
  const speech = useSpeech();
  const { t } = speech;
  const { formatHours } = useFormat();
  const { money, parties, project } = view;
  const { ownHours, totals } = money;
  return (
    <Section
      title={t("outcomes.page.ownHours", { hours: formatHours(ownHours.accumulatedMinutes) })}
      lead={t("outcomes.page.ownHoursLead", {
        worth: ownHoursWorth({ ownHours, totals }, speech),
      })}
      actions={
        <ButtonLink to={`/projects/${project.code}/own-hours`} size="small">
          {t("outcomes.page.ownHoursRows")}
        </ButtonLink>
      }
    >
      <OwnHoursParties code={project.code} parties={parties} total={ownHours} />
    </Section>
  );
}

/** What the page tells before anything else: how much of the money against how much of the time. */
function projectFinding(view: ProjectPageView, { t, language }: Speech): string {
  const { formatPercent, formatTkr, formatDate } = formatsOf(language);
  const { project, money, asOf, timeShare, hasEnded } = view;
  const { paid } = money;
  const ofBudget = shareOf(paid.accumulatedOre, paid.budgetOre);
  const { code } = project;
  if (asOf < project.startsOn && paid.budgetOre !== 0) {
    const [starts, budget] = [formatDate(project.startsOn), formatTkr(paid.budgetOre)];
    return t("outcomes.page.findingComing", { code, starts, budget });
  }
  if (!ofBudget) return t("outcomes.page.findingNoBudget", { code });
  const shares = { spent: formatPercent(ofBudget), time: formatPercent(timeShare) };
  return t(hasEnded ? "outcomes.page.findingEnded" : "outcomes.page.finding", { code, ...shares });
}
