import { BookedThrough } from "~/features/funding/budget/booked-through";
import { ConfirmList } from "~/features/cascade/hand-overs/confirm-list";
import { OwedList } from "~/features/cascade/plans/owed-list";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { Translate } from "~/i18n/translator";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { ButtonLink, Card, EmptyState, Meter, Notice, Section, Stat, StatRow } from "~/ui/page";
import { RequirementStats } from "../unit/requirement-stats";
import type { StartPage } from "./start-page.queries.server";

type OwnWorkProps = {
  own: NonNullable<StartPage["own"]>;
  /** Nothing else is on the page: then it says so when nothing waits. */
  alone: boolean;
};

/** What waits for the viewer as a learner and as one who logs courses, and what they planned. */
export function OwnWork({ own, alone }: OwnWorkProps) {
  const t = useT();
  const { toConfirm, returned, owed } = own;
  if (toConfirm.length + returned.length + owed.length === 0) {
    return alone ? <EmptyState title={t("start.quiet")}>{t("start.quietText")}</EmptyState> : null;
  }
  return (
    <>
      {returned.length > 0 && (
        <Section title={t("start.returnedTitle")} lead={t("start.returnedLead")}>
          <div className="stack">
            {returned.map(({ id, title, word }) => (
              <Notice key={id} tone="warning" title={title}>
                <p>{word}</p>
                <ButtonLink to={`/training/${id}/edit`} size="small">
                  {t("start.mend")}
                  <span className="visually-hidden"> ({title})</span>
                </ButtonLink>
              </Notice>
            ))}
          </div>
        </Section>
      )}
      <ConfirmList handOvers={toConfirm} returnTo="/" />
      <OwedList owed={owed} />
    </>
  );
}

/** The unit in three figures, and the methods that depend on too few. */
export function UnitToday({ unit: start }: { unit: NonNullable<StartPage["unit"]> }) {
  const t = useT();
  const { unit, requirements } = start;
  const fragile = requirements.filter((requirement) => requirement.atRisk);
  return (
    <Section
      title={t("start.unitTitle")}
      actions={<ButtonLink to={`/units/${unit.id}`}>{t("start.toUnit")}</ButtonLink>}
    >
      <StatRow>
        <RequirementStats unitId={unit.id} counted={start} />
      </StatRow>
      {fragile.length === 0 ? (
        <p>{t(requirements.length === 0 ? "start.noRequirements" : "start.noRisk")}</p>
      ) : (
        <Card title={t("start.riskList")}>
          <ul className="plain-list">
            {fragile.map(({ id, competence, unit: group, ...figures }) => (
              <li key={id}>
                <Link to={`/cascade/${competence.code}?unit=${group.id}`}>{competence.name}</Link>,{" "}
                {group.name}: {riskInWords(t, figures)}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

type RiskFigures = { holders: number; carriers: number; minHolders: number; minCarriers: number };

/** What there is and the least there should be, of that which has a least. */
function riskInWords(
  t: Translate,
  { holders, carriers, minHolders, minCarriers }: RiskFigures,
): string {
  return [
    ...(minHolders > 0 ? [t("start.holders", { holders, minHolders })] : []),
    ...(minCarriers > 0 ? [t("start.carriers", { carriers, minCarriers })] : []),
  ].join(", ");
}

/** The money of every project under way, in one bar each. */
export function CurrentProjects({ projects }: { projects: NonNullable<StartPage["projects"]> }) {
  const t = useT();
  const { formatTkr, formatDate } = useFormat();
  return (
    <Section
      title={t("start.projects")}
      actions={<ButtonLink to="/projects">{t("start.allProjects")}</ButtonLink>}
    >
      {projects.length === 0 && <EmptyState title={t("start.noProjects")} />}
      <div className="grid" data-columns="2">
        {projects.map((project) => (
          <Card
            key={project.code}
            title={<Link to={`/projects/${project.code}`}>{project.name}</Link>}
          >
            <Meter
              value={project.spentOre}
              max={project.budgetOre}
              label={project.code}
              valueText={
                project.budgetOre > 0
                  ? t("start.spent", {
                      spent: formatTkr(project.spentOre, { of: project.budgetOre }),
                      budget: formatTkr(project.budgetOre),
                    })
                  : t("funding.spentNoBudget", { spent: formatTkr(project.spentOre) })
              }
              tone={project.remainingOre < 0 ? "danger" : undefined}
            />
            <p className="soft">
              {t(remainingWords(project), {
                amount: formatTkr(Math.abs(project.remainingOre)),
                date: formatDate(project.lastDay),
              })}
            </p>
            <BookedThrough bookedThrough={project.bookedThrough} />
          </Card>
        ))}
      </div>
    </Section>
  );
}

function remainingWords({ budgetOre, remainingOre }: { budgetOre: number; remainingOre: number }) {
  if (budgetOre === 0) return "start.ends";
  return remainingOre < 0 ? "start.over" : "start.left";
}

/** The reports that are due first. */
export function NextReports({
  reports,
  isFunder,
}: {
  reports: NonNullable<StartPage["reports"]>;
  isFunder: boolean;
}) {
  const t = useT();
  const { formatDate } = useFormat();
  return (
    <Section
      title={t("start.reports")}
      actions={<ButtonLink to="/reports">{t("start.allReports")}</ButtonLink>}
    >
      <DataTable
        caption={t("start.reports")}
        hideCaption
        rows={reports}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t(isFunder ? "start.noReportsFunder" : "start.noReports")} />}
        columns={[
          {
            key: "report",
            header: t("start.report"),
            cell: ({ id, title }) => <Link to={`/reports/${id}`}>{title}</Link>,
          },
          {
            key: "project",
            header: t("start.project"),
            cell: ({ projectName }) => projectName,
          },
          { key: "due", header: t("start.due"), cell: ({ dueOn }) => formatDate(dueOn) },
        ]}
      />
    </Section>
  );
}

export function AccountsToday({ accounts }: { accounts: NonNullable<StartPage["accounts"]> }) {
  const t = useT();
  return (
    <Section
      title={t("start.accounts")}
      actions={<ButtonLink to="/accounts">{t("start.toAccounts")}</ButtonLink>}
    >
      <StatRow>
        <Stat label={t("start.accountsOpen")} value={accounts.open} />
        <Stat label={t("start.accountsWaiting")} value={accounts.withoutPassword} />
      </StatRow>
    </Section>
  );
}
