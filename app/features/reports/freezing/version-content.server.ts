import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { FrozenReport } from "./frozen-report";

/**
 * What a version holds, by its checksum. The contents that were read last are kept: the database
 * holds a content to its SHA-256 and refuses to change either, so what is kept under a checksum is
 * what stands there still. Whether the version stands, and whose it is to read, is asked each time
 * by who calls this, and nobody may change what is returned. Throws `not-found` where there is none.
 */
export async function versionContent(
  db: Db,
  { id, sha256 }: { id: string; sha256: string },
): Promise<FrozenReport> {
  const content = kept.get(sha256) ?? (await readContent(db, id));
  // The one that was asked for last stands last.
  kept.delete(sha256);
  kept.set(sha256, content);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return content;
}

/** A content is some megabytes. */
const mostKept = 16;
const kept = new Map<string, FrozenReport>();

async function readContent(db: Db, id: string): Promise<FrozenReport> {
  const stored = await db.reportVersion.findUnique({ where: { id }, select: { content: true } });
  if (!stored) return notFound();
  // The database holds what `freezeReport` has written, and refuses to change it.
  return JSON.parse(respelled(stored.content)) as FrozenReport;
}

/**
 * A content with the words of sets as they are spelled now: the first versions have some of them with
 * hyphens. It is canonical JSON, so that a text in it can't look like a key and its value.
 */
export function respelled(content: string): string {
  return content.replace(spelledBefore, (found) => found.replaceAll("-", "_"));
}

const spelledBefore =
  /"(?:kind":"in-kind|financing":"in-kind|type":"(?:hand-over|training-record)|form":"(?:walk-through|side-by-side|in-house-course))"/g;
