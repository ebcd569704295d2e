import { text } from "~/tables/columns";
import type { Table } from "~/tables/table";

/** The sets that a report's figures count, in the order of its parts. */
const sets = [
  ...["budget", "cost", "own-hours", "training", "trained"],
  ...["hand-over", "reach", "measurement"],
] as const;
type SetName = (typeof sets)[number];

/** What each set is: said with the figures, so that it stays with them. */
export function setTable(): Table<SetName> {
  return {
    title: "reports.sets.title",
    columns: [
      text("set", "reports.sets.set", (set, { t }) => t(`reports.sets.${set}.name`)),
      text("counts", "reports.sets.counts", (set, { t }) => t(`reports.sets.${set}.counts`)),
    ],
    rows: [...sets],
    rowKey: (set) => set,
  };
}
