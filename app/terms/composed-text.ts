/**
 * A text in composed form: an å is one character, also where it came as two. Putting the marks on
 * a letter in order takes the square of their number, so a text that {@link stacksMarks} stays as
 * it is: this is linear for any text.
 */
export function composed(text: string): string {
  return stacksMarks(text) ? text : text.normalize("NFC");
}

/** A text in which each letter and each of its marks is a character of its own; as `composed`. */
export function decomposed(text: string): string {
  return stacksMarks(text) ? text : text.normalize("NFD");
}

/**
 * Whether more marks stand on one letter than any language writes: over 30, which Unicode's
 * Stream-Safe Text Format (UAX #15, 13) allows.
 */
export function stacksMarks(text: string): boolean {
  return /(?<!\p{M})\p{M}{31}/u.test(text);
}

/**
 * Whether a text could have `max` characters once it is composed: no character is made of more
 * than six UTF-16 units. Tells without composing it.
 */
export function mayFit(text: string, max: number): boolean {
  return text.length <= 6 * max;
}
