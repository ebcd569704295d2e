import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { dayBefore, sinceAlways } from "~/terms/day";
import type { OpenPeriod } from "~/terms/period";

/** From when until when a requirement holds, in words. */
export function RequirementDays({ days: { startsOn, endsBefore } }: { days: OpenPeriod }) {
  const t = useT();
  const { formatDate } = useFormat();
  const from = startsOn === sinceAlways ? "" : formatDate(startsOn, "short");
  const until = endsBefore === null ? "" : formatDate(dayBefore(endsBefore), "short");
  const which = from && until ? "between" : from ? "from" : until ? "until" : "always";
  const words = t(`competence.requirements.daysWords.${which}`, { from, until });
  return <span className={which === "between" ? undefined : "nowrap"}>{words}</span>;
}
