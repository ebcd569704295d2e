/** Characters of a competence's name, and of its description. */
export const nameMax = 120;
export const descriptionMax = 1000;

/** Core elements of one competence, and characters of one of them. */
export const elementsMax = 40;
export const elementMax = 120;

/** People: more than any unit has. */
export const minimumMax = 500;
