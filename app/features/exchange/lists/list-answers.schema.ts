import { dayOrders, type DayOrder } from "~/formats/listed-date";

/** What a person has said of a list, beside what its columns mean. */
export type ListAnswers = {
  /** What stands first in a date such as 03/04/2026. */
  dayOrder: DayOrder | null;
  /** Whom a name means that several people have, by the name as `plainName` writes it. */
  people: Readonly<Record<string, string>>;
};

export const noListAnswers: ListAnswers = { dayOrder: null, people: {} };

/** The answers to a list's questions from fields `dayOrder` and `person:NAME`. */
export function listAnswersFrom(fields: readonly (readonly [string, unknown])[]): ListAnswers {
  const values = new Map(fields);
  const people = fields.flatMap(([name, value]): [string, string][] => {
    const key = /^person:(.+)$/s.exec(name)?.[1];
    return key !== undefined && typeof value === "string" && value !== "" ? [[key, value]] : [];
  });
  return {
    dayOrder: dayOrders.find((order) => order === values.get("dayOrder")) ?? null,
    // Own keys alone, so that a name such as "__proto__" is only a name.
    people: Object.fromEntries(people),
  };
}
