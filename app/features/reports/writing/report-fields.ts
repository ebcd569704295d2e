// How long a report's words may be, in characters.
export const titleMax = 120;
export const textMax = 8000;
export const commentMax = 1000;

const commentPrefix = "comment-";

/** The name of a comment's field in a form, by its budget line. */
export function commentField(lineId: string): string {
  return `${commentPrefix}${lineId}`;
}

/** The budget line of a comment's field; null for another field. */
export function lineOfField(field: string): string | null {
  return field.startsWith(commentPrefix) ? field.slice(commentPrefix.length) : null;
}
