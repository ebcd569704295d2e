/** A line for whoever reads what the command found. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line for whoever has to put something right. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The first of many lines, and how many there are beyond them. */
export function warnOfFirst(lines: readonly string[], most: number): void {
  for (const line of lines.slice(0, most)) warn(line);
  if (lines.length > most) warn(`… and ${lines.length - most} more.`);
}

/** Öre as kronor, `1234,50`. */
export function kronor(ore: number): string {
  return `${(ore / 100).toFixed(2).replace(".", ",")} kr`;
}

/** `1 voucher`, `2 vouchers`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
