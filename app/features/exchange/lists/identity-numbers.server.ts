import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import { decodeText } from "~/formats/text-encoding";

/** What stands in a list where a personal identity number stood. */
export const removedNumber = "[personnummer]";

/**
 * A list as it may be kept: HR systems put personal identity numbers beside the names, and nothing
 * here needs them. Without any the bytes are returned as they are; otherwise as UTF-8.
 */
export function withoutIdentityNumbers(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const { text } = decodeText(bytes);
  let kept = "";
  let rest = text;
  for (
    let found = findPersonalIdentityNumber(rest);
    found !== null;
    found = findPersonalIdentityNumber(rest)
  ) {
    const [before, number] = [
      rest.slice(0, found.index),
      rest.slice(found.index).slice(0, found.length),
    ];
    kept += before + (isTimestamp(number) ? number : removedNumber);
    rest = rest.slice(found.index + found.length);
  }
  return kept.includes(removedNumber) ? new TextEncoder().encode(kept + rest) : bytes;
}

/** `20260302 0730`: of somebody born in these years nothing is listed yet. */
function isTimestamp(number: string): boolean {
  return /^20(?:1[5-9]|[2-9]\d)\d{4} (?:[01]\d|2[0-3])[0-5]\d$/.test(number);
}
