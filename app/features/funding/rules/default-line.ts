type Line = { id: string; isPlanned: boolean };

/**
 * The line that pays for a day where nobody says which: the only one whose budget has the day.
 * Null where none or several have.
 */
export function defaultLineOf<Each extends Line>(lines: readonly Each[]): Each | null {
  const planned = lines.filter(({ isPlanned }) => isPlanned);
  return planned.length === 1 ? (planned[0] ?? null) : null;
}
