import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { DataTable } from "~/ui/data-table";
import { Link } from "~/ui/navigation";
import { Section } from "~/ui/page";
import type { CascadePage } from "./cascade-page.queries.server";

type CascadePeopleProps = { page: Pick<CascadePage, "people" | "notReached" | "figures"> };

/** Who could get the next chance to hand on, and who is still to be reached. */
export function CascadePeople({ page: { people, notReached, figures } }: CascadePeopleProps) {
  const t = useT();
  const deadEnds = people.filter(({ isDeadEnd }) => isDeadEnd);
  const hasLearners = people.some(({ generation }) => generation > 0);
  return (
    <div className="grid" data-columns="2">
      <Section
        title={t("cascade.method.deadEnds")}
        lead={deadEnds.length > 0 ? t("cascade.method.deadEndsLead") : undefined}
      >
        {deadEnds.length > 0 ? (
          <ul className="name-list">
            {deadEnds.map(({ id, name, hasLeft }) => (
              <li key={id}>
                {name}
                {hasLeft && <span className="soft"> ({t("cascade.method.left")})</span>}
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">
            {t(hasLearners ? "cascade.method.noDeadEnds" : "cascade.method.nobodyLearned")}
          </p>
        )}
      </Section>
      {figures.reach.denominator > 0 && (
        <Section
          title={t("cascade.method.notReached")}
          lead={notReached.length > 0 ? t("cascade.method.notReachedLead") : undefined}
        >
          {notReached.length > 0 ? (
            <ul className="name-list">
              {notReached.map((name, index) => (
                <li key={`${index} ${name}`}>{name}</li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t("cascade.method.allReached")}</p>
          )}
        </Section>
      )}
    </div>
  );
}

/** Hand-overs that stay without counting, each with its reason; nothing where there is none. */
export function NotCounted({ notCounted }: Pick<CascadePage, "notCounted">) {
  const t = useT();
  const { formatDate } = useFormat();
  if (notCounted.length === 0) return null;
  return (
    <Section title={t("cascade.method.notCounted")} lead={t("cascade.method.notCountedLead")}>
      <DataTable
        caption={t("cascade.method.notCounted")}
        hideCaption
        rows={notCounted}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "date",
            header: t("cascade.method.date"),
            cell: ({ id, date, mayOpen }) =>
              mayOpen ? <Link to={`/handovers/${id}`}>{formatDate(date)}</Link> : formatDate(date),
          },
          {
            key: "trainers",
            header: t("cascade.method.trainers"),
            cell: ({ trainers }) => trainers.join(", "),
          },
          {
            key: "learners",
            header: t("cascade.method.learners"),
            cell: ({ learners }) => learners.join(", "),
          },
          {
            key: "reason",
            header: t("cascade.method.reason"),
            cell: ({ reason }) => t(`cascade.reason.${reason}`),
          },
        ]}
      />
    </Section>
  );
}
