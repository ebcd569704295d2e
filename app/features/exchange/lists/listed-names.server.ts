import type { ListedCompetence } from "~/features/competence/catalogue/competences.queries.server";
import type { ListAnswers } from "./list-answers.schema";
import { plainText } from "./plain-text";

/** A project that rows may be for, by all that it is called. */
export type ListedProject = {
  id: string;
  code: string;
  name: string;
  codes: string[];
  startsOn: string;
  endsBefore: string;
};

/** A row's own project by a code, also a former one, or a name that no other has; else the list's. */
export function projectFinder(projects: readonly ListedProject[], { projectId }: ListAnswers) {
  const coded = finderByName(projects, ({ codes }) => codes);
  const called = projects.map(({ name }) => plainText(name));
  const unlike = projects.filter(
    (_, at) => called.filter((name) => name === called[at]).length === 1,
  );
  const named = finderByName(unlike, ({ name }) => [name]);
  const ofList = projects.find(({ id }) => id === projectId) ?? null;
  return (text: string) => (text === "" ? ofList : (coded(text) ?? named(text)));
}

/** A row's competence by its code or name; else by one that it has had. */
export function competenceFinder(competences: readonly ListedCompetence[]) {
  const present = finderByName(competences, ({ code, name }) => [code, name]);
  const former = finderByName(competences, ({ called }) => called);
  return (text: string) => present(text) ?? former(text);
}

/** Finds something by what it is called; of two that are called the same, the first. */
function finderByName<Item>(items: readonly Item[], namesOf: (item: Item) => string[]) {
  const byName = new Map<string, Item>();
  for (const item of items) {
    for (const name of namesOf(item).map(plainText)) {
      if (!byName.has(name)) byName.set(name, item);
    }
  }
  return (text: string) => (text === "" ? null : (byName.get(plainText(text)) ?? null));
}
