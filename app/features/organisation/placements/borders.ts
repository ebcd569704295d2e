import type { IsoDate } from "~/terms/day";
import type { Stretch } from "../stretches";

type Days = Pick<Stretch, "startsOn" | "endsBefore">;

/** Those that end on a day, and those that begin on it. */
export type Border<Named = Stretch> = { ends: Named[]; begins: Named[] };

/** The borders of a stretch, or of several in a row, at its first day and at its end; null: none. */
export type Borders<Named = Stretch> = Record<"start" | "end", Border<Named> | null>;

/**
 * What has its first or last day in common with others: with those that end where it begins, and
 * those that begin where it ends. Who begins or ends on such a day beside it is of the same border:
 * a move into two units at once has one day.
 */
export function bordersOf(others: readonly Stretch[], { startsOn, endsBefore }: Days): Borders {
  const start = borderOn(others, startsOn);
  const end = endsBefore === null ? null : borderOn(others, endsBefore);
  return {
    start: start.ends.length > 0 ? start : null,
    end: end && end.begins.length > 0 ? end : null,
  };
}

/**
 * The others once its days are others: a border's day is one, and moves with all that end and begin
 * there. No end leaves those after it where they are.
 */
export function withBorders(others: readonly Stretch[], was: Days, is: Days): Stretch[] {
  const { start, end } = bordersOf(others, was);
  const days = new Map<IsoDate, IsoDate>();
  if (start) days.set(was.startsOn, is.startsOn);
  if (end && was.endsBefore !== null && is.endsBefore !== null) {
    days.set(was.endsBefore, is.endsBefore);
  }
  const moved = (day: IsoDate) => days.get(day) ?? day;
  return others.map((stretch) => ({
    ...stretch,
    startsOn: moved(stretch.startsOn),
    endsBefore: stretch.endsBefore && moved(stretch.endsBefore),
  }));
}

/** Those that would have no day left. */
export function emptied(stretches: readonly Stretch[]): Stretch[] {
  return stretches.filter(
    ({ startsOn, endsBefore }) => endsBefore !== null && endsBefore <= startsOn,
  );
}

function borderOn(others: readonly Stretch[], day: IsoDate): Border {
  return {
    ends: others.filter(({ endsBefore }) => endsBefore === day),
    begins: others.filter(({ startsOn }) => startsOn === day),
  };
}
