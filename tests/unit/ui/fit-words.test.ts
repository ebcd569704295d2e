import { expect, test } from "vitest";
import { fitWords } from "~/ui/charts/fit-words";

/** Ten px a letter. */
const measure = (words: string) => words.length * 10;

test.each([
  { words: "Utbildade medarbetare", room: 210, lines: ["Utbildade medarbetare"] },
  { words: "Utbildade medarbetare", room: 200, lines: ["Utbildade", "medarbetare"] },
  { words: "Andel av planen", room: 90, lines: ["Andel av", "planen"] },
  { words: "23, plan\u00a020,3", room: 100, lines: ["23,", "plan\u00a020,3"] },
  { words: "kunskapsöverföringar nu", room: 120, lines: ["kunskapsöv-", "erföringar", "nu"] },
  { words: "AB", room: 1, lines: ["AB"] },
  { words: "", room: 100, lines: [""] },
])("$words in $room px", ({ words, room, lines }) => {
  expect(fitWords(words, { room, measure })).toEqual(lines);
});
