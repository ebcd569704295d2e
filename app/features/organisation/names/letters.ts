import { composed, decomposed } from "~/terms/composed-text";

// How names are compared: the database's functions of these names, which a test holds to them.

/**
 * Letters as Swedish tells them apart, in lower case: å, ä and ö are letters of their own, and
 * Danish æ and ø are the same as ä and ö. Every other mark falls away: é is e, ı is i, ł is l.
 */
export function swedishLetters(written: string): string {
  const letters = decomposed(written)
    .toLowerCase()
    .replace(/[æøßþœ]/g, (letter) => spelt[letter] ?? letter)
    .replace(/(a\u030a|a\u0308|o\u0308)|[\u0300-\u036f]/g, "$1")
    .replace(/[ıłđð]/g, (letter) => spelt[letter] ?? letter);
  return composed(letters);
}

/** The same for a keyboard without them: å and ä are a, ö is o. */
export function plainLetters(written: string): string {
  return swedishLetters(written).replace(/[åäö]/g, (letter) => (letter === "ö" ? "o" : "a"));
}

const spelt: Record<string, string> = {
  ...{ æ: "a\u0308", ø: "o\u0308", ß: "ss", þ: "th", œ: "oe" },
  ...{ ı: "i", ł: "l", đ: "d", ð: "d" },
};
