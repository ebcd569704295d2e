import { dayOrders } from "~/formats/listed-date";
import type { ListAnswers } from "./training-rows.server";

/** The answers to a list's questions from fields `dayOrder` and `person:NAME`. */
export function listAnswersFrom(fields: readonly (readonly [string, unknown])[]): ListAnswers {
  const values = new Map(fields);
  const people = fields.flatMap(([name, value]) => {
    const key = /^person:(.+)$/s.exec(name)?.[1];
    return key !== undefined && typeof value === "string" && value !== "" ? [[key, value]] : [];
  });
  return {
    dayOrder: dayOrders.find((order) => order === values.get("dayOrder")) ?? null,
    // Own keys alone, so that a name such as "__proto__" is only a name.
    people: Object.fromEntries(people) as Record<string, string>,
  };
}

/** The fields again, to be sent along. */
export function answerFields({ dayOrder, people }: ListAnswers): [name: string, value: string][] {
  return [
    ...(dayOrder === null ? [] : [["dayOrder", dayOrder] as [string, string]]),
    ...Object.entries(people).map(([key, id]): [string, string] => [`person:${key}`, id]),
  ];
}
