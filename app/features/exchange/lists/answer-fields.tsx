import type { ListAnswers } from "./list-answers.schema";

/** What has been answered, to be sent along: see `listAnswersFrom`. */
export function AnswerFields({
  answers: { dayOrder, people, statuses, projectId },
}: {
  answers: ListAnswers;
}) {
  return (
    <>
      {dayOrder !== null && <input type="hidden" name="dayOrder" value={dayOrder} />}
      {projectId !== null && <input type="hidden" name="project" value={projectId} />}
      {Object.entries(people).map(([name, id]) => (
        <input key={name} type="hidden" name={`person:${name}`} value={id} />
      ))}
      {Object.entries(statuses).map(([word, said]) => (
        <input key={word} type="hidden" name={`status:${word}`} value={said} />
      ))}
    </>
  );
}
