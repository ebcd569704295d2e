import type { Chart } from "~/ui/charts/chart";
import type { Report } from "../rules/report";
import type { ToldReport } from "../tables/told-report";

export type ReportFormat = "csv" | "json";

export const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;

/** A report's figures as a file's content. */
export function reportJson(report: Report): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`);
}

/** A report's charts by the names of their files. */
export function chartsOf({ sections }: ToldReport): Record<string, Chart> {
  return Object.fromEntries(
    sections.flatMap(({ key, chart }): [string, Chart][] => (chart ? [[key, chart]] : [])),
  );
}
