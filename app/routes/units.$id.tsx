import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { OwedList } from "~/features/cascade/plans/owed-list";
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
import { ButtonLink, Page, Section, Stat, StatRow } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, overview) =>
  titleOfDay(t, overview.day, finding(t, overview)),
);

export const loader = forViewers(
  ({ db, viewer, today, params, url }) => {
    const chosen = url.searchParams.get("unit");
    const day = askedDay(url, today);
    if (chosen && chosen !== params.id) {
      throw redirect(`/units/${idParam(chosen)}${day ? `?day=${day}` : ""}`);
    }
    return showUnit(db, viewer, { unitId: idParam(params.id), today, day });
  },
  ["manager", "administrator"],
);

export default function Unit() {
  const overview = useLoaderData<typeof loader>();
  const t = useT();
  const { formatDate, formatShare } = useFormat();
  const { unit, units, requirements, covered, atRisk, late, waiting, peopleCount, day } = overview;
  const { isMeasured } = overview;
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
        <Stat
          label={t("organisation.unit.statCovered")}
          value={
            isMeasured ? formatShare({ numerator: covered, denominator: requirements.length }) : "–"
          }
        />
        <Stat
          label={t("organisation.unit.statRisk")}
          value={atRisk}
          tone={atRisk > 0 ? "warning" : undefined}
        />
        <Stat
          label={t("organisation.unit.statLate")}
          value={late}
          tone={late > 0 ? "danger" : undefined}
        />
        {waiting && (
          <>
            <Stat
              label={t("organisation.unit.waitingCourses")}
              value={waiting.courses}
              note={
                waiting.courses > 0 && (
                  <ButtonLink to="/training/approvals" size="small">
                    {t("organisation.unit.toQueue")}
                  </ButtonLink>
                )
              }
            />
            <Stat
              label={t("organisation.unit.waitingConfirmations")}
              value={waiting.confirmations}
            />
          </>
        )}
      </StatRow>
      <Section
        title={t("organisation.unit.requirements")}
        lead={t("organisation.unit.requirementsLead")}
      >
        <RequirementTable unitId={unit.id} requirements={requirements} />
      </Section>
      <StaffList staff={overview.staff} count={peopleCount} isPast={day !== null} />
      <OwedList owed={overview.owed} ofOthers />
    </Page>
  );
}

type Found = {
  unit: { name: string };
  requirements: unknown[];
  isMeasured: boolean;
  covered: number;
  atRisk: number;
};

function finding(t: Translate, { unit, requirements, isMeasured, covered, atRisk }: Found): string {
  const values = { unit: unit.name, covered, total: requirements.length };
  if (requirements.length === 0) return t("organisation.unit.titleNone", values);
  if (!isMeasured) return t("organisation.unit.titleNobody", { unit: unit.name });
  if (atRisk > 0) return t("organisation.unit.titleRisk", { ...values, count: atRisk });
  return t("organisation.unit.title", values);
}
