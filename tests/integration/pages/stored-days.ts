import { toDbDate, type IsoDate } from "~/terms/day";

export const wrong = ({ withdrawn }: { withdrawn: boolean }) => (withdrawn ? new Date() : null);

export const daysOf = ({
  startsOn,
  endsBefore,
}: {
  startsOn: IsoDate;
  endsBefore: IsoDate | null;
}) => ({
  startsOn: toDbDate(startsOn),
  endsBefore: endsBefore && toDbDate(endsBefore),
});
