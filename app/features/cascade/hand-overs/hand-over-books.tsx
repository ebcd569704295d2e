import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Section, Stat, StatRow } from "~/ui/page";
import type { HandOverView } from "./hand-over-page.queries.server";

/** What one entry has become: training, own hours, and money on the in-kind line. */
export function HandOverBooks({
  view: { learners, ownHours },
}: {
  view: Pick<HandOverView, "learners" | "ownHours">;
}) {
  const t = useT();
  const { formatHours, formatKronor } = useFormat();
  const count = (wanted: string) => learners.filter(({ answer }) => answer === wanted).length;
  return (
    <Section title={t("cascade.view.books")}>
      <StatRow>
        <Stat
          label={t("cascade.view.bookTraining")}
          value={t("cascade.view.bookTrainingValue", {
            confirmed: count("confirmed"),
            waiting: count("waiting"),
          })}
        />
        <Stat
          label={t("cascade.view.bookHours")}
          value={
            ownHours
              ? t("cascade.view.bookHoursValue", {
                  hours: formatHours(ownHours.minutes),
                  count: ownHours.people,
                })
              : "–"
          }
          note={ownHours ? undefined : t("cascade.view.noProject")}
        />
        {ownHours && (
          <Stat
            label={t("cascade.view.bookMoney", { project: ownHours.project.name })}
            value={formatKronor(ownHours.amountOre)}
          />
        )}
      </StatRow>
    </Section>
  );
}
