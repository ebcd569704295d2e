/** Characters. */
export const reasonMax = 500;
