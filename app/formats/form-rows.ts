import { z } from "zod";

/**
 * The rows of a form whose fields are numbered from 0: `from0`, `amount0`, `from1` … A row in
 * which nothing is typed is left out; a fault stands at its own field. Each row keeps its
 * `number`, so that what a command finds wrong can be told at the right place.
 */
export function numberedRows<Shape extends z.ZodRawShape>(
  row: z.ZodObject<Shape>,
  { most }: { most: number },
) {
  const names = Object.keys(row.shape);
  return z.looseObject({}).transform((form, context) => {
    const rows: (z.output<z.ZodObject<Shape>> & { number: number })[] = [];
    for (let number = 0; number < most; number += 1) {
      const typed = names.map((name) => [name, form[`${name}${number}`]] as const);
      if (typed.every(([, value]) => isEmpty(value))) continue;
      const read = row.safeParse(Object.fromEntries(typed));
      if (read.success) rows.push({ ...read.data, number });
      else {
        for (const issue of read.error.issues) {
          context.issues.push({
            ...numbered(issue, number),
            input: form,
          });
        }
      }
    }
    return { rows };
  });
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}

function numbered(issue: z.core.$ZodIssue, number: number) {
  const path = [`${String(issue.path[0])}${number}`];
  return issue.code === "custom"
    ? { code: "custom" as const, message: issue.message, params: issue.params, path }
    : { code: "custom" as const, message: messageKey(issue.message), path };
}

/** Our own fields give a dictionary key as their message; the rest only what zod says. */
function messageKey(message: string): string {
  return /^[a-z]\w*(\.\w+)+$/.test(message) ? message : "errors.unreadable";
}
