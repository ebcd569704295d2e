/** Characters of why a measurement is corrected or withdrawn. */
export const reasonMax = 300;
