import { dayOrders, type DayOrder } from "~/formats/listed-date";
import { isId } from "~/platform/ids";
import { answeredCompletions, type AnsweredCompletion } from "./answered-status";

/** What a person has said of a list, beside what its columns mean. */
export type ListAnswers = {
  /** What stands first in a date such as 03/04/2026. */
  dayOrder: DayOrder | null;
  /** Whom a name means that several people have, by the name as `plainName` writes it. */
  people: Readonly<Record<string, string>>;
  /** Whether a course is completed of which the list says so in a word nobody knows, by `plainStatus`. */
  statuses: Readonly<Record<string, AnsweredCompletion>>;
  /** For which project its rows are that don't say it themselves; null for none. */
  projectId: string | null;
};

export const noListAnswers: ListAnswers = {
  ...{ dayOrder: null, people: {}, statuses: {}, projectId: null },
};

/** The answers to a list's questions from fields `dayOrder`, `person:NAME`, `status:WORD` and `project`. */
export function listAnswersFrom(fields: readonly (readonly [string, unknown])[]): ListAnswers {
  const values = new Map(fields);
  const answersTo = (question: RegExp) =>
    fields.flatMap(([name, value]): [string, string][] => {
      const key = question.exec(name)?.[1];
      return key !== undefined && typeof value === "string" && value !== "" ? [[key, value]] : [];
    });
  const statuses = answersTo(/^status:(.*)$/s).flatMap(([word, value]) => {
    const said = answeredCompletions.find((each) => each === value);
    return said ? [[word, said] as const] : [];
  });
  const project = values.get("project");
  return {
    dayOrder: dayOrders.find((order) => order === values.get("dayOrder")) ?? null,
    // Own keys alone, so that a name such as "__proto__" is only a name.
    people: Object.fromEntries(answersTo(/^person:(.+)$/s)),
    statuses: Object.fromEntries(statuses),
    projectId: typeof project === "string" && isId(project) ? project : null,
  };
}
