import { formatDate } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import type { Report } from "../rules/report";

/** That a version's figures stay, since when, and which version they replace. */
export function versionNotice(
  { report: { version, sharedOn }, asOf }: Report,
  { t, language }: Speech,
): { title: string; text: string } | null {
  if (version === null || sharedOn === null) return null;
  const day = (date: string) => formatDate(date, language);
  const { number, frozenOn, freezing, replaces } = version;
  const sentences = [
    t("reports.version.stays", { asOf: day(asOf) }),
    ...(freezing === "at_upgrade"
      ? [t("reports.version.frozenLater", { day: day(frozenOn) })]
      : []),
    ...(replaces
      ? [t("reports.version.replaces", { number: replaces.number, day: day(replaces.sharedOn) })]
      : []),
  ];
  return {
    title: t("reports.version.title", { number, day: day(sharedOn) }),
    text: sentences.join(" "),
  };
}
