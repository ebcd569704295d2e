import { parseListedDate } from "~/formats/listed-date";
import type { IsoDate } from "~/terms/day";
import { minutesFromTo, timeOfDay } from "./clock-times";
import type { LengthUnit } from "./heading-notes";
import type { ListAnswers } from "./list-answers.schema";
import { readMinutes } from "./listed-units.server";
import type { FaultReason } from "./row-fault";
import type { TrainingField } from "./training-headings";

type Cells = {
  cell: (field: TrainingField) => string;
  fault: (field: TrainingField, reason: FaultReason) => void;
};

/** The day of a row. */
export function readDay({
  cell,
  fault,
  answers: { dayOrder },
  today,
}: Cells & { answers: Pick<ListAnswers, "dayOrder">; today: IsoDate }): IsoDate | null {
  const read = parseListedDate(dayOf(cell), dayOrder);
  if (!read.ok) {
    fault("date", dateFaults[read.reason]);
    return null;
  }
  if (read.date > today) fault("date", "future");
  return read.date;
}

const dateFaults = {
  empty: "empty",
  unreadable: "date",
  ambiguous: "ambiguousDate",
  "does-not-exist": "noSuchDate",
  "out-of-bounds": "dateOutOfBounds",
} as const;

/** The day, or that of the moments between which it was. */
function dayOf(cell: Cells["cell"]): string {
  const moment = [cell("ends"), cell("starts")].find((text) => timeOfDay(text)?.day);
  return cell("date") || (moment ?? "");
}

/** How long it took, or how long it was between two times of a day. */
export function readLength({
  cell,
  fault,
  lengthsIn,
}: Cells & { lengthsIn: LengthUnit | null }): number | null {
  const [starts, ends] = [cell("starts"), cell("ends") || cell("date")];
  if (cell("hours") !== "" || starts === "") {
    return readMinutes(cell("hours"), { lengthsIn }, (reason) => fault("hours", reason));
  }
  const minutes = minutesFromTo(starts, ends);
  if (minutes === null) fault("starts", "betweenTimes");
  return minutes;
}
