/** `terminated` is false for a last line without a line end. */
export type TextLine = { number: number; text: string; terminated: boolean };

/** The lines of a text, numbered from 1; LF, CRLF and a lone CR all end one. Linear, also where a text has no CR at all. */
export function* textLines(text: string): Generator<TextLine> {
  let number = 1;
  let start = 0;
  let lineFeed = text.indexOf("\n");
  let carriageReturn = text.indexOf("\r");
  while (start < text.length) {
    if (lineFeed !== -1 && lineFeed < start) lineFeed = text.indexOf("\n", start);
    if (carriageReturn !== -1 && carriageReturn < start) {
      carriageReturn = text.indexOf("\r", start);
    }
    const end = earliest(lineFeed, carriageReturn);
    if (end === -1) {
      yield { number, text: text.slice(start), terminated: false };
      return;
    }
    yield { number, text: text.slice(start, end), terminated: true };
    start = end === carriageReturn && lineFeed === end + 1 ? end + 2 : end + 1;
    number += 1;
  }
}

function earliest(first: number, second: number): number {
  if (first === -1) return second;
  return second === -1 ? first : Math.min(first, second);
}
