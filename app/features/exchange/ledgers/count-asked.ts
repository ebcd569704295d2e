/** How many vouchers wait for an answer. */
export function countAsked({ asked }: { asked: readonly { count: number }[] }): number {
  return asked.reduce((sum, { count }) => sum + count, 0);
}
