import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import type { CascadeInput } from "~/features/cascade/rules/cascade-input";
import { addDays } from "~/terms/day";
import { printTable } from "./table";
import { computingTime } from "./timing";

const limitMs = 500;
const rounds = 7;

/** How long the rules take for one method that a whole authority has handed on. */
export function benchCascadeFigures(share: number): void {
  const input = largeCascade({
    people: Math.round(10_000 * share),
    handOvers: Math.round(20_000 * share),
  });
  const ms = computingTime(rounds, () => cascadeFigures(input));
  const { generations } = cascadeFigures(input);
  console.log(
    `\nThe figures of a cascade of ${input.people.length} people and ${input.handOvers.length} ` +
      `hand-overs, ${generations.length} generations deep`,
  );
  printTable(
    ["", "ms", `÷ limit of ${limitMs} ms`],
    [["cascadeFigures", ms.toFixed(1), (ms / limitMs).toFixed(2)]],
  );
}

const firstDay = "2022-01-01";

/** The first hundredth learned outside; each hand-over's trainer may have learned from the last. */
function largeCascade({ people, handOvers }: { people: number; handOvers: number }): CascadeInput {
  const id = (n: number) => `p${String(n).padStart(6, "0")}`;
  const ids = Array.from({ length: people }, (_, n) => id(n));
  const outside = Math.ceil(people / 100);
  return {
    asOf: addDays(firstDay, 1500),
    method: { id: "m", coreElements: 10 },
    people: ids.map((person, n) => ({
      id: person,
      joined: "2020-01-01",
      left: n % 20 === 19 ? "2024-01-01" : null,
    })),
    shouldHold: ids,
    acquisitions: ids.slice(0, outside).map((person) => ({ person, date: firstDay })),
    mayTeach: Object.fromEntries(ids.map((person) => [person, firstDay])),
    handOvers: Array.from({ length: handOvers }, (_, n) => {
      const date = addDays(firstDay, 1 + Math.floor((n / handOvers) * 1400));
      const known = Math.min(people, outside + Math.floor((n / handOvers) * people));
      return {
        id: `h${String(n).padStart(6, "0")}`,
        date,
        hours: 2,
        trainers: [id((n * 7919) % Math.max(1, known - outside))],
        elementsDelivered: 8,
        learners: [0, 1, 2, 3].map((part) => ({
          person: id((known + n + part * 31) % people),
          confirmed: part === 3 && n % 50 === 0 ? null : addDays(date, 2),
        })),
      };
    }),
  };
}
