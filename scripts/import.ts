// `npm run -s import -- sie FILE`: ledgers and training lists from the command line.
import { parseArgs } from "node:util";
import { withClient } from "./command-line/client";
import { UserError, runCommand } from "./command-line/user-error";
import { inspectSie } from "./import/ledger-file";

const help = `Brings files of other systems into Kaskad. Nothing is written before it has been shown.

  npm run -s import -- sie FILE --inspect
      Prints what a SIE 4 file holds as JSON: program, encoding, vouchers (#VER), rows (#TRANS)
      and the öre on accounts 4–8 of each project (dimension 6). Needs no database.
  npm run -s import -- sie FILE --project CODE --object ID [--yes] [--json]
                                [--also REASONS] [--replace REASONS] [--replace-logged]
      Shows what importing the costs of the ledger's object ID (dimension 6) into the project
      would do, and does it after a yes; --yes says it beforehand, and leaves out what it names
      as asked. --also brings that in, beside what is here, for the reasons that it lists: changed,
      moved, equal, organisation, companies, currency, dimension, letters, result-account,
      logged, credit.
      --replace puts it in the place of what is here: changed, moved, or vanished (taken back,
      since the ledger no longer has it). Where the ledger has the invoice of a course that was
      logged with its cost, it is left out: --replace-logged lets it take the logged cost's place,
      --also logged counts both. --json prints all of it as one line of JSON.
  npm run -s import -- training FILE [--yes] [--skip-bad-rows] [--skip-taken-back]
                                     [--before-employment] [--map HEADING=FIELD]
                                     [--day-order ORDER] [--person NAME=WHO]
                                     [--status WORD=MEANING]
                                     [--project CODE] [--replace-changed]
                                     [--authority NAME]
      Shows what a training list (CSV) would add, and adds it after a yes. With rows that can't be
      read nothing is added, unless --skip-bad-rows says that the rest may go in. Rows that somebody
      has taken back are told of and added again, unless --skip-taken-back. Rows dated before the
      person worked here are named and left out, also with --yes, unless --before-employment says
      that they belong there. Rows that can be read in several ways, by their date or the name in
      them, or of which a column without a meaning says that they may not have been completed, are
      named and left out until --day-order, --person or --map says how. Rows that are here with
      another day or title, other hours, cost, competence or project are named and left, unless
      --replace-changed puts them in the place of what an earlier list has brought. --map says what
      a column means where its heading doesn't: email, name, givenName, familyName, title, date,
      hours, starts and ends (the times of the day between which it was), cost, competence, project,
      status, absence (a yes or a day in it says that the course wasn't completed) or ignore; it may
      be given several times, and several columns may be status or absence. --project says for which
      project the rows are that don't say it themselves, by its code, or none, as where it isn't
      given. --day-order says what comes first in dates such as 03/04/2026, day-first, month-first or
      year-first; --person whom a name means that several people have, or that isn't quite theirs
      whose address stands beside, by their address or what is told beside the name, such as the
      unit; --status whether a course was completed of which the
      list says so in a word that nobody knows, or in none: completed or not-completed, as in
      --status "Bra=completed" --status "=not-completed". --authority names whose list it is, where
      there are several.

  --data DIR   the data folder (default: KASKAD_DATA or ./data); DATABASE_URL wins over it
  --help       this text

Problems go to standard error with their place in the file, and the command ends with 1.
`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      inspect: { type: "boolean", default: false },
      project: { type: "string" },
      object: { type: "string" },
      yes: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      also: { type: "string", multiple: true, default: [] },
      replace: { type: "string", multiple: true, default: [] },
      "replace-logged": { type: "boolean", default: false },
      "skip-bad-rows": { type: "boolean", default: false },
      "skip-taken-back": { type: "boolean", default: false },
      "before-employment": { type: "boolean", default: false },
      map: { type: "string", multiple: true, default: [] },
      "replace-changed": { type: "boolean", default: false },
      "day-order": { type: "string" },
      person: { type: "string", multiple: true, default: [] },
      status: { type: "string", multiple: true, default: [] },
      authority: { type: "string" },
      data: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const [kind, file, ...rest] = positionals;
  if (!file || rest.length > 0 || (kind !== "sie" && kind !== "training")) {
    throw new UserError(`Name what to import, and one file.\n\n${help}`);
  }
  if (kind === "training") {
    const { importTraining } = await withClient(() => import("./import/training"));
    await importTraining(file, {
      ...values,
      dayOrder: values["day-order"],
      replaceChanged: values["replace-changed"],
      skipBadRows: values["skip-bad-rows"],
      skipTakenBack: values["skip-taken-back"],
      withEarly: values["before-employment"],
    });
  } else if (values.inspect) {
    await inspectSie(file);
  } else {
    const { importSie } = await withClient(() => import("./import/sie"));
    await importSie(file, { ...values, replaceLogged: values["replace-logged"] });
  }
});
