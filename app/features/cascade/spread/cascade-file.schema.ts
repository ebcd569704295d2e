import { z } from "zod";

import { dayBounds, isWithinBounds } from "~/terms/day";
import type { CascadeInput } from "../rules/cascade-input";

/** What is wrong with a file, and where: `path` is like `people[2].left`, empty for the whole. */
export type FileProblem = { path: string; message: string };

export type CascadeFile =
  { ok: true; input: CascadeInput } | { ok: false; problems: FileProblem[] };

/**
 * Reads the text of a `figures` file: JSON of the shape of `CascadeInput`, every key present but a
 * hand-over's own `coreElements`.
 * Returns all the problems of its shape at once, and where there are none its contradictions.
 *
 * Only what cannot be meant is refused: text that isn't JSON, values of another type, days that
 * the calendar doesn't have or that lie outside `dayBounds`, negative numbers, more core elements
 * delivered than the method has (or had on the hand-over's day), and one id for two people, two
 * hand-overs or two places in `shouldHold`. All else has a meaning in the rules: unlisted ids, no
 * trainers or learners, somebody named twice in a hand-over, several acquisitions of one person,
 * days in any order. Other keys are ignored.
 */
export function readCascadeFile(text: string): CascadeFile {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { ok: false, problems: [{ path: "", message: `is not JSON: ${reasonOf(error)}` }] };
  }
  const parsed = cascadeFileSchema.safeParse(content, { error: describeIssue });
  if (parsed.success) return { ok: true, input: parsed.data };
  const problems = parsed.error.issues.map((issue) => ({
    path: formatPath(issue.path),
    message: issue.message,
  }));
  return { ok: false, problems };
}

// Zod leaves the key "__proto__" out of records, so an id of that name would lose its entry.
const id = z
  .string()
  .regex(/^[\x20-\x7e]+$/, "must be one or more printable ASCII characters")
  .refine((value) => value !== "__proto__", 'must not be "__proto__"');

const day = z.iso
  .date({
    error: ({ input }) =>
      input === undefined ? undefined : `${shown(input)} is not a day of the calendar (YYYY-MM-DD)`,
  })
  .refine(isWithinBounds, `must lie from ${dayBounds.first} to ${dayBounds.last}`);

const notNegative = z.number().min(0, "must not be negative");
const count = z.int("must be a whole number").min(0, "must not be negative");

const handOver = z.object({
  id,
  date: day,
  hours: notNegative,
  trainers: z.array(id),
  elementsDelivered: count,
  coreElements: count.optional(),
  learners: z.array(z.object({ person: id, confirmed: day.nullable() })),
});

const cascadeFileSchema: z.ZodType<CascadeInput> = z
  .object({
    asOf: day,
    method: z.object({ id, coreElements: count }),
    people: z.array(z.object({ id, joined: day, left: day.nullable() })),
    shouldHold: z.array(id),
    acquisitions: z.array(z.object({ person: id, date: day })),
    mayTeach: z.record(id, day),
    handOvers: z.array(handOver),
  })
  .superRefine((input, context) => {
    for (const problem of contradictions(input)) context.addIssue({ code: "custom", ...problem });
  });

type Contradiction = { path: PropertyKey[]; message: string };

function contradictions({ method, people, shouldHold, handOvers }: CascadeInput): Contradiction[] {
  const tooMany = handOvers.flatMap(({ elementsDelivered, coreElements }, index) =>
    elementsDelivered <= (coreElements ?? method.coreElements)
      ? []
      : [
          {
            path: ["handOvers", index, "elementsDelivered"],
            message: `${elementsDelivered} is more than the method's ${coreElements ?? method.coreElements} core elements`,
          },
        ],
  );
  return [
    ...repeated(idsOf(people), (index) => ["people", index, "id"]),
    ...repeated(shouldHold, (index) => ["shouldHold", index]),
    ...repeated(idsOf(handOvers), (index) => ["handOvers", index, "id"]),
    ...tooMany,
  ];
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map((record) => record.id);
}

function repeated(
  ids: readonly string[],
  pathTo: (index: number) => PropertyKey[],
): Contradiction[] {
  const firstPlace = new Map<string, number>();
  return ids.flatMap((value, index) => {
    const first = firstPlace.get(value);
    if (first === undefined) {
      firstPlace.set(value, index);
      return [];
    }
    const message = `${shown(value)} stands at ${formatPath(pathTo(first))} already`;
    return [{ path: pathTo(index), message }];
  });
}

/** The words for what the schema itself leaves without a message. */
function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_key") {
    return `${shown(issue.path?.at(-1))} is not an id (printable ASCII characters)`;
  }
  if (issue.code !== "invalid_type") return undefined;
  return issue.input === undefined
    ? "is missing"
    : `must be ${typeNames[issue.expected] ?? issue.expected}`;
}

const typeNames: Partial<Record<string, string>> = {
  array: "a list",
  int: "a whole number",
  number: "a number",
  object: "an object",
  record: "an object",
  string: "a string",
};

function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, key) => before + formatStep(key, before === ""), "");
}

function formatStep(key: PropertyKey, first: boolean): string {
  if (typeof key === "number") return `[${key}]`;
  const name = String(key);
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `[${JSON.stringify(name)}]`;
  return first ? name : `.${name}`;
}

const longestShown = 80;

/** What stands in the file, as far as a person wants to read it; never what nests without end. */
function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) {
    return Array.isArray(value) ? "a list" : "an object";
  }
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
