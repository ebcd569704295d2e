import { lineTitle } from "~/features/funding/rules/line-title";
import type { IsoDate } from "~/terms/day";
import { lastDayOf } from "~/terms/period";
import { textNames, type Report, type TextName } from "./report";

/** One thing that a report lacks before it is ready for the funder. */
export type Missing =
  /** Its period has days that aren't the project's: those run from its first day to its last. */
  | { kind: "outside"; first: IsoDate; last: IsoDate }
  | { kind: "text"; text: TextName }
  /** A line is overspent and nobody has said why. */
  | { kind: "comment"; lineId: string; line: string; overOre: number }
  | { kind: "unplaced"; count: number; amountOre: number }
  | { kind: "indicator"; id: string; name: string }
  /** Own hours that learners have not confirmed. */
  | { kind: "hours"; minutes: number }
  /** Own hours of hand-overs that the lineage doesn't count. */
  | { kind: "uncounted"; count: number; minutes: number };

/** Everything a report lacks, in the order of its page. It can be shared all the same. */
export function missingIn(report: Report): Missing[] {
  const { money, ownHours, indicators, texts, project } = report;
  const isOutside =
    report.report.startsOn < project.startsOn || report.report.endsBefore > project.endsBefore;
  return [
    ...(isOutside
      ? [
          {
            kind: "outside" as const,
            first: project.startsOn,
            last: lastDayOf(project),
          },
        ]
      : []),
    ...money.lines
      .filter(({ remainingOre, comment }) => remainingOre < 0 && comment === "")
      .map((line) => ({
        kind: "comment" as const,
        lineId: line.lineId,
        line: lineTitle(line),
        overOre: -line.remainingOre,
      })),
    ...(money.unplaced.count > 0
      ? [
          {
            kind: "unplaced" as const,
            count: money.unplaced.count,
            amountOre: money.unplaced.accumulatedOre,
          },
        ]
      : []),
    ...(ownHours.awaiting.minutes > 0
      ? [{ kind: "hours" as const, minutes: ownHours.awaiting.minutes }]
      : []),
    ...(ownHours.notCounted.minutes > 0
      ? [
          {
            kind: "uncounted" as const,
            count: ownHours.notCounted.handOvers,
            minutes: ownHours.notCounted.minutes,
          },
        ]
      : []),
    ...indicators
      .filter(({ actual, isComputed }) => actual === null && !isComputed)
      .map(({ id, name }) => ({ kind: "indicator" as const, id, name })),
    ...textNames
      .filter((text) => texts[text] === "")
      .map((text) => ({ kind: "text" as const, text })),
  ];
}
