import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { IsoDate } from "~/terms/day";
import { DataTable, type Column } from "~/ui/data-table";
import { ButtonLink, ConfirmButton, Disclosure, EmptyState } from "~/ui/page";
import type { RequiredGroup } from "./required-groups.queries.server";

type RequiredGroupTableProps = {
  groups: RequiredGroup[];
  /** The day whose people are shown where nothing is frozen. */
  day: IsoDate;
  /** Where groups are frozen and taken back; without it the table only tells. */
  setUp?: SetUp;
};

type SetUp = {
  code: string;
  /** The id of each group's own form; null where none can be frozen for the day. */
  submissionIds: Record<string, string> | null;
};

/** Who should have each method: the frozen group, or the people of a day. */
export function RequiredGroupTable({ groups, day, setUp }: RequiredGroupTableProps) {
  const t = useT();
  const actions = ({ code, submissionIds }: SetUp): Column<RequiredGroup> => ({
    key: "freeze",
    header: t("cascade.freeze.action"),
    screenOnly: true,
    cell: (group) => (
      <Action
        group={group}
        day={day}
        code={code}
        submissionId={submissionIds?.[group.competenceId]}
      />
    ),
  });
  return (
    <DataTable
      caption={t("cascade.freeze.caption")}
      hideCaption
      rows={groups}
      rowKey={({ competenceId }) => competenceId}
      empty={
        <EmptyState title={t("cascade.freeze.emptyTitle")}>
          {t("cascade.freeze.emptyText")}
        </EmptyState>
      }
      columns={[
        {
          key: "competence",
          header: t("cascade.freeze.competence"),
          cell: ({ competence }) => competence,
        },
        {
          key: "group",
          header: t("cascade.freeze.group"),
          cell: (group) => (
            <Group group={group} day={day} withNames={Boolean(setUp?.submissionIds)} />
          ),
        },
        ...(setUp ? [actions(setUp)] : []),
      ]}
    />
  );
}

type GroupProps = { group: RequiredGroup; day: IsoDate; withNames: boolean };

function Group({ group: { frozen, people }, day, withNames }: GroupProps) {
  const t = useT();
  const { formatDate } = useFormat();
  if (frozen) {
    return <>{t("cascade.freeze.frozen", { count: frozen.people, date: formatDate(frozen.on) })}</>;
  }
  const open = t("cascade.freeze.open", { count: people.length, date: formatDate(day) });
  if (!withNames || people.length === 0) return <>{open}</>;
  return <Disclosure summary={open}>{people.join(", ")}</Disclosure>;
}

type ActionProps = {
  group: RequiredGroup;
  day: IsoDate;
  code: string;
  submissionId: string | undefined;
};

function Action({ submissionId, ...props }: ActionProps) {
  const t = useT();
  const { frozen, people, competence } = props.group;
  if (frozen) {
    return (
      <ButtonLink
        to={`/projects/${props.code}/groups/${frozen.id}/withdraw`}
        size="small"
        variant="quiet"
      >
        {t("cascade.unfreeze.link")}
        <span className="visually-hidden">{` (${competence})`}</span>
      </ButtonLink>
    );
  }
  if (submissionId === undefined || people.length === 0) return <>–</>;
  return <FreezeButton {...props} submissionId={submissionId} />;
}

function FreezeButton({ group, day, code, submissionId }: ActionProps & { submissionId: string }) {
  const t = useT();
  const { formatDate } = useFormat();
  const { competence, competenceId, people, seen } = group;
  return (
    <ConfirmButton
      size="small"
      label={t("cascade.freeze.freeze")}
      question={t("cascade.freeze.question", { competence, count: people.length })}
      consequence={t("cascade.freeze.consequence", { date: formatDate(day) })}
      confirmLabel={t("cascade.freeze.confirm")}
      action={`/projects/${code}/groups/freeze?day=${day}`}
      fields={{ submissionId, competenceId, day, seen }}
    />
  );
}
