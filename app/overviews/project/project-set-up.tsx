import { RequiredGroupTable } from "~/features/cascade/groups/required-group-table";
import { usePeriod } from "~/features/funding/projects/period";
import { placeOfMissing } from "~/features/funding/rules/set-up-missing";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { SetUpSections } from "~/features/funding/set-up/set-up-sections";
import { WithdrawnList } from "~/features/funding/set-up/withdrawn-list";
import { isComputedSource } from "~/features/outcomes/rules/computed-sources";
import type { IndicatorSetUp } from "~/features/outcomes/set-up/indicator-set-up.queries.server";
import { formatValue } from "~/features/outcomes/outcome-chart";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { ButtonLink, DescriptionList, Notice, Page, Section } from "~/ui/page";
import type { ProjectSetUpView } from "./project-set-up.queries.server";

/** All that a project is made of on one page: what is missing first, then what is entered. */
export function ProjectSetUp({ view }: { view: ProjectSetUpView }) {
  const t = useT();
  const { project, money, indicators, withdrawn, groups, groupsOn } = view;
  const { code } = project;
  const missing = useMissing(view);
  return (
    <Page
      title={
        missing.length === 0
          ? t("funding.setUp.titleComplete", { code })
          : t("funding.setUp.title", { code, count: missing.length })
      }
      lead={t("funding.setUp.lead")}
      breadcrumb={[
        { to: "/projects", label: t("access.nav.projects") },
        { to: `/projects/${code}`, label: project.name },
      ]}
    >
      {missing.length > 0 && (
        <Notice tone="warning" title={t("funding.setUp.missingTitle")}>
          <ul>
            {missing.map(({ to, label }) => (
              <li key={label}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Facts view={view} />
      <SetUpSections code={code} money={money} />
      <Indicators code={code} indicators={indicators} withdrawn={withdrawn} />
      <Section
        id="groups"
        title={t("outcomes.setUp.groups")}
        lead={t("outcomes.setUp.groupsLead")}
        actions={
          <ButtonLink to={`/projects/${code}/groups/freeze`} size="small">
            {t("outcomes.setUp.freeze")}
          </ButtonLink>
        }
      >
        <RequiredGroupTable groups={groups} day={groupsOn} />
      </Section>
    </Page>
  );
}

function Facts({ view: { project, money } }: { view: ProjectSetUpView }) {
  const t = useT();
  const period = usePeriod();
  const { purpose, unit } = money.identity;
  return (
    <Section
      title={t("funding.setUp.facts")}
      actions={
        <ButtonLink to={`/projects/${project.code}/edit`} size="small">
          {t("funding.setUp.edit")}
        </ButtonLink>
      }
    >
      <DescriptionList
        items={[
          { term: t("funding.project.name"), value: project.name },
          { term: t("funding.project.unit"), value: unit },
          { term: t("funding.setUp.period"), value: period(project) },
          { term: t("funding.project.purpose"), value: purpose || "–" },
        ]}
      />
    </Section>
  );
}

type IndicatorsProps = {
  code: string;
  indicators: IndicatorSetUp[];
  withdrawn: ProjectSetUpView["withdrawn"];
};

function Indicators({ code, indicators, withdrawn }: IndicatorsProps) {
  const t = useT();
  const formats = useFormat();
  const target = ({ targets, unit }: IndicatorSetUp) =>
    targets
      .map(({ value, dueOn }) =>
        t("outcomes.targetBy", {
          value: `${formatValue(value, formats)} ${unit}`,
          date: formats.formatDate(dueOn),
        }),
      )
      .join("; ");
  return (
    <Section
      id="indicators"
      title={t("outcomes.setUp.indicators")}
      actions={
        <ButtonLink to={`/projects/${code}/indicators/new`} size="small">
          {t("outcomes.form.newTitle")}
        </ButtonLink>
      }
    >
      <DataTable
        caption={t("outcomes.setUp.indicators")}
        hideCaption
        rows={indicators}
        rowKey={({ id }) => id}
        empty={<p className="soft">{t("outcomes.setUp.indicatorsEmpty")}</p>}
        columns={[
          {
            key: "name",
            header: t("outcomes.indicator"),
            cell: ({ id, name }) => (
              <Link to={`/projects/${code}/indicators/${id}/edit`}>{name}</Link>
            ),
          },
          { key: "targets", header: t("outcomes.form.targets"), cell: (row) => target(row) || "–" },
          {
            key: "source",
            header: t("outcomes.form.source"),
            cell: ({ source }) =>
              t(`outcomes.source.${isComputedSource(source) ? source : "typed"}`),
          },
        ]}
      />
      <WithdrawnList
        things={withdrawn}
        hrefOf={(id) => `/projects/${code}/indicators/${id}/restore`}
      />
    </Section>
  );
}

/** What is missing, with the place where it is entered. */
function useMissing({ project, money, missing }: ProjectSetUpView) {
  const t = useT();
  const { code } = project;
  const ofMoney = money.missing.map((lack) => {
    const part = placeOfMissing[lack];
    const to = part === null ? `/projects/${code}/edit` : setUpHref(code, part);
    return { to, label: t(`funding.setUp.missing.${lack}`) };
  });
  const ofOutcomes = (["indicators", "targets", "groups"] as const)
    .filter((lack) => missing[lack])
    .map((lack) => ({
      to: `${setUpHref(code)}#${lack === "groups" ? "groups" : "indicators"}`,
      label: t(`outcomes.setUp.missing.${lack}`),
    }));
  return [...ofMoney, ...ofOutcomes];
}
