import { program } from "~/features/access/audit.server";
import { lists } from "~/features/exchange/lists/list-importer.server";
import {
  importTraining as writeTraining,
  writtenRows,
} from "~/features/exchange/lists/training-import.commands.server";
import {
  trainingMark,
  type TrainingList,
  type TrainingPlan,
} from "~/features/exchange/lists/training-plan.queries.server";
import type { AnsweredCompletion } from "~/features/exchange/lists/answered-status";
import { plainStatus } from "~/features/exchange/lists/completion-status";
import type { ListAnswers } from "~/features/exchange/lists/list-answers.schema";
import { toldApart } from "~/features/exchange/lists/told-apart.server";
import { projectsAroundUnits } from "~/features/funding/projects/projects-around.queries.server";
import { dayOrders } from "~/formats/listed-date";
import { translator } from "~/i18n/server";
import type { MessageKey } from "~/i18n/translator";
import { todayInStockholm } from "~/platform/clock";
import type { Database } from "~/platform/db.server";
import { withAppDatabase } from "../command-line/app-database";
import { confirm } from "../command-line/confirm";
import { namedProject } from "../command-line/named-project";
import { readInputFile } from "../command-line/input-file";
import { UserError } from "../command-line/user-error";
import { carryOut } from "./carry-out";
import { mappingOf } from "./column-options";
import { counted, say, warn } from "./print";
import { reportColumns, showTrainingPlan } from "./show-training-plan";

type Options = {
  yes: boolean;
  skipBadRows: boolean;
  skipTakenBack: boolean;
  withEarly: boolean;
  replaceChanged: boolean;
  authority?: string;
  map: string[];
  dayOrder?: string;
  /** `NAME=WHO`: whom a name means that several people have, see `toldApart`. */
  person: string[];
  /** `WORD=completed` or `WORD=not-completed`: what a word of the list means. */
  status: string[];
  /** The code of the project that the rows are for, or `none`. */
  project?: string;
  data?: string;
};

const t = translator("en");

/** Shows what a training list would add, and adds it. */
export async function importTraining(path: string, options: Options): Promise<void> {
  const { name, bytes: sent } = await readInputFile(path);
  const bytes = lists.kept(sent);
  const file = await lists.read(bytes);
  const fault = lists.faultOf(file);
  // The faults are keys of the dictionary.
  if (fault) throw new UserError(`${path}: ${t(fault.key as MessageKey, fault.values)}`);
  const mapping = mappingOf(file.header, options.map, file.rows);

  await withAppDatabase({ dataDir: options.data }, async (db) => {
    const authority = await findAuthority(db, options.authority);
    const asked = {
      file,
      mapping,
      reach: { authorityId: authority.id, unitIds: "all" as const },
      today: todayInStockholm(),
    };
    const list = { ...asked, answers: await answersOf(db, asked, options) };
    const plan = await lists.plan(db, list);
    showTrainingPlan(plan, options);
    refuse(plan, options);
    const { added, replaced } = writtenRows(plan, options);
    const count = added.length + replaced.length;
    if (count === 0) return;
    if (!options.yes && !(await confirm("Write these rows?"))) {
      warn("Nothing has been written. --yes writes without asking.");
      return;
    }
    await carryOut(() =>
      writeTraining(
        db,
        { ...program, authorityId: authority.id },
        {
          ...list,
          skipBad: options.skipBadRows,
          skipTakenBack: options.skipTakenBack,
          withEarly: options.withEarly,
          replaceChanged: options.replaceChanged,
          seen: trainingMark(plan),
          source: { name, bytes },
        },
      ),
    );
    say(`Written: ${counted(count, "row")}.`);
  });
}

async function answersOf(
  db: Database,
  list: TrainingList,
  { dayOrder: order, person, status, project }: Options,
): Promise<ListAnswers> {
  const dayOrder = dayOrders.find((each) => each === order) ?? null;
  if (order !== undefined && dayOrder === null) {
    throw new UserError(`--day-order ${order}: it is none of ${dayOrders.join(", ")}.`);
  }
  const projectId = await projectOf(db, list, project);
  const statuses = Object.fromEntries(status.map(answeredWord));
  const said = { dayOrder, people: {}, statuses, projectId };
  if (person.length + status.length === 0) return said;
  const { questions } = await lists.plan(db, { ...list, answers: said });
  const unasked = Object.keys(statuses).find(
    (word) => !questions.statuses.some(({ key }) => key === word),
  );
  if (unasked !== undefined) {
    throw new UserError(`--status ${unasked}: no such word in the list is asked about.`);
  }
  const people = person.map((option) => {
    const at = option.lastIndexOf("=");
    const name = option.slice(0, at).trim().toLowerCase();
    const question = questions.people.find((each) => each.name.toLowerCase() === name);
    const [meant, ...others] = toldApart(question?.people ?? [], option.slice(at + 1));
    if (!question || !meant || others.length > 0) {
      const reason =
        others.length > 0
          ? "several of them fit that."
          : "no such name in the list is one of several people's.";
      throw new UserError(`--person ${option}: ${reason}`);
    }
    return [question.key, meant.id] as const;
  });
  return { ...said, people: Object.fromEntries(people) };
}

function answeredWord(option: string): [word: string, said: AnsweredCompletion] {
  const at = option.lastIndexOf("=");
  const said = meanings.get(
    option
      .slice(at + 1)
      .trim()
      .toLowerCase(),
  );
  if (at === -1 || !said) {
    throw new UserError(`--status ${option}: it is none of ${[...meanings.keys()].join(", ")}.`);
  }
  return [plainStatus(option.slice(0, at)), said];
}

const meanings = new Map<string, AnsweredCompletion>([
  ["completed", "completed"],
  ["not-completed", "unfinished"],
]);

/** The id of the project that the option names, which must be one of the authority's. */
async function projectOf(
  db: Database,
  { reach, today }: TrainingList,
  code: string | undefined,
): Promise<string | null> {
  if (code === undefined || code === "none") return null;
  const { id } = await namedProject(db, code);
  const projects = await projectsAroundUnits(db, { ...reach, today });
  if (projects.some((project) => project.id === id)) return id;
  throw new UserError(
    `--project ${code}: it is another authority's, or hasn't started. Its rows can't be for it.`,
  );
}

function refuse(plan: TrainingPlan, { skipBadRows }: Options): void {
  if (plan.mappingFaults.length > 0) {
    reportColumns(plan);
    throw new UserError("Say what the columns mean with --map HEADING=FIELD.");
  }
  if (plan.badRows > 0 && !skipBadRows) {
    throw new UserError(
      `Nothing has been written: ${counted(plan.badRows, "row")} can't be brought in. --skip-bad-rows brings in the rest.`,
    );
  }
}

async function findAuthority(db: Database, name: string | undefined): Promise<{ id: string }> {
  const authorities = await db.authority.findMany({ orderBy: { name: "asc" } });
  const [first] = authorities;
  if (!first) throw new UserError("There is no authority yet: run npm start once.");
  if (name === undefined && authorities.length === 1) return first;
  const found = authorities.find((authority) => authority.name === name);
  if (found) return found;
  const list = authorities.map((authority) => `  ${authority.name}`).join("\n");
  throw new UserError(
    `${name === undefined ? "Name the authority" : `There is no authority ${name}`}: --authority NAME. These are there:\n${list}`,
  );
}
