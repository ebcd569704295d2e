/** 0 none · 1 basic · 2 with support · 3 independent · 4 can teach. */
export type Level = 0 | 1 | 2 | 3 | 4;
export const levels = [0, 1, 2, 3, 4] as const satisfies Level[];
