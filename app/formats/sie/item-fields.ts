import { isKnownTagAt } from "./known-tags";

export type Field = { text: string; quoted: boolean };

/** What may follow a label: `row` has an object list, `voucher` may end in the block's brace. */
export type ItemKind = "row" | "voucher" | "other";

export type ItemFields = {
  fields: Field[];
  /** The object list's parts, null where the row has none. */
  list: Field[] | null;
  listClosed: boolean;
  /** Which field's quote the line never closes; −1 stands for one in the object list. */
  unclosedQuote: number | null;
  /** What follows on the same line: a brace or, where line ends were lost, the next item. */
  rest: string;
};

/**
 * Splits an item's text after its label into fields: by runs of spaces and tabs, quotes around
 * any field, `\"` for a quote inside one (specification 5.7). Beyond the specification it reads
 * - `""` inside a quoted text as a quote;
 * - `\"` before a space as the end of a text that ends in a backslash, when the line would
 *   otherwise never close (`"C:\SIE\"`);
 * - a quote that is never closed as a field that ends with the line;
 * - an object list that touches its neighbours, stands in quotes or has no spaces;
 * - braces and items that follow on the same line.
 */
export function splitFields(text: string, kind: ItemKind): ItemFields {
  const item: ItemFields = {
    fields: [],
    list: null,
    listClosed: true,
    unclosedQuote: null,
    rest: "",
  };
  const quotes = { mayReinterpret: true };
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    if (isSpace(character)) {
      at += 1;
    } else if (character === '"') {
      const quoted = readQuoted({ text, start: at, doubledQuotes: true, quotes });
      if (!quoted.closed) item.unclosedQuote ??= item.fields.length;
      item.fields.push({ text: quoted.value, quoted: true });
      at = quoted.end;
    } else if (character === "{" && kind === "row" && expectsList(item)) {
      at = readList(text, at, item, quotes);
    } else if (isBraceOfBlock(text, at, kind) || (character === "#" && isKnownTagAt(text, at))) {
      item.rest = text.slice(at);
      break;
    } else {
      const end = endOfBareField(text, at, item, kind);
      item.fields.push({ text: text.slice(at, end), quoted: false });
      at = end;
    }
  }
  if (kind === "row") unwrapQuotedList(item);
  return item;
}

/** The list stands after the account; some put it one place later. A `{` further on is text. */
function expectsList(item: ItemFields): boolean {
  return item.list === null && item.fields.length <= 2;
}

function readQuoted({
  text,
  start,
  doubledQuotes,
  quotes,
}: {
  text: string;
  start: number;
  doubledQuotes: boolean;
  quotes: { mayReinterpret: boolean };
}): { value: string; end: number; closed: boolean } {
  let value = "";
  let from = start + 1;
  let earlierEnd: { value: string; end: number } | null = null;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) break;
    const part = text.slice(from, quote);
    if (part.endsWith("\\")) {
      if (earlierEnd === null && isFieldEnd(text[quote + 1])) {
        earlierEnd = { value: value + part, end: quote + 1 };
      }
      value += `${part.slice(0, -1)}"`;
      from = quote + 1;
    } else if (doubledQuotes && text[quote + 1] === '"' && quote > start + 1) {
      value += `${part}"`;
      from = quote + 2;
    } else {
      return { value: value + part, end: quote + 1, closed: true };
    }
  }
  // Once a line: a second look from every quote would make a hostile line quadratic.
  if (earlierEnd !== null && quotes.mayReinterpret) {
    quotes.mayReinterpret = false;
    return { ...earlierEnd, closed: true };
  }
  return { value: (value + text.slice(from)).trimEnd(), end: text.length, closed: false };
}

function isFieldEnd(character: string | undefined): boolean {
  return character === undefined || isSpace(character) || character === "}";
}

function readList(
  text: string,
  start: number,
  item: ItemFields,
  quotes: { mayReinterpret: boolean },
): number {
  const list: Field[] = [];
  item.list = list;
  let at = start + 1;
  while (at < text.length) {
    const character = text[at]!;
    if (character === "}") return at + 1;
    if (isSpace(character)) {
      at += 1;
    } else if (character === '"') {
      const quoted = readQuoted({ text, start: at, doubledQuotes: false, quotes });
      if (!quoted.closed) item.unclosedQuote ??= -1;
      list.push({ text: quoted.value, quoted: true });
      at = quoted.end;
    } else {
      let end = at + 1;
      while (end < text.length && !isFieldEnd(text[end]) && text[end] !== '"') end += 1;
      list.push({ text: text.slice(at, end), quoted: false });
      at = end;
    }
  }
  item.listClosed = false;
  return at;
}

/** A `{` that ends a #VER line, or a `}` with nothing but braces or items after it. */
function isBraceOfBlock(text: string, at: number, kind: ItemKind): boolean {
  if (kind === "voucher" && text[at] === "{")
    return /^\{\s*(?:$|[#}])/.test(text.slice(at, at + 200));
  if (kind !== "other" && text[at] === "}")
    return /^\}[\s}]*(?:$|#)/.test(text.slice(at, at + 200));
  return false;
}

function endOfBareField(text: string, start: number, item: ItemFields, kind: ItemKind): number {
  let end = start + 1;
  for (; end < text.length; end += 1) {
    const character = text[end]!;
    if (isSpace(character)) break;
    if (character === "{" && kind === "row" && item.list === null && item.fields.length <= 1) break;
    if ((character === "{" || character === "}") && isBraceOfBlock(text, end, kind)) break;
    if (character === "#" && isKnownTagAt(text, end)) break;
  }
  return end;
}

/** `"{6 P1}"`: a program that quotes every field. */
function unwrapQuotedList(item: ItemFields): void {
  const [, second] = item.fields;
  if (item.list !== null || second === undefined || !/^\{.*\}$/.test(second.text)) return;
  item.fields.splice(1, 1);
  readList(second.text, 0, item, { mayReinterpret: true });
}

function isSpace(character: string): boolean {
  return character === " " || character === "\t" || character === "\v" || character === "\f";
}
