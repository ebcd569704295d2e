import { Question } from "~/platform/question";

/**
 * How a command ended: "done", an `AppError`'s code, the keys of a `FieldError` by field, or those
 * of what it `asked`.
 */
export async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof Question) return { asked: error.touched.map(({ key }) => key) };
    if ("fields" in error && error.fields && typeof error.fields === "object") {
      return Object.fromEntries(
        Object.entries(error.fields).map(([name, sentence]: [string, { key: string }]) => [
          name,
          sentence.key,
        ]),
      );
    }
    if ("code" in error) return error.code;
    throw error;
  }
}
