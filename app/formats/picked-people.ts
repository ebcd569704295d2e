import { z } from "zod";

// People who were chosen in a picker, as fields of a form's schema. What stands typed in a picker
// without having been chosen from its list comes along as `<name>Typed`.

/** The id of a chosen person; a name that was typed and not chosen is asked about. */
export const pickedPerson = z.preprocess((value, context) => {
  if (!(value instanceof TypedName)) return value;
  const params = { text: value.text };
  context.issues.push({ code: "custom", message: "errors.notPicked", params, input: value });
  return z.NEVER;
}, z.uuid("errors.unreadable"));

/** A form whose fields `names` are lists of `pickedPerson`: what was only typed is one of them. */
export function withPicked<Form extends z.ZodType>(names: string[], form: Form) {
  return z.preprocess((raw) => {
    if (typeof raw !== "object" || raw === null) return raw;
    const fields: Record<string, unknown> = { ...raw };
    for (const name of names) {
      const typed = fields[`${name}Typed`];
      const text = typeof typed === "string" ? typed.trim() : "";
      if (text) fields[name] = [new TypedName(text), fields[name] ?? []].flat();
    }
    return fields;
  }, form);
}

/** No form can send one: told apart from every id. */
class TypedName {
  readonly text: string;

  constructor(typed: string) {
    this.text = typed.length > longest ? `${typed.slice(0, longest)}…` : typed;
  }
}

/** Characters of a typed name in the sentence about it. */
const longest = 80;
