import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Link } from "~/ui/navigation";
import { Notice } from "~/ui/page";
import type { ProjectMoney } from "../rules/project-money";

type UnplacedNoticeProps = { unplaced: ProjectMoney["unplaced"]; code: string; mayChange: boolean };

/** Costs that stand on no budget line, with the way to place them; nothing where there are none. */
export function UnplacedNotice({ unplaced, code, mayChange }: UnplacedNoticeProps) {
  const t = useT();
  const { formatKronor } = useFormat();
  if (unplaced.count === 0) return null;
  return (
    <Notice
      tone="warning"
      title={t("funding.unplacedNotice.title", {
        count: unplaced.count,
        amount: formatKronor(unplaced.accumulatedOre),
      })}
    >
      {t("funding.unplacedNotice.text")}{" "}
      <Link to={`/projects/${code}/costs?line=unplaced`}>
        {t(mayChange ? "funding.unplacedNotice.place" : "funding.unplacedNotice.look")}
      </Link>
    </Notice>
  );
}
