import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, EmptyState, LevelMark, Meter } from "~/ui/page";
import type { RequirementView } from "./unit-overview.queries.server";

type RequirementTableProps = {
  unitId: string;
  requirements: RequirementView[];
  /** Whether it is a past day. */
  isPast: boolean;
};

/** What a unit should master: coverage, those who may teach, and where it is fragile. */
export function RequirementTable({ unitId, requirements, isPast }: RequirementTableProps) {
  const t = useT();
  const { formatDate } = useFormat();
  return (
    <DataTable
      caption={t("organisation.unit.requirements")}
      hideCaption
      rows={requirements}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t("organisation.unit.empty")}>
          {t("organisation.unit.emptyText")}
        </EmptyState>
      }
      columns={[
        {
          key: "competence",
          header: t("organisation.unit.competence"),
          cell: ({ competence, unit, isFromAbove }) => (
            <>
              <Link to={`/cascade/${competence.code}?unit=${isFromAbove ? unitId : unit.id}`}>
                {competence.name}
              </Link>
              <div className="soft">
                {isFromAbove ? t("organisation.unit.requiredBy", { unit: unit.name }) : unit.name}
              </div>
            </>
          ),
        },
        {
          key: "level",
          header: t("organisation.unit.level"),
          cell: ({ level }) => <LevelMark level={level} />,
        },
        {
          key: "coverage",
          header: t("organisation.unit.coverage"),
          cell: (row) => <Coverage requirement={row} isPast={isPast} />,
          width: "wide",
        },
        {
          key: "carriers",
          header: t("organisation.unit.carriers"),
          align: "end",
          cell: ({ carriers, minCarriers, isFromAbove }) => (
            <>
              {carriers}
              {!isFromAbove && minCarriers > 0 && (
                <div className="soft nowrap">
                  {t("organisation.unit.minimum", { count: minCarriers })}
                </div>
              )}
            </>
          ),
        },
        {
          key: "due",
          header: t("organisation.unit.due"),
          cell: ({ dueOn }) =>
            dueOn ? <span className="nowrap">{formatDate(dueOn, "short")}</span> : "–",
        },
        {
          key: "state",
          header: t("organisation.unit.state"),
          cell: (row) => <RequirementState requirement={row} />,
        },
      ]}
    />
  );
}

function Coverage({ requirement, isPast }: { requirement: RequirementView; isPast: boolean }) {
  const t = useT();
  const { formatShare } = useFormat();
  const { competence, holders, people, minHolders, observed, atRisk, isFromAbove } = requirement;
  if (people === 0) {
    const nobody = isPast ? "organisation.past.nobody" : "organisation.unit.nobody";
    return <span className="soft">{t(nobody)}</span>;
  }
  const figures = [
    formatShare({ numerator: holders, denominator: people }),
    ...(isFromAbove || minHolders === 0
      ? []
      : [t("organisation.unit.minimum", { count: minHolders })]),
    t("organisation.unit.observedOf", { count: observed }),
  ];
  return (
    <Meter
      value={holders}
      max={people}
      mark={isFromAbove ? undefined : minHolders}
      label={<span className="visually-hidden">{competence.name}</span>}
      valueText={figures.join(", ")}
      tone={atRisk ? "warning" : undefined}
    />
  );
}

function RequirementState({ requirement }: { requirement: RequirementView }) {
  const t = useT();
  const { atRisk, isLate, progress } = requirement;
  return (
    <div className="badges">
      {isLate && <Badge tone="danger">{t("organisation.unit.late")}</Badge>}
      {atRisk && <Badge tone="warning">{t("organisation.unit.atRisk")}</Badge>}
      {progress === "covered" && <Badge tone="good">{t("organisation.unit.covered")}</Badge>}
      {progress === "underway" && !atRisk && !isLate && (
        <Badge>{t("organisation.unit.underway")}</Badge>
      )}
      {progress === "nobody" && !atRisk && <Badge>{t("organisation.unit.notMeasured")}</Badge>}
    </div>
  );
}
