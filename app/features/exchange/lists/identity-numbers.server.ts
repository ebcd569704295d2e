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
    kept += rest.slice(0, found.index) + removedNumber;
    rest = rest.slice(found.index + found.length);
  }
  return kept === "" ? bytes : new TextEncoder().encode(kept + rest);
}
