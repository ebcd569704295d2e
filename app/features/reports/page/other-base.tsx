import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { OtherBase } from "../freezing/changes.queries.server";

/** That a version builds on another version than it would build on today. */
export function OtherBaseText({ otherBase }: { otherBase: OtherBase | null }) {
  const t = useT();
  const { formatDate } = useFormat();
  if (otherBase === null) return null;
  const nameOf = (base: OtherBase["was"]) => {
    if (base === null) return t("reports.changes.base.none");
    const { title, number, takenBackOn } = base;
    if (takenBackOn === null) return t("reports.changes.base.named", { number, title });
    const day = formatDate(takenBackOn);
    return t("reports.changes.base.takenBack", { number, title, day });
  };
  const { was, is } = otherBase;
  return <p>{t("reports.changes.base.other", { was: nameOf(was), is: nameOf(is) })}</p>;
}
