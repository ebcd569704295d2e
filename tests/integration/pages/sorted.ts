/** By what is written in them: lists whose order says nothing are compared in this one. */
export function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

export function minutesOf(rows: readonly { minutes: number }[]): number {
  return rows.reduce((sum, { minutes }) => sum + minutes, 0);
}
