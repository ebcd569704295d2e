/**
 * Whether a text has been read in a wrong encoding somewhere on its way: a sign for what could not
 * be read, or the pairs and signs that å, ä, ö become in and at the edges of words.
 */
export function looksDamaged(text: string): boolean {
  const words = text.replace(address, " ");
  return damages.some((damage) => damage.test(words)) || hasLoneQuote(words);
}

/** What follows a question mark in an address is no damage. */
const address = /\S*(?:\/\/|www\.|\.\p{L}{2,}\/|\?[\w-]+=)\S*/giu;

/** Whether a text has been read in a wrong encoding for sure: no word of any language looks so. */
export function isDamaged(text: string): boolean {
  const words = text.replace(address, " ");
  return sureDamages.some((damage) => damage.test(words));
}

const sureDamages = [
  /\uFFFD/,
  // A letter that a program could not write, within a word.
  /\p{L}\?\p{L}/u,
  // UTF-8 read as Windows-1252 or Latin-1, or as code page 437: Ã¥ Ã¤ Ã¶ Ã… Ã„ Ã– Ã©, ├Ñ ├ñ ├╢.
  /Ã[¥¤¶…„–©\u0080-\u00bf]|├[\u00a0-\u00ff\u2500-\u259f]/,
  // Code page 437 read as Windows-1252 or Latin-1: †„”Ž™‚ between letters, or their controls.
  /\p{L}[†„”Ž™‚]\p{L}|[\u0080-\u009f]/u,
  // Windows-1252 read as code page 437: σΣ÷┼─╓ beside letters.
  /[a-zåäö][σΣ÷┼─╓]|[σΣ÷┼╓][a-zåäö]/i,
];

const damages = [
  ...sureDamages,
  // A letter that a program could not write, at the beginning of a word, or at the end of what is
  // no word without it.
  /(?:^|[\s("/-])\?\p{L}/u,
  /(?:^|[\s("/-])[bcdfghjklmnpqrstvwxz]+\?(?!\?)/i,
  // †„‚ where no such sign stands beside a word.
  /\p{L}[†„‚]|[†™]\p{L}/u,
  // Mac Roman read as code page 437: î è Ü, and as Windows-1252: Œ Š. French words keep their è.
  /î|\p{L}Ü\p{Ll}|è(?!\p{L}{1,2}es?(?!\p{L})|s(?!\p{L}))|\p{Ll}[ŒŠ]/u,
];

/** Code page 437's ö read as Windows-1252: a quotation mark beside a word that has no other. */
function hasLoneQuote(text: string): boolean {
  const quotes = text.match(/[”“„"]/g) ?? [];
  return quotes.length === 1 && /”\p{L}|\p{L}”/u.test(text);
}
