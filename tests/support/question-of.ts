import { Question } from "~/platform/question";

/** What a command asks before it goes on; throws where it asks nothing. */
export async function questionOf(work: Promise<unknown>): Promise<Question> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Question) return error;
  throw new Error("Nothing was asked", { cause: error });
}
