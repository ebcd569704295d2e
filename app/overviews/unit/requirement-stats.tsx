import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Link } from "~/ui/navigation";
import { Stat } from "~/ui/page";
import { requirementsHref, type RequirementSet } from "./requirement-sets";
import type { UnitOverview } from "./unit-overview.queries.server";

type RequirementStatsProps = {
  unitId: string;
  /** The past day that is shown. */
  day?: string | null;
  counted: Pick<UnitOverview, "measured" | "covered" | "atRisk" | "late">;
};

/** How many requirements are met, at risk and late; each figure opens to them. */
export function RequirementStats({ unitId, day, counted }: RequirementStatsProps) {
  const t = useT();
  const { formatShare } = useFormat();
  const { measured, covered, atRisk, late } = counted;
  const listed = (set: RequirementSet, count: number, shown = String(count)) =>
    count === 0 ? shown : <Link to={requirementsHref(set, { unitId, day })}>{shown}</Link>;
  const share = formatShare({ numerator: covered, denominator: measured });
  return (
    <>
      <Stat
        label={t("organisation.unit.statCovered")}
        value={measured === 0 ? "–" : listed("covered", covered, share)}
      />
      <Stat
        label={t("organisation.unit.statRisk")}
        value={listed("at-risk", atRisk)}
        tone={atRisk > 0 ? "warning" : undefined}
      />
      <Stat
        label={t("organisation.unit.statLate")}
        value={listed("late", late)}
        tone={late > 0 ? "danger" : undefined}
      />
    </>
  );
}
