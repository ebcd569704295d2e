/** Characters. */
export const codeMax = 40;

/**
 * The code that a name suggests: a–z, digits and single hyphens, at most 40 characters. å and ä
 * become a, ö becomes o, other accents are dropped. Empty for a name without letters and digits.
 */
export function proposeCode(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("æ", "a")
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, codeMax + 1)
    .replace(/^-/, "")
    .slice(0, codeMax)
    .replace(/-$/, "");
}

/** Codes stand in addresses and file names. */
export function isCode(text: string): boolean {
  return text.length <= codeMax && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
