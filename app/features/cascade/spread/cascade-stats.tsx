import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Stat, StatRow } from "~/ui/page";
import type { CascadePage } from "./cascade-page.queries.server";

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
        value={carriers.length}
        tone={carriers.length === 0 ? "warning" : undefined}
        note={
          carriers.length === 0 ? (
            t("cascade.method.noCarriers")
          ) : (
            <>
              {reach.denominator > 0 && carriers.length > carriersInGroup && (
                <p>
                  {t("cascade.method.carriersBeside", {
                    inside: carriersInGroup,
                    beside: carriers.length - carriersInGroup,
                  })}
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
function shortList(names: string[]): string {
  const most = 4;
  return names.length > most ? `${names.slice(0, most).join(", ")} …` : names.join(", ");
}
