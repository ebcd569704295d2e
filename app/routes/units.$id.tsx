import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { OwedList } from "~/features/cascade/plans/owed-list";
import { approvalsHref } from "~/features/training/approval/approvals-href";
import { askedSet, requirementsHref, requirementsIn } from "~/overviews/unit/requirement-sets";
import { RequirementStats } from "~/overviews/unit/requirement-stats";
import { RequirementTable } from "~/overviews/unit/requirement-table";
import { StaffList } from "~/overviews/unit/staff-list";
import { showUnit } from "~/overviews/unit/unit-overview.queries.server";
import { askedDay } from "~/features/organisation/asked-day.schema";
import { PastDayForm, titleOfDay } from "~/features/organisation/past-day-form";
import { UnitPicker } from "~/features/organisation/unit-picker";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { redirect } from "~/platform/http.server";
import { idParam } from "~/platform/ids";
import { Link } from "~/ui/navigation";
import { ButtonLink, Page, Section, Stat, StatRow } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, overview) =>
  titleOfDay(t, overview.day, finding(t, overview)),
);

export const loader = forViewers(
  async ({ db, viewer, today, params, url }) => {
    const chosen = url.searchParams.get("unit");
    const day = askedDay(url, today);
    if (chosen && chosen !== params.id) {
      throw redirect(`/units/${idParam(chosen)}${day ? `?day=${day}` : ""}`);
    }
    const overview = await showUnit(db, viewer, { unitId: idParam(params.id), today, day });
    return { ...overview, show: askedSet(url) };
  },
  ["manager", "administrator"],
);

export default function Unit() {
  const overview = useLoaderData<typeof loader>();
  const t = useT();
  const { formatDate } = useFormat();
  const { unit, units, requirements, waiting, peopleCount, day, show } = overview;
  return (
    <Page
      title={titleOfDay(t, day && formatDate(day), finding(t, overview))}
      lead={t(day ? "organisation.past.leadUnit" : "organisation.unit.lead", {
        count: peopleCount,
      })}
      actions={
        <>
          <ButtonLink to={`/matrix?unit=${unit.id}${day ? `&day=${day}` : ""}`} variant="primary">
            {t("organisation.unit.matrix")}
          </ButtonLink>
          <ButtonLink to={`/units/${unit.id}/requirements`}>
            {t("organisation.unit.setRequirements")}
          </ButtonLink>
        </>
      }
    >
      <UnitPicker units={units} unitId={unit.id} action={`/units/${unit.id}`} day={day} />
      <PastDayForm action={`/units/${unit.id}`} day={day} today={overview.today} />
      <StatRow>
        <RequirementStats unitId={unit.id} day={day} counted={overview} />
        {waiting && (
          <>
            <Stat
              label={t("organisation.unit.waitingCourses")}
              value={waiting.courses}
              note={
                waiting.isQueue &&
                waiting.courses > 0 && (
                  <ButtonLink to={approvalsHref({ unitId: unit.id })} size="small">
                    {t("organisation.unit.toQueue")}
                  </ButtonLink>
                )
              }
            />
            <Stat
              label={t("organisation.unit.waitingConfirmations")}
              value={
                waiting.confirmations > 0 ? (
                  <Link to={`/units/${unit.id}/answers`}>{waiting.confirmations}</Link>
                ) : (
                  0
                )
              }
            />
          </>
        )}
      </StatRow>
      <Section
        id="requirements"
        title={t(show ? `organisation.unit.only.${show}` : "organisation.unit.requirements")}
        lead={t("organisation.unit.requirementsLead")}
        actions={
          show && (
            <ButtonLink to={requirementsHref(null, { unitId: unit.id, day })} size="small">
              {t("organisation.unit.allRequirements")}
            </ButtonLink>
          )
        }
      >
        <RequirementTable
          unitId={unit.id}
          requirements={show ? requirementsIn(show, requirements) : requirements}
          isPast={day !== null}
        />
      </Section>
      <StaffList staff={overview.staff} count={peopleCount} isPast={day !== null} />
      <OwedList owed={overview.owed} ofOthers />
    </Page>
  );
}

type Found = {
  unit: { name: string };
  requirements: unknown[];
  day: string | null;
  measured: number;
  covered: number;
  atRisk: number;
};

function finding(t: Translate, found: Found): string {
  const { unit, requirements, day, measured, covered, atRisk } = found;
  const values = { unit: unit.name, covered, total: measured };
  if (requirements.length === 0) return t("organisation.unit.titleNone", values);
  if (measured === 0) {
    return t(day ? "organisation.past.unitNobody" : "organisation.unit.titleNobody", values);
  }
  if (atRisk > 0) return t("organisation.unit.titleRisk", { ...values, count: atRisk });
  return t("organisation.unit.title", values);
}
