/**
 * Whether a text has been read in a wrong encoding somewhere on its way: a sign for what could not
 * be read, or the pairs and signs that å, ä, ö become inside words.
 */
export function looksDamaged(text: string): boolean {
  return damages.some((damage) => damage.test(text));
}

const damages = [
  /\uFFFD/,
  // A letter that a program could not write.
  /\p{L}\?\p{L}/u,
  // UTF-8 read as Windows-1252 or Latin-1, or as code page 437: Ã¥ Ã¤ Ã¶ Ã… Ã„ Ã– Ã©, ├Ñ ├ñ ├╢.
  /Ã[¥¤¶…„–©\u0080-\u00bf]|├[\u00a0-\u00ff\u2500-\u259f]/,
  // Code page 437 read as Windows-1252 or Latin-1: †„”Ž™‚ between letters, or their controls.
  /\p{L}[†„”Ž™‚]\p{L}|[\u0080-\u009f]/u,
  // Windows-1252 read as code page 437: σΣ÷┼─╓ between letters.
  /\p{L}[σΣ÷┼─╓]\p{L}/u,
];
