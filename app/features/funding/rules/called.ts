/** Whether a code leads to a project: one of those that it has or has had, in capitals or not. */
export function isCalled({ codes }: { codes: readonly string[] }, typed: string): boolean {
  return codes.some((code) => code.toLowerCase() === typed.toLowerCase());
}
