/** Where a piece of training is on its way to being counted. */
export type TrainingStatus = "submitted" | "returned" | "approved" | "declined" | "withdrawn";

/** A course that somebody logged, a hand-over they learned in, or a row of an imported list. */
export type TrainingKind = "course" | "hand_over" | "import";

/** What decides who may do what with a record. */
export type TrainingSubject = {
  authorityId: string;
  personId: string;
  /** Where the person works now. */
  /** The units through which the person may be looked at. */
  unitIds: string[];
  kind: TrainingKind;
  status: TrainingStatus;
};
