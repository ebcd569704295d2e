import type { Db } from "~/platform/db.server";
import { todayInStockholm } from "~/platform/clock";
import { isId } from "~/platform/ids";
import { canonicalJson } from "../rules/canonical-json";
import { checksumOf } from "./freeze-report.server";
import { rowName, type FrozenReport } from "./frozen-report";
import { hashOfPerson, hashOfText } from "./row-keys.server";

/** Whether a version is what was shared. */
export type VersionCheck = {
  number: number;
  sharedAt: string;
  takenBackAt: string | null;
  sha256: string;
  holds: boolean;
  /**
   * The parts that aren't what was shared: "content", "heading", "file sv/report.csv", "text cost …",
   * "person P.ABCDEF".
   */
  faults: string[];
  files: number;
  texts: { kept: number; erased: number };
  people: { kept: number; erased: number };
};

/**
 * Takes the checksums of every version of a report anew, oldest first; none where there is no such
 * report or it was never shared. What was erased of texts and names is no fault.
 */
export async function verifyReport(db: Db, reportId: string): Promise<VersionCheck[]> {
  if (!isId(reportId)) return [];
  const versions = await db.reportVersion.findMany({
    where: { reportId },
    orderBy: { number: "asc" },
    include: { files: true, texts: true, people: true },
  });
  return versions.map((version) => {
    const { number, sharedAt, takenBackAt, sha256, content } = version;
    const frozen = contentOf(content);
    const faults = [
      ...(checksumOf(content) === sha256 && frozen ? [] : ["content"]),
      ...(frozen ? faultsBeside(version, frozen) : []),
    ];
    const keys = new Set(frozen?.rows.flatMap(({ person }) => person ?? []));
    const written = frozen?.rows.filter(({ words }) => words !== null).length ?? 0;
    return {
      ...{ number, sha256, faults, holds: faults.length === 0, files: version.files.length },
      ...{ sharedAt: sharedAt.toISOString(), takenBackAt: takenBackAt?.toISOString() ?? null },
      texts: { kept: version.texts.length, erased: written - version.texts.length },
      people: { kept: version.people.length, erased: keys.size - version.people.length },
    };
  });
}

type Beside = {
  number: number;
  sharedAt: Date;
  heading: unknown;
  files: { path: string; bytes: Uint8Array }[];
  texts: { row: string; salt: string; text: string }[];
  people: { key: string; personId: string; salt: string | null }[];
};

function faultsBeside(version: Beside, frozen: FrozenReport): string[] {
  const { heading, files, texts, people } = version;
  const found = new Map(files.map(({ path, bytes }) => [path, checksumOf(bytes)]));
  const named = new Map(Object.entries(frozen.files));
  const paths = [...new Set([...named.keys(), ...found.keys()])].toSorted();
  const hashes = new Map(frozen.rows.map((row) => [rowName(row), row.words]));
  const keys = new Set(frozen.rows.map(({ person }) => person));
  const isHeaded =
    canonicalJson(heading) === canonicalJson(frozen.heading) &&
    version.number === frozen.heading.number &&
    todayInStockholm(version.sharedAt) === frozen.heading.sharedOn;
  return [
    ...(isHeaded ? [] : ["heading"]),
    ...paths.filter((path) => found.get(path) !== named.get(path)).map((path) => `file ${path}`),
    ...texts
      .filter((text) => hashes.get(text.row) !== hashOfText(text))
      .map(({ row }) => `text ${row}`),
    ...people
      .filter((each) => !keys.has(each.key) || !isWhoWas(each, frozen))
      .map(({ key }) => `person ${key}`),
  ];
}

function isWhoWas(
  { key, personId, salt }: Beside["people"][number],
  { people }: FrozenReport,
): boolean {
  if (people === undefined) return true;
  return salt !== null && hashOfPerson({ salt, personId }) === people[key];
}

/** Null for what isn't JSON any more. */
function contentOf(content: string): FrozenReport | null {
  try {
    // What `freezeReport` has written; a checksum that doesn't hold says when it isn't.
    return JSON.parse(content) as FrozenReport;
  } catch {
    return null;
  }
}
