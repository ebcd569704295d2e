import { useT } from "~/i18n/context";
import { DataTable } from "~/ui/data-table";
import { ButtonLink, Notice, Section } from "~/ui/page";
import type { HandOverFormView, Standing } from "./hand-over-form.queries.server";

type NotClearedProps = { competence: { code: string; name: string }; standing: Standing };

/** Why the viewer may not hand a method on, and what they can do about it. */
export function NotClearedNotice({ competence, standing }: NotClearedProps) {
  const t = useT();
  if (standing === "cleared") return null;
  return (
    <Notice tone="warning" title={t("cascade.enter.notYet", { competence: competence.name })}>
      <div className="stack">
        <p>
          {t(`cascade.enter.standing.${standing}`)}. {t(`cascade.enter.todo.${standing}`)}
        </p>
        <div className="actions">
          {standing === "not-acquired" && (
            <ButtonLink to="/training/log">{t("cascade.enter.logCourse")}</ButtonLink>
          )}
          <ButtonLink to={`/cascade/${competence.code}`}>{t("cascade.enter.whoCan")}</ButtonLink>
        </div>
      </div>
    </Notice>
  );
}

/** Every method with how the viewer stands to it, for those who may hand on none. */
export function StandingTable({ competences }: Pick<HandOverFormView, "competences">) {
  const t = useT();
  return (
    <Section title={t("cascade.enter.notYetAny")}>
      <DataTable
        caption={t("cascade.enter.methodState")}
        hideCaption
        rows={competences}
        rowKey={({ code }) => code}
        columns={[
          { key: "method", header: t("cascade.enter.method"), cell: ({ name }) => name },
          {
            key: "standing",
            header: t("cascade.enter.methodState"),
            cell: ({ standing }) => t(`cascade.enter.standing.${standing}`),
          },
          {
            key: "todo",
            header: t("cascade.enter.next"),
            cell: ({ standing }) =>
              standing === "cleared" ? "" : t(`cascade.enter.todo.${standing}`),
          },
        ]}
      />
    </Section>
  );
}
