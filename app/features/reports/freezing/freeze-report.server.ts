import { createHash } from "node:crypto";
import type { languages } from "~/i18n/language";
import { translator } from "~/i18n/server";
import type { Freezing } from "~/generated/prisma/client";
import { todayInStockholm } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { toDbDate, toIsoDate } from "~/terms/day";
import { baseOf } from "../payload/report-base.queries.server";
import { reportPayload } from "../payload/report-payload.queries.server";
import { writtenRows } from "../payload/report-rows.queries.server";
import { canonicalJson } from "../rules/canonical-json";
import type { Report, VersionHead } from "../rules/report";
import { tellReport, type ToldReport } from "../tables/told-report";
import type { FrozenHeading, FrozenReport } from "./frozen-report";
import { hashOfPerson, keyRows } from "./row-keys.server";
import { versionFiles, type VersionFile } from "./version-files.server";

/**
 * Writes the next version of a report that has been marked as shared: everything that it says until
 * now, with its rows and its files. The transaction reads all of one moment (`ofOneMoment`).
 */
export async function freezeReport(
  tx: Transaction,
  { reportId, freezing, now }: { reportId: string; freezing: Freezing; now: Date },
): Promise<{ number: number; sha256: string }> {
  const { projectId, sharedAt, sharedById, startsOn } = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
  });
  if (sharedAt === null) throw new Error(`The report ${reportId} is not shared`);
  const today = todayInStockholm(now);
  const version = await nextVersion(tx, { reportId, freezing, frozenOn: today });
  const base = await baseOf(tx, { projectId, reportId, startsOn: toIsoDate(startsOn) });
  const payload = await reportPayload(tx, { reportId, today, base });
  const figures = { ...payload, report: { ...payload.report, version } };
  const { rows, people, texts } = keyRows(await writtenRows(tx, { projectId, asOf: figures.asOf }));
  const told = toldInAll(figures);
  const files = await versionFiles(figures, told);
  const heading = headingOf(figures, { version, fileName: told.sv.fileName });
  const content: FrozenReport = {
    ...{ heading, base, figures, told, rows, files: checksumsOf(files) },
    people: Object.fromEntries(people.map((each) => [each.key, hashOfPerson(each)])),
  };
  const canonical = canonicalJson(content);
  const sha256 = checksumOf(canonical);
  const { id } = await tx.reportVersion.create({
    data: {
      ...{ reportId, number: version.number, freezing, sharedAt, sharedById, sha256 },
      ...{ frozenAt: now, frozenOn: toDbDate(today), content: canonical },
      heading,
    },
    select: { id: true },
  });
  const versionId = id;
  await tx.reportVersionFile.createMany({ data: files.map((file) => ({ versionId, ...file })) });
  await tx.reportVersionText.createMany({ data: texts.map((text) => ({ versionId, ...text })) });
  await tx.reportVersionPerson.createMany({ data: people.map((each) => ({ versionId, ...each })) });
  return { number: version.number, sha256 };
}

/** SHA-256 in hexadecimal. */
export function checksumOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

async function nextVersion(
  tx: Transaction,
  { reportId, ...frozen }: { reportId: string } & Pick<VersionHead, "freezing" | "frozenOn">,
): Promise<VersionHead> {
  const before = await tx.reportVersion.findFirst({
    where: { reportId },
    orderBy: { number: "desc" },
    select: { number: true, sharedAt: true },
  });
  if (!before) return { number: 1, replaces: null, ...frozen };
  const { number, sharedAt } = before;
  const replaces = { number, sharedOn: todayInStockholm(sharedAt) };
  return { number: number + 1, replaces, ...frozen };
}

function toldInAll(report: Report): FrozenReport["told"] {
  const tell = (language: (typeof languages)[number]): ToldReport =>
    tellReport(report, { language, t: translator(language) });
  return { sv: tell("sv"), en: tell("en") };
}

function headingOf(
  { report, project, asOf }: Report,
  { version, fileName }: { version: VersionHead; fileName: string },
): FrozenHeading {
  const { title, kind, startsOn, endsBefore, dueOn, sharedOn } = report;
  if (title === null || sharedOn === null) throw new Error("A shared report has a title and a day");
  return {
    ...{ ...version, title, kind, startsOn, endsBefore, dueOn, sharedOn, asOf, fileName },
    ...{ projectCode: project.code, projectName: project.name },
  };
}

function checksumsOf(files: readonly VersionFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ path, bytes }) => [path, checksumOf(bytes)]));
}
