import type { Completion } from "./completion-status";

/** What an answer to what a list's own word means says. */
export type AnsweredCompletion = Exclude<Completion, "unknown">;

export const answeredCompletions = [
  "completed",
  "unfinished",
] as const satisfies AnsweredCompletion[];

/** What a word has been answered to mean: of own keys alone, for a list may say "constructor". */
export function answerTo(
  word: string,
  { statuses }: { statuses: Readonly<Record<string, AnsweredCompletion>> },
): AnsweredCompletion | null {
  return Object.hasOwn(statuses, word) ? (statuses[word] ?? null) : null;
}
