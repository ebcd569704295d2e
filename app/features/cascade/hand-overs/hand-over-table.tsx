import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { Translate } from "~/i18n/translator";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Badge, ButtonLink, EmptyState, type BadgeTone } from "~/ui/page";
import type { HandOverList, HandOverRow, HandOverState } from "./hand-overs.queries.server";

/** What the list of hand-overs tells. */
export function handOversTitle(t: Translate, { part, parts }: HandOverList): string {
  const count = parts.find((one) => one.part === part)?.count ?? 0;
  if (count === 0) return t("cascade.list.titleNone");
  if (part === "given") return t("cascade.list.titleGiven", { count });
  return part === "received"
    ? t("cascade.list.titleReceived", { count })
    : t("cascade.list.titleReach", { count });
}

/** Hand-overs in rows: what, when, who, and whether each counts. */
export function HandOverTable({ list }: { list: HandOverList }) {
  const t = useT();
  const { formatDate, formatHours } = useFormat();
  return (
    <DataTable
      caption={t("cascade.list.caption")}
      hideCaption
      rows={list.handOvers}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t(`cascade.list.empty.${list.part}`)}
          action={
            list.part === "given" && (
              <ButtonLink to="/handovers/new">{t("cascade.list.new")}</ButtonLink>
            )
          }
        >
          {t("cascade.list.emptyText")}
        </EmptyState>
      }
      columns={[
        {
          key: "method",
          header: t("cascade.list.method"),
          cell: ({ id, competence }) => <Link to={`/handovers/${id}`}>{competence.name}</Link>,
        },
        {
          key: "date",
          header: t("cascade.list.date"),
          cell: ({ heldOn }) => <span className="nowrap">{formatDate(heldOn, "short")}</span>,
        },
        {
          key: "hours",
          header: t("cascade.list.hours"),
          align: "end",
          cell: ({ minutes }) => <span className="nowrap">{formatHours(minutes)}</span>,
        },
        {
          key: "trainers",
          header: t("cascade.list.trainers"),
          cell: ({ trainers }) => trainers.join(", "),
        },
        {
          key: "learners",
          header: t("cascade.list.learners"),
          cell: (row) => <Learners learners={row.learners} />,
        },
        {
          key: "state",
          header: t("cascade.list.state"),
          cell: ({ state }) => <HandOverStateBadge state={state} />,
        },
      ]}
    />
  );
}

function Learners({ learners }: Pick<HandOverRow, "learners">) {
  const t = useT();
  const confirmed = learners.filter(({ answer }) => answer === "confirmed").length;
  return (
    <div>
      {learners.map(({ name }) => name).join(", ")}
      <div className="soft">{t("cascade.list.confirmed", { confirmed, all: learners.length })}</div>
    </div>
  );
}

const tones: Record<HandOverState, BadgeTone> = {
  counted: "good",
  withdrawn: "neutral",
  declined: "neutral",
  "after-as-of": "neutral",
  "trainer-had-not-learned": "warning",
  "trainer-not-cleared": "warning",
  "not-confirmed": "info",
};

/** Whether a hand-over counts, in a word. The reason stands on its page. */
function HandOverStateBadge({ state }: { state: HandOverState }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`cascade.state.${state}`)}</Badge>;
}
