import { useLoaderData } from "@remix-run/react";
import { OwnHoursFilter } from "~/features/funding/own-hours/own-hours-filter";
import { ownHoursFilter } from "~/features/funding/own-hours/own-hours-filter.schema";
import { ownHoursHref } from "~/features/funding/own-hours/own-hours-href";
import { OwnHoursTable } from "~/features/funding/own-hours/own-hours-table";
import { listOwnHours } from "~/features/funding/own-hours/own-hours.queries.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { useSpeech, useT } from "~/i18n/context";
import { formatsOf, useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import type { Speech } from "~/i18n/translator";
import { pageNumber } from "~/platform/paging";
import { Link } from "~/ui/navigation";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>(
  (t, { project }) => `${t("funding.stat.ownHours")}, ${project.code}`,
);

export const loader = forProject(
  ({ db, viewer, today, params, url }) =>
    listOwnHours(db, viewer, {
      code: params.code ?? "",
      filter: ownHoursFilter(url),
      page: pageNumber(url),
      today,
    }),
  projectRoles,
);

export default function OwnHours() {
  const view = useLoaderData<typeof loader>();
  const { project, lines, parties, filter, rows, awaiting, page, pageCount } = view;
  const t = useT();
  const { formatHours, formatKronor } = useFormat();
  const { code, name } = project;
  return (
    <Page
      title={finding(useSpeech(), view)}
      lead={t(filter.isAwaiting ? "funding.hours.leadAwaiting" : "funding.hours.lead")}
      breadcrumb={[
        { to: "/projects", label: t("access.nav.projects") },
        { to: `/projects/${code}`, label: name },
      ]}
    >
      {awaiting.minutes > 0 && !filter.isAwaiting && (
        <p>
          {t("funding.hours.awaiting", {
            hours: formatHours(awaiting.minutes),
            amount: formatKronor(awaiting.amountOre),
          })}{" "}
          <Link to={ownHoursHref(code, { isAwaiting: true })}>
            {t("funding.hours.awaitingRows")}
          </Link>
        </p>
      )}
      <OwnHoursFilter lines={lines} parties={parties} filter={filter} />
      <OwnHoursTable rows={rows} />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(n) => ownHoursHref(code, { ...filter, page: n })}
      />
    </Page>
  );
}

type Found = Pick<Awaited<ReturnType<typeof listOwnHours>>, "lines" | "parties" | "filter"> & {
  minutes: number;
  amountOre: number;
};

function finding({ t, language }: Speech, found: Found): string {
  const { lines, parties, filter, minutes, amountOre } = found;
  const { formatHours, formatKronor } = formatsOf(language);
  const values = { hours: formatHours(minutes), amount: formatKronor(amountOre) };
  const title = t(
    filter.isAwaiting ? "funding.hours.titleAwaiting" : "funding.hours.title",
    values,
  );
  const of = [
    lines.find(({ id }) => id === filter.line)?.name,
    parties.find(({ id }) => id === filter.party)?.name,
  ].filter((name) => name !== undefined);
  return of.length > 0 ? t("funding.hours.titleLine", { line: of.join(", "), title }) : title;
}
