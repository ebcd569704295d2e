/** Minutes as they are typed in a field: `1,5` where quarters of an hour say it, else `1:40`. */
export function typedHours(minutes: number, decimalSign: "," | "."): string {
  if (minutes % 15 === 0) return String(minutes / 60).replace(".", decimalSign);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
