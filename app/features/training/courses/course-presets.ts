/** `hours` as a person would type them. */
type Course = { competenceId: string | null; hours: string | null; givesLevel: number | null };

/**
 * Fills in what a course of the catalogue is known to give, in the fields that are still empty:
 * what somebody has typed or chosen is never changed.
 */
export function fillFromCourse(form: HTMLFormElement, course: Course): void {
  fillIfEmpty(form, "competenceId", course.competenceId);
  fillIfEmpty(form, "hours", course.hours);
  fillIfEmpty(form, "claimedLevel", course.givesLevel?.toString() ?? null);
}

/** Once a cost is typed: the line that pays where nobody says which. */
export function fillDefaultLine(form: HTMLFormElement, line: { id: string } | null): void {
  fillIfEmpty(form, "budgetLineId", line?.id ?? null);
}

function fillIfEmpty(form: HTMLFormElement, name: string, value: string | null): void {
  const field = form.elements.namedItem(name);
  const isField =
    field instanceof RadioNodeList ||
    field instanceof HTMLInputElement ||
    field instanceof HTMLSelectElement;
  if (isField && field.value === "" && value !== null) field.value = value;
}
