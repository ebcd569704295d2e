/**
 * A value as JSON in the one way that its checksum is taken of: no spaces, keys in the order of
 * their UTF-16 units, what is undefined left out. Throws for what JSON can't say.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${value} is no JSON`);
  if (!sayable.includes(typeof value)) throw new Error(`${typeof value} is no JSON`);
  return JSON.stringify(value);
}

// Null and lists are objects.
const sayable = ["string", "number", "boolean", "object"];
