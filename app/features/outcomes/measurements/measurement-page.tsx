import type { ReactNode } from "react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { ButtonLink, Notice, Page } from "~/ui/page";
import { formatValue } from "../outcome-chart";
import type { MeasurementView } from "./measurement-form.queries.server";

type MeasurementPageProps = { view: MeasurementView; title: string; children: ReactNode };

/** A page with one form about a measurement, below its indicator; without it once that is gone. */
export function MeasurementPage({ view, title, children }: MeasurementPageProps) {
  const t = useT();
  const formats = useFormat();
  const { project, indicator, measuredOn, value, isGone } = view;
  const back = measurementsHref(view);
  return (
    <Page
      width="narrow"
      title={title}
      lead={t("outcomes.measurement.which", {
        date: formats.formatDate(measuredOn),
        value: `${formatValue(value, formats)} ${indicator.unit}`,
      })}
      breadcrumb={[
        { to: "/projects", label: t("access.nav.projects") },
        { to: `/projects/${project.code}`, label: project.name },
        { to: back, label: indicator.name },
      ]}
    >
      {isGone ? (
        <Notice tone="info" title={t("outcomes.errors.measurementGone")}>
          <ButtonLink to={back}>{t("outcomes.measurement.back")}</ButtonLink>
        </Notice>
      ) : (
        children
      )}
    </Page>
  );
}

/** The page of an indicator's measurements. */
export function measurementsHref({
  project,
  indicator,
}: {
  project: { code: string };
  indicator: { id: string };
}): string {
  return `/projects/${project.code}/indicators/${indicator.id}/measurements`;
}
