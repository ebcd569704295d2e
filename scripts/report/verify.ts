import { verifyReport, type VersionCheck } from "~/features/reports/freezing/verify-report.server";
import { withAppDatabase } from "../command-line/app-database";
import { UserError } from "../command-line/user-error";

/** Checks every version of a report, and says so in lines or as JSON. */
export async function verified(options: {
  reportId: string;
  asJson: boolean;
  dataDir: string | undefined;
}): Promise<{ holds: boolean; said: Uint8Array }> {
  const { reportId, asJson, dataDir } = options;
  const versions = await withAppDatabase({ dataDir }, (db) => verifyReport(db, reportId));
  if (versions.length === 0) {
    throw new UserError(`No report ${reportId} has been shared: there is nothing to check.`);
  }
  const holds = versions.every((version) => version.holds);
  const said = asJson
    ? `${JSON.stringify({ report: reportId, holds, versions }, null, 2)}\n`
    : versions.map(lineOf).join("");
  return { holds, said: new TextEncoder().encode(said) };
}

function lineOf(version: VersionCheck): string {
  const { number, sharedAt, takenBackAt, sha256, holds, faults, files, texts, people } = version;
  const state = takenBackAt ? `, taken back ${takenBackAt.slice(0, 10)}` : "";
  const erased = texts.erased + people.erased;
  return [
    `Version ${number}, shared ${sharedAt.slice(0, 10)}${state}: ${holds ? "holds" : "DOESN'T HOLD"}.\n`,
    `  SHA-256 ${sha256}, ${files} files\n`,
    ...(erased > 0 ? [`  Erased: ${texts.erased} texts, ${people.erased} names\n`] : []),
    ...faults.map((fault) => `  Not as it was shared: ${fault}\n`),
  ].join("");
}
