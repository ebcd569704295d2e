import type { Field } from "./item-fields";

/** A field as text for people: trimmed, control characters turned into spaces, "" where absent. */
export function fieldText(field: Field | undefined): string {
  return field === undefined ? "" : cleanText(field.text);
}

function cleanText(text: string): string {
  return holdsControls.test(text) ? text.replace(controls, " ").trim() : text.trim();
}

// The specification (5.7) allows no control characters in texts; files hold them.
const holdsControls = /[\u0000-\u001f\u007f]/;
const controls = /[\u0000-\u001f\u007f]+/g;
