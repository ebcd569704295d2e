import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable, type Column } from "~/ui/data-table";
import { Badge, ButtonLink, Disclosure, Section } from "~/ui/page";
import type {
  PlacementRow,
  PlacementsView,
  WithdrawnPlacement,
} from "./placement-list.queries.server";

/** Where somebody works and has worked, and the ways to change it; a section of their page. */
export function PlacementTable({ view }: { view: PlacementsView }) {
  const t = useT();
  const { personId, rows, withdrawn, canChange, hasLeft } = view;
  return (
    <Section
      id="placements"
      title={t("organisation.placement.title")}
      actions={
        canChange && (
          <ButtonLink to={`/people/${personId}/placements/new`} size="small">
            {t(hasLeft ? "organisation.placement.comesBack" : "organisation.placement.addAnother")}
          </ButtonLink>
        )
      }
    >
      <DataTable
        caption={t("organisation.placement.title")}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={useColumns(view)}
      />
      {withdrawn.length > 0 && <Withdrawn placements={withdrawn} />}
    </Section>
  );
}

function useColumns({ personId, rows }: PlacementsView): Column<PlacementRow>[] {
  const t = useT();
  const { formatDate } = useFormat();
  const columns: Column<PlacementRow>[] = [
    {
      key: "unit",
      header: t("organisation.placement.unit"),
      cell: ({ unit, when }) => (
        <>
          {unit.name} {when !== "past" && <WhenBadge when={when} />}
        </>
      ),
    },
    {
      key: "jobTitle",
      header: t("organisation.placement.jobTitle"),
      cell: ({ jobTitle }) => jobTitle || "–",
    },
    {
      key: "share",
      header: t("organisation.placement.share"),
      align: "end",
      cell: ({ share }) => t("organisation.placement.percent", { share }),
    },
    {
      key: "startsOn",
      header: t("organisation.placement.startsOn"),
      cell: ({ startsOn }) => <span className="nowrap">{formatDate(startsOn, "short")}</span>,
    },
    {
      key: "lastDay",
      header: t("organisation.placement.lastDay"),
      cell: ({ lastDay }) =>
        lastDay === null ? "–" : <span className="nowrap">{formatDate(lastDay, "short")}</span>,
    },
  ];
  if (!rows.some(({ canChange }) => canChange)) return columns;
  return [
    ...columns,
    {
      key: "actions",
      header: t("organisation.placement.actions"),
      screenOnly: true,
      cell: (row) => row.canChange && <Actions personId={personId} row={row} />,
    },
  ];
}

function WhenBadge({ when }: { when: "now" | "coming" }) {
  const t = useT();
  return (
    <Badge tone={when === "now" ? "good" : "info"}>{t(`organisation.placement.${when}`)}</Badge>
  );
}

function Actions({ personId, row: { id, unit, startsOn, when } }: ActionsProps) {
  const t = useT();
  const { formatDate } = useFormat();
  const page = `/people/${personId}/placements/${id}`;
  const which = ` (${unit.name} ${formatDate(startsOn, "short")})`;
  return (
    <div className="actions">
      <ButtonLink to={`${page}/edit`} size="small">
        {t("organisation.placement.change")}
        <span className="visually-hidden">{which}</span>
      </ButtonLink>
      {when !== "past" && (
        <ButtonLink to={`${page}/edit#field-leftOn`} size="small">
          {t("organisation.placement.end")}
          <span className="visually-hidden">{which}</span>
        </ButtonLink>
      )}
      <ButtonLink to={`${page}/withdraw`} size="small" variant="quiet">
        {t("organisation.placement.wasWrong")}
        <span className="visually-hidden">{which}</span>
      </ButtonLink>
    </div>
  );
}

type ActionsProps = { personId: string; row: PlacementRow };

function Withdrawn({ placements }: { placements: WithdrawnPlacement[] }) {
  const t = useT();
  const { formatDate, formatDateTime } = useFormat();
  return (
    <Disclosure summary={t("organisation.placement.withdrawn", { count: placements.length })}>
      <ul>
        {placements.map(({ id, unit, startsOn, lastDay, withdrawnAt, byName, reason }) => (
          <li key={id}>
            {t("organisation.placement.withdrawnOne", {
              unit: unit.name,
              from: formatDate(startsOn, "short"),
              until: lastDay === null ? "" : formatDate(lastDay, "short"),
              at: formatDateTime(withdrawnAt),
              name: byName ?? t("ui.appName"),
            })}
            {reason && <div className="soft">{reason}</div>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
