import { sieSeverities, type SieProblem, type SieProblemCode } from "./sie-file";

export type ProblemPlace = Omit<SieProblem, "severity" | "code">;

export type ProblemLog = {
  add: (code: SieProblemCode, place?: ProblemPlace) => void;
  /** All kept problems, and one `further-problems` for each code that had more. */
  list: () => SieProblem[];
};

/** A file that is wrong on every line tells no more with a million problems than with these. */
const mostPerCode = 100;
const longestValue = 80;

export function createProblemLog(): ProblemLog {
  const problems: SieProblem[] = [];
  const counts = new Map<SieProblemCode, number>();

  function add(code: SieProblemCode, place: ProblemPlace = {}): void {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > mostPerCode) return;
    const problem: SieProblem = { severity: sieSeverities[code], code, ...place };
    if (place.value !== undefined) problem.value = shortened(place.value);
    problems.push(problem);
  }

  function list(): SieProblem[] {
    const further = [...counts]
      .filter(([, count]) => count > mostPerCode)
      .map(([code, count]): SieProblem => {
        const value = String(count - mostPerCode);
        return { severity: "notice", code: "further-problems", field: code, value };
      });
    return [...problems, ...further];
  }

  return { add, list };
}

function shortened(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
}
