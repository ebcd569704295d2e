/** Characters. */
export const titleMax = 120;
export const providerMax = 120;
export const learnedMax = 2000;
export const wordMax = 500;

/** Bytes of one evidence file. */
export const evidenceMaxBytes = 10_000_000;

/**
 * Bytes of a form with evidence: more than the file may weigh, so that a file that is too large
 * is told so beside its field and the rest of the form is kept.
 */
export const evidenceFormMaxBytes = 32_000_000;

/** Hours of one course: more than a person works in a year. */
export const courseMaxHours = 2000;

export const costMaxKronor = 10_000_000;

/** Colleagues in one plan to hand on. */
export const planMaxColleagues = 500;
