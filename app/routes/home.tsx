import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { showStart } from "~/overviews/start/start-page.queries.server";
import {
  AccountsToday,
  CurrentProjects,
  NextReports,
  OwnWork,
  UnitToday,
} from "~/overviews/start/start-sections";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { ButtonLink, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("access.nav.home"));

export const loader = forViewers(({ db, viewer, today }) => showStart(db, viewer, today));

export default function Home() {
  const start = useLoaderData<typeof loader>();
  const t = useT();
  const { givenName: name, waiting, own, approvals, unit, projects, reports, accounts } = start;
  return (
    <Page
      title={
        waiting > 0 ? t("start.waiting", { name, count: waiting }) : t("start.title", { name })
      }
      actions={
        <>
          {approvals !== null && approvals > 0 && (
            <ButtonLink to="/training/approvals" variant="primary">
              {t("start.approve", { count: approvals })}
            </ButtonLink>
          )}
          {own && (
            <>
              <ButtonLink to="/training/log" variant={approvals ? "secondary" : "primary"}>
                {t("start.logCourse")}
              </ButtonLink>
              <ButtonLink to="/handovers/new">{t("start.handOn")}</ButtonLink>
            </>
          )}
        </>
      }
    >
      {own && <OwnWork own={own} alone={!unit && !projects} />}
      {unit && <UnitToday unit={unit} />}
      {projects && <CurrentProjects projects={projects} />}
      {reports && <NextReports reports={reports} isFunder={projects === null} />}
      {accounts && <AccountsToday accounts={accounts} />}
    </Page>
  );
}
