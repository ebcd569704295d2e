/** Why a person should look at some of a file's vouchers before they are brought in. */
export const concerns = [
  /** From a company that is neither the project's authority nor one of its partners. */
  "organisation",
  /** From one of several companies in the file. */
  "companies",
  /** Not in kronor. */
  "currency",
  /** On the object's code in another dimension than the project's, or on a dimension below it. */
  "dimension",
  /** Its words have been damaged on the way. */
  "letters",
  /** Closes the year: it takes the costs away that it closes. */
  "result-account",
  /** A row that names further objects is in a project already under one of these. */
  "shared",
] as const;

export type Concern = (typeof concerns)[number];
