import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/language";
import { notFound } from "~/platform/app-error";
import { todayInStockholm } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import type { CheckedFile } from "~/platform/files.server";
import type { IsoDate } from "~/terms/day";
import type { FrozenHeading, FrozenReport } from "./frozen-report";
import { versionContent } from "./version-content.server";

/** A version: by its number, or the one that the report's funder reads. */
export type WhichVersion = { reportId: string; number: number | "standing" };

export type StoredVersion = {
  id: string;
  number: number;
  sha256: string;
  frozenAt: Date;
  frozenOn: IsoDate;
  takenBackOn: IsoDate | null;
  content: FrozenReport;
};

/** A version with all that it holds. Throws `not-found` where there is none. */
export async function readVersion(db: Db, which: WhichVersion): Promise<StoredVersion> {
  const { reportId, number } = which;
  const [stored] = await db.$queryRaw<StoredRow[]>`
    select id, number, sha256, frozen_at as "frozenAt", taken_back_at as "takenBackAt"
    from report_version where report_id = ${reportId}::uuid
      and ${number === "standing" ? isStanding : Prisma.sql`number = ${number}`}`;
  if (!stored) return notFound();
  const { takenBackAt, ...version } = stored;
  return {
    ...version,
    frozenOn: todayInStockholm(version.frozenAt),
    takenBackOn: takenBackAt && todayInStockholm(takenBackAt),
    content: await versionContent(db, version),
  };
}

const isStanding = Prisma.sql`taken_back_at is null`;

type StoredRow = Pick<StoredVersion, "id" | "number" | "sha256" | "frozenAt"> & {
  takenBackAt: Date | null;
};

/** A file of a version as it was written, by its name: `report.csv`, `budget.png`. */
export async function versionFile(
  db: Db,
  { file, language, ...which }: WhichVersion & { file: string; language: Language },
): Promise<CheckedFile> {
  const stored = await db.reportVersion.findFirst({
    where: whereOf(which),
    select: {
      heading: true,
      files: { where: { path: { in: [`${language}/${file}`, file] } } },
    },
  });
  const [found] = stored?.files ?? [];
  if (!stored || !found) return notFound();
  const { mediaType, bytes } = found;
  const heading = headingOf(stored.heading);
  return { name: nameOf(file, heading), mediaType, bytes: new Uint8Array(bytes) };
}

/** A version as a list of them tells it. */
export type VersionRow = Pick<FrozenHeading, "number" | "sharedOn" | "frozenOn" | "freezing"> & {
  takenBackOn: IsoDate | null;
  sha256: string;
};

/** All versions of a report, the newest first. */
export async function versionsOf(db: Db, reportId: string): Promise<VersionRow[]> {
  const stored = await db.$queryRaw<StoredHeading[]>`
    select heading, sha256, taken_back_at as "takenBackAt"
    from report_version where report_id = ${reportId}::uuid order by number desc`;
  return stored.map(({ heading, sha256, takenBackAt }) => {
    const { number, sharedOn, frozenOn, freezing } = headingOf(heading);
    const takenBackOn = takenBackAt && todayInStockholm(takenBackAt);
    return { number, sharedOn, frozenOn, freezing, takenBackOn, sha256 };
  });
}

type StoredHeading = { heading: unknown; sha256: string; takenBackAt: Date | null };

/** What is told of a version, by its id. */
export async function readHeading(
  db: Db,
  id: string,
): Promise<{ heading: FrozenHeading; takenBackAt: Date | null }> {
  const { heading, takenBackAt } = await db.reportVersion.findUniqueOrThrow({
    where: { id },
    select: { heading: true, takenBackAt: true },
  });
  return { heading: headingOf(heading), takenBackAt };
}

function whereOf({ reportId, number }: WhichVersion) {
  return number === "standing" ? { reportId, takenBackAt: null } : { reportId, number };
}

function headingOf(heading: unknown): FrozenHeading {
  // The database holds it equal to the heading in the content.
  return heading as FrozenHeading;
}

function nameOf(file: string, { fileName, number }: FrozenHeading): string {
  const [name = "", ending = ""] = file.split(".");
  const version = number === 1 ? [] : [`v${number}`];
  return `${[fileName, ...version, ...(name === "report" ? [] : [name])].join("-")}.${ending}`;
}
