/** Characters. */
export const noteMax = 1000;
export const reasonMax = 500;
