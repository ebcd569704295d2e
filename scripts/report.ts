// `npm run -s report`: reports to funders from the command line.
import { parseArgs } from "node:util";
import { isLanguage } from "~/i18n/language";
import { withClient } from "./command-line/client";
import { writeOutput } from "./command-line/output-file";
import { runCommand, UserError } from "./command-line/user-error";

const help = `Writes reports to funders as files: what their pages show.

  npm run -s report -- list
      Prints the projects as JSON: {"projects":[{"code","name"}]}.
  npm run -s report -- CODE [--format csv|json] [--out FILE] [--report ID] [--lang sv|en]
      Writes the report of the project CODE: the one whose period has today in it, or else the
      one that ends last. A project without a report is reported from its first day until today.
      A shared report is written as it was shared. Without --out, or with "-", it goes to standard
      output.
  npm run -s report -- verify ID [--json]
      Takes the checksums anew of every version of a report that was shared, and says which part
      isn't as it was shared; it ends with 1 where there is one. ID is the last part of the
      report's address.

  --format F   csv (default) or json. Amounts are kronor with a decimal comma in CSV, and öre
               under keys that end in "Ore" in JSON.
  --out FILE   the file to write; one that is there is replaced
  --report ID  another report of the project: the last part of its page's address
  --lang L     the language of the words in the CSV: sv (default) or en
  --json       the checks as JSON: {"report","holds","versions":[{"number","sha256","faults",…}]}
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
      json: { type: "boolean", default: false },
      data: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const [code, ...rest] = positionals;
  if (code === "verify") {
    await verify(rest, { asJson: values.json, dataDir: values.data });
    return;
  }
  if (!code || rest.length > 0) throw new UserError(`Name one project, or "list".\n\n${help}`);
  const { format, lang } = values;
  if (format !== "csv" && format !== "json") throw new UserError(`--format is csv or json.`);
  if (!isLanguage(lang)) throw new UserError(`--lang is sv or en.`);
  const { projectList, reportFile } = await withClient(() => import("./report/contents"));
  const dataDir = values.data;
  const bytes =
    code === "list"
      ? await projectList(dataDir)
      : await reportFile({ code, reportId: values.report, format, language: lang, dataDir });
  await writeOutput(values.out, bytes);
});

async function verify(
  [reportId, ...more]: string[],
  options: { asJson: boolean; dataDir: string | undefined },
): Promise<void> {
  if (!reportId || more.length > 0) throw new UserError(`Name one report by its id.\n\n${help}`);
  const { verified } = await withClient(() => import("./report/verify"));
  const { holds, said } = await verified({ reportId, ...options });
  await writeOutput("-", said);
  if (!holds) process.exitCode = 1;
}
