import { canonicalJson } from "./canonical-json";
import type { ReportRow } from "./report-row";

/**
 * The keys of people who stand in a version and whose names have been erased, by the ids that rows
 * of now have for them: told by what they have left in both. A course or own hours are the same row
 * then and now; who took part in a hand-over, or was in a frozen group, is among the few who did,
 * and of them who has most in common, down to what the rows say. Who has left nothing is missing, and is told once as gone and
 * once as somebody new.
 */
export function recognised({
  then,
  now,
  named,
}: {
  then: readonly ReportRow[];
  now: readonly ReportRow[];
  /** The keys that have a name. */
  named: ReadonlySet<string>;
}): Map<string, string> {
  const left = tracesOf(then, named);
  if (left.size === 0) return new Map();
  const pairs = [...pairsOf(left, tracesOf(now, named))].toSorted(
    ([, a], [, b]) => b.weight - a.weight,
  );
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const [, { key, person }] of pairs) {
    if (found.has(person) || taken.has(key)) continue;
    found.set(person, key);
    taken.add(key);
  }
  return found;
}

type Pair = { key: string; person: string; weight: number };

/** Who may be who, with what they have in common. */
function pairsOf(then: Traces, now: Traces): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const [trace, { people: keys, weight }] of then) {
    for (const person of now.get(trace)?.people ?? []) {
      for (const key of keys) {
        const pair = `${key} ${person}`;
        const common = pairs.get(pair)?.weight ?? 0;
        pairs.set(pair, { key, person, weight: common + weight });
      }
    }
  }
  return pairs;
}

type Traces = Map<string, { people: Set<string>; weight: number }>;

function tracesOf(rows: readonly ReportRow[], named: ReadonlySet<string>): Traces {
  const traces: Traces = new Map();
  for (const row of rows) {
    const { person } = row;
    if (person === null || named.has(person)) continue;
    for (const { name, weight } of tracesIn(row)) {
      const { people } = traces.get(name) ?? { people: new Set() };
      traces.set(name, { people: people.add(person), weight });
    }
  }
  return traces;
}

/** What a row says of somebody without their key, more or less for certain, and all that it says. */
function tracesIn(row: ReportRow): Trace[] {
  const trace = traceOf(row);
  if (trace === null) return [];
  return [trace, { name: `${trace.name} ${row.day} ${canonicalJson(row.facts)}`, weight: 1 }];
}

type Trace = { name: string; weight: number };

function traceOf(row: ReportRow): Trace | null {
  const { kind, id, under, day, source } = row;
  const trace = (weight: number, ...said: unknown[]) => ({
    name: [kind, ...said].join(" "),
    weight,
  });
  switch (kind) {
    case "training":
    case "own-hours":
      return trace(10_000, id);
    case "part":
      return trace(100, row.facts.origin ?? source?.id, row.facts.isLearner);
    case "group":
      return trace(100, under);
    case "acquired":
      return trace(2, under, day, source?.id);
    default:
      return null;
  }
}
