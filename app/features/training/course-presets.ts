import { typedHours } from "./typed-numbers";

type Course = { competenceId: string | null; minutes: number | null; givesLevel: number | null };

/**
 * Fills in what a course of the catalogue is known to give, in the fields that are still empty:
 * what somebody has typed or chosen is never changed.
 */
export function fillFromCourse(form: HTMLFormElement, course: Course, language: "sv" | "en"): void {
  fillIfEmpty(form, "competenceId", course.competenceId);
  fillIfEmpty(form, "hours", course.minutes && typedHours(course.minutes, language));
  fillIfEmpty(form, "claimedLevel", course.givesLevel?.toString() ?? null);
}

function fillIfEmpty(form: HTMLFormElement, name: string, value: string | number | null): void {
  const field = form.elements.namedItem(name);
  const isField =
    field instanceof RadioNodeList ||
    field instanceof HTMLInputElement ||
    field instanceof HTMLSelectElement;
  if (isField && field.value === "" && value !== null) field.value = String(value);
}
