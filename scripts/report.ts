// `npm run -s report`: reports to funders from the command line.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { writeReport } from "~/features/reports/report-files.server";
import { reportPayload } from "~/features/reports/report-payload.queries.server";
import { isLanguage } from "~/i18n/language";
import { translator } from "~/i18n/server";
import { AppError } from "~/platform/app-error";
import { todayInStockholm } from "~/platform/clock";
import { makeDatabase, type Database } from "~/platform/db.server";
import { withDatabase } from "~/platform/postgres/with-database";
import { callersPath } from "./command-line/callers-path";
import { runCommand, UserError } from "./command-line/user-error";

const help = `Writes reports to funders as files: what their pages show.

  npm run -s report -- list
      Prints the projects as JSON: {"projects":[{"code","name"}]}.
  npm run -s report -- CODE [--format csv|json] [--out FILE] [--report ID] [--lang sv|en]
      Writes the report of the project CODE: the one whose period has today in it, or else the
      one that ends last. A project without a report is reported from its first day until today.
      Without --out, or with "-", it goes to standard output.

  --format F   csv (default) or json. Amounts are kronor with a decimal comma in CSV, and öre
               under keys that end in "Ore" in JSON.
  --out FILE   the file to write; one that is there is replaced
  --report ID  another report of the project: the last part of its page's address
  --lang L     the language of the words in the CSV: sv (default) or en
  --data DIR   the data folder (default: KASKAD_DATA or ./data); DATABASE_URL wins over it
  --help       this text

Problems go to standard error, and the command ends with 1.
`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: "string", default: "csv" },
      out: { type: "string", default: "-" },
      report: { type: "string" },
      lang: { type: "string", default: "sv" },
      data: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const [code, ...rest] = positionals;
  if (!code || rest.length > 0) throw new UserError(`Name one project, or "list".\n\n${help}`);
  const { format, lang } = values;
  if (format !== "csv" && format !== "json") throw new UserError(`--format is csv or json.`);
  if (!isLanguage(lang)) throw new UserError(`--lang is sv or en.`);
  const bytes = await withDatabase({ dataDir: values.data }, async (url) => {
    const db = makeDatabase(url);
    try {
      if (code === "list") return listOf(await projectsOf(db));
      const report = await findReport(db, { code, reportId: values.report });
      return writeReport(report, { format, speech: { language: lang, t: translator(lang) } });
    } finally {
      await db.$disconnect();
    }
  });
  if (values.out === "-") process.stdout.write(bytes);
  else await writeFile(callersPath(values.out), bytes);
});

function listOf(projects: { code: string; name: string }[]): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ projects })}\n`);
}

function projectsOf(db: Database) {
  return db.project.findMany({ select: { code: true, name: true }, orderBy: { code: "asc" } });
}

async function findReport(
  db: Database,
  { code, reportId }: { code: string; reportId: string | undefined },
) {
  const which = reportId === undefined ? { projectCode: code } : { reportId };
  try {
    const report = await reportPayload(db, { ...which, today: todayInStockholm() });
    if (report.project.code === code) return report;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  const projects = await projectsOf(db);
  if (projects.some((project) => project.code === code)) {
    throw new UserError(`The project ${code} has no report ${reportId ?? ""}.`);
  }
  const list = projects.map((project) => `  ${project.code}  ${project.name}`).join("\n");
  throw new UserError(`There is no project ${code}. These are there:\n${list}`);
}
