/** How wide words are, in px. */
export type Measure = (words: string) => number;

/**
 * Words as lines of at most `room` px, broken between words; a word that is wider than that is
 * broken where the room ends. Chart.js itself squeezes or cuts what is too wide.
 */
export function fitWords(words: string, { room, measure }: { room: number; measure: Measure }) {
  return words
    .split(" ")
    .flatMap((word) => pieces(word, { room, measure }))
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      const longer = `${last} ${word}`;
      return last === undefined || measure(longer) > room
        ? [...lines, word]
        : [...lines.slice(0, -1), longer];
    }, []);
}

/** Pieces of about the same length, so that none is a single letter. */
function pieces(word: string, { room, measure }: { room: number; measure: Measure }): string[] {
  const letters = [...word];
  const most = Math.floor(letters.length / 2);
  for (let count = 1; count <= most; count += 1) {
    const length = Math.ceil(letters.length / count);
    const parts = Array.from({ length: count }, (_, part) =>
      letters.slice(part * length, (part + 1) * length).join(""),
    ).filter((part) => part !== "");
    const words = parts.map((part, at) => (at < parts.length - 1 ? `${part}-` : part));
    if (words.every((piece) => measure(piece) <= room)) return words;
  }
  return [word];
}
