import { calendarDay } from "~/terms/day";

/** Where in the text it stands, and which kind. The digits themselves are not handed on. */
export type FoundIdentityNumber = {
  index: number;
  length: number;
  kind: "personnummer" | "samordningsnummer";
};

/**
 * The first thing in a free text that is shaped like a Swedish personal identity number, for a
 * warning: YYMMDD-NNNN or YYYYMMDD-NNNN with hyphen, plus, space or nothing between, a day that
 * exists (for a samordningsnummer day + 60) and a right check digit by the Luhn method
 * (Skatteverket, SKV 704 and SKV 707). One bare ten-digit number in a few hundred passes by
 * chance; organisation numbers never do, for their month would be 20 or more.
 */
export function findPersonalIdentityNumber(text: string): FoundIdentityNumber | null {
  for (const match of text.matchAll(shape)) {
    const [whole, century = "", yearInCentury = "", month = "", day = "", serial = ""] = match;
    const kind = kindByDay({ century, yearInCentury, month, day });
    if (kind !== null && passesLuhn(yearInCentury + month + day + serial)) {
      return { index: match.index, length: whole.length, kind };
    }
  }
  return null;
}

/** No digit before or after, so that a part of a longer number is none. */
const shape = /(?<!\d)(18|19|20)?(\d{2})(\d{2})(\d{2})(?: ?[-+–‑] ?| )?(\d{4})(?!\d)/g;

function kindByDay({
  century,
  yearInCentury,
  month,
  day,
}: {
  century: string;
  yearInCentury: string;
  month: string;
  day: string;
}): FoundIdentityNumber["kind"] | null {
  // Without a century 2000 stands for both: every year that is a leap year in either has 29 February.
  const year = Number((century === "" ? "20" : century) + yearInCentury);
  const number = Number(day);
  const isCoordination = number > 60;
  const dayOfMonth = isCoordination ? number - 60 : number;
  if (calendarDay({ year, month: Number(month), day: dayOfMonth }) === null) return null;
  return isCoordination ? "samordningsnummer" : "personnummer";
}

/** Weights 2, 1, 2 … from the left; digit sums of the products and the check digit make tens. */
function passesLuhn(tenDigits: string): boolean {
  let sum = 0;
  for (let index = 0; index < tenDigits.length; index += 1) {
    const product = Number(tenDigits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
