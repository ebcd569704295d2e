import { carryOutOnReport, showItsReport } from "~/features/reports/writing/report-verbs.server";
import { unshareReport } from "~/features/reports/writing/reports.commands.server";

export const loader = showItsReport;

export const action = carryOutOnReport(unshareReport);

/** Never shown: with a page of its own, a refusal is told on an error page. */
export default function Unshare() {
  return null;
}
