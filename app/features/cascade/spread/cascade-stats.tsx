import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Stat, StatRow } from "~/ui/page";
import type { CascadePage, Names } from "./cascade-page.queries.server";

/** The four figures of a method's cascade. */
export function CascadeStats({
  page: { figures, carriers, carriersInGroup },
}: {
  page: CascadePage;
}) {
  const t = useT();
  const { formatNumber, formatPercent, formatShare } = useFormat();
  const { reach, activation, reproduction } = figures;
  const { learners, trainers } = reproduction;
  return (
    <StatRow>
      <Stat
        label={t("cascade.method.reach")}
        value={reach.denominator > 0 ? formatShare(reach) : "–"}
        note={
          <>
            {reach.denominator > 0 ? formatPercent(reach) : t("cascade.method.noGroup")}
            {". "}
            {reach.beside > 0
              ? t("cascade.method.beside", { count: reach.beside })
              : t("cascade.method.noBeside")}
          </>
        }
      />
      <Stat
        label={t("cascade.method.carriers")}
        value={carriers.count}
        tone={carriers.count === 0 ? "warning" : undefined}
        note={
          carriers.count === 0 ? (
            t("cascade.method.noCarriers")
          ) : (
            <>
              {reach.denominator > 0 && carriers.count > carriersInGroup && (
                <p>
                  {t("cascade.method.inGroup", { n: carriersInGroup })},{" "}
                  {t("cascade.method.besideIt", { n: carriers.count - carriersInGroup })}
                </p>
              )}
              {shortList(carriers)}
            </>
          )
        }
      />
      <Stat
        label={t("cascade.method.activation")}
        value={activation.denominator > 0 ? formatShare(activation) : "–"}
        note={t("cascade.method.activationNote")}
      />
      <Stat
        label={t("cascade.method.reproduction")}
        value={
          trainers > 0
            ? t("cascade.method.reproductionValue", {
                ratio: formatNumber(learners / trainers, { decimals: 1 }),
              })
            : "–"
        }
        note={t("cascade.method.reproductionNote", { learners, trainers })}
      />
    </StatRow>
  );
}

/** As many names as a figure has room for below it. */
function shortList({ names, count }: Names): string {
  const most = 4;
  const first = names.slice(0, most).map(({ name }) => name);
  return count > most ? `${first.join(", ")} …` : first.join(", ");
}
