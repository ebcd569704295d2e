/** What a column of a training list can mean. */
export const trainingFields = [
  "email",
  "name",
  "givenName",
  "familyName",
  "title",
  "date",
  "hours",
  "cost",
  "competence",
] as const;
export type TrainingField = (typeof trainingFields)[number];

/** The meaning of each column, in the file's order; null for those that aren't used. */
export type ColumnMapping = (TrainingField | null)[];

/** Headings as HR systems write them, in lower case without spaces and punctuation. */
const headings: Record<TrainingField, string[]> = {
  email: ["epost", "epostadress", "mail", "mejl", "email", "emailaddress", "arbetsepost"],
  name: [
    "namn",
    "medarbetare",
    "anställd",
    "deltagare",
    "person",
    "name",
    "employee",
    "personnamn",
  ],
  givenName: ["förnamn", "tilltalsnamn", "givenname", "firstname"],
  familyName: ["efternamn", "familyname", "lastname", "surname"],
  title: [
    "kurs",
    "kursnamn",
    "utbildning",
    "utbildningsnamn",
    "kurstitel",
    "benämning",
    "aktivitet",
    "kursbenämning",
    "course",
    "training",
    "title",
  ],
  date: [
    "datum",
    "kursdatum",
    "slutdatum",
    "genomförd",
    "genomfördatum",
    "avslutad",
    "tom",
    "date",
    "completed",
    "enddate",
  ],
  hours: ["timmar", "antaltimmar", "tim", "kurstimmar", "omfattning", "tid", "hours", "duration"],
  cost: ["kostnad", "kurskostnad", "kursavgift", "avgift", "pris", "belopp", "cost", "fee"],
  competence: ["kompetens", "kompetensområde", "metod", "competence", "skill"],
};

/** Guesses by the headings; each meaning goes to the first column that fits it. */
export function guessColumns(header: readonly string[]): ColumnMapping {
  const taken = new Set<TrainingField>();
  return header.map((heading) => {
    const plain = heading.toLowerCase().replace(/[^\p{L}\d]/gu, "");
    const field = trainingFields.find(
      (candidate) => !taken.has(candidate) && headings[candidate].includes(plain),
    );
    if (!field) return null;
    taken.add(field);
    return field;
  });
}

export type MappingFault = { field: TrainingField; reason: "missing" | "twice" };

/** What a mapping lacks: who, what, when and how long must all be there, each once. */
export function mappingFaults(mapping: ColumnMapping): MappingFault[] {
  const count = (field: TrainingField) => mapping.filter((mapped) => mapped === field).length;
  const faults: MappingFault[] = trainingFields
    .filter((field) => count(field) > 1)
    .map((field) => ({ field, reason: "twice" }));
  for (const field of ["title", "date", "hours"] as const) {
    if (count(field) === 0) faults.push({ field, reason: "missing" });
  }
  const hasName = count("name") > 0 || (count("givenName") > 0 && count("familyName") > 0);
  if (count("email") === 0 && !hasName) faults.push({ field: "email", reason: "missing" });
  return faults;
}

/** The columns' meanings from fields `column:N`; null where none are given: then they are guessed. */
export function mappingFrom(fields: readonly (readonly [string, unknown])[]): ColumnMapping | null {
  const mapping: ColumnMapping = [];
  for (const [name, value] of fields) {
    const index = /^column:(\d{1,3})$/.exec(name)?.[1];
    if (index !== undefined) {
      mapping[Number(index)] = trainingFields.find((field) => field === value) ?? null;
    }
  }
  return mapping.length > 0 ? Array.from(mapping, (field) => field ?? null) : null;
}
